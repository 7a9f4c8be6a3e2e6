import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/diagram/content/card.ts';
import { layout } from '../../src/diagram/layout.ts';
import type { Look } from '../../src/diagram/look.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import type { Scene, StageNode } from '../../src/diagram/scene.ts';
import { drawingOf } from '../../src/diagram/subjects.ts';
import { viewsOf } from '../../src/diagram/views/choices.ts';
import { viewLines, wantedOf } from '../../src/diagram/views/wanted.ts';
import { viewWords } from '../../src/model/view-words.ts';
import { called, type Example, everyExample, subjectsIn } from './examples.ts';

const examples = everyExample();
const north = called('rivershire-hj', examples);

function drawn({ project, subject, findings }: Example, look: Look): Scene {
  return drawingOf(project, subject, findings, { look });
}

function stages(scene: Scene): readonly StageNode[] {
  return scene.nodes.filter((node) => node.kind === 'stage');
}

function box(scene: Scene, name: string): StageNode {
  return stages(scene).find(({ id }) => id === `stage:${name}`)!;
}

const lane = fc.constantFrom('setting', 'provider', 'commissioner', 'level', 'footprint', 'none');
const words = fc.uniqueArray(fc.constantFrom(...Object.keys(viewWords), 'something-else'), { maxLength: 8 });
const only = fc.record({
  by: fc.constantFrom('setting', 'level', 'provider', 'commissioner', 'cohort', 'footprint'),
  term: fc.constantFrom('community', 'tier-3', 'council', 'icb', 'cyp-justice', 'north-rivershire', 'nowhere'),
});
const looks: fc.Arbitrary<Look> = fc.record(
  {
    view: fc.constantFrom('who-does-what', 'gaps-and-questions', 'who-pays', 'no-such-view'),
    lanes: lane,
    colour: lane,
    badges: fc.uniqueArray(fc.constantFrom('cost', 'activity', 'wait', 'findings')),
    show: words,
    hide: words,
    only: fc.array(only, { maxLength: 3 }),
    direction: fc.constantFrom('right', 'down'),
    folded: fc.uniqueArray(fc.constantFrom('lane:community', 'lane:icb', 'lane:(missing)', 'lane:(unknown)')),
    weight: fc.constantFrom('activity', 'none'),
    heat: fc.constantFrom('cost', 'wait', 'findings', 'none'),
    difference: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Look>;

describe('whatever somebody wants to see', () => {
  test('every stage is drawn or counted, and every arrow joins two boxes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), looks, (example, look) => {
        const scene = drawn(example, look);
        const ids = scene.nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { from, to } of scene.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
        const shown = stages(scene).reduce((sum, { holds = 1 }) => sum + holds, 0);
        const removed = stages(scene).filter(({ change }) => change === 'removed').length;
        const { pathway } = example.subject;
        const missing = pathway.stages.length + pathway.uses.length - (shown - removed);
        if (missing > 0) expect(scene.title.shown?.join(' ')).toMatch(/\d+ of \d+ stages? shown/);
        if (scene.lanes) {
          const lanes = scene.lanes.map(({ id }) => id);
          for (const node of stages(scene)) expect(lanes).toContain(node.lane);
          expect(scene.lanes.reduce((sum, each) => sum + each.stages, 0)).toBe(shown);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each(examples.map((example) => [example.subject.name, example] as const))(
    'the built-in pictures of %s have nothing on top of anything',
    async (_, example) => {
      for (const { name, look } of viewsOf(example.project, example.subject)) {
        const placed = await layout(drawn(example, { ...look, view: name }));
        expect({ name, faults: faultsOf(qualityOf(placed)) }).toEqual({ name, faults: 0 });
      }
    },
  );
});

test('pictures of any look have nothing on top of anything', async () => {
  for (const [index, look] of fc.sample(looks, { numRuns: 30, seed: 7 }).entries()) {
    const example = examples[index % examples.length]!;
    const placed = await layout(drawn(example, look));
    expect({ look, of: example.subject.name, faults: faultsOf(qualityOf(placed)) }).toMatchObject({ faults: 0 });
  }
});

describe('views', () => {
  test('those of the pathway come first, then the built-in ones', () => {
    const views = viewsOf(north.project, north.subject);
    expect(views.map(({ name }) => name)).toEqual([
      'who-pays',
      'handovers',
      'tier-four',
      'who-does-what',
      'who-commissions-what',
      'information',
      'gaps-and-questions',
      'cost-and-activity',
      'governance',
    ]);
    expect(views.find(({ name }) => name === 'tier-four')).toEqual({
      name: 'tier-four',
      label: 'The inpatient unit',
      builtIn: false,
      look: {
        lanes: 'level',
        only: ['tier-3', 'tier-3-plus', 'tier-4'].map((term) => ({ by: 'level', term })),
        direction: 'down',
      },
    });
  });

  test('one that is not there is not passed over in silence', () => {
    expect(drawn(north, { view: 'no-such-view' }).title.shown).toEqual(["There is no view 'no-such-view'"]);
  });

  test('a scenario has those of the pathway that it changes', () => {
    const { project, subject } = called('more-early-help', examples);
    expect(viewsOf(project, subject).map(({ name }) => name)).toContain('who-pays');
  });

  test('a declared view takes the place of a built-in one of its name', () => {
    const text = 'pathway p { stage a }\nview governance "Ours" of p { lanes by level }\nview other of q { }';
    const [{ project, subject }] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
    const views = viewsOf(project, subject);
    expect(views[0]).toEqual({ name: 'governance', label: 'Ours', builtIn: false, look: { lanes: 'level' } });
    expect(views.filter(({ name }) => name === 'governance')).toHaveLength(1);
    expect(views.map(({ name }) => name)).not.toContain('other');
  });

  test('what a look says itself outweighs its view', () => {
    const views = viewsOf(north.project, north.subject);
    const wanted = wantedOf({ view: 'who-pays', lanes: 'none', show: ['criteria'], colour: 'level' }, views);
    expect(wanted).toMatchObject({ view: 'Who pays for what', colour: 'level' });
    expect(wanted).not.toHaveProperty('lanes');
    expect([...wanted.shows]).toEqual(expect.arrayContaining(['cost', 'criteria']));
  });

  test('whatever is seen can be written down as a view that shows the same', () => {
    fc.assert(
      fc.property(looks, (look) => {
        const views = viewsOf(north.project, north.subject);
        const { view: _, folded: __, difference: ___, ...seen } = wantedOf(look, views);
        const text = `pathway p { stage a }\nview saved of p {\n  ${viewLines(look, views).join('\n  ')}\n}`;
        const [again] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
        const [saved] = viewsOf(again.project, again.subject);
        const { view: ____, folded: _____, difference: ______, ...got } = wantedOf({ view: 'saved' }, [saved!]);
        const plain = (wanted: typeof got) => ({
          ...wanted,
          shows: [...wanted.shows].filter((word) => !/^(?:shading|width)-by/.test(word)).toSorted(),
        });
        expect(plain(got)).toEqual(plain(seen));
      }),
      { numRuns: 60 },
    );
  });
});

describe('lanes and colours', () => {
  test('levels stand in their order, with what has none last', () => {
    const scene = drawn(north, { lanes: 'level' });
    expect(scene.lanes!.map(({ label, state, stages: count }) => [label, state, count])).toEqual([
      ['Tier 1: Universal services', 'recorded', 1],
      ['Tier 2: Targeted services', 'recorded', 1],
      ['Tier 3: Specialist services', 'recorded', 1],
      ['Tier 3+', 'recorded', 1],
      ['Tier 4: Specialised CAMHS', 'recorded', 1],
      ['Level not applicable', 'not-applicable', 1],
      ['Level not recorded', 'missing', 4],
    ]);
  });

  test('the lead says which lane, and a stage of another pathway stands in the lane of its own facts', () => {
    const scene = drawn(north, { lanes: 'provider' });
    expect(box(scene, 'secure-home').lane).toBe('lane:weir-trust');
    expect(box(scene, 'crisis').lane).toBe('lane:south-trust');
    expect(box(scene, 'secure-home').spoken).toMatch(/in lane Weir Forensic Trust$/);
  });

  test('each colour has a letter, and the legend says whose it is', () => {
    const scene = drawn(north, { colour: 'provider' });
    const [first] = scene.legend;
    expect(first).toEqual({ mark: 'tint1', text: 'Beacon Young People', heading: 'Provider' });
    expect(box(scene, 'hub')).toMatchObject({ tint: 0, spine: 'tint1' });
    const marks = scene.legend.map(({ mark }) => mark);
    for (const { spine } of stages(scene)) expect(marks).toContain(spine);
  });

  test('of more than eight the smallest share a colour', () => {
    const organisations = Array.from({ length: 11 }, (_, index) => `organisation o${index} is icb`);
    const parts = Array.from({ length: 11 }, (_, index) => `stage s${index} { provider o${index} }`);
    const text = `${organisations.join('\n')}\npathway p {\nstage t { provider o10 }\n${parts.join('\n')}\n}`;
    const scene = drawn(subjectsIn([{ uri: 'file:///p.pathway', text }])[0]!, { colour: 'provider' });
    expect(stages(scene).filter(({ spine }) => spine === 'tint-other')).toHaveLength(3);
    expect(box(scene, 's10').spine).toBe(box(scene, 't').spine);
    expect(scene.legend.map(({ text: words }) => words)).toContain('other, 3 of them');
  });

  test('why a stage has no colour is told apart', () => {
    const text = `pathway p {
      stage a { provider unknown }
      stage b { provider none }
      stage c
      stage d { provider not-applicable because "Run by families" }
    }`;
    const scene = drawn(subjectsIn([{ uri: 'file:///p.pathway', text }])[0]!, {
      colour: 'provider',
      lanes: 'provider',
    });
    expect(stages(scene).map(({ spine }) => spine)).toEqual([
      'tint-unknown',
      'tint-none',
      'tint-missing',
      'tint-not-applicable',
    ]);
    expect(scene.lanes!.map(({ label }) => label)).toEqual([
      'Provider not applicable',
      'No provider',
      'Provider unknown',
      'Provider not recorded',
    ]);
  });
});

test('the title counts the gaps and risks that are open, and those that are closed apart', () => {
  const titleOf = (...issues: readonly string[]) => {
    const blocks = issues.map(
      (kind, index) =>
        `${kind.replace(' closed', '')} i${index} "I" {\n${kind.includes(' ') ? 'status closed' : ''}\n}`,
    );
    const text = `pathway p "P" {\nstage a "A" {\n${blocks[0]}\n}\n${blocks.slice(1).join('\n')}\n}\n`;
    const [example] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
    return drawn(example, {}).title.facts.at(-1);
  };
  expect(titleOf('gap closed')).toBe('1 closed gap');
  expect(titleOf('gap closed', 'gap', 'gap', 'risk')).toBe('2 gaps, 1 closed gap, 1 risk');
  expect(titleOf('gap', 'risk closed', 'risk closed')).toBe('1 gap, 2 closed risks');
});

describe('figures, shades and widths', () => {
  const scene = drawn(north, { view: 'cost-and-activity' });

  test('figures say their period and how sure they are; what is absent is never nothing', () => {
    expect(box(scene, 'peer-support').figures).toEqual([
      { kind: 'cost', state: 'recorded', text: '£60,000 estimate for 2026/27', shaded: true },
      { kind: 'activity', state: 'recorded', text: 'about 15 people for 2026/27' },
      { kind: 'wait', state: 'missing', text: 'wait not recorded' },
    ]);
    expect(box(scene, 'adult-services').figures![0]).toMatchObject({ state: 'unknown', text: 'cost unknown' });
    expect(box(scene, 'hub').spoken).toContain('cost £180,000 actual for 2025/26');
  });

  test('a confirmed none and a question have their own signs, and never the empty measure of what is not recorded', () => {
    const facts = ['cost none', 'cost unknown', '', 'cost £5k for 2025/26', 'cost £9k for 2024/25\n    cost unknown'];
    const named = facts.map((fact, index) => `  stage s${index} "S${index}" {\n    ${fact}\n  }\n`);
    const text = `pathway p "P" {\n${named.join('')}}\n`;
    const [example] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
    const costed = drawn(example, { view: 'cost-and-activity' });
    const signs = stages(costed).map((node) =>
      cardOf({ ...node, figures: node.figures!.filter(({ kind }) => kind === 'cost') }).content.marks.flatMap(
        ({ mark }) => (mark === 'entry' ? [] : [mark]),
      ),
    );
    expect(signs).toEqual([['gap'], ['question'], ['heat0'], ['heat3'], ['heat4', 'question']]);
    expect(box(costed, 's4').figures!.map(({ text: words }) => words)).toContain('cost unknown for other periods');
    expect(box(costed, 's4').hover).toContain('Cost unknown for other periods');
    expect(costed.legend.map(({ text: words }) => words)).toEqual(
      expect.arrayContaining(['not recorded', 'open question', 'confirmed gap']),
    );
    expect(drawn(example, { heat: 'cost' }).legend.map(({ text: words }) => words)).toContain('not recorded');
  });

  test('the legend says of an empty measure that it is also of 0 and of what cannot be compared', () => {
    const text =
      'pathway p "P" {\n  stage a "A" {\n    cost £5k\n  }\n  stage b "B" {\n    cost €5k\n  }\n  stage c "C" {\n    cost £5k\n  }\n}\n';
    const [example] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
    const [first] = drawn(example, { heat: 'cost' }).legend;
    expect(first).toMatchObject({ mark: 'heat0', text: 'not recorded, 0 or not comparable' });
  });

  test('shades are quarters of the highest, and 0 where nothing is known', () => {
    const heats = Object.fromEntries(stages(scene).map(({ id, heat }) => [id, heat]));
    expect(heats).toMatchObject({
      'stage:inpatient': 4,
      'stage:early-help': 2,
      'stage:hub': 1,
      'stage:adult-services': 0,
    });
    expect(scene.legend.slice(0, 5).map(({ text }) => text)).toEqual([
      'not recorded',
      'up to £650,000',
      'up to £1.3m',
      'up to £1.95m',
      'up to £2.6m',
    ]);
  });

  test('an arrow is as wide as there are people on it, with their number', () => {
    const busiest = scene.edges.find(({ id }) => id === 'transition:hub-to-help')!;
    expect(busiest).toMatchObject({ weight: 8, details: [{ text: '380 people for 2025/26' }] });
    const unweighed = scene.edges.filter(({ kind, details }) => kind === 'transition' && !details);
    expect(unweighed.length).toBeGreaterThan(0);
    for (const { weight } of unweighed) expect(weight).toBeUndefined();
  });

  test('what is in order steps back where gaps are looked for, and recorded gaps stand at their stage', () => {
    const gaps = drawn(north, { view: 'gaps-and-questions' });
    expect(box(gaps, 'early-help').recedes).toBe(true);
    expect(box(gaps, 'adult-services')).toMatchObject({ heat: 1 });
    expect(box(gaps, 'resettlement').lines.map(({ fact }) => fact)).toEqual([
      'provider',
      'commissioner',
      'gap',
      'risk',
    ]);
    expect(box(gaps, 'resettlement').recedes).toBeUndefined();
  });
});

describe('only some', () => {
  test('arrows to a stage that is left out end in a box with its name', () => {
    const scene = drawn(north, { only: [{ by: 'setting', term: 'sch' }] });
    expect(stages(scene).map(({ id }) => id)).toEqual(['stage:secure-home']);
    const hidden = scene.nodes.filter((node) => node.kind === 'terminal' && node.sort === 'hidden');
    expect(hidden.map((node) => node.id)).toEqual(['terminal:from:liaison', 'terminal:to:resettlement']);
    expect(scene.title.shown).toContain('1 of 10 stages shown');
    expect(scene.legend.map(({ mark }) => mark)).toContain('hidden');
  });

  test('one of each kind has to hold', () => {
    const by = (...chosen: readonly ['setting' | 'level', string][]) =>
      stages(drawn(north, { only: chosen.map(([kind, term]) => ({ by: kind, term })) })).length;
    expect(by(['setting', 'community'])).toBe(4);
    expect(by(['setting', 'community'], ['level', 'tier-3'])).toBe(1);
    expect(by(['level', 'tier-3'], ['level', 'tier-4'])).toBe(2);
  });

  test('where nothing is left the picture says so', () => {
    const scene = drawn(north, { only: [{ by: 'setting', term: 'prison' }] });
    expect(scene.nodes).toEqual([]);
    expect(scene.empty!.heading).toBe('None of the 10 stages is what this picture is to show.');
  });
});

describe('folded lanes', () => {
  const scene = drawn(north, { lanes: 'setting', folded: ['lane:community'] });

  test('are one box with the number of stages and of the arrows between them', () => {
    const folded = scene.nodes.find(({ id }) => id === 'folded:lane:community') as StageNode;
    expect(folded).toMatchObject({ label: 'Community', holds: 4, questions: 1 });
    expect(folded.lines.map(({ text }) => text)).toEqual(['4 stages', '4 arrows between them']);
    expect(scene.nodes.filter(({ label }) => label === '4 ways out')).toHaveLength(1);
  });

  test('arrows that then join the same boxes are one, which says how many they are', () => {
    const both = drawn(north, { lanes: 'setting', folded: ['lane:community', 'lane:drop-in', 'lane:school-site'] });
    const merged = both.edges.filter(({ id }) => id.startsWith('merged:'));
    for (const { label } of merged) expect(label).toMatch(/^\d+ (transitions|flows)$/);
  });
});

describe('a scenario', () => {
  const scenario = called('more-early-help', examples);

  test('says of what it is one', () => {
    expect(drawn(scenario, {}).title.facts[0]).toBe('scenario of North Rivershire health and justice (fictional)');
  });

  test('beside the pathway that it changes, shows what comes, goes and changes', () => {
    const scene = drawn(scenario, { difference: true });
    expect(box(scene, 'school-team').change).toBe('added');
    expect(box(scene, 'peer-support').change).toBe('removed');
    expect(box(scene, 'inpatient')).toMatchObject({
      change: 'changed',
      changes: [
        'activity 16 people for 2025/26, now about 12 people for 2026/27',
        'cost £2.6m actual for 2025/26, now £2.1m estimate for 2026/27',
      ],
    });
    expect(box(scene, 'hub').change).toBeUndefined();
    expect(scene.edges.find(({ id }) => id === 'transition:hub-to-school')!.change).toBe('added');
    expect(scene.title.shown).toEqual(
      expect.arrayContaining(['1 stage added', '1 stage taken away', '2 stages changed']),
    );
    expect(scene.legend.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['added', 'removed', 'changed']));
  });
});
