import type { Point } from '../placed.ts';

/** A stretch of one axis, in pixels. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans that overlap, put together, in their order. */
export function clusters(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from < last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

/** Where an arrow passes a place along the flow: on its longest piece there, else where it is nearest. */
export function passing(points: readonly Point[], at: number, down: boolean): number {
  let [best, far, longest] = [0, Number.POSITIVE_INFINITY, 0];
  for (const [index, b] of points.slice(1).entries()) {
    const a = points[index]!;
    const [from, to, across, end] = down ? [a.y, b.y, a.x, b.x] : [a.x, b.x, a.y, b.y];
    if (across !== end) continue;
    const distance = Math.max(0, Math.min(from, to) - at, at - Math.max(from, to));
    const length = Math.abs(to - from);
    if (distance < far || (distance === far && length > longest)) [best, far, longest] = [across, distance, length];
  }
  return best;
}
