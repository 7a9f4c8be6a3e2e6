import type { Placed, Point } from '../diagram/placed.ts';
import type { Theme } from '../diagram/svg.ts';
import { make } from './dom.ts';
import { boxOf, draw, type Element, elementOf, isOnBadge } from './drawing.ts';
import { Gestures } from './gestures.ts';
import { type Arrow, arrowFrom, stepFrom, walkable } from './navigation.ts';
import {
  beginning,
  fitted,
  kept,
  moved,
  nextScale,
  type Size,
  sees,
  showing,
  type Viewport,
  zoomed,
} from './viewport.ts';

export interface CanvasEvents {
  /** Somebody chose an element; `focus` when they want to go where it is written. */
  readonly choose: (element: Element, focus: boolean) => void;
  /** Somebody asks for an element's findings. */
  readonly findings: (element: Element) => void;
  /** The pointer or the focus is on an element, or on none any more. */
  readonly hover: (element: Element | undefined, by: 'pointer' | 'keyboard') => void;
  readonly moved: (viewport: Viewport, isFitted: boolean) => void;
}

const arrows: Readonly<Record<string, Arrow>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const stride = 60;

/** The picture: seen in part or whole, walked through, pointed at. */
export class Canvas {
  readonly element: HTMLElement;
  readonly #events: CanvasEvents;
  readonly #sheet = make('div', { class: 'sheet' });
  #placed: Placed | undefined;
  #theme: Theme = 'light';
  #viewport: Viewport = { x: 0, y: 0, scale: 1 };
  #isFitted = true;
  #selected: string | undefined;

  constructor(events: CanvasEvents) {
    this.#events = events;
    this.element = make('main', { class: 'canvas', tabindex: -1, 'aria-label': 'Picture' }, this.#sheet);
    new Gestures(this.element, {
      pan: (by) => this.#move(by),
      zoom: (factor, at) => this.#zoomTo(this.#viewport.scale * factor, at),
      press: (target, at, twice) => this.#press(target, at, twice),
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.#sheet.addEventListener('transitionend', () => this.#sheet.classList.remove('gliding'));
    this.#sheet.addEventListener('focusin', (event) => this.#focused(event));
    this.#sheet.addEventListener('focusout', () => this.#events.hover(undefined, 'keyboard'));
    this.#sheet.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch') this.#events.hover(this.#elementAt(event.target), 'pointer');
    });
    this.element.addEventListener('pointerleave', () => this.#events.hover(undefined, 'pointer'));
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get placed(): Placed | undefined {
    return this.#placed;
  }

  get scale(): number {
    return this.#viewport.scale;
  }

  /** Shows another pathway: whole, or as it was left. */
  open(placed: Placed, theme: Theme, viewport: Viewport | undefined): void {
    this.#selected = undefined;
    this.#redraw(placed, theme);
    const wanted = viewport ?? beginning(this.#pictureSize(), this.#windowSize());
    this.#isFitted = wanted === undefined;
    this.#look(wanted ? kept(wanted, this.#pictureSize(), this.#windowSize()) : this.#fit());
  }

  /** Shows the same pathway anew. What one looked at stays where it is. */
  update(placed: Placed, theme: Theme): void {
    const wasEmpty = this.#placed?.empty !== undefined && placed.empty === undefined;
    this.#redraw(placed, theme);
    const picture = { x: 0, y: 0, ...this.#pictureSize() };
    if (wasEmpty || !sees(this.#viewport, picture, this.#windowSize())) this.fit();
  }

  clear(): void {
    this.#placed = undefined;
    this.#sheet.replaceChildren();
  }

  /** Outlines an element, or none. `bring` moves it into sight. */
  select(id: string | undefined, bring: boolean): void {
    this.#selected = id;
    for (const group of this.#groups()) group.classList.toggle('selected', group.dataset['id'] === id);
    const element = id !== undefined && this.#placed && elementOf(this.#placed, id);
    if (!element) return;
    this.#makeReachable(element.id);
    if (bring) this.bring(element);
  }

  /** Moves an element into sight, where it is not. */
  bring(element: Element): void {
    const next = showing(this.#viewport, boxOf(element), this.#windowSize());
    if (next.x === this.#viewport.x && next.y === this.#viewport.y) return;
    this.#isFitted = false;
    this.#look(next, true);
  }

  focus(id?: string): void {
    const group = id === undefined ? undefined : this.#groupOf(id);
    (group ?? this.element).focus({ preventScroll: true });
  }

  fit(): void {
    this.#isFitted = true;
    this.#look(this.#fit(), true);
  }

  zoom(direction: 'in' | 'out'): void {
    this.#zoomTo(nextScale(this.#viewport.scale, direction), this.#middle());
  }

  actualSize(): void {
    this.#zoomTo(1, this.#middle());
  }

  /** Where an element is seen, in pixels of the window. */
  place(id: string): DOMRect | undefined {
    return this.#groupOf(id)?.getBoundingClientRect();
  }

  /** Keys that work wherever nothing else takes them. */
  command(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#placed) return false;
    switch (event.key) {
      case '+':
      case '=':
        this.zoom('in');
        return true;
      case '-':
        this.zoom('out');
        return true;
      case '0':
        this.fit();
        return true;
      case '1':
        this.actualSize();
        return true;
      default: {
        const arrow = arrows[event.key];
        if (arrow)
          this.#move(
            {
              left: { x: stride, y: 0 },
              right: { x: -stride, y: 0 },
              up: { x: 0, y: stride },
              down: { x: 0, y: -stride },
            }[arrow],
          );
        return arrow !== undefined;
      }
    }
  }

  #redraw(placed: Placed, theme: Theme): void {
    const focused = this.#focusedId();
    this.#placed = placed;
    this.#theme = theme;
    this.#sheet.replaceChildren(draw(placed, theme));
    this.element.dataset['theme'] = theme;
    // A picture without elements is reached as a whole.
    this.element.tabIndex = walkable(placed).length === 0 ? 0 : -1;
    if (this.#selected !== undefined) this.select(this.#selected, false);
    if (focused === undefined) return;
    if (this.#groupOf(focused)) this.#makeReachable(focused);
    this.focus(focused);
  }

  retheme(theme: Theme): void {
    if (this.#placed && theme !== this.#theme) this.#redraw(this.#placed, theme);
  }

  #key(event: KeyboardEvent): void {
    const id = this.#focusedId();
    const placed = this.#placed;
    if (id === undefined || !placed || event.ctrlKey || event.metaKey || event.altKey) return;
    const element = elementOf(placed, id);
    const arrow = arrows[event.key];
    const next = arrow && ((event.shiftKey ? arrowFrom(placed, id, arrow) : undefined) ?? stepFrom(placed, id, arrow));
    const known = walkable(placed);
    if (arrow) this.#walk(next);
    else if (event.key === 'Home') this.#walk(known[0]);
    else if (event.key === 'End') this.#walk(placed.nodes.at(-1)?.id);
    else if ((event.key === 'Enter' || event.key === ' ') && element)
      this.#events.choose(element, event.key === 'Enter');
    else if (event.key === 'Escape') this.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #walk(id: string | undefined): void {
    if (id === undefined) return;
    this.#makeReachable(id);
    this.focus(id);
  }

  #focused(event: FocusEvent): void {
    const element = this.#elementAt(event.target);
    if (!element) return;
    this.#makeReachable(element.id);
    if (!(event.target as HTMLElement).matches(':focus-visible')) return;
    this.bring(element);
    this.#events.hover(element, 'keyboard');
  }

  /** Tab leads to one element; the arrow keys lead on from there. */
  #makeReachable(id: string): void {
    for (const group of this.#groups()) group.setAttribute('tabindex', group.dataset['id'] === id ? '0' : '-1');
  }

  #press(target: EventTarget | null, at: Point, twice: boolean): void {
    const element = this.#elementAt(target);
    if (!element) {
      this.focus();
      return;
    }
    this.#makeReachable(element.id);
    this.focus(element.id);
    const x = (at.x - this.#viewport.x) / this.#viewport.scale;
    const y = (at.y - this.#viewport.y) / this.#viewport.scale;
    if (!twice && isOnBadge(element, x, y)) this.#events.findings(element);
    this.#events.choose(element, twice);
  }

  #elementAt(target: EventTarget | null): Element | undefined {
    const id = (target as globalThis.Element | null)?.closest<SVGElement>('[data-id]')?.dataset['id'];
    return id === undefined || !this.#placed ? undefined : elementOf(this.#placed, id);
  }

  #zoomTo(scale: number, at: Point): void {
    this.#isFitted = false;
    this.#look(kept(zoomed(this.#viewport, scale, at), this.#pictureSize(), this.#windowSize()));
  }

  #move(by: Point): void {
    this.#isFitted = false;
    this.#look(moved(this.#viewport, by, this.#pictureSize(), this.#windowSize()));
  }

  /** `glide` moves so that one sees where to; at once for people who want it so. */
  #look(viewport: Viewport, glide = false): void {
    this.#sheet.classList.toggle('gliding', glide);
    this.#viewport = viewport;
    this.#sheet.style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})`;
    this.#events.moved(viewport, this.#isFitted);
  }

  #resized(): void {
    if (!this.#placed || this.element.clientWidth === 0) return;
    this.#look(this.#isFitted ? this.#fit() : kept(this.#viewport, this.#pictureSize(), this.#windowSize()));
  }

  #fit(): Viewport {
    return fitted(this.#pictureSize(), this.#windowSize());
  }

  #middle(): Point {
    const { w, h } = this.#windowSize();
    return { x: w / 2, y: h / 2 };
  }

  #windowSize(): Size {
    return { w: this.element.clientWidth, h: this.element.clientHeight };
  }

  #pictureSize(): Size {
    return { w: this.#placed?.width ?? 1, h: this.#placed?.height ?? 1 };
  }

  #groups(): readonly SVGElement[] {
    return [...this.#sheet.querySelectorAll<SVGElement>('[data-id]')];
  }

  #groupOf(id: string): SVGElement | undefined {
    return this.#groups().find((group) => group.dataset['id'] === id);
  }

  #focusedId(): string | undefined {
    const active = document.activeElement;
    return active && this.#sheet.contains(active) ? (active as SVGElement).dataset['id'] : undefined;
  }
}
