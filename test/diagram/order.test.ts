import { describe, expect, test } from 'vitest';
import { flowOrder } from '../../src/diagram/order.ts';

const order = (nodes: string, ...links: readonly string[]) =>
  flowOrder(
    [...nodes],
    links.map((link) => ({ from: link[0]!, to: link[1]! })),
  ).join('');

describe('the order of the flow', () => {
  test('is that of the text where nothing speaks against it', () => {
    expect(order('abc')).toBe('abc');
    expect(order('abc', 'ab', 'bc')).toBe('abc');
    expect(order('abcd', 'ac', 'bd')).toBe('abcd');
  });

  test('puts a node after those that lead to it', () => {
    expect(order('ab', 'ba')).toBe('ba');
    expect(order('abcd', 'da', 'ab')).toBe('cdab');
  });

  test('leaves it to the text which arrow of a circle goes back', () => {
    expect(order('abc', 'ab', 'bc', 'ca')).toBe('abc');
    expect(order('abcd', 'ab', 'bc', 'cb', 'da')).toBe('dabc');
  });

  test('does not mind arrows from a node to itself, or to nodes that are not there', () => {
    expect(order('ab', 'aa', 'xb', 'ay')).toBe('ab');
  });

  test('holds for long chains', () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const links = nodes.slice(1).map((to, index) => ({ from: nodes[index]!, to }));
    expect(flowOrder(nodes.toReversed(), links)).toEqual(nodes);
  });
});
