import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { county, linesOf, projectFrom, sceneFor, summaryIn } from './county.ts';

const sample = projectFrom(county);
const scene = sceneFor(sample, 'specification');

describe('a required stage', () => {
  test('says who realises it where, and what is unknown or missing there', () => {
    expect(linesOf(summaryIn(scene, 'required:care'))).toEqual([
      'recorded: must have governance',
      'missing: realised in 1 of 3 footprints',
      'varies: North',
      'question: Northern team, provider unknown',
      'recorded: varies: level',
      'question: cost unknown',
      'missing: governance not recorded',
      'gap: South: left out',
      'recorded: Done from the north',
      'missing: East: no pathway yet',
    ]);
  });

  test('is only planned where the stage is, and so is a shared unit that realises it', () => {
    expect(linesOf(summaryIn(scene, 'required:ward')).slice(0, 4)).toEqual([
      'missing: realised in 0 of 3 footprints',
      'missing: North: only planned',
      'missing: South: only planned',
      'missing: East: no pathway yet',
    ]);
  });

  test('takes what the pathway says of the whole for what a stage leaves out', () => {
    expect(linesOf(summaryIn(scene, 'required:first'))).toEqual([
      'missing: realised in 2 of 3 footprints',
      'realised: North',
      'recorded: County Trust',
      'realised: South',
      'recorded: County Trust',
      'missing: East: no pathway yet',
    ]);
  });

  test('is not realised where no stage is for it, closed where that is, and unknown where a name leads nowhere', () => {
    const of = (stages: string): readonly string[] => {
      const text = `footprint a\nspecification s for a {\n require stage x\n}\npathway p realises s in a {\n${stages}\n}\n`;
      return linesOf(summaryIn(sceneFor(projectFrom(text), 'specification'), 'required:x')).slice(1);
    };
    expect(of('stage y')).toEqual(['missing: a: not realised']);
    expect(of('stage x { status closed }')).toEqual(['gap: a: closed']);
    expect(of('uses stage y of q as z')).toEqual(['question: a: unknown, as a name leads nowhere']);
    expect(of('stage x { status closed }\nstage z realises x { provider none }')).toEqual([
      'realised: a',
      'gap: z, no provider',
    ]);
  });

  test('is read out as a sentence, and leads to where it is required', () => {
    const care = summaryIn(scene, 'required:care');
    expect(care.spoken).toContain(
      'Required stage Community care, realised in 1 of 3 footprints, realised in another way in North, Northern team, provider unknown',
    );
    expect(care.spoken).toContain('South: left out, Done from the north');
    expect(care.place.line).toBe(county.split('\n').findIndex((line) => line.includes('require stage care')));
  });

  test('of many footprints shows first those that lack it, and counts the rest', () => {
    const areas = Array.from({ length: 14 }, (_, index) => `f${index}`);
    const text = [
      'footprint whole',
      ...areas.map((area) => `footprint ${area} within whole`),
      'specification s for whole {\n require stage x\n}',
      ...areas.slice(0, 12).map((area) => `pathway p-${area} realises s in ${area} {\n stage x\n}`),
    ].join('\n');
    const lines = linesOf(summaryIn(sceneFor(projectFrom(text), 'specification'), 'required:x'));
    expect(lines[0]).toBe('missing: realised in 12 of 14 footprints');
    expect(lines.filter((line) => line.includes('no pathway yet'))).toHaveLength(2);
    expect(lines.at(-1)).toBe('not-applicable: 6 more: 6 realise it');
  });
});

describe('a required transition', () => {
  const [arrow, broken] = scene.edges;

  test('says what it must have, and how many realise it', () => {
    expect(arrow).toMatchObject({
      from: 'required:first',
      to: 'required:care',
      label: 'criteria, information (1 of 3 footprints)',
      sendings: [{ state: 'sent', information: 'Care plan' }],
    });
    expect(arrow!.spoken).toBe(
      'Required transition from First contact to Community care, movement Referral, must have criteria and information, realised in 1 of 3 footprints, South: not realised, East: no pathway yet.',
    );
  });

  test('to a stage that is not required leads to a broken end', () => {
    expect(broken?.to).toBe('terminal:required:nowhere');
    expect(scene.nodes.at(-1)).toMatchObject({ sort: 'missing', label: "no required stage 'nowhere'" });
  });
});

describe('a second pathway of a footprint', () => {
  const text = `
footprint a "A"
specification s for a {
  require stage x
  require stage y
  require transition from x to y
}
pathway p realises s in a {
  stage x
  omits y because "People go elsewhere"
  omits transition from x to y because "Nobody goes on"
}
pathway q realises s in a {
  status draft
  stage x { provider unknown }
  stage y { provider unknown }
  transition from x to y { criteria unknown }
}
`;
  const said = (own: string): readonly string[] => {
    const { nodes, edges } = sceneFor(projectFrom(own), 'specification');
    const y = nodes.find(({ id }) => id === 'required:y');
    return [...linesOf(y as never), edges[0]!.spoken];
  };

  test('that is only begun takes back nothing of what the first leaves out', () => {
    expect(said(text)).toEqual([
      'recorded: realised in 0 of 1 footprint',
      'gap: A: left out',
      'recorded: People go elsewhere',
      'Required transition from x to y, realised in 0 of 1 footprint, A: left out, because Nobody goes on.',
    ]);
  });

  test('counts as soon as something is written of it', () => {
    const claimed = text
      .replace('criteria unknown', 'criteria "Asked"')
      .replace('y { provider', 'y {\n cost £5\n provider');
    expect(said(claimed)).toEqual([
      'recorded: realised in 1 of 1 footprint',
      'realised: A',
      'question: provider unknown',
      'Required transition from x to y, realised in 1 of 1 footprint.',
    ]);
    expect(said(text.replace('draft', 'current')).slice(1)).toEqual(said(claimed).slice(1));
  });
});

describe('the picture of a specification', () => {
  test('says what it is for and asks of every stage, and counts what speaks of it', () => {
    expect(scene.title.facts).toEqual([
      'County',
      'ages 0 to 25',
      '3 required stages, 2 required transitions',
      '2 of 3 footprints have a pathway',
      'each must have provider and cost',
    ]);
    const related = sample.findings.filter(({ rule }) => rule === 'unmapped-footprint');
    expect(related).toHaveLength(1);
    expect(scene.title.counts.info).toBeGreaterThanOrEqual(1);
  });

  test.each(['right', 'down'] as const)('to the %s has nothing on top of anything', async (direction) => {
    const placed = await layout(sceneFor(sample, 'specification', { direction }));
    expect(placed.nodes).toHaveLength(scene.nodes.length);
    expect(faultsOf(qualityOf(placed))).toBe(0);
  });

  test('that requires nothing says how to require something', () => {
    const empty = projectFrom('footprint a\nspecification s for a\npathway p realises s in a\n');
    expect(sceneFor(empty, 'specification').empty).toMatchObject({
      heading: expect.stringContaining('No required stages yet'),
      holds: '1 pathway realises this specification.',
    });
  });
});
