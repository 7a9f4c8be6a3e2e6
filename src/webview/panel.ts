import type { Picture } from '../protocol/preview.ts';
import { button, make, setAll } from './dom.ts';
import { countBadges } from './findings.ts';
import { icon } from './icons.ts';

/** The part beside or below the picture, which can be folded away. */
export class Panel {
  readonly element: HTMLElement;
  readonly #toggle: HTMLButtonElement;
  readonly #counts = make('span');
  readonly #body: HTMLElement;
  readonly #toggled: (open: boolean) => void;

  constructor(open: boolean, toggled: (open: boolean) => void, ...content: readonly Node[]) {
    this.#toggled = toggled;
    this.#toggle = button(
      { class: 'panel-toggle', 'aria-controls': 'panel-body' },
      () => this.setOpen(!this.isOpen),
      make('span', { class: 'panel-title' }, 'Findings'),
      this.#counts,
      icon('open'),
    );
    this.#body = make('div', { class: 'panel-body', id: 'panel-body' }, ...content);
    this.element = make(
      'aside',
      { class: 'panel', 'aria-label': 'Findings and text' },
      make('h2', {}, this.#toggle),
      this.#body,
    );
    this.#set(open);
  }

  get isOpen(): boolean {
    return !this.#body.hidden;
  }

  setOpen(open: boolean): void {
    if (open === this.isOpen) return;
    this.#set(open);
    this.#toggled(open);
  }

  showCounts(picture: Picture<unknown>): void {
    this.#counts.replaceChildren(countBadges(picture));
  }

  #set(open: boolean): void {
    this.#body.hidden = !open;
    setAll(this.#toggle, { 'aria-expanded': `${open}` });
    document.documentElement.dataset['panel'] = open ? 'open' : 'closed';
  }
}
