import type { Placed } from '../../diagram/placed.ts';
import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Emphasis } from '../picture.ts';
import { findIn } from './find.ts';
import { Strip, type StripEvents } from './strip.ts';

export interface FindEvents extends StripEvents {
  /** What is found has changed. */
  readonly found: () => void;
  /** Somebody looks at one of what was found. */
  readonly look: (id: string) => void;
  readonly say: (words: string) => void;
}

/** Looks for a text in the picture: what has it is marked, and gone through one after the other. */
export class FindStrip extends Strip {
  readonly #events: FindEvents;
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #steps: readonly HTMLButtonElement[];
  #placed: Placed | undefined;
  #found: readonly string[] = [];
  #at = -1;

  constructor(events: FindEvents) {
    const input = make('input', {
      type: 'search',
      id: 'find-text',
      placeholder: 'Stage, arrow, provider, information, system',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    const label = make('label', { for: 'find-text' }, 'Find');
    const count = make('span', { class: 'strip-count', id: 'find-count' });
    const previous = button(
      { title: 'Previous (Shift+Enter)', 'aria-label': 'Previous' },
      () => this.#step(-1),
      icon('up'),
    );
    const next = button({ title: 'Next (Enter)', 'aria-label': 'Next' }, () => this.#step(1), icon('down'));
    const steps = make(
      'div',
      { class: 'group', role: 'group', 'aria-label': 'Go through what was found' },
      previous,
      next,
    );
    super('Find', 'find', events, label, input, count, steps);
    this.#events = events;
    this.#input = input;
    this.#count = count;
    this.#steps = [previous, next];
    input.addEventListener('input', () => this.#search());
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    });
    this.#tell();
  }

  /** The one that one looks at, so that the keyboard can go on from there. */
  get current(): string | undefined {
    return this.isOpen ? this.#found[this.#at] : undefined;
  }

  get emphasis(): Emphasis {
    if (!this.isOpen) return {};
    const { current } = this;
    return { found: new Set(this.#found), ...(current !== undefined && { current }) };
  }

  start(): void {
    this.open();
    this.#input.focus();
    this.#input.select();
  }

  /** The picture has changed: what is found in it now, with the same one looked at where it is still there. */
  show(placed: Placed | undefined): void {
    const { current } = this;
    this.#placed = placed;
    this.#found = placed ? findIn(placed, this.#input.value) : [];
    this.#at = current === undefined ? -1 : this.#found.indexOf(current);
    this.#tell();
  }

  #search(): void {
    this.#found = this.#placed ? findIn(this.#placed, this.#input.value) : [];
    this.#at = this.#found.length > 0 ? 0 : -1;
    this.#tell();
    this.#events.found();
    if (this.current !== undefined) this.#events.look(this.current);
    this.#events.say(this.#count.textContent ?? '');
  }

  #step(by: number): void {
    const { length } = this.#found;
    if (length === 0) return;
    this.#at = this.#at < 0 ? (by > 0 ? 0 : length - 1) : (this.#at + by + length) % length;
    this.#tell();
    this.#events.found();
    const { current } = this;
    if (current === undefined) return;
    this.#events.look(current);
    const element = [...(this.#placed?.nodes ?? []), ...(this.#placed?.edges ?? [])].find(({ id }) => id === current);
    this.#events.say(`${this.#at + 1} of ${length}: ${element?.spoken ?? ''}`);
  }

  #tell(): void {
    const { length } = this.#found;
    const isAsked = this.#input.value.trim() !== '';
    this.#count.textContent = !isAsked ? '' : length === 0 ? 'Not found' : `${Math.max(0, this.#at) + 1} of ${length}`;
    this.#input.setAttribute('aria-invalid', `${isAsked && length === 0}`);
    for (const step of this.#steps) step.disabled = length === 0;
  }
}
