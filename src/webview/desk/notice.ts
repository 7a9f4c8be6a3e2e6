import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';

/** How long something is read, in milliseconds, for each of its letters, and at least. */
const perLetter = 70;
const least = 4000;

/** Says something over the picture for as long as it takes to read it. */
export class Notice {
  readonly element = make('div', { class: 'banner notice', hidden: true });
  readonly #words = make('p', { role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const close = button({ class: 'plain', 'aria-label': 'Close' }, () => this.#hide(), icon('close'));
    this.element.append(this.#words, close);
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.#later());
  }

  show(words: string): void {
    this.element.hidden = false;
    this.#words.textContent = words;
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    const length = this.#words.textContent?.length ?? 0;
    this.#timer = setTimeout(() => this.#hide(), Math.max(least, length * perLetter));
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
  }
}
