import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { asked, type Question, type Route, traceOf } from '../../src/diagram/trace.ts';
import type { Pathway, Stage } from '../../src/model/elements.ts';
import {
  flow,
  notApplicable,
  type PathwayParts,
  pathway,
  projectOf,
  ref,
  type StageFacts,
  stage,
  transition,
  unknown,
} from './models.ts';

async function traced(parts: PathwayParts, question: Question, ...others: readonly Pathway[]): Promise<Route> {
  const one = pathway('one', 'One', parts);
  return traceOf(await layout(sceneOf(projectOf(one, ...others), one, [])), question);
}

/** A stage called by its name in capitals. */
const at = (name: string, facts: StageFacts = {}): Stage => stage(name, name.toUpperCase(), facts);

const inCohort = (one: Stage, cohort: string): Stage => {
  const value = ref('cohort', cohort);
  return { ...one, facts: { ...one.facts, cohort: [{ state: 'recorded', value, place: one.place }] } };
};

const sentences = ({ breaks }: Route): readonly string[] => breaks.map(({ sentence }) => sentence);

describe('what leads to an element, and where it leads', () => {
  const parts = {
    stages: [at('a', { enters: 'Police' }), at('b'), at('c', { leaves: 'Home' }), at('d')],
    transitions: [
      transition('ab: a -> b'),
      transition('bc: b -> c'),
      transition('cb: c -> b'),
      transition('dc: d -> c'),
    ],
    flows: [flow('news: a -> d')],
  };

  test('along the arrows that people take, in the order of the picture', async () => {
    const { on, summary } = await traced(parts, { from: 'stage:b', direction: 'upstream' });
    expect(on.filter((id) => id.startsWith('stage'))).toEqual(['stage:a', 'stage:b', 'stage:c', 'stage:d']);
    expect(on).toContain('terminal:enters:a:1');
    expect(on).not.toContain('flow:news');
    expect(summary).toBe("People come to 'B' from 3 stages.");
  });

  test('from an arrow, without what stands before it', async () => {
    const { on, summary } = await traced(parts, { from: 'transition:dc', direction: 'downstream' });
    expect(on.filter((id) => !id.includes('leaves'))).toEqual([
      'stage:b',
      'stage:c',
      'transition:bc',
      'transition:cb',
      'transition:dc',
    ]);
    expect(summary).toBe('People go on from here to 2 stages.');
  });

  test('where there is nothing it says so', async () => {
    const { on, breaks, summary } = await traced(parts, { from: 'stage:d', direction: 'upstream' });
    expect([on, breaks, summary]).toEqual([['stage:d'], [], "Nobody comes to 'D' from a stage."]);
    expect((await traced(parts, { from: 'stage:gone', direction: 'upstream' })).on).toEqual([]);
  });
});

describe('the route open at an age', () => {
  const parts = {
    stages: [
      at('contact', { enters: 'Police', ages: [10] }),
      at('camhs', { ages: [0, 17] }),
      at('unit', { ages: unknown }),
      at('adult', { ages: [18], leaves: 'Discharge' }),
    ],
    transitions: [
      transition('in: contact -> camhs'),
      transition('up: camhs -> unit'),
      transition('down: unit -> camhs'),
      transition('straight: contact -> adult'),
      transition('on: camhs -> adult', undefined, { movement: 'step-up' }),
    ],
  };

  test('holds the stages for it, and those that do not say, from the way in on', async () => {
    const { on, unsure, breaks, summary } = await traced(parts, { age: 15 });
    expect(on).toEqual([
      'terminal:enters:contact:1',
      'stage:contact',
      'stage:camhs',
      'stage:unit',
      'transition:in',
      'transition:up',
      'transition:down',
      'link:enters:contact:1',
    ]);
    expect(unsure).toEqual(['stage:unit']);
    expect(breaks).toEqual([]);
    expect(summary).toBe(
      'For people of age 15, 2 of 4 stages are open. 1 stage does not say. The route does not break.',
    );
  });

  test('breaks where a stage leads only to others', async () => {
    const short = { ...parts, stages: parts.stages.filter(({ name }) => name !== 'unit') };
    const answer = await traced({ ...short, transitions: [parts.transitions[0]!, parts.transitions[4]!] }, { age: 15 });
    expect(answer.breaks).toEqual([
      {
        id: 'stage:camhs',
        sentence: "In 'CAMHS', people of age 15 cannot go on: it leads only to 'ADULT' (ages 18 and over).",
      },
    ]);
    expect(answer.summary).toContain('The route breaks in 1 place.');
  });

  test('does not break where people move on when they are old enough, but does where a year lies between', async () => {
    const ages = (last: number, first: number): PathwayParts => ({
      stages: [at('young', { enters: 'Police', ages: [0, last] }), at('old', { ages: [first], leaves: '' })],
      transitions: [transition('young -> old', undefined, { movement: 'age' })],
    });
    expect(sentences(await traced(ages(17, 18), { age: 17 }))).toEqual([]);
    expect(sentences(await traced(ages(16, 18), { age: 16 }))).toEqual([
      "In 'YOUNG', people of age 16 cannot go on: it leads only to 'OLD' (ages 18 and over).",
    ]);
  });

  test('breaks before a stage that nobody of that age comes to, told once for all behind it', async () => {
    const answer = await traced(
      {
        stages: [
          at('door', { enters: '', ages: [18] }),
          at('b', { ages: [10, 17] }),
          at('c', { ages: [10, 17], leaves: '' }),
        ],
        transitions: [transition('b -> c'), transition('door -> b')],
      },
      { age: 12 },
    );
    expect(answer.breaks).toEqual([
      { sentence: 'No way in is open to people of age 12.' },
      {
        id: 'stage:b',
        sentence: "'B' is for people of age 12, but none of them comes to it: no open way leads there through 'DOOR'.",
      },
    ]);
    expect(answer.on).toEqual([]);
  });

  test('breaks where a stage leads nowhere, and where no stage is for the age', async () => {
    const parts = { stages: [at('a', { enters: '', ages: [0, 9] })] };
    expect(sentences(await traced(parts, { age: 9 }))).toEqual([
      "Nobody goes on from 'A': no transition and no way out starts there.",
    ]);
    expect(await traced(parts, { age: 10 })).toMatchObject({
      on: [],
      breaks: [{ sentence: 'No stage is for people of age 10.' }],
    });
  });

  test('takes the ages of the pathway where a stage says none', async () => {
    const parts: PathwayParts = {
      ages: [0, 17],
      stages: [at('a', { leaves: '' }), at('b', { ages: notApplicable, leaves: '' })],
    };
    expect((await traced(parts, { age: 17 })).on).toContain('stage:a');
    expect((await traced(parts, { age: 18 })).on).not.toContain('stage:a');
    expect(await traced(parts, { age: 18 })).toMatchObject({ unsure: [], on: expect.arrayContaining(['stage:b']) });
  });

  test('people may come from another pathway', async () => {
    const other = pathway('other', 'Other', { stages: [stage('x')], transitions: [transition('x -> b @one')] });
    const parts = {
      stages: [at('a', { ages: [18] }), at('b', { ages: [0, 17], leaves: '' })],
      transitions: [transition('a -> b')],
    };
    expect(sentences(await traced(parts, { age: 12 }, other))).toEqual([]);
    expect(sentences(await traced(parts, { age: 12 }))).toHaveLength(2);
  });
});

test('the route open to a cohort', async () => {
  const parts = {
    stages: [
      inCohort(at('a', { enters: 'Court' }), 'young-women'),
      at('b'),
      inCohort(at('c', { leaves: '' }), 'veterans'),
    ],
    transitions: [transition('a -> b'), transition('b -> c')],
  };
  expect(await traced(parts, { cohort: 'young-women' })).toMatchObject({
    unsure: ['stage:b'],
    breaks: [
      {
        id: 'stage:b',
        sentence: "In 'B', people of the cohort 'Young women' cannot go on: it leads only to 'C' (Veterans).",
      },
    ],
  });
  const one = pathway('one', 'One', parts);
  expect(asked(await layout(sceneOf(projectOf(one), one, [])), 'cohorts')).toEqual([
    { name: 'young-women', label: 'Young women' },
    { name: 'veterans', label: 'Veterans' },
  ]);
});

test('the stages at a level, how people come and go, and where they cannot', async () => {
  const parts = {
    stages: [
      at('a', { enters: '', level: 'tier-2' }),
      at('b', { level: ['tier-2', 'tier-3'] }),
      at('c', { level: 'tier-4' }),
      at('d', { level: 'tier-3' }),
      at('e', { level: 'tier-3' }),
      at('f'),
    ],
    transitions: [
      transition('a -> b'),
      transition('b -> c'),
      transition('c -> b'),
      transition('d -> e'),
      transition('e -> d'),
    ],
  };
  const { on, unsure, breaks, summary } = await traced(parts, { level: 'tier-3' });
  expect(on.filter((id) => id.startsWith('stage'))).toEqual(['stage:b', 'stage:d', 'stage:e']);
  expect(on).toContain('transition:a to b');
  expect(unsure).toEqual(['stage:f']);
  expect(breaks.map(({ id }) => id)).toEqual(['stage:d', 'stage:e']);
  expect(summary).toBe(
    "At the level 'Specialist services': 3 of 6 stages. 1 stage does not say at which level. The route breaks in 2 places.",
  );
  expect(sentences(await traced(parts, { level: 'tier-1' }))).toEqual(["No stage is at the level 'tier-1'."]);
});
