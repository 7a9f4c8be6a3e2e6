import type { PlacedEdge, Point } from '../placed.ts';
import { contentSvg } from './block.ts';
import { type Drawing, groupSvg } from './group.ts';
import { element } from './xml.ts';

const headLength = 9;
const headHalf = 4.5;
const corner = 6;

/** An arrow with what is written on it. */
export function edgeSvg(edge: PlacedEdge, drawing: Drawing): string {
  const { palette } = drawing;
  const colour = edge.kind === 'flow' ? palette.accent : palette.arrow;
  const path = pathOf(shortened(edge.points));
  const line = element('path', {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.6,
    'stroke-dasharray': edge.kind === 'flow' ? '6 4' : undefined,
  });
  const arrow = line + head(edge.points, colour);
  // A link says nothing that its terminal does not say.
  if (edge.kind === 'link') return `<g class="link" aria-hidden="true">${arrow}</g>`;
  const reachable = drawing.interactive
    ? element('path', { d: path, class: 'ring', fill: 'none', 'stroke-width': 4, 'stroke-opacity': 0.5 }) +
      element('path', { d: path, fill: 'none', stroke: palette.canvas, 'stroke-opacity': 0, 'stroke-width': 12 })
    : '';
  return groupSvg(edge, edge.kind, drawing, `${reachable}${arrow}${labelSvg(edge, drawing)}`);
}

function labelSvg(edge: PlacedEdge, { palette, ground }: Drawing): string {
  if (!edge.label) return '';
  const { plate } = edge.label;
  const under = plate ? element('rect', { x: plate.x, y: plate.y, width: plate.w, height: plate.h, fill: ground }) : '';
  return under + contentSvg(edge.label, palette);
}

/** The line ends inside its arrowhead, so that the tip stays sharp. */
function shortened(points: readonly Point[]): readonly Point[] {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return points;
  const along = direction(before, tip);
  return [...points.slice(0, -1), { x: tip.x - along.x * (headLength - 2), y: tip.y - along.y * (headLength - 2) }];
}

function head(points: readonly Point[], colour: string): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return '';
  const along = direction(before, tip);
  const back = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  const side = { x: -along.y * headHalf, y: along.x * headHalf };
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
