import type { Box, Point } from '../diagram/placed.ts';
import type { Severity } from '../protocol/preview.ts';
import { make } from './dom.ts';
import type { Element } from './drawing.ts';
import { icon } from './icons.ts';
import type { Size } from './viewport.ts';

const rest = 400;
const grace = 200;

/** The small card beside an element: what its box has to shorten, and what is found on it. */
export class Card {
  readonly element = make('div', { class: 'card', role: 'tooltip', id: 'card', hidden: true });
  readonly #place: (id: string) => DOMRect | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: string | undefined;
  #dismissed: string | undefined;

  constructor(place: (id: string) => DOMRect | undefined) {
    this.#place = place;
    // The card stays while somebody points at it, so that it can be read and copied.
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.hide());
  }

  get isShown(): boolean {
    return this.#shown !== undefined;
  }

  /** Shows an element's card after a moment, or takes away the one that is there. */
  hover(element: Element | undefined, by: 'pointer' | 'keyboard'): void {
    if (element && element.id === this.#shown) {
      clearTimeout(this.#timer);
      return;
    }
    clearTimeout(this.#timer);
    if (by === 'pointer' && element?.id !== this.#dismissed) this.#dismissed = undefined;
    if (element && element.id === this.#dismissed) return;
    if (!element) this.#timer = setTimeout(() => this.hide(), by === 'keyboard' ? 0 : grace);
    else this.#timer = setTimeout(() => this.#show(element, by), by === 'keyboard' || this.#shown ? 60 : rest);
  }

  /** Hides the card, until another element is pointed at. */
  dismiss(element: Element): void {
    this.hide();
    this.#dismissed = element.id;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.element.hidden = true;
  }

  #show(element: Element, by: 'pointer' | 'keyboard'): void {
    this.#shown = element.id;
    const [heading = '', ...lines] = element.hover.split('\n');
    this.element.replaceChildren(make('p', { class: 'card-heading' }, heading), ...shortened(lines));
    this.element.hidden = false;
    this.#position(element.id, by);
  }

  #position(id: string, by: 'pointer' | 'keyboard'): void {
    const box = this.#place(id);
    const around = this.element.offsetParent?.getBoundingClientRect();
    if (!box || !around) return this.hide();
    const room = { w: around.width, h: around.height };
    const target = { x: box.left - around.left, y: box.top - around.top, w: box.width, h: box.height };
    const size = { w: this.element.offsetWidth, h: this.element.offsetHeight };
    const { x, y } = by === 'pointer' ? beside(target, size, room) : inCorner(target, size, room);
    this.element.style.left = `${Math.round(x)}px`;
    this.element.style.top = `${Math.round(y)}px`;
  }
}

const edge = 8;
const gap = 10;

/** Below the element, else above it: near to where one points. */
function beside(target: Box, { w, h }: Size, room: Size): Point {
  const x = Math.min(Math.max(target.x, edge), Math.max(edge, room.w - w - edge));
  const below = target.y + target.h + gap;
  const above = target.y - h - gap;
  return {
    x,
    y: below + h <= room.h - edge || above < edge ? Math.min(below, Math.max(edge, room.h - h - edge)) : above,
  };
}

/** Out of the way of somebody who walks on with the keys. */
function inCorner(target: Box, { w, h }: Size, room: Size): Point {
  const [right, bottom] = [room.w - w - edge, room.h - h - edge];
  const corners = [
    { x: edge, y: bottom },
    { x: right, y: bottom },
    { x: right, y: edge },
  ];
  const isFree = ({ x, y }: Point): boolean =>
    x > target.x + target.w || x + w < target.x || y > target.y + target.h || y + h < target.y;
  return corners.find(isFree) ?? { x: edge, y: bottom };
}

const beginnings: readonly (readonly [string, Severity])[] = [
  ['Error: ', 'error'],
  ['Warning: ', 'warning'],
  ['Note: ', 'info'],
  ['Open question: ', 'question'],
  ['Accepted: ', 'accepted'],
];

/** Findings have their sign, facts have their name set off. */
function lineOf(line: string): HTMLElement {
  const found = beginnings.find(([beginning]) => line.startsWith(beginning));
  if (found) {
    const [beginning, severity] = found;
    const words = make('span', {}, make('span', { class: 'spoken' }, beginning), line.slice(beginning.length));
    return make('p', { class: `card-finding ${severity}` }, icon(severity), words);
  }
  const fact = /^([A-Z][a-z]+): (.*)$/s.exec(line);
  return fact ? make('p', {}, make('span', { class: 'card-fact' }, `${fact[1]} `), fact[2]) : make('p', {}, line);
}

const mostFindings = 3;

/** All facts, and the gravest findings. */
function shortened(lines: readonly string[]): readonly HTMLElement[] {
  const isFinding = (line: string): boolean => beginnings.some(([beginning]) => line.startsWith(beginning));
  const findings = lines.filter(isFinding);
  const left = findings.length - mostFindings;
  const shown = [...lines.filter((line) => !isFinding(line)), ...findings.slice(0, mostFindings)];
  const more = left > 0 ? [make('p', { class: 'card-more' }, `and ${left} more in the list of findings`)] : [];
  return [...shown.map(lineOf), ...more];
}
