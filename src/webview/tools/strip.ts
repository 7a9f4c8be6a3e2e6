import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';

export interface StripEvents {
  /** It was opened or closed. */
  readonly toggled: (open: boolean) => void;
  /** Somebody is done with it: the focus goes back to the picture. */
  readonly left: () => void;
}

/** A row of controls between the bar and the picture, there for as long as somebody needs it. */
export class Strip {
  readonly element: HTMLElement;
  readonly #events: StripEvents;

  constructor(name: string, className: string, events: StripEvents, ...children: readonly HTMLElement[]) {
    this.#events = events;
    const title = `Close ${name.toLowerCase()} (Esc)`;
    const close = button({ class: 'plain strip-close', title, 'aria-label': title }, () => this.leave(), icon('close'));
    this.element = make(
      'section',
      { class: `strip ${className}`, id: className, 'aria-label': name, hidden: true },
      make('div', { class: 'strip-body' }, ...children),
      close,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      this.leave();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    if (this.isOpen) return;
    this.element.hidden = false;
    this.#events.toggled(true);
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#events.toggled(false);
  }

  leave(): void {
    this.close();
    this.#events.left();
  }
}
