import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { layoutReview, type ReviewOptions } from '../../src/diagram/review.ts';
import { drawingOf, subjectsOf } from '../../src/diagram/subjects.ts';
import { reviewOf, uncheckedOf } from './review.ts';
import { expectStill } from './still.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const labels = ['', ' "First contact"', ' "A team with a name that is longer than most"'];
const facts = [
  'provider x',
  'provider y',
  'provider unknown',
  'level tier-3',
  'ages 10 to 18',
  'cost £500k for 2025/26',
  'cost £540k for 2025/26',
  'enters "By phone"',
  'enters "By letter"',
  'leaves "Home"',
  'gap waits "Long waits"',
];
const sendings = ['', ' { send chat }', ' { send none }', ' { send unknown  criteria "Any" }'];

const stage = fc.record({
  name: fc.constantFrom(...names),
  label: fc.constantFrom(...labels),
  facts: fc.subarray(facts, { maxLength: 5 }),
});
const arrow = fc.record({
  kind: fc.constantFrom('transition', 'flow'),
  name: fc.constantFrom('', '', 'on ', 'back '),
  from: fc.constantFrom(...names, 'pathway q'),
  to: fc.constantFrom(...names, 'pathway q'),
  sends: fc.constantFrom(...sendings),
});

/** A pathway in the language; arrows from or to stages that are not there are among them. */
const text = fc
  .record({
    stages: fc.uniqueArray(stage, { selector: ({ name }) => name, maxLength: 7 }),
    arrows: fc.array(arrow, { maxLength: 9 }),
  })
  .map(({ stages, arrows }) =>
    [
      'organisation x "X Trust" is nhs-provider\norganisation y "Y Trust" is nhs-provider',
      'information chat "CHAT" containing health',
      'pathway q "Elsewhere" { }',
      'pathway p "The pathway" {',
      ...stages.map((one) => `  stage ${one.name}${one.label} {\n    ${one.facts.join('\n    ')}\n  }`),
      ...arrows.map(({ kind, name, from, to, sends }) => `  ${kind} ${name}from ${from} to ${to}${sends}`),
      '}',
    ].join('\n'),
  );

const options = fc.record<ReviewOptions>({
  onlyChanges: fc.boolean(),
  look: fc.constantFrom({}, { lanes: 'provider' }, { direction: 'down' }, { lanes: 'level', direction: 'down' }),
});

describe('any two versions of a pathway', () => {
  test('stand still in the three pictures, with nothing on top of anything', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, options, async (before, after, chosen) => {
        const pages = await layoutReview(reviewOf(before, after, chosen, 'p', uncheckedOf).scenes);
        expectStill(pages);
        for (const page of [pages.before, pages.difference, pages.after]) expect(faultsOf(qualityOf(page))).toBe(0);
      }),
      { numRuns: 25, seed: 77, endOnFailure: true },
    );
  });

  test('are shown whole: each side has what its own picture has', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pair, scenes } = reviewOf(before, after, {}, 'p', uncheckedOf);
        for (const [side, scene] of [
          [pair.before!, scenes.before],
          [pair.after!, scenes.after],
        ] as const) {
          const subject = subjectsOf(side.project).find(({ name }) => name === 'p')!;
          const own = drawingOf(side.project, subject, []);
          expect(scene.nodes.map(({ label }) => label).toSorted()).toEqual(
            own.nodes.map(({ label }) => label).toSorted(),
          );
          expect(scene.edges.length).toBe(own.edges.length);
          const ids = new Set(scene.nodes.map(({ id }) => id));
          expect(ids.size).toBe(scene.nodes.length);
          for (const { from, to } of scene.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  test('swap what has come and gone with their sides', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const became = (one: string, other: string) => {
          const { nodes } = reviewOf(one, other, {}, 'p', uncheckedOf).scenes.difference;
          const of = (change: string) =>
            nodes.flatMap((node) => (node.kind === 'stage' && node.change === change ? [node.label] : [])).toSorted();
          return { added: of('added'), removed: of('removed') };
        };
        const [there, back] = [became(before, after), became(after, before)];
        expect(back).toEqual({ added: there.removed, removed: there.added });
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});
