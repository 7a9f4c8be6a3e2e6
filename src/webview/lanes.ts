import type { Box, Placed, PlacedLane, Point } from '../diagram/placed.ts';
import type { Direction } from '../diagram/scene.ts';
import { button, make } from './dom.ts';
import { icon } from './icons.ts';
import type { Size, Viewport } from './viewport.ts';

const edge = 8;
/** What is drawn smaller cannot be read. */
const legible = 0.5;

export interface LaneEvents {
  readonly fold: (lane: PlacedLane) => void;
  /** Somebody came to a lane with the keyboard that is out of sight. */
  readonly look: (lane: PlacedLane) => void;
}

interface Heading {
  readonly lane: PlacedLane;
  readonly element: HTMLElement;
  size: Size;
}

/** What the bands of the picture are called, in sight wherever one looks; and a button for each that folds it. */
export class LaneHeadings {
  readonly element = make('div', { class: 'lane-headings', role: 'group', 'aria-label': 'Lanes', hidden: true });
  readonly #events: LaneEvents;
  #headings: readonly Heading[] = [];
  #direction: Direction = 'right';

  constructor(events: LaneEvents) {
    this.#events = events;
  }

  show(placed: Placed | undefined): void {
    const focused = document.activeElement?.closest<HTMLElement>('.lane-heading')?.dataset['lane'];
    const lanes = placed?.lanes ?? [];
    this.#direction = placed?.direction ?? 'right';
    this.element.hidden = lanes.length === 0;
    this.#headings = lanes.map((lane) => ({ lane, element: this.#heading(lane), size: { w: 0, h: 0 } }));
    this.element.replaceChildren(...this.#headings.map(({ element }) => element));
    for (const heading of this.#headings) {
      heading.size = { w: heading.element.offsetWidth, h: heading.element.offsetHeight };
      if (heading.lane.id === focused) heading.element.querySelector('button')?.focus({ preventScroll: true });
    }
  }

  moved(viewport: Viewport, window: Size): void {
    for (const { lane, element, size } of this.#headings) {
      const at = headingAt(lane, this.#direction, viewport, window, size);
      element.classList.toggle('away', at === undefined);
      if (!at) continue;
      element.classList.toggle('bare', at.bare);
      element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    }
  }

  #heading(lane: PlacedLane): HTMLElement {
    const words = `${lane.folded ? 'Unfold' : 'Fold'} ${lane.label}`;
    const looks = { class: 'plain', title: words, 'aria-label': words, 'aria-expanded': `${!lane.folded}` };
    const element = make(
      'div',
      { class: 'lane-heading', 'data-lane': lane.id },
      make('span', {}, lane.label),
      button(looks, () => this.#events.fold(lane), icon(lane.folded ? 'unfold' : 'fold')),
    );
    element.addEventListener('focusin', () => {
      if (element.classList.contains('away')) this.#events.look(lane);
    });
    return element;
  }
}

export interface HeadingPlace extends Point {
  /** The picture's own heading is in sight: there is only the button, below it. */
  readonly bare: boolean;
}

/**
 * Below the picture's own heading, or beside it in a narrow band; where that is out of sight, at the window's edge with the lane's name; nowhere where
 * nothing of the band is seen.
 */
export function headingAt(
  { box, heading }: PlacedLane,
  direction: Direction,
  view: Viewport,
  window: Size,
  size: Size,
): HeadingPlace | undefined {
  const band = inWindow(box, view);
  if (band.x > window.w || band.y > window.h || band.x + band.w < 0 || band.y + band.h < 0) return undefined;
  const own = inWindow(heading.box, view);
  const bare = own.x >= 0 && own.y >= 0 && own.y + own.h <= window.h && view.scale >= legible;
  if (bare) {
    const below = own.y + own.h + size.h <= band.y + band.h - 2;
    return below ? { x: own.x - 4, y: own.y + own.h, bare } : { x: own.x + own.w + 2, y: own.y - 4, bare };
  }
  const kept = (start: number, length: number, length2: number): number =>
    Math.max(start, Math.min(Math.max(start, edge), start + length - length2));
  // Along the flow it stays at the window's edge; across it, inside its band.
  return direction === 'right'
    ? { x: Math.max(band.x + 4, edge), y: kept(band.y + 4, band.h - 8, size.h), bare }
    : { x: kept(band.x + 4, band.w - 8, size.w), y: Math.max(band.y + 4, edge), bare };
}

function inWindow({ x, y, w, h }: Box, { x: left, y: top, scale }: Viewport): Box {
  return { x: x * scale + left, y: y * scale + top, w: w * scale, h: h * scale };
}
