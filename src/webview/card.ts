import type { Box, Point } from '../diagram/placed.ts';
import type { ListedFinding, Severity } from '../protocol/preview.ts';
import { cardPlace } from './card-place.ts';
import { button, make } from './dom.ts';
import type { Element } from './drawing.ts';
import { icon } from './icons.ts';
import { counted } from './words.ts';

const rest = 400;
const grace = 250;
const mostFindings = 3;

export interface CardNeeds {
  /** Where an element is seen: the card covers none of it. */
  readonly places: (id: string) => readonly Box[];
  readonly findings: (id: string) => readonly ListedFinding[];
  readonly choose: (finding: ListedFinding) => void;
  /** Shows all findings of an element. */
  readonly more: (element: Element) => void;
  /** Opens what can be done with an element; absent where nothing can. */
  readonly menu?: ((element: Element, at: Point) => void) | undefined;
  /** The focus goes back to the element. */
  readonly back: (id: string) => void;
}

/** The small card beside an element: what its box has to shorten, and what is found on it. */
export class Card {
  readonly element = make('div', { class: 'card', role: 'group', id: 'card', tabindex: -1, hidden: true });
  readonly #needs: CardNeeds;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Element | undefined;
  #dismissed: string | undefined;

  constructor(needs: CardNeeds) {
    this.#needs = needs;
    // The card stays while somebody points at it or is in it, so that it can be read, copied and used.
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.#leave(grace));
    this.element.addEventListener('focusout', () => this.#leave(0));
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  get isShown(): boolean {
    return this.#shown !== undefined;
  }

  /** Shows an element's card after a moment, or takes away the one that is there. */
  hover(element: Element | undefined, by: 'pointer' | 'keyboard', at?: Point): void {
    clearTimeout(this.#timer);
    if (element && element.id === this.#shown?.id) return;
    if ((by === 'pointer' || element) && element?.id !== this.#dismissed) this.#dismissed = undefined;
    if (!element) return this.#leave(by === 'keyboard' ? 0 : grace);
    if (element.id === this.#dismissed) return;
    const soon = by === 'keyboard' || this.#shown !== undefined;
    this.#timer = setTimeout(() => this.#show(element, by === 'pointer' ? at : undefined), soon ? 60 : rest);
  }

  /** Shows an element's card now and goes into it. */
  enter(element: Element): void {
    clearTimeout(this.#timer);
    this.#show(element, undefined);
    (this.element.querySelector('button') ?? this.element).focus({ preventScroll: true });
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

  #leave(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.element.contains(document.activeElement)) this.hide();
    }, after);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#shown) return;
    const shown = this.#shown;
    event.stopPropagation();
    this.dismiss(shown);
    this.#needs.back(shown.id);
  }

  #show(element: Element, at: Point | undefined): void {
    this.#shown = element;
    const [heading = '', ...lines] = element.hover.split('\n');
    this.element.setAttribute('aria-label', `About ${heading}`);
    this.element.replaceChildren(this.#heading(element, heading), ...factsOf(lines), ...this.#findings(element, lines));
    this.element.hidden = false;
    this.#position(element.id, at);
  }

  #heading(element: Element, heading: string): HTMLElement {
    const { menu } = this.#needs;
    if (!menu) return make('p', { class: 'card-heading' }, heading);
    const words = { title: 'What to do with it (Shift+F10)', 'aria-label': 'What to do with it' };
    const more = button(
      { class: 'plain card-menu', ...words, 'aria-haspopup': 'menu' },
      () => {
        const { left, bottom } = more.getBoundingClientRect();
        menu(element, { x: left, y: bottom + 4 });
      },
      icon('more'),
    );
    return make('div', { class: 'card-top' }, make('p', { class: 'card-heading' }, heading), more);
  }

  /** The gravest findings; those that stand in the list lead to their text. */
  #findings(element: Element, lines: readonly string[]): readonly HTMLElement[] {
    const listed = this.#needs.findings(element.id);
    const found = lines.flatMap((line) => findingIn(line) ?? []);
    const shown = found.slice(0, mostFindings).map(({ severity, beginning, message }) => {
      const words = make('span', {}, make('span', { class: 'spoken' }, beginning), message);
      const finding = listed.find((each) => each.message === message);
      const looks = { class: `card-finding ${severity}` };
      return finding
        ? button(looks, () => this.#needs.choose(finding), icon(severity), words)
        : make('p', looks, icon(severity), words);
    });
    const left = found.length - shown.length;
    if (left === 0) return shown;
    return [
      ...shown,
      button({ class: 'card-more' }, () => this.#needs.more(element), `and ${counted(left, 'more finding')}`),
    ];
  }

  #position(id: string, at: Point | undefined): void {
    const parts = this.#needs.places(id);
    const around = this.element.offsetParent?.getBoundingClientRect();
    if (parts.length === 0 || !around) return this.hide();
    this.element.style.maxHeight = '';
    const size = { w: this.element.offsetWidth, h: this.element.offsetHeight };
    const { x, y, most } = cardPlace(parts, size, { w: around.width, h: around.height }, at);
    this.element.style.left = `${Math.round(x)}px`;
    this.element.style.top = `${Math.round(y)}px`;
    if (most !== undefined) this.element.style.maxHeight = `${most}px`;
  }
}

const beginnings: readonly (readonly [string, Severity])[] = [
  ['Error: ', 'error'],
  ['Warning: ', 'warning'],
  ['Note: ', 'info'],
  ['Open question: ', 'question'],
  ['Accepted: ', 'accepted'],
];

/** What a line for hovering says of a finding; nothing where it says something else. */
export function findingIn(
  line: string,
): { readonly severity: Severity; readonly beginning: string; readonly message: string } | undefined {
  const found = beginnings.find(([beginning]) => line.startsWith(beginning));
  return found && { severity: found[1], beginning: found[0], message: line.slice(found[0].length) };
}

/** Facts have their name set off. */
function factsOf(lines: readonly string[]): readonly HTMLElement[] {
  return lines
    .filter((line) => !findingIn(line))
    .map((line) => {
      const fact = /^([A-Z][a-z]+): (.*)$/s.exec(line);
      return fact ? make('p', {}, make('span', { class: 'card-fact' }, `${fact[1]} `), fact[2]) : make('p', {}, line);
    });
}
