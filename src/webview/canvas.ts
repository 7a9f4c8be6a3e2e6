import type { Box, Placed, Point } from '../diagram/placed.ts';
import type { Theme } from '../diagram/svg.ts';
import { Camera } from './camera.ts';
import { make } from './dom.ts';
import { around, boxOf, type Element, isOnBadge } from './drawing.ts';
import { Gestures } from './gestures.ts';
import { motions, play } from './motion.ts';
import { type Arrow, arrowFrom, stepFrom, walkable } from './navigation.ts';
import { DrawnPicture, type Emphasis } from './picture.ts';
import { type Size, sees, type Viewport } from './viewport.ts';

export interface CanvasEvents {
  /** Somebody chose an element; `focus` when they want to go where it is written. */
  readonly choose: (element: Element, focus: boolean) => void;
  /** Somebody asks for an element's findings. */
  readonly findings: (element: Element) => void;
  /** The pointer or the focus is on an element, or on none any more. */
  readonly hover: (element: Element | undefined, by: 'pointer' | 'keyboard', at?: Point) => void;
  readonly moved: (viewport: Viewport, isFitted: boolean) => void;
  /** Takes away what is shown beside an element, and says whether there was something. */
  readonly dismiss: () => boolean;
}

const arrows: Readonly<Record<string, Arrow>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const stride = 60;
const strides: Readonly<Record<Arrow, Point>> = {
  left: { x: stride, y: 0 },
  right: { x: -stride, y: 0 },
  up: { x: 0, y: stride },
  down: { x: 0, y: -stride },
};

/** The picture: seen in part or whole, walked through, pointed at. */
export class Canvas {
  readonly element: HTMLElement;
  readonly camera: Camera;
  readonly #events: CanvasEvents;
  /** Screen readers leave the arrow keys to what is in it. */
  readonly #sheet = make('div', {
    class: 'sheet',
    role: 'application',
    'aria-label': 'Stages and arrows, to be walked through with the arrow keys',
  });
  readonly #picture = new DrawnPicture(this.#sheet);

  constructor(events: CanvasEvents) {
    this.#events = events;
    this.element = make('div', { class: 'canvas', tabindex: -1, role: 'region', 'aria-label': 'Picture' }, this.#sheet);
    const stage = {
      window: () => this.windowSize,
      picture: () => this.#pictureSize(),
      start: () => startOf(this.placed),
    };
    this.camera = new Camera(this.#sheet, stage, events.moved);
    new Gestures(this.element, {
      pan: (by) => this.camera.move(by),
      zoom: (factor, at) => this.camera.zoomBy(factor, at),
      press: (target, at, twice) => this.#press(target, at, twice),
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.#sheet.addEventListener('focusin', (event) => this.#focused(event));
    this.#sheet.addEventListener('focusout', () => events.hover(undefined, 'keyboard'));
    this.#sheet.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch') events.hover(this.#picture.at(event.target), 'pointer', this.#at(event));
    });
    this.element.addEventListener('pointerleave', () => events.hover(undefined, 'pointer'));
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get placed(): Placed | undefined {
    return this.#picture.placed;
  }

  /** The element that has the focus. */
  get focused(): Element | undefined {
    const id = this.#picture.focusedId;
    return id === undefined ? undefined : this.#picture.element(id);
  }

  get windowSize(): Size {
    return { w: this.element.clientWidth, h: this.element.clientHeight };
  }

  /** Shows another pathway: whole, or as it was left. */
  open(placed: Placed, theme: Theme, viewport: Viewport | undefined): void {
    this.#picture.clear();
    this.#redraw(placed, theme);
    this.camera.open(viewport);
  }

  /** Shows the same pathway anew. What one looked at stays where it is, and what moves is seen to move. */
  update(placed: Placed, theme: Theme): void {
    const before = this.placed;
    if (!before || (before.empty && !placed.empty)) return this.open(placed, theme, undefined);
    const anchor = this.#anchor(before, placed);
    this.#redraw(placed, theme);
    this.camera.follow(anchor);
    play(motions(before, placed, anchor), (id) => this.#picture.group(id));
  }

  clear(): void {
    this.#picture.clear();
  }

  retheme(theme: Theme): void {
    if (this.placed && theme !== this.#picture.theme) this.#redraw(this.placed, theme);
  }

  emphasise(emphasis: Emphasis): void {
    this.#picture.emphasise(emphasis);
  }

  /** Outlines an element, or none. `bring` moves it into sight. */
  select(id: string | undefined, bring: boolean): void {
    this.#picture.select(id);
    const element = id === undefined ? undefined : this.#picture.element(id);
    if (element && bring) this.camera.show(boxOf(element));
  }

  focus(id?: string): void {
    const group = id === undefined ? undefined : this.#picture.group(id);
    if (id !== undefined && group) this.#picture.makeReachable(id);
    (group ?? this.element).focus({ preventScroll: true });
  }

  /** Shows elements, with what is between them, as large as there is room. */
  fitTo(ids: readonly string[]): void {
    const boxes = ids.flatMap((id) => this.#picture.element(id) ?? []).map((element) => boxOf(element));
    if (boxes.length > 0) this.camera.fitTo(around(boxes));
  }

  /** Where an element is seen, in pixels of the window: its box, or the pieces of its line. */
  places(id: string): readonly Box[] {
    const element = this.#picture.element(id);
    if (!element) return [];
    const { x, y, scale } = this.camera.viewport;
    return partsOf(element).map((box) => ({
      x: box.x * scale + x,
      y: box.y * scale + y,
      w: box.w * scale,
      h: box.h * scale,
    }));
  }

  /** Where a menu about an element opens, in pixels of the window. */
  cornerOf(id: string): Point | undefined {
    const [box] = this.places(id);
    const { left, top } = this.element.getBoundingClientRect();
    return box && { x: left + box.x + Math.min(box.w, 24), y: top + box.y + Math.min(box.h, 24) };
  }

  /** Keys that work wherever nothing else takes them. */
  command(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.placed) return false;
    const arrow = arrows[event.key];
    if (arrow) this.camera.move(strides[arrow]);
    else if (event.key === '+' || event.key === '=') this.camera.zoom('in');
    else if (event.key === '-') this.camera.zoom('out');
    else if (event.key === '0') this.camera.fit();
    else if (event.key === '1') this.camera.actualSize();
    else if (event.key === 'f') this.fitSelection();
    else return false;
    return true;
  }

  /** Shows what is selected, with its neighbours, as large as there is room; the whole where nothing is. */
  fitSelection(): void {
    const id = this.#picture.focusedId ?? this.#picture.selected;
    if (id === undefined || !this.placed) return this.camera.fit();
    const own = this.placed.edges.filter((edge) => edge.id === id || edge.from === id || edge.to === id);
    this.fitTo([id, ...own.flatMap(({ from, to }) => [from, to])]);
  }

  #redraw(placed: Placed, theme: Theme): void {
    const focused = this.#picture.focusedId;
    this.#picture.draw(placed, theme);
    this.element.dataset['theme'] = theme;
    // A picture without elements is reached as a whole.
    this.element.tabIndex = walkable(placed).length === 0 ? 0 : -1;
    if (focused !== undefined && this.#picture.focusedId !== focused) this.focus(focused);
  }

  /** How far that which one looks at has moved: what is selected, else what stands nearest to the middle. */
  #anchor(before: Placed, after: Placed): Point {
    const now = new Map(after.nodes.map(({ id, box }) => [id, box]));
    const known = before.nodes.filter(({ id }) => now.has(id));
    const { w, h } = this.windowSize;
    const middle = this.camera.under({ x: w / 2, y: h / 2 });
    const far = ({ box }: { readonly box: Box }): number =>
      Math.hypot(box.x + box.w / 2 - middle.x, box.y + box.h / 2 - middle.y);
    const chosen = known.find(({ id }) => id === (this.#picture.focusedId ?? this.#picture.selected));
    const isSeen = chosen && sees(this.camera.viewport, chosen.box, { w, h });
    const node = isSeen
      ? chosen
      : known.reduce<(typeof known)[0] | undefined>(
          (best, each) => (best === undefined || far(each) < far(best) ? each : best),
          undefined,
        );
    const to = node && now.get(node.id);
    return node && to ? { x: to.x - node.box.x, y: to.y - node.box.y } : { x: 0, y: 0 };
  }

  #key(event: KeyboardEvent): void {
    const id = this.#picture.focusedId;
    const placed = this.placed;
    if (id === undefined || !placed || event.ctrlKey || event.metaKey || event.altKey) return;
    const element = this.#picture.element(id);
    const arrow = arrows[event.key];
    const next = arrow && ((event.shiftKey ? arrowFrom(placed, id, arrow) : undefined) ?? stepFrom(placed, id, arrow));
    if (arrow) this.#walk(next);
    else if (event.key === 'Home') this.#walk(walkable(placed)[0]);
    else if (event.key === 'End') this.#walk(placed.nodes.at(-1)?.id);
    else if ((event.key === 'Enter' || event.key === ' ') && element)
      this.#events.choose(element, event.key === 'Enter');
    else if (event.key !== 'Escape') return;
    else if (!this.#events.dismiss()) this.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #walk(id: string | undefined): void {
    if (id !== undefined) this.focus(id);
  }

  #focused(event: FocusEvent): void {
    const element = this.#picture.at(event.target);
    if (!element) return;
    this.#picture.makeReachable(element.id);
    if (!(event.target as HTMLElement).matches(':focus-visible')) return;
    this.camera.show(boxOf(element));
    this.#events.hover(element, 'keyboard');
  }

  #press(target: EventTarget | null, at: Point, twice: boolean): void {
    const element = this.#picture.at(target);
    if (!element) return this.focus();
    this.focus(element.id);
    const { x, y } = this.camera.under(at);
    if (!twice && isOnBadge(element, x, y)) this.#events.findings(element);
    this.#events.choose(element, twice);
  }

  #resized(): void {
    if (this.placed && this.element.clientWidth > 0) this.camera.resized();
  }

  #at(event: MouseEvent): Point {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #pictureSize(): Size {
    return { w: this.placed?.width ?? 1, h: this.placed?.height ?? 1 };
  }
}

/** Where people come in: what stands furthest ahead of the flow. */
function startOf(placed: Placed | undefined): Point | undefined {
  if (!placed) return undefined;
  const along = ({ box }: { readonly box: Box }): number => (placed.direction === 'right' ? box.x : box.y);
  const nodes = placed.nodes;
  const first = nodes.reduce<(typeof nodes)[0] | undefined>(
    (best, node) => (best === undefined || along(node) < along(best) - 1 ? node : best),
    undefined,
  );
  return first?.box;
}

/** A box; of an arrow its label and the pieces of its line. */
function partsOf(element: Element): readonly Box[] {
  if ('box' in element) return [element.box];
  const pieces = element.points.slice(1).map((point, index) => {
    const before = element.points[index] ?? point;
    return around([before, point].map((end) => ({ ...end, w: 0, h: 0 })));
  });
  return [...(element.label ? [element.label.box] : []), ...pieces];
}
