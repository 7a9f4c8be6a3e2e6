import { make } from './dom.ts';

/** Says to people who use a screen reader what others see happen. */
export class Announcer {
  readonly element = make('div', { class: 'spoken', 'aria-live': 'polite', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The last of several things said at once is heard. */
  say(words: string): void {
    clearTimeout(this.#timer);
    // The same words twice are news only when they were gone in between.
    this.element.textContent = '';
    this.#timer = setTimeout(() => {
      this.element.textContent = words;
    }, 120);
  }
}
