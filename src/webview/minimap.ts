import { type Box, isCard, type Placed, type Point } from '../diagram/placed.ts';
import { make } from './dom.ts';
import { fits, type Size, type Viewport } from './viewport.ts';

/** A picture with fewer stages needs no map. */
const fewest = 40;
const largest: Size = { w: 208, h: 132 };
/** A picture that is much wider than high needs a wider map, and one that can still be hit. */
const wide: Size = { w: 340, h: 132 };
const lowest = 36;
/** On a smaller window the map would be in the way. */
const room: Size = { w: 640, h: 340 };

/**
 * A map of a large picture, with the part of it that is seen. It is for pointers: with the keyboard one walks through
 * the picture itself, and finds what one looks for.
 */
export class Minimap {
  readonly element = make('div', { class: 'minimap', 'aria-hidden': 'true', hidden: true });
  readonly #drawing = make('canvas', {});
  readonly #frame = make('div', { class: 'minimap-frame' });
  readonly #centre: (at: Point) => void;
  #placed: Placed | undefined;
  #scale = 1;
  /** Where the picture begins on the map. */
  #inset = 0;

  constructor(centre: (at: Point) => void) {
    this.#centre = centre;
    this.element.append(this.#drawing, this.#frame);
    this.element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
      this.#go(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) this.#go(event);
    });
  }

  /** Draws the map of a picture in the colours that the page has now. */
  show(placed: Placed | undefined): void {
    const isLarge = placed !== undefined && placed.nodes.filter(isCard).length >= fewest;
    this.#placed = isLarge ? placed : undefined;
    this.element.hidden = !isLarge;
    if (this.#placed) this.#draw(this.#placed);
  }

  /** Where one looks has changed. */
  moved(viewport: Viewport, window: Size): void {
    const placed = this.#placed;
    if (!placed) return;
    const isNeeded =
      window.w >= room.w && window.h >= room.h && !fits(viewport, { w: placed.width, h: placed.height }, window);
    this.element.hidden = !isNeeded;
    if (!isNeeded) return;
    const { x, y, w, h } = frameOf(viewport, window, { w: placed.width, h: placed.height }, this.#scale);
    this.#frame.style.transform = `translate(${x}px, ${y + this.#inset}px)`;
    this.#frame.style.width = `${w}px`;
    this.#frame.style.height = `${h}px`;
  }

  #draw(placed: Placed): void {
    const most = placed.width > 4 * placed.height ? wide : largest;
    this.#scale = Math.min(most.w / placed.width, most.h / placed.height);
    const w = Math.ceil(placed.width * this.#scale);
    const h = Math.max(lowest, Math.ceil(placed.height * this.#scale));
    this.#inset = (h - placed.height * this.#scale) / 2;
    const sharp = Math.max(1, Math.min(3, devicePixelRatio));
    Object.assign(this.#drawing, { width: w * sharp, height: h * sharp });
    Object.assign(this.#drawing.style, { width: `${w}px`, height: `${h}px` });
    const pen = this.#drawing.getContext('2d');
    if (!pen) return;
    const colours = getComputedStyle(document.documentElement);
    const scale = this.#scale * sharp;
    pen.setTransform(scale, 0, 0, scale, 0, this.#inset * sharp);
    pen.strokeStyle = colours.getPropertyValue('--map-line');
    pen.lineWidth = 0.6 / this.#scale;
    for (const { points } of placed.edges) {
      pen.beginPath();
      for (const { x, y } of points) pen.lineTo(x, y);
      pen.stroke();
    }
    pen.fillStyle = colours.getPropertyValue('--control');
    const least = 1.5 / this.#scale;
    for (const { box } of placed.nodes.filter(isCard)) {
      pen.fillRect(box.x, box.y, Math.max(box.w, least), Math.max(box.h, least));
    }
  }

  #go(event: PointerEvent): void {
    const { left, top } = this.#drawing.getBoundingClientRect();
    this.#centre({ x: (event.clientX - left) / this.#scale, y: (event.clientY - top - this.#inset) / this.#scale });
  }
}

/** The part of the map that is seen. */
export function frameOf(view: Viewport, window: Size, picture: Size, scale: number): Box {
  const left = Math.max(0, -view.x / view.scale);
  const top = Math.max(0, -view.y / view.scale);
  const right = Math.min(picture.w, (window.w - view.x) / view.scale);
  const bottom = Math.min(picture.h, (window.h - view.y) / view.scale);
  const least = 6;
  return {
    x: left * scale,
    y: top * scale,
    w: Math.max(least, (right - left) * scale),
    h: Math.max(least, (bottom - top) * scale),
  };
}
