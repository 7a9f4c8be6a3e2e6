import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { subjectsOf } from '../../src/diagram/subjects.ts';
import { traceOf } from '../../src/diagram/trace.ts';
import { viewsOf } from '../../src/diagram/views/choices.ts';
import { county, linesOf, projectFrom, sceneFor, summaryIn } from './county.ts';

const sample = projectFrom(county);
const scene = sceneFor(sample, 'region');
const edge = (id: string) => scene.edges.find((each) => each.id === id);

describe('what can be drawn of a project', () => {
  test('is the region, the pathways and the specifications, each by a name of its own', () => {
    expect(subjectsOf(sample.project).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'region region',
      ...['north-path', 'south-path', 'adult-path', 'north-again', 'lonely'].map((name) => `pathway ${name}`),
      'specification standard',
    ]);
    const same = projectFrom('pathway region\npathway standard\npathway region-picture\nspecification standard\n');
    expect(subjectsOf(same.project).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'region region-picture-2',
      'pathway region',
      'pathway standard',
      'pathway region-picture',
      'specification standard-specification',
    ]);
  });

  test('is no region where there is one pathway, and one without a project declared', () => {
    expect(subjectsOf(projectFrom('pathway only').project).map(({ kind }) => kind)).toEqual(['pathway']);
    expect(subjectsOf(projectFrom('pathway a\npathway b').project)[0]).toMatchObject({
      kind: 'region',
      label: 'pathways',
      place: { line: 0 },
    });
  });
});

describe('the box of a pathway', () => {
  test('says where it is, how large, and of how much the cost is known', () => {
    expect(linesOf(summaryIn(scene, 'pathway:north-path'))).toEqual([
      'recorded: footprint North',
      'recorded: 2 stages, 1 of another pathway, 4 transitions',
      'question: cost known for 1 of 2 stages, 1 unknown',
    ]);
    expect(linesOf(summaryIn(scene, 'pathway:south-path')).at(-1)).toBe('recorded: cost known for the whole');
    expect(linesOf(summaryIn(scene, 'pathway:adult-path'))).toEqual([
      'missing: footprint not recorded',
      'recorded: 1 stage, 0 transitions',
      'missing: cost not recorded for its stage',
    ]);
    expect(linesOf(summaryIn(scene, 'pathway:lonely'))).toEqual([
      "broken: footprint 'nowhere' is not declared",
      "broken: specification 'no-standard' is not declared",
      'missing: no stages yet',
    ]);
  });

  test('has the status, the ages and what is found', () => {
    const north = summaryIn(scene, 'pathway:north-path');
    expect(north.chips.map(({ text }) => text)).toEqual(['draft as of 2026', 'ages 0 to 25']);
    expect([north.proposed, summaryIn(scene, 'pathway:north-again').proposed]).toEqual([false, true]);
    expect(summaryIn(scene, 'pathway:adult-path').closed).toBe(true);
    const found = sample.findings.filter(
      ({ pathway, severity }) => pathway === 'north-path' && severity === 'question',
    );
    expect(north.questions).toBe(found.length);
    expect(found.length).toBeGreaterThan(0);
  });

  test('is read out as a sentence, and leads to its declaration', () => {
    const north = summaryIn(scene, 'pathway:north-path');
    expect(north.spoken).toContain('Pathway Northern pathway, footprint North, 2 stages, 1 of another pathway');
    expect(north.spoken.endsWith('.')).toBe(true);
    expect(north.place).toEqual(sample.project.pathways.get('north-path')!.namePlace);
  });

  test('can be found by what its stages say', () => {
    const { facts } = summaryIn(scene, 'pathway:north-path');
    expect(facts?.settings.values.map(({ name }) => name)).toEqual(['court', 'community']);
    expect(facts?.providers).toMatchObject({ state: 'recorded', values: [{ label: 'County Trust' }] });
    expect(summaryIn(scene, 'pathway:lonely').facts).toBeUndefined();
  });

  test('stands with those that realise the same, and within them with its neighbours', () => {
    const order = scene.nodes.filter((node) => node.id.startsWith('pathway:')).map(({ id }) => id.slice(8));
    expect(order).toEqual(['north-path', 'north-again', 'south-path', 'adult-path', 'lonely']);
  });
});

describe('between pathways', () => {
  test('one arrow for all transitions, and one for the flows, with what is sent', () => {
    expect(edge('transition:pathway:north-path to pathway:adult-path')).toMatchObject({
      kind: 'transition',
      label: 'Grown up',
      sendings: [{ state: 'sent', information: 'Care plan' }],
      spoken: expect.stringContaining(
        "1 handover from Northern pathway to Adult pathway, Grown up: from 'Northern team' to 'Adult team', Care plan is sent",
      ),
    });
    expect(edge('flow:pathway:north-path to pathway:adult-path')?.kind).toBe('flow');
    expect(edge('transition:pathway:north-path to pathway:south-path')?.sendings).toEqual([{ state: 'none' }]);
    expect(scene.title.facts).toContain('3 handovers between pathways');
  });

  test('several transitions are counted, and named when hovering', () => {
    const twice = county.replace(
      'flow news',
      'transition again from first to adults of adult-path "Also grown up"\n  flow news',
    );
    const both = sceneFor(projectFrom(twice), 'region').edges.find(({ id }) => id.endsWith('to pathway:adult-path'));
    expect(both).toMatchObject({ label: '2 handovers', sendings: [{ state: 'sent' }, { state: 'missing' }] });
    expect(both?.hover).toContain(
      "Grown up: from 'Northern team' to 'Adult team'\nAlso grown up: from 'first' to 'Adult team'",
    );
  });

  test('a pathway that nothing declares is a broken end', () => {
    expect(
      scene.nodes.filter((node) => node.kind === 'terminal' && node.sort === 'missing').map(({ id }) => id),
    ).toEqual(['terminal:to:nothing@adult-path', 'terminal:to:@gone-path']);
    expect(edge('transition:pathway:north-path to terminal:to:@gone-path')?.kind).toBe('transition');
  });

  test('a shared unit stands between the pathway that describes it and those that use it', () => {
    const unit = summaryIn(scene, 'unit:beds@south-path');
    expect(unit).toMatchObject({ sort: 'unit', label: 'County beds', proposed: true });
    expect(unit.spoken).toContain('described in Southern pathway and used by Northern pathway');
    const ties = scene.edges.filter(({ from, to }) => from === unit.id || to === unit.id);
    expect(ties.map(({ kind, from, to, label }) => [kind, from, label, to])).toEqual([
      ['tie', 'pathway:south-path', 'describes', unit.id],
      // On the way of the people, who are handed on from north to south.
      ['tie', 'pathway:north-path', 'uses', unit.id],
    ]);
    const apart = sceneFor(projectFrom(county.replace(/transition moved.*/, '')), 'region');
    expect(apart.edges.find(({ label }) => label === 'uses')).toMatchObject({
      from: unit.id,
      to: 'pathway:north-path',
    });
  });

  test('overlaps are those that are said, and the same stages for the same area', () => {
    const ties = scene.edges.filter(({ id }) => id.startsWith('tie:overlaps') || id.startsWith('tie:same'));
    expect(ties.map(({ spoken }) => spoken)).toEqual([
      'Northern pathway overlaps Custody healthcare at First: Paid by the police.',
      'Northern pilot overlaps Adult pathway: The same people.',
      'Northern pathway and Northern pilot both realise First contact for the same area.',
    ]);
  });

  test('a specification is tied to those that realise it, with how many footprints have none', () => {
    const sheet = summaryIn(scene, 'specification:standard');
    expect(linesOf(sheet)).toEqual([
      'recorded: for County',
      'recorded: 3 required stages',
      'missing: 2 of 3 footprints have a pathway',
    ]);
    expect(sheet.spoken).toContain('no pathway yet in East');
    const tied = scene.edges.filter(({ from }) => from === sheet.id).map(({ to }) => to);
    expect(tied).toEqual(['pathway:north-path', 'pathway:south-path', 'pathway:north-again']);
  });
});

describe('the picture of the region', () => {
  test('counts everything that is found in the project', () => {
    const { counts } = scene.title;
    const sum = Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum).toBe(sample.findings.length);
  });

  test('has a band for each footprint where that is asked for', () => {
    const banded = sceneFor(sample, 'region', { lanes: 'footprint' });
    expect(banded.lanes?.map(({ id, size }) => `${id} ${size}`)).toEqual([
      'lane:county no pathway',
      'lane:north 2 pathways',
      'lane:south 1 pathway',
      'lane:nowhere 1 pathway',
      'lane:(missing) 1 pathway',
    ]);
    expect(summaryIn(banded, 'unit:beds@south-path').lane).toBe('lane:south');
    expect(scene.lanes).toBeUndefined();
  });

  test('has them as a view, and draws a folded band as one box', () => {
    expect(viewsOf(sample.project, { kind: 'region', name: 'region' }).map(({ name }) => name)).toEqual([
      'by-footprint',
    ]);
    const view = sceneFor(sample, 'region', { view: 'by-footprint', folded: ['lane:north'] });
    expect(view.lanes?.map(({ id, folded }) => `${id} ${folded}`)).toContain('lane:north true');
    const box = summaryIn(view, 'folded:lane:north');
    expect(linesOf(box)).toEqual(['recorded: 2 pathways']);
    expect(box.hover).toBe('North\nNorthern pathway\nNorthern pilot');
    expect(box.questions).toBe(summaryIn(scene, 'pathway:north-path').questions);
    expect(view.nodes.some(({ id }) => id === 'pathway:north-path')).toBe(false);
    const ids = new Set(view.nodes.map(({ id }) => id));
    expect(view.edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(true);
    const tied = view.edges.filter(({ from, to }) => from === 'specification:standard' && to === box.id);
    expect(tied.map(({ spoken }) => spoken)).toEqual([
      'Northern pathway realises County standard. Northern pilot realises County standard.',
    ]);
  });

  test.each([
    ['right', 'none'],
    ['down', 'none'],
    ['right', 'footprint'],
    ['down', 'footprint'],
  ] as const)('to the %s with lanes by %s has nothing on top of anything', async (direction, lanes) => {
    const placed = await layout(sceneFor(sample, 'region', { direction, lanes }));
    expect(placed.nodes).toHaveLength(scene.nodes.length);
    expect(faultsOf(qualityOf(placed))).toBe(0);
  });

  test('can be followed along its handovers', async () => {
    const { on, summary } = traceOf(await layout(scene), { from: 'pathway:north-path', direction: 'downstream' });
    expect(on.filter((id) => id.startsWith('pathway:'))).toEqual([
      'pathway:north-path',
      'pathway:south-path',
      'pathway:adult-path',
    ]);
    expect(summary).toBe("People go on from 'Northern pathway' to 2 pathways.");
  });

  test('explains its lines and arrows in words of its own', () => {
    const texts = scene.legend.map(({ mark, text }) => `${mark}: ${text}`);
    expect(texts).toContain('tie: realises, unless the line says otherwise');
    expect(texts).toContain('transition: people are handed on');
  });
});
