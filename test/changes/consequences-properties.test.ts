import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, Consequence } from '../../src/changes/change.ts';
import { compareProjects } from '../../src/changes/compare.ts';
import { readingOf } from '../../src/changes/reading.ts';
import { checked, edited, edits, texts } from './edits.ts';

const before = checked(texts);

/** What a kind of consequence is called by somebody who looks from the other side. */
const opposites: readonly (readonly [Consequence['kind'], Consequence['kind']])[] = [
  ['finding-opened', 'finding-closed'],
  ['finding-accepted', 'finding-reopened'],
  ['finding-shown', 'finding-hidden'],
  ['governance-lost', 'governance-gained'],
  ['agreement-lost', 'agreement-gained'],
  ['information-lost', 'information-gained'],
  ['ages-lost', 'ages-gained'],
  ['level-lost', 'level-gained'],
  ['provider-lost', 'provider-gained'],
  ['assessment-lost', 'assessment-gained'],
  ['wait-longer', 'wait-shorter'],
  ['required-stage-lost', 'required-stage-gained'],
  ['unreachable', 'reachable'],
];
const swapped = new Map(opposites.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/** How many of each kind there are, each finding by itself; what is no longer asked is either answered or dropped. */
function counts({ consequences }: Comparison, kindOf: (kind: Consequence['kind']) => string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { kind, count = 1 } of consequences) {
    const name = kindOf(kind);
    found[name] = (found[name] ?? 0) + count;
  }
  return found;
}

const settled: ReadonlySet<string> = new Set(['question-answered', 'question-dropped']);

describe('what follows from random edits', () => {
  it('is lost where it was gained, and opened where it was closed, once the sides are swapped', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const after = checked(all.reduce(edited, texts));
        const there = counts(compareProjects(before, after), (kind) => (settled.has(kind) ? 'settled' : kind));
        const back = counts(compareProjects(after, before), (kind) =>
          kind === 'question-raised' ? 'settled' : settled.has(kind) ? 'question-raised' : (swapped.get(kind) ?? kind),
        );
        expect(there).toEqual(back);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is read once, all of it, and so is every change', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const comparison = compareProjects(before, checked(all.reduce(edited, texts)));
        const { groups, headline } = readingOf(comparison);
        const entries = groups.flatMap((group) => group.entries);
        const told = entries.flatMap(({ change, consequence, others }) => [change, consequence, ...others]);
        const ids = told.flatMap((one) => (one === undefined ? [] : [one.id])).toSorted();
        expect(ids).toEqual([...comparison.changes, ...comparison.consequences].map(({ id }) => id).toSorted());
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        expect(groups.every(({ entries: those }) => those.length > 0)).toBe(true);
        expect(headline).toMatch(/^[\p{Lu}\d£€$'][^\n]*\.$/u);
        for (const { sentence } of entries) {
          expect(sentence).toMatch(/[.?]$/);
          expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\s\s| ,|\.\.|, ;/);
        }
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
