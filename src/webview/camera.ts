import type { Box, Point } from '../diagram/placed.ts';
import {
  beginning,
  fits,
  fitted,
  kept,
  moved,
  nextScale,
  type Size,
  sees,
  showing,
  shown,
  type Viewport,
  zoomed,
} from './viewport.ts';

export interface Stage {
  /** The window that the picture is seen through. */
  readonly window: () => Size;
  readonly picture: () => Size;
  /** Where the flow begins. */
  readonly start: () => Point | undefined;
}

/** How long after the last movement the picture is drawn sharp again, in milliseconds. */
const settled = 180;

/** Where one looks, and from how near: moves the sheet that the picture is drawn on, and nothing on it. */
export class Camera {
  readonly #sheet: HTMLElement;
  readonly #stage: Stage;
  readonly #moved: (viewport: Viewport, isFitted: boolean) => void;
  #viewport: Viewport = { x: 0, y: 0, scale: 1 };
  #isFitted = true;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(sheet: HTMLElement, stage: Stage, moved: (viewport: Viewport, isFitted: boolean) => void) {
    this.#sheet = sheet;
    this.#stage = stage;
    this.#moved = moved;
    sheet.addEventListener('transitionend', (event) => {
      if (event.target === sheet) sheet.classList.remove('gliding');
    });
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** Looks at another picture: as it was left; else whole, or where it begins if the whole could not be read. */
  open(viewport: Viewport | undefined): void {
    const wanted = viewport ?? beginning(this.#picture, this.#window, this.#stage.start());
    this.#isFitted = wanted === undefined;
    this.#look(wanted ? kept(wanted, this.#picture, this.#window) : fitted(this.#picture, this.#window));
  }

  /** The picture has changed; what stood at a point of it has moved by so much. */
  follow(by: Point): void {
    const { x, y, scale } = this.#viewport;
    const next = { x: x - by.x * scale, y: y - by.y * scale, scale };
    const picture = { x: 0, y: 0, ...this.#picture };
    if (this.#isFitted ? !fits(next, this.#picture, this.#window) : !sees(next, picture, this.#window)) this.fit();
    else this.#look(next);
  }

  /** Moves just so far that a box of the picture is in sight. */
  show(box: Box): void {
    const next = showing(this.#viewport, box, this.#window);
    if (next.x === this.#viewport.x && next.y === this.#viewport.y) return;
    this.#isFitted = false;
    this.#look(next, true);
  }

  fit(): void {
    this.#isFitted = true;
    this.#look(fitted(this.#picture, this.#window), true);
  }

  /** Shows a box of the picture as large as it goes. */
  fitTo(box: Box): void {
    this.#isFitted = false;
    this.#look(kept(shown(box, this.#window), this.#picture, this.#window), true);
  }

  zoom(direction: 'in' | 'out'): void {
    this.zoomTo(nextScale(this.#viewport.scale, direction), this.#middle);
  }

  actualSize(): void {
    this.zoomTo(1, this.#middle);
  }

  zoomBy(factor: number, at: Point): void {
    this.zoomTo(this.#viewport.scale * factor, at);
  }

  zoomTo(scale: number, at: Point): void {
    this.#isFitted = false;
    this.#look(kept(zoomed(this.#viewport, scale, at), this.#picture, this.#window));
  }

  move(by: Point): void {
    this.#isFitted = false;
    this.#lift();
    this.#look(moved(this.#viewport, by, this.#picture, this.#window));
  }

  /** Brings a point of the picture to the middle of the window. */
  centre({ x, y }: Point): void {
    const { scale } = this.#viewport;
    const middle = this.#middle;
    this.#isFitted = false;
    this.#lift();
    this.#look(kept({ x: middle.x - x * scale, y: middle.y - y * scale, scale }, this.#picture, this.#window));
  }

  resized(): void {
    this.#look(
      this.#isFitted ? fitted(this.#picture, this.#window) : kept(this.#viewport, this.#picture, this.#window),
    );
  }

  /** The point of the picture that is seen at a point of the window. */
  under({ x, y }: Point): Point {
    return { x: (x - this.#viewport.x) / this.#viewport.scale, y: (y - this.#viewport.y) / this.#viewport.scale };
  }

  get #window(): Size {
    return this.#stage.window();
  }

  get #picture(): Size {
    return this.#stage.picture();
  }

  get #middle(): Point {
    const { w, h } = this.#window;
    return { x: w / 2, y: h / 2 };
  }

  /** While it is moved, the sheet is a layer of its own, so that nothing on it is drawn again. */
  #lift(): void {
    clearTimeout(this.#settling);
    this.#sheet.classList.add('lifted');
    this.#settling = setTimeout(() => this.#sheet.classList.remove('lifted'), settled);
  }

  /** `glide` moves so that one sees where to; at once for people who want it so. */
  #look(viewport: Viewport, glide = false): void {
    this.#sheet.classList.toggle('gliding', glide);
    this.#viewport = viewport;
    this.#sheet.style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})`;
    this.#moved(viewport, this.#isFitted);
  }
}
