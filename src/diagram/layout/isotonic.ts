/** Something that has to stand in a row, and where it would like to. */
export interface Wish {
  readonly at: number;
  /** What it costs to be a pixel away from there. */
  readonly weight: number;
  /** How far behind the one before it it stands at least. */
  readonly after: number;
}

interface Block {
  /** Wishes, as if all stood at the first of them. */
  readonly wishes: { at: number; weight: number }[];
  count: number;
  at: number;
}

/**
 * Where things in a row stand, each as far behind the one before as it asks and none beyond the ends, so that the
 * distances from where they would like to stand sum up to least. In a crowd one gets its wish and the others make room,
 * instead of all being a little off.
 */
export function inRow(wishes: readonly Wish[], from: number, to: number): readonly number[] {
  const blocks: Block[] = [];
  let offset = 0;
  const offsets = wishes.map(({ after }, index) => {
    offset += index === 0 ? 0 : after;
    return offset;
  });
  for (const [index, { at, weight }] of wishes.entries()) {
    blocks.push({ wishes: [{ at: at - offsets[index]!, weight }], count: 1, at: at - offsets[index]! });
    for (let last = blocks.at(-1)!, before = blocks.at(-2); before && before.at > last.at; ) {
      blocks.pop();
      before.wishes.push(...last.wishes);
      before.count += last.count;
      before.at = middle(before.wishes);
      [last, before] = [before, blocks.at(-2)];
    }
  }
  const limit = Math.max(from, to - offset);
  const places = blocks.flatMap(({ at, count }) => Array<number>(count).fill(Math.min(limit, Math.max(from, at))));
  return places.map((place, index) => Math.round(place + offsets[index]!));
}

/** The weighted median. */
function middle(wishes: { at: number; weight: number }[]): number {
  wishes.sort((a, b) => a.at - b.at);
  const half = wishes.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { at, weight } of wishes) {
    sum += weight;
    if (sum >= half) return at;
  }
  return wishes.at(-1)!.at;
}
