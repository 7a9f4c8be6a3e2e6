import { make } from './dom.ts';

/** What is there sooner needs no notice, in milliseconds. */
const patience = 300;

/** Says that a picture is being drawn, when that takes a while. */
export class Waiting {
  readonly element = make(
    'div',
    { class: 'waiting', role: 'status', hidden: true },
    make('span', { class: 'spinner', 'aria-hidden': 'true' }),
    make('span', { class: 'waiting-words' }),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Something was asked for. */
  begin(): void {
    this.#timer ??= setTimeout(() => this.show(), patience);
  }

  /** It takes its time. */
  show(): void {
    this.element.hidden = false;
    const words = this.element.querySelector('.waiting-words');
    if (words) words.textContent = 'Drawing the picture…';
  }

  /** It is there, or will not come. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.element.hidden = true;
  }
}
