import type { Severity } from '../protocol/preview.ts';
import { make } from './dom.ts';
import type { Element } from './drawing.ts';
import { icon } from './icons.ts';

const rest = 250;
const grace = 200;

/** The small card beside an element: what its box has to shorten, and what is found on it. */
export class Card {
  readonly element = make('div', { class: 'card', role: 'tooltip', id: 'card', hidden: true });
  readonly #place: (id: string) => DOMRect | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: string | undefined;

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
    if (!element) this.#timer = setTimeout(() => this.hide(), by === 'keyboard' ? 0 : grace);
    else this.#timer = setTimeout(() => this.#show(element), by === 'keyboard' || this.#shown ? 60 : rest);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.element.hidden = true;
  }

  #show(element: Element): void {
    this.#shown = element.id;
    const [heading = '', ...lines] = element.hover.split('\n');
    this.element.replaceChildren(make('p', { class: 'card-heading' }, heading), ...lines.map(lineOf));
    this.element.hidden = false;
    this.#position(element.id);
  }

  #position(id: string): void {
    const box = this.#place(id);
    const around = this.element.offsetParent?.getBoundingClientRect();
    if (!box || !around) return this.hide();
    const { offsetWidth: w, offsetHeight: h } = this.element;
    const gap = 10;
    const left = Math.min(Math.max(box.left - around.left, 8), Math.max(8, around.width - w - 8));
    const below = box.bottom - around.top + gap;
    const above = box.top - around.top - h - gap;
    const top =
      below + h <= around.height - 8 || above < 8 ? Math.min(below, Math.max(8, around.height - h - 8)) : above;
    this.element.style.left = `${Math.round(left)}px`;
    this.element.style.top = `${Math.round(top)}px`;
  }
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
