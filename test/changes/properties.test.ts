import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Comparison } from '../../src/changes/change.ts';
import { compareProjects } from '../../src/changes/compare.ts';
import { checked, edited, edits, texts } from './edits.ts';
import { rebuilt, sayings } from './rebuild.ts';

const before = checked(texts);

/** What a change is about, without the words, so that it can be found again with the sides swapped. */
function told(change: Change): string {
  const { before: was, after: is } = change;
  if (!('fact' in change)) return `${change.change} ${was?.path} ${is?.path}`;
  return `${change.change} ${change.fact} ${change.part} ${change.was?.content} ${change.is?.content} ${was?.path} ${is?.path}`;
}

const opposite = { added: 'removed', removed: 'added', stated: 'withdrawn', withdrawn: 'stated' } as const;

function swapped(change: Change): Change {
  const { before: was, after: is } = change;
  const kind = change.change in opposite ? opposite[change.change as keyof typeof opposite] : change.change;
  const sides = { ...change, change: kind, before: is, after: was } as Change;
  return 'fact' in change ? ({ ...sides, was: change.is, is: change.was } as Change) : sides;
}

const list = ({ changes }: Comparison): readonly string[] => changes.map(told).toSorted();

describe('random edits', () => {
  it('are described completely: the description makes the one project of the other', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const after = checked(all.reduce(edited, texts));
        const comparison = compareProjects(before, after);
        expect(rebuilt(before.project, comparison)).toEqual(sayings(after.project));
      }),
      { numRuns: 350 },
    );
  }, 120_000);

  it('read the other way round where the sides are swapped', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const after = checked(all.reduce(edited, texts));
        const back = compareProjects(after, before);
        expect(list(compareProjects(before, after))).toEqual(list({ ...back, changes: back.changes.map(swapped) }));
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('what is no change', () => {
  it('is nothing at all', () => {
    expect(compareProjects(before, checked(texts))).toMatchObject({ changes: [], consequences: [], troubles: [] });
  });
});
