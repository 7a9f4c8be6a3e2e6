import { type Heading, headingOf } from '../content/heading.ts';
import type { Parts } from '../content/parts.ts';
import type { Box } from '../placed.ts';
import type { Scene } from '../scene.ts';
import { againOf } from './again.ts';
import { type Before, beforeOf, unchanged } from './before.ts';
import { gridOf, partsOf } from './build.ts';
import type { Geometry } from './geometry.ts';
import { held } from './hold.ts';
import { ordered } from './ordering.ts';
import { routed } from './routes.ts';
import { type Across, settled } from './settle.ts';
import { sizesOf } from './sizes.ts';

/** Room around a heading. */
export const headingMargin = 14;
/** Room behind the last stage. */
const endMargin = 18;

/** Places a scene in bands, one for each lane, from one side of the picture to the other. */
export function banded(scene: Scene, parts: Parts): Geometry {
  const sizes = sizesOf(scene, parts);
  const headings = (scene.lanes ?? []).map(headingOf);
  const grid = ordered(gridOf(scene, sizes), triesFor(scene.nodes.length));
  const across = settled(grid, leastOf(headings, sizes.down));
  return inBands(routed(grid, across, sizes.down, headingRoom(headings, sizes.down)), across, sizes.down);
}

/** Places a scene without lanes, in the columns and the order that the layout engine has found for it. */
export function flowing(scene: Scene, parts: Parts, found: Geometry): Geometry {
  const sizes = sizesOf(scene, parts);
  const again = againOf(scene, sizes, beforeOf(scene, found), partsOf(scene));
  const across = held(again, { bands: [], least: [], stacked: true });
  return routed(again.grid, across, sizes.down, 0);
}

/** Places a large scene without lanes, in columns and an order of our own. */
export function spread(scene: Scene, parts: Parts): Geometry {
  const sizes = sizesOf(scene, parts);
  const grid = ordered(gridOf(scene, sizes), triesFor(scene.nodes.length));
  return routed(grid, settled(grid, []), sizes.down, 0);
}

/** Places a scene where an earlier picture had it, and what is new beside it. */
export function following(scene: Scene, parts: Parts, before: Before): Geometry {
  const sizes = sizesOf(scene, parts);
  const { down } = sizes;
  const headings = (scene.lanes ?? []).map(headingOf);
  const same = unchanged(scene, parts, before);
  if (same && headingsFit(same, headings, down)) return same;
  const again = againOf(
    scene,
    sizes,
    before,
    new Map([...before.nodes.keys(), ...scene.nodes.map(({ id }) => id)].map((id) => [id, 0])),
  );
  const bands = (scene.lanes ?? []).map(({ id }) => before.bands.get(id));
  const across = held(again, {
    bands: bands.map(
      (band) => band && (down ? { from: band.x, to: band.x + band.w } : { from: band.y, to: band.y + band.h }),
    ),
    least: leastOf(headings, down),
    stacked: false,
  });
  const side = bands.find((band) => band !== undefined);
  const start = side ? (down ? side.y : side.x) : undefined;
  if (start === undefined) return routed(again.grid, across, down, Number.NEGATIVE_INFINITY, again);
  return inBands(routed(again.grid, across, down, start + headingRoom(headings, down), again), across, down, start);
}

/** How many orders to start from: trying more is cheap where the picture is small. */
function triesFor(nodes: number): number {
  return Math.max(1, Math.min(12, Math.floor(400 / nodes)));
}

/** Whether headings that may have changed still fit where there were some. */
function headingsFit({ nodes, edges, bands = [] }: Geometry, headings: readonly Heading[], down: boolean): boolean {
  const least = leastOf(headings, down);
  if (!bands.every(({ w, h }, index) => (down ? w : h) >= least[index]!)) return false;
  const points = [...nodes.values(), ...[...edges.values()].flat()];
  const first = points.reduce((min, { x, y }) => Math.min(min, down ? y : x), Number.POSITIVE_INFINITY);
  const start = bands[0] ? (down ? bands[0].y : bands[0].x) : Number.NEGATIVE_INFINITY;
  return first >= start + headingRoom(headings, down) - headingMargin;
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
export function inBands(geometry: Geometry, { lanes }: Across, down: boolean, start = 0): Geometry {
  const boxes = [...geometry.nodes.values(), ...geometry.labels.values()];
  const points = [...geometry.edges.values()].flat();
  const ends = down
    ? [...boxes.map(({ y, h }) => y + h), ...points.map(({ y }) => y)]
    : [...boxes.map(({ x, w }) => x + w), ...points.map(({ x }) => x)];
  const end = ends.reduce((most, at) => Math.max(most, at), 0) + endMargin;
  const bands = lanes.map(
    ({ from, to }): Box =>
      down ? { x: from, y: start, w: to - from, h: end - start } : { x: start, y: from, w: end - start, h: to - from },
  );
  return { ...geometry, bands };
}
