import type { Placed, Point } from '../diagram/placed.ts';

/** How long things take to get to their new places, in milliseconds. */
const duration = 250;
const gliding: KeyframeAnimationOptions = { duration, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
/** Where so many things move at once nobody can follow them, and the browser cannot keep up. */
const most = 400;

/** What happens to an element between two pictures: it comes from elsewhere, or it was not there before. */
export type Motion = { readonly id: string; readonly from: Point } | { readonly id: string; readonly appears: true };

/**
 * What moves between two pictures of the same, in pixels of the picture. `by` is how far the picture itself has moved
 * under the window.
 */
export function motions(before: Placed, after: Placed, by: Point): readonly Motion[] {
  const boxes = new Map(before.nodes.map(({ id, box }) => [id, box]));
  const lines = new Map(before.edges.map(({ id, points }) => [id, points]));
  const nodes = after.nodes.flatMap(({ id, box }): readonly Motion[] => {
    const old = boxes.get(id);
    return old ? moving(id, old, box, by) : [{ id, appears: true }];
  });
  const edges = after.edges.flatMap(({ id, points }): readonly Motion[] => {
    const old = lines.get(id);
    const [from, to] = [old?.[0], points[0]];
    if (!old || !from || !to || !isSameShape(old, points)) return [{ id, appears: true }];
    return moving(id, from, to, by);
  });
  return [...nodes, ...edges];
}

/** Lets elements come from where they were. Not where somebody asked for less motion. */
export function play(all: readonly Motion[], groupOf: (id: string) => Element | undefined): void {
  if (all.length > most || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const motion of all) {
    const frames: Keyframe[] =
      'from' in motion
        ? [{ transform: `translate(${motion.from.x}px, ${motion.from.y}px)` }, { transform: 'none' }]
        : [{ opacity: 0 }, {}];
    groupOf(motion.id)?.animate(frames, gliding);
  }
}

function moving(id: string, old: Point, now: Point, by: Point): readonly Motion[] {
  const from = { x: old.x - now.x + by.x, y: old.y - now.y + by.y };
  return Math.hypot(from.x, from.y) < 0.5 ? [] : [{ id, from }];
}

/** Whether one line is the other, moved. */
function isSameShape(old: readonly Point[], now: readonly Point[]): boolean {
  const [from, to] = [old[0], now[0]];
  if (!from || !to || old.length !== now.length) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return now.every((point, index) => {
    const other = old[index];
    return other && Math.abs(point.x - other.x - dx) < 0.5 && Math.abs(point.y - other.y - dy) < 0.5;
  });
}
