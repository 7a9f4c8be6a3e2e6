import { make } from './dom.ts';

/** Says that a picture is being drawn, when its host says that it takes a while. */
export class Waiting {
  readonly element = make('div', { class: 'waiting', role: 'status' });

  show(): void {
    const spinner = make('span', { class: 'spinner', 'aria-hidden': 'true' });
    this.element.replaceChildren(make('div', { class: 'waiting-note' }, spinner, 'Drawing the picture…'));
  }

  /** It is there, or will not come. */
  end(): void {
    this.element.replaceChildren();
  }
}
