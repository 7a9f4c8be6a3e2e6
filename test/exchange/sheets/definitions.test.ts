import { describe, expect, it } from 'vitest';
import { definitions, keyHeadings, partColumns } from '../../../src/exchange/sheets/definitions.ts';
import { blockOf } from '../../../src/language/actions/elements.ts';
import { lineOrder } from '../../../src/language/format/order.ts';
import type { AnyElement } from '../../../src/model/walk.ts';

/** What every block takes, and what is written in the pathway files alone. */
const inText = ['note', 'tag', 'field', 'accept', 'evidence', 'uses', 'omits', 'overlaps', 'top', 'indicator'];

/** The first word of a fact's line, where it is not the fact's name. */
const words: Readonly<Record<string, string>> = {
  basis: 'under',
  'part-of': 'part',
  'reports-to': 'reports',
  'succeeded-by': 'succeeded',
};

/** The words that lines of facts begin with, by the block that they stand in, as far as sheets know them. */
const known = new Map<string, Set<string>>();
for (const { kinds, facts } of definitions) {
  for (const kind of kinds) {
    const block = blockOf({ kind } as AnyElement);
    for (const fact of facts) known.set(block, (known.get(block) ?? new Set()).add(words[fact] ?? fact));
  }
}

describe('the sheets', () => {
  it.each([...known.keys()].filter((block) => lineOrder[block]))('have a place for every fact of %s', (block) => {
    const all = lineOrder[block]!.facts.flatMap((entry) => entry.split(' '));
    expect(all.filter((word) => !known.get(block)!.has(word) && !inText.includes(word))).toEqual([]);
  });

  it('have headings that stand once, and names that spreadsheet programs take', () => {
    for (const definition of definitions) {
      const headings = [...keyHeadings(definition), ...partColumns(definition).map(({ heading }) => heading)];
      expect(new Set(headings).size, definition.name).toBe(headings.length);
      expect(definition.name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    }
  });
});
