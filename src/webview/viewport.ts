import type { Box, Point } from '../diagram/placed.ts';

/** Which part of the picture is seen, and how large: a point of the picture is seen at `point × scale + (x, y)`. */
export interface Viewport extends Point {
  readonly scale: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Steps of zooming, as people know them from browsers. */
const scales = [
  0.02, 0.03, 0.05, 0.07, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4,
] as const;
/** A region of a thousand stages is seen whole at a twentieth of its size. */
const smallest = 0.02;
const largest = 4;
/** However far one moves, so many pixels of the picture stay in sight. */
const inSight = 72;
/** A picture with room to spare begins no further down than this. */
const highest = 28;
/** What is smaller than this is not read but only seen. */
const readable = 0.6;
/** How large a picture is opened whose whole could not be read. */
const opening = 0.8;
/** Room around what somebody wants to see in full. */
const around = 48;

/** The whole picture, at the top like a page that begins with its title; never larger than it is. */
export function fitted(picture: Size, window: Size): Viewport {
  const wanted = Math.min(1, window.w / picture.w, window.h / picture.h);
  const scale = clamp(wanted, smallest, 1);
  const y = Math.min(highest, (window.h - picture.h * scale) / 2);
  return round({ x: (window.w - picture.w * scale) / 2, y, scale });
}

/** Where nothing could be read of the whole, its beginning: the title, and the flow's start if that is further down. */
export function beginning(picture: Size, window: Size, start?: Point): Viewport | undefined {
  if (fitted(picture, window).scale >= readable) return undefined;
  const usual = window.w < 640 ? 0.67 : opening;
  // A little smaller where its whole height is in sight then, and the title with it.
  const scale = window.h / picture.h >= readable ? Math.min(usual, window.h / picture.h) : usual;
  const [width, height] = [picture.w * scale, picture.h * scale];
  const at = { x: (start?.x ?? 0) * scale, y: (start?.y ?? 0) * scale };
  const corner = 12;
  // What is too far from the corner is brought in; else the title stays in sight.
  const x = width <= window.w ? (window.w - width) / 2 : at.x > window.w * 0.6 ? window.w * 0.25 - at.x : -corner;
  const y =
    height <= window.h
      ? Math.min(highest, (window.h - height) / 2)
      : at.y > window.h * 0.7
        ? Math.max(window.h * 0.4 - at.y, window.h - height)
        : -corner;
  return round({ x, y, scale });
}

/** A box of the picture in the middle of the window, as large as it goes, but no larger than it is. */
export function shown(box: Box, window: Size): Viewport {
  const room = { w: Math.max(1, window.w - 2 * around), h: Math.max(1, window.h - 2 * around) };
  const scale = clamp(Math.min(room.w / box.w, room.h / box.h), smallest, 1);
  return round({
    x: window.w / 2 - (box.x + box.w / 2) * scale,
    y: window.h / 2 - (box.y + box.h / 2) * scale,
    scale,
  });
}

/** Whether all of the picture is in sight. */
export function fits(view: Viewport, picture: Size, window: Size): boolean {
  const slack = 1;
  const within = (start: number, length: number, room: number): boolean =>
    start >= -slack && start + length <= room + slack;
  return within(view.x, picture.w * view.scale, window.w) && within(view.y, picture.h * view.scale, window.h);
}

/** Larger or smaller, with the point of the window staying over the same point of the picture. */
export function zoomed(view: Viewport, scale: number, at: Point): Viewport {
  const next = clamp(scale, smallest, largest);
  const factor = next / view.scale;
  return round({ x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor, scale: next });
}

/** The next larger or smaller of the usual scales. */
export function nextScale(scale: number, direction: 'in' | 'out'): number {
  const slack = 0.005;
  if (direction === 'in') return scales.find((step) => step > scale + slack) ?? largest;
  return scales.findLast((step) => step < scale - slack) ?? smallest;
}

/** Moved by so many pixels, but not so far that nothing of the picture is seen any more. */
export function moved(view: Viewport, by: Point, picture: Size, window: Size): Viewport {
  return kept({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, window);
}

/** The nearest view in which something of the picture is seen. */
export function kept(view: Viewport, picture: Size, window: Size): Viewport {
  return round({
    x: keptAlong(view.x, picture.w * view.scale, window.w),
    y: keptAlong(view.y, picture.h * view.scale, window.h),
    scale: view.scale,
  });
}

/** Moved just so far that the box is seen; not at all where it is seen already. */
export function showing(view: Viewport, box: Box, window: Size, margin = 24): Viewport {
  const by = (start: number, length: number, room: number): number => {
    const end = start + length;
    if (start >= 0 && start + length <= room) return 0;
    if (length + 2 * margin > room) return start > room - inSight || end < inSight ? margin - start : 0;
    if (start < margin) return margin - start;
    return end > room - margin ? room - margin - end : 0;
  };
  const dx = by(box.x * view.scale + view.x, box.w * view.scale, window.w);
  const dy = by(box.y * view.scale + view.y, box.h * view.scale, window.h);
  return round({ x: view.x + dx, y: view.y + dy, scale: view.scale });
}

/** Whether any part of the box is seen. */
export function sees(view: Viewport, box: Box, window: Size): boolean {
  const x = box.x * view.scale + view.x;
  const y = box.y * view.scale + view.y;
  return x < window.w && y < window.h && x + box.w * view.scale > 0 && y + box.h * view.scale > 0;
}

function keptAlong(start: number, length: number, room: number): number {
  const some = Math.min(inSight, length, room);
  return clamp(start, some - length, room - some);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function round({ x, y, scale }: Viewport): Viewport {
  const cut = (number: number, parts: number): number => Math.round(number * parts) / parts;
  return { x: cut(x, 100), y: cut(y, 100), scale: cut(scale, 10_000) };
}
