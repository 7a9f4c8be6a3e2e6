import { expect } from 'vitest';
import type { Placed } from '../../src/diagram/placed.ts';
import type { ReviewPages } from '../../src/diagram/review.ts';

/** Everything that two pictures both show, where it stands in each. */
function displaced(one: Placed, other: Placed): readonly string[] {
  const boxes = (page: Placed) =>
    new Map([
      ...page.nodes.map(({ id, box }) => [id, JSON.stringify(box)] as const),
      ...page.edges.map(({ id, points }) => [id, JSON.stringify(points)] as const),
      ...(page.lanes ?? []).map(
        ({ id, box, heading }) => [id, JSON.stringify([box, heading.box.x, heading.box.y])] as const,
      ),
      ['page', JSON.stringify([page.width, page.height])] as const,
    ]);
  const [a, b] = [boxes(one), boxes(other)];
  return [...a.keys()].filter((id) => b.has(id) && a.get(id) !== b.get(id));
}

/** Whatever is in two of the three pictures stands at the same place in both, on pages of one size. */
export function expectStill({ before: was, difference, after: is }: ReviewPages): void {
  expect(displaced(was, difference)).toEqual([]);
  expect(displaced(difference, is)).toEqual([]);
  expect(displaced(was, is)).toEqual([]);
}
