import { type Heading, headingOf } from '../content/heading.ts';
import type { Parts } from '../content/parts.ts';
import type { Box } from '../placed.ts';
import type { Scene } from '../scene.ts';
import { gridOf } from './build.ts';
import type { Geometry } from './geometry.ts';
import { ordered } from './ordering.ts';
import { routed } from './routes.ts';
import { type Across, lanePadding, settled } from './settle.ts';
import { sizesOf } from './sizes.ts';

/** Room around a heading. */
export const headingMargin = 14;

/** Places a scene in bands, one for each lane, from one side of the picture to the other. */
export function banded(scene: Scene, parts: Parts): Geometry {
  const sizes = sizesOf(scene, parts);
  const headings = (scene.lanes ?? []).map(headingOf);
  const grid = ordered(gridOf(scene, sizes), 24);
  const across = settled(grid, leastOf(headings, sizes.down));
  return inBands(routed(grid, across, sizes.down, headingRoom(headings, sizes.down)), across, sizes.down);
}

/** How much room each lane needs across the flow for its heading. */
export function leastOf(headings: readonly Heading[], down: boolean): readonly number[] {
  return headings.map(({ w, h }) => (down ? w : h) + 2 * headingMargin);
}

/** How much room along the flow stands before the first stage. */
export function headingRoom(headings: readonly Heading[], down: boolean): number {
  return Math.max(0, ...headings.map(({ w, h }) => (down ? h : w))) + headingMargin + 24;
}

/** Puts the bands around what was laid out. */
export function inBands(geometry: Geometry, { lanes }: Across, down: boolean): Geometry {
  const boxes = [...geometry.nodes.values(), ...geometry.labels.values()];
  const points = [...geometry.edges.values()].flat();
  const ends = down
    ? [...boxes.map(({ y, h }) => y + h), ...points.map(({ y }) => y)]
    : [...boxes.map(({ x, w }) => x + w), ...points.map(({ x }) => x)];
  const end = ends.reduce((most, at) => Math.max(most, at), 0) + lanePadding;
  const bands = lanes.map(
    ({ from, to }): Box => (down ? { x: from, y: 0, w: to - from, h: end } : { x: 0, y: from, w: end, h: to - from }),
  );
  return { ...geometry, bands };
}
