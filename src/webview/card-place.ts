import type { Box, Point } from '../diagram/placed.ts';
import type { Size } from './viewport.ts';

const edge = 8;
const gap = 10;
/** A card less high than this could not be read. */
const least = 96;

export interface CardPlace extends Point {
  /** Where there is not room for all of it, how high it may be. */
  readonly most?: number;
}

/**
 * Where a card of a size stands beside what it is about, of which it covers nothing: not the box, nor any piece of the
 * line. `near` is where one points; without it, it stands out of the way of somebody who walks on with the keys.
 */
export function cardPlace(parts: readonly Box[], size: Size, room: Size, near?: Point): CardPlace {
  const target = nearest(parts, near) ?? { x: 0, y: 0, w: 0, h: 0 };
  const beside = near ? around(target, near, size) : around(target, undefined, size);
  const corners = cornersOf(size, room);
  const wanted = (near ? [...beside, ...corners] : [...corners, ...beside]).map((at) => within(at, size, room));
  const free = wanted.find((at) => parts.every((part) => !touches({ ...at, ...size }, part)));
  return free ?? squeezed(target, size, room) ?? leastInTheWay(wanted, parts, size);
}

/** Below, above, to the right, to the left. */
function around(target: Box, near: Point | undefined, { w, h }: Size): readonly Point[] {
  const x = near && target.w > w ? near.x - w / 2 : target.x;
  const y = near && target.h > h ? near.y - h / 2 : target.y;
  return [
    { x, y: target.y + target.h + gap },
    { x, y: target.y - h - gap },
    { x: target.x + target.w + gap, y },
    { x: target.x - w - gap, y },
  ];
}

function cornersOf({ w, h }: Size, room: Size): readonly Point[] {
  const [right, bottom] = [room.w - w - edge, room.h - h - edge];
  return [
    { x: edge, y: bottom },
    { x: right, y: bottom },
    { x: right, y: edge },
    { x: edge, y: edge },
  ];
}

/** Less high, above or below, where there is more room. */
function squeezed(target: Box, { w, h }: Size, room: Size): CardPlace | undefined {
  const above = target.y - gap - edge;
  const below = room.h - edge - gap - target.y - target.h;
  const most = Math.floor(Math.max(above, below));
  if (most < least || w > room.w) return undefined;
  const { x } = within({ x: target.x, y: 0 }, { w, h: 0 }, room);
  return { x, y: below >= above ? target.y + target.h + gap : target.y - gap - Math.min(h, most), most };
}

function leastInTheWay(wanted: readonly Point[], parts: readonly Box[], size: Size): Point {
  const covered = (at: Point): number => parts.reduce((sum, part) => sum + shared({ ...at, ...size }, part), 0);
  return wanted.toSorted((a, b) => covered(a) - covered(b))[0] ?? { x: edge, y: edge };
}

function within({ x, y }: Point, { w, h }: Size, room: Size): Point {
  return {
    x: Math.min(Math.max(x, edge), Math.max(edge, room.w - w - edge)),
    y: Math.min(Math.max(y, edge), Math.max(edge, room.h - h - edge)),
  };
}

function nearest(parts: readonly Box[], near: Point | undefined): Box | undefined {
  if (!near) return parts[0];
  const far = ({ x, y, w, h }: Box): number =>
    Math.hypot(Math.max(x - near.x, 0, near.x - x - w), Math.max(y - near.y, 0, near.y - y - h));
  return parts.toSorted((a, b) => far(a) - far(b))[0];
}

function touches(a: Box, b: Box): boolean {
  const air = gap / 2;
  return a.x < b.x + b.w + air && b.x < a.x + a.w + air && a.y < b.y + b.h + air && b.y < a.y + a.h + air;
}

function shared(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, w) * Math.max(0, h);
}
