import type { Box, Point } from '../placed.ts';

/** Where things stand, in whole pixels, before the page is put around them. */
export interface Geometry {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
  /** The boxes of what is written on arrows, by the id of their arrow. */
  readonly labels: ReadonlyMap<string, Box>;
  /** The bands of the lanes, in the order of the scene. */
  readonly bands?: readonly Box[];
}

/** Without the points that a line runs straight through. */
export function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    if (
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    ) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}
