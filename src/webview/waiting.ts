import { make } from './dom.ts';

/** Says what is under way, when the host says that it takes a while. */
export class Waiting {
  readonly element = make('div', { class: 'waiting', role: 'status' });

  show(words = 'Drawing the picture…'): void {
    const spinner = make('span', { class: 'spinner', 'aria-hidden': 'true' });
    this.element.replaceChildren(make('div', { class: 'waiting-note' }, spinner, words));
  }

  /** It is there, or will not come. */
  end(): void {
    this.element.replaceChildren();
  }
}
