import { describe, expect, it } from 'vitest';
import { inOrder, isBlock, lineOrder } from '../../src/language/format/order.ts';
import { CarePathwaysGrammar } from '../../src/language/generated/grammar.ts';
import { lineWordsOf } from '../../src/language/line-words.ts';

describe('the order of facts', () => {
  const words = lineWordsOf(CarePathwaysGrammar());

  it('speaks of every block of the grammar', () => {
    expect(Object.keys(lineOrder).toSorted()).toEqual([...words.keys()].toSorted());
  });

  it.each([...words])('names exactly what may stand in the block %s', (block, allowed) => {
    const { facts, blocks } = lineOrder[block]!;
    const named = [...facts.flatMap((entry) => entry.split(' ')), ...blocks.map((word) => word.split(' ')[0]!)];
    expect([...new Set(named)].toSorted()).toEqual(allowed.toSorted());
  });

  it.each(Object.entries(lineOrder))('names each fact of the block %s once', (_, { facts, blocks }) => {
    const named = facts.flatMap((entry) => entry.split(' '));
    expect(named).toEqual([...new Set(named)]);
    expect(blocks).toEqual([...new Set(blocks)]);
  });

  it('tells what is required of a stage from the stage that is required', () => {
    const line = (...start: string[]) => ({ block: 'Specification', start });
    expect(isBlock(line('require', 'stage'))).toBe(true);
    expect(isBlock(line('require', 'provider'))).toBe(false);
    expect(inOrder([line('require', 'stage'), line('require', 'cost'), line('ages', '0')])).toEqual([
      line('ages', '0'),
      line('require', 'cost'),
      line('require', 'stage'),
    ]);
  });
});
