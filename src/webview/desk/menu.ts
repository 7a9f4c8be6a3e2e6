import type { Point } from '../../diagram/placed.ts';
import { button, make } from '../dom.ts';

export interface MenuItem {
  readonly title: string;
  /** Items of one group stand together. */
  readonly group: string;
  readonly choose: () => void;
}

const edge = 8;

/** A menu beside what it is about: the arrow keys walk through it, Escape and a press elsewhere close it. */
export class Menu {
  readonly element = make('div', { class: 'popover menu', role: 'menu', popover: 'auto' });
  readonly #closed: () => void;
  /** What was chosen says itself where the focus goes. */
  #isChosen = false;

  /** `closed` is told when nothing was chosen. */
  constructor(closed: () => void) {
    this.#closed = closed;
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('toggle', () => {
      if (!this.isOpen && !this.#isChosen) this.#closed();
    });
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  open(label: string, items: readonly MenuItem[], note: string | undefined, at: Point): void {
    this.#isChosen = false;
    this.element.setAttribute('aria-label', label);
    const rows = items.flatMap((item, index) => {
      const before = items[index - 1];
      const line = before !== undefined && before.group !== item.group && make('hr', { role: 'separator' });
      return [...(line ? [line] : []), this.#row(item)];
    });
    this.element.replaceChildren(...rows, ...(note === undefined ? [] : [make('p', { class: 'menu-note' }, note)]));
    if (!this.isOpen) this.element.showPopover();
    this.#place(at);
    this.#rows()[0]?.focus();
  }

  close(): void {
    if (this.isOpen) this.element.hidePopover();
  }

  #row({ title, choose }: MenuItem): HTMLElement {
    const press = (): void => {
      this.#isChosen = true;
      this.close();
      choose();
    };
    return button({ role: 'menuitem', class: 'menu-item', tabindex: -1 }, press, title);
  }

  #rows(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #key(event: KeyboardEvent): void {
    const rows = this.#rows();
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: rows[(at + 1) % rows.length],
      ArrowUp: rows.at(at - 1),
      Home: rows[0],
      End: rows.at(-1),
    }[event.key];
    if (event.key === 'Tab') this.close();
    else if (next) next.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #place({ x, y }: Point): void {
    const { offsetWidth: w, offsetHeight: h } = this.element;
    this.element.style.left = `${Math.max(edge, Math.min(x, window.innerWidth - w - edge))}px`;
    this.element.style.top = `${Math.max(edge, Math.min(y, window.innerHeight - h - edge))}px`;
    this.element.style.maxHeight = `${window.innerHeight - 2 * edge}px`;
  }
}
