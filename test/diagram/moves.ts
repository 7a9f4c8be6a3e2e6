import type { Box, Placed } from '../../src/diagram/placed.ts';

/** How far apart two pictures are that ought to be much alike. */
export interface Moves {
  /** The mean distance that stages have moved, in widths of a stage. */
  readonly mean: number;
  /** The share of neighbours in a column, or in a row where the flow runs down, that have changed places. */
  readonly swapped: number;
}

/** Compares where the stages stand that both pictures have and no edit has touched. */
export function movesBetween(before: Placed, after: Placed, touched: ReadonlySet<string>): Moves {
  const old = boxesOf(before, touched);
  const pairs = [...boxesOf(after, touched)].flatMap(([id, box]) =>
    old.has(id) ? [[old.get(id)!, box] as const] : [],
  );
  if (pairs.length === 0) return { mean: 0, swapped: 0 };
  const width = pairs.reduce((sum, [box]) => sum + box.w, 0) / pairs.length;
  const far = pairs.reduce((sum, [a, b]) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0) / pairs.length;
  return { mean: far / width, swapped: swappedOf(pairs, before.direction === 'down') };
}

function boxesOf({ nodes }: Placed, touched: ReadonlySet<string>): ReadonlyMap<string, Box> {
  return new Map(
    nodes.filter(({ id, shape }) => shape === 'stage' && !touched.has(id)).map(({ id, box }) => [id, box]),
  );
}

function swappedOf(pairs: readonly (readonly [Box, Box])[], down: boolean): number {
  const across = ({ x, y }: Box) => (down ? x : y);
  const sameColumn = (a: Box, b: Box) =>
    down ? a.y < b.y + b.h && b.y < a.y + a.h : a.x < b.x + b.w && b.x < a.x + a.w;
  let [neighbours, swapped] = [0, 0];
  for (const [index, [a, newA]] of pairs.entries()) {
    for (const [b, newB] of pairs.slice(index + 1)) {
      if (!sameColumn(a, b)) continue;
      neighbours += 1;
      if (Math.sign(across(a) - across(b)) !== Math.sign(across(newA) - across(newB)) || !sameColumn(newA, newB))
        swapped += 1;
    }
  }
  return neighbours === 0 ? 0 : swapped / neighbours;
}
