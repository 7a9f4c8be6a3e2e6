/** Whole years of age, both ends included. Without `to` there is no upper end. */
export interface Ages {
  readonly from: number;
  readonly to?: number;
}

/** The highest age that a range without an upper end is taken to reach. */
export const OLDEST = 130;

/** `10 to 18`, `18 and over`, `under 18`. */
export function formatAges(ages: Ages): string {
  if (ages.to === undefined) return `${ages.from} and over`;
  return ages.from === ages.to ? `${ages.from}` : `${ages.from} to ${ages.to}`;
}

/** Whether the range runs backwards. */
export function inverted(ages: Ages): boolean {
  return ages.to !== undefined && ages.to < ages.from;
}

/** The parts of `whole` that no range of `parts` covers, in order; ranges that run backwards cover nothing. */
export function uncovered(whole: Ages, parts: readonly Ages[]): readonly Ages[] {
  const gaps: Ages[] = [];
  const end = whole.to ?? OLDEST;
  let next = whole.from;
  for (const part of parts.filter((p) => !inverted(p)).toSorted((a, b) => a.from - b.from)) {
    if (next > end) break;
    if (part.from > next) gaps.push({ from: next, to: Math.min(part.from - 1, end) });
    next = Math.max(next, (part.to ?? OLDEST) + 1);
  }
  if (next <= end) gaps.push(whole.to === undefined ? { from: next } : { from: next, to: end });
  return gaps;
}

/** Whether every age of `inner` is in `outer`. */
export function within(inner: Ages, outer: Ages): boolean {
  return inner.from >= outer.from && (inner.to ?? OLDEST) <= (outer.to ?? OLDEST);
}
