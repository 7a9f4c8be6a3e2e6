import { emptyBlock } from './content/empty.ts';
import { headingOf } from './content/heading.ts';
import { legendBlock } from './content/legend.ts';
import type { Parts } from './content/parts.ts';
import { titleBlock } from './content/title.ts';
import { headingMargin } from './layout/bands.ts';
import { lanesOf } from './layout/build.ts';
import type { Geometry } from './layout/geometry.ts';
import {
  type Box,
  moved,
  type Placed,
  type PlacedBlock,
  type PlacedEdge,
  type PlacedLabel,
  type PlacedLane,
  type PlacedNode,
  type Point,
  round,
} from './placed.ts';
import type { Scene, SceneEdge, SceneLane, SceneNode, StageNode } from './scene.ts';

const margin = 32;
/** No page is narrower, so that the title and the legend have room. */
const narrowest = 720;
const belowTitle = 28;
const aboveLegend = 32;
/** So much nearer to the title may a picture be that stays where it was while the title grows. */
const spare = 12;

/**
 * Puts the title above and the legend below what was laid out, and everything at its place on the page. What stands
 * where an earlier picture had it stays there, if that is on the page. Scenes that are drawn on the same page in turn
 * have the same geometry, and room for the largest title and legend among them.
 */
export function pageOf(
  scene: Scene,
  parts: Parts,
  geometry: Geometry,
  stays = false,
  inTurn: readonly Scene[] = [scene],
): Placed {
  const bounds = boundsOf(geometry);
  const left = stays ? Math.max(margin, bounds.x) : margin;
  const width = Math.max(narrowest, Math.ceil(left + bounds.w) + margin);
  const inner = width - 2 * margin;
  const at = { x: margin, y: margin };
  const title = titleBlock(scene.title, at, inner);
  const top = margin + highest(inTurn.map((each) => titleBlock(each.title, at, inner))) + belowTitle;
  const by = { x: left - bounds.x, y: (stays ? Math.max(top - spare, bounds.y) : top) - bounds.y };
  const empties = inTurn.flatMap((each) => (each.empty ? [emptyBlock(each.empty, { x: margin, y: top }, inner)] : []));
  const empty = scene.empty && emptyBlock(scene.empty, { x: margin, y: top }, inner);
  const bottom = empties.length > 0 ? top + highest(empties) : bounds.y + by.y + bounds.h;
  const below = { x: margin, y: bottom + aboveLegend };
  const legends = inTurn.flatMap(({ legend }) => (legend.length > 0 ? [legendBlock(legend, below, inner)] : []));
  const legend = scene.legend.length === 0 ? undefined : legendBlock(scene.legend, below, inner);
  const lanes = geometry.bands && bandsOf(scene, geometry.bands, by, inner);
  const places = lanes ? lanesOf(scene) : new Map<string, number>();
  return {
    pathway: scene.pathway,
    direction: scene.direction,
    width,
    height: Math.ceil(legends.length > 0 ? below.y + highest(legends) + margin - 8 : bottom + margin),
    title,
    nodes: scene.nodes.map((node) => placedNode(node, parts, geometry, by, lanes?.[places.get(node.id) ?? 0]?.id)),
    edges: scene.edges.map((edge) => placedEdge(edge, parts, geometry, by)),
    ...(lanes ? { lanes } : {}),
    ...(legend ? { legend } : {}),
    ...(empty ? { empty } : {}),
  };
}

function highest(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((most, { box }) => Math.max(most, box.h), 0);
}

/** Bands that run to the right reach the other side of the page. */
function bandsOf(scene: Scene, bands: readonly Box[], by: Point, inner: number): readonly PlacedLane[] {
  return (scene.lanes ?? []).map((lane, index) => {
    const band = shifted(bands[index]!, by);
    return placedLane(lane, scene.direction === 'right' ? { ...band, w: inner } : band, scene.direction === 'right');
  });
}

/** The heading stands at the beginning of its band; where that is its left side, in the middle of it. */
function placedLane({ id, label, spoken, folded, ...lane }: SceneLane, box: Box, toTheRight: boolean): PlacedLane {
  const { w, h, content } = headingOf({ id, label, spoken, folded, ...lane });
  const at = toTheRight
    ? { x: box.x + headingMargin, y: box.y + Math.round((box.h - h) / 2) }
    : { x: box.x + headingMargin, y: box.y + headingMargin };
  return { id, label, spoken, folded, box, heading: { box: { ...at, w, h }, ...moved(content, at) } };
}

function placedNode(
  node: SceneNode,
  parts: Parts,
  geometry: Geometry,
  by: Point,
  lane: string | undefined,
): PlacedNode {
  const part = parts.nodes.get(node.id)!;
  const box = shifted(geometry.nodes.get(node.id)!, by);
  return {
    id: node.id,
    spoken: node.spoken,
    hover: node.hover,
    place: node.place,
    shape: node.kind === 'stage' ? 'stage' : node.sort,
    caption: node.label,
    ...(node.kind !== 'terminal' && node.facts ? { facts: node.facts } : {}),
    proposed: node.kind !== 'terminal' && node.proposed,
    closed: node.kind !== 'terminal' && node.closed,
    shared: node.kind === 'stage' ? node.shared : node.kind === 'summary' && node.sort === 'unit',
    ...(node.kind === 'stage' && seenOf(node)),
    ...(node.change && { change: node.change }),
    ...(lane === undefined ? {} : { lane }),
    box,
    ...moved(part.content, box),
  };
}

/** What a view makes of the look of a box. */
function seenOf({ spine, heat, recedes, holds }: StageNode): Partial<PlacedNode> {
  return {
    ...(spine && { spine }),
    ...(heat !== undefined && { heat }),
    ...(recedes && { recedes }),
    ...(holds !== undefined && { holds }),
  };
}

function placedEdge(edge: SceneEdge, parts: Parts, geometry: Geometry, by: Point): PlacedEdge {
  const points = (geometry.edges.get(edge.id) ?? []).map((point) => shifted(point, by));
  const label = placedLabel(edge, points, parts, geometry, by);
  const { id, spoken, hover, place, kind, from, to, facts } = edge;
  return {
    id,
    spoken,
    hover,
    place,
    kind,
    from,
    to,
    caption: edge.label,
    ...(facts ? { facts } : {}),
    ...(edge.weight === undefined ? {} : { weight: edge.weight }),
    ...(edge.recedes && { recedes: true }),
    ...(edge.change && { change: edge.change }),
    points,
    ...(label ? { label } : {}),
  };
}

function placedLabel(
  edge: SceneEdge,
  points: readonly Point[],
  parts: Parts,
  geometry: Geometry,
  by: Point,
): PlacedLabel | undefined {
  const label = parts.labels.get(edge.id);
  const at = geometry.labels.get(edge.id);
  if (!label || !at) return undefined;
  const box = label.plate ? onLine(shifted(at, by), points) : shifted(at, by);
  return { box, ...moved(label.content, box), ...(label.plate ? { plate: rounded(shifted(label.plate, box)) } : {}) };
}

/** The engine puts a label on its line give or take a pixel; signs have to sit on it exactly. */
function onLine(box: Box, points: readonly Point[]): Box {
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  const segments = points.slice(1).map((b, index) => ({ a: points[index]!, b }));
  const own = segments.find(
    ({ a, b }) => a.y === b.y && Math.abs(a.y - y) < 3 && Math.min(a.x, b.x) <= x && x <= Math.max(a.x, b.x),
  );
  return own ? { ...box, y: own.a.y - box.h / 2 } : box;
}

function rounded(box: Box): Box {
  return { x: round(box.x), y: round(box.y), w: round(box.w), h: round(box.h) };
}

function shifted<T extends Point>(shape: T, by: Point): T {
  return { ...shape, x: shape.x + by.x, y: shape.y + by.y };
}

/** The smallest box around nodes, arrows and labels. */
function boundsOf(geometry: Geometry): Box {
  const boxes = [...geometry.nodes.values(), ...geometry.labels.values(), ...(geometry.bands ?? [])];
  const points = [...geometry.edges.values()].flat();
  if (boxes.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
  const xs = [...boxes.flatMap((box) => [box.x, box.x + box.w]), ...points.map((point) => point.x)];
  const ys = [...boxes.flatMap((box) => [box.y, box.y + box.h]), ...points.map((point) => point.y)];
  const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
  return { x: least(xs), y: least(ys), w: most(xs) - least(xs), h: most(ys) - least(ys) };
}
