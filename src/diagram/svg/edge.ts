import type { PlacedEdge, Point } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { contentSvg } from './block.ts';
import { type Drawing, groupSvg } from './group.ts';
import { element } from './xml.ts';

const plain = 1.6;
const corner = 6;

/** An arrow with what is written on it. */
export function edgeSvg(edge: PlacedEdge, drawing: Drawing): string {
  const { palette } = drawing;
  if (edge.kind === 'tie') return groupSvg(edge, 'tie', drawing, `${tieSvg(edge, drawing)}${labelSvg(edge, drawing)}`);
  const colour = colourOf(edge, palette);
  const width = edge.weight ?? (edge.change === 'added' || edge.change === 'changed' ? 2.6 : plain);
  const tip = tipOf(width);
  const path = pathOf(shortened(edge.points, tip));
  const line = element('path', {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': edge.change === 'removed' ? '2 4' : edge.kind === 'flow' ? '6 4' : undefined,
  });
  const arrow = line + head(edge.points, colour, tip);
  // A link says nothing that its terminal does not say.
  if (edge.kind === 'link') return `<g class="link" aria-hidden="true">${arrow}</g>`;
  return groupSvg(edge, edge.kind, drawing, `${reachableSvg(path, drawing)}${arrow}${labelSvg(edge, drawing)}`);
}

/** A quiet line without a tip: nobody moves along it. */
function tieSvg(edge: PlacedEdge, drawing: Drawing): string {
  const d = pathOf(edge.points);
  const line = element('path', { d, fill: 'none', stroke: drawing.palette.outline, 'stroke-width': 1.4 });
  return reachableSvg(d, drawing) + line;
}

/** The ring that shows the focus, and something wide enough to point at. */
function reachableSvg(d: string, { interactive, ground }: Drawing): string {
  return interactive
    ? element('path', { d, class: 'ring', fill: 'none', 'stroke-width': 4, 'stroke-opacity': 0.5 }) +
        element('path', { d, fill: 'none', stroke: ground, 'stroke-opacity': 0, 'stroke-width': 12 })
    : '';
}

function colourOf({ kind, change, recedes }: PlacedEdge, palette: Palette): string {
  if (change === 'added') return palette.added;
  if (change === 'changed') return palette.changed;
  if (recedes || change === 'removed') return palette.outline;
  return kind === 'flow' ? palette.accent : palette.arrow;
}

interface Tip {
  readonly length: number;
  readonly half: number;
}

/** The head of an arrow, wider than its line. */
function tipOf(width: number): Tip {
  const half = Math.max(4.5, width / 2 + 3.2);
  return { length: half * 2, half };
}

function labelSvg(edge: PlacedEdge, { palette, ground }: Drawing): string {
  if (!edge.label) return '';
  const { plate } = edge.label;
  const under = plate ? element('rect', { x: plate.x, y: plate.y, width: plate.w, height: plate.h, fill: ground }) : '';
  return under + contentSvg(edge.label, palette);
}

/** The line ends inside its arrowhead, so that the tip stays sharp. */
function shortened(points: readonly Point[], { length }: Tip): readonly Point[] {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return points;
  const along = direction(before, tip);
  return [...points.slice(0, -1), { x: tip.x - along.x * (length - 2), y: tip.y - along.y * (length - 2) }];
}

function head(points: readonly Point[], colour: string, { length, half }: Tip): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return '';
  const along = direction(before, tip);
  const back = { x: tip.x - along.x * length, y: tip.y - along.y * length };
  const side = { x: -along.y * half, y: along.x * half };
  const d = `M${tip.x} ${tip.y}L${back.x + side.x} ${back.y + side.y}L${back.x - side.x} ${back.y - side.y}z`;
  return element('path', { d, fill: colour });
}

/** A line with its corners rounded. */
function pathOf(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (!start) return '';
  const parts = rest.map((point, index) => {
    const next = rest[index + 1];
    if (!next) return `L${point.x} ${point.y}`;
    const before = rest[index - 1] ?? start;
    const room = Math.min(corner, distance(before, point) / 2, distance(point, next) / 2);
    const [inward, outward] = [direction(before, point), direction(point, next)];
    const from = { x: point.x - inward.x * room, y: point.y - inward.y * room };
    const to = { x: point.x + outward.x * room, y: point.y + outward.y * room };
    return `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  return `M${start.x} ${start.y}${parts.join('')}`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The direction of a line that runs along an axis; where it does not quite, of its longer part. */
function direction(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return Math.abs(dx) >= Math.abs(dy) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
}
