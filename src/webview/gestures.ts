import type { Point } from '../diagram/placed.ts';

export interface GestureEvents {
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
  /** A press that was no drag. */
  readonly press: (target: EventTarget | null, at: Point, twice: boolean) => void;
}

/** A hand that trembles less than this, in pixels, does not drag. */
const tremble = 4;
const lineOfText = 16;

/** Dragging, pinching and turning the wheel over an element. */
export class Gestures {
  readonly #element: HTMLElement;
  readonly #events: GestureEvents;
  readonly #pointers = new Map<number, Point>();
  #start: Point | undefined;
  #dragged = false;

  constructor(element: HTMLElement, events: GestureEvents) {
    this.#element = element;
    this.#events = events;
    element.addEventListener('pointerdown', (event) => this.#down(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerup', (event) => this.#up(event));
    element.addEventListener('pointercancel', (event) => this.#up(event));
    element.addEventListener('click', (event) => this.#click(event));
    element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    // The browser would scroll on the middle button, and drag a picture of the picture.
    element.addEventListener('dragstart', (event) => event.preventDefault());
  }

  #down(event: PointerEvent): void {
    if (event.button > 1) return;
    // The focus is moved when it is known whether this is a press or a drag.
    event.preventDefault();
    this.#pointers.set(event.pointerId, this.#at(event));
    if (this.#pointers.size > 1) return;
    this.#start = this.#at(event);
    this.#dragged = false;
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before || !this.#start) return;
    const now = this.#at(event);
    const far = Math.hypot(now.x - this.#start.x, now.y - this.#start.y);
    if (!this.#dragged && this.#pointers.size === 1 && far < tremble) return;
    if (!this.#dragged) this.#begin(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) this.#pinch(before, now, other);
    else this.#events.pan({ x: now.x - before.x, y: now.y - before.y });
  }

  #begin(event: PointerEvent): void {
    this.#dragged = true;
    this.#element.setPointerCapture(event.pointerId);
    this.#element.classList.add('dragging');
  }

  /** Both fingers keep what is under them. */
  #pinch(before: Point, now: Point, other: Point): void {
    const middle = (a: Point): Point => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 });
    const [from, to] = [middle(before), middle(now)];
    const spread = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    this.#events.pan({ x: to.x - from.x, y: to.y - from.y });
    this.#events.zoom(Math.hypot(now.x - other.x, now.y - other.y) / spread, to);
  }

  #up(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    if (this.#pointers.size > 0) return;
    this.#element.classList.remove('dragging');
    if (event.type === 'pointercancel') this.#dragged = false;
  }

  #click(event: MouseEvent): void {
    if (this.#dragged) {
      this.#dragged = false;
      return;
    }
    this.#events.press(event.target, this.#at(event), event.detail === 2);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineOfText : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    // A pinch on a touchpad comes as a wheel with the control key.
    if (event.ctrlKey || event.metaKey) this.#events.zoom(Math.exp(-clamp(dy, 60) / 180), this.#at(event));
    else if (event.shiftKey && dx === 0) this.#events.pan({ x: -dy, y: 0 });
    else this.#events.pan({ x: -dx, y: -dy });
  }

  #at(event: MouseEvent): Point {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}
