import { make, setAll } from '../dom.ts';

const edge = 8;
/** So much of it is seen at least; where the window is too low for all, it scrolls. */
const least = 320;
let count = 0;

/**
 * A small sheet that a button opens below itself. The browser closes it by Escape, by a press elsewhere, and when
 * another one opens; the keyboard then stands on the button again.
 */
export class Popover {
  readonly button: HTMLButtonElement;
  readonly sheet: HTMLElement;

  constructor(button: HTMLButtonElement, label: string, ...content: readonly Node[]) {
    this.button = button;
    const id = `sheet-${++count}`;
    this.sheet = make(
      'div',
      { class: 'popover', id, popover: 'auto', role: 'dialog', 'aria-label': label },
      ...content,
    );
    setAll(button, { popovertarget: id, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
    this.sheet.addEventListener('toggle', () => {
      setAll(button, { 'aria-expanded': `${this.isOpen}` });
      if (this.isOpen) this.#place();
    });
    window.addEventListener('resize', () => this.isOpen && this.#place());
  }

  get isOpen(): boolean {
    return this.sheet.matches(':popover-open');
  }

  close(): void {
    if (this.isOpen) this.sheet.hidePopover();
  }

  /** Below the button, within the window. */
  #place(): void {
    const { left, bottom } = this.button.getBoundingClientRect();
    const rightmost = window.innerWidth - this.sheet.offsetWidth - edge;
    const top = Math.min(
      bottom + 6,
      Math.max(edge, window.innerHeight - Math.min(least, this.sheet.scrollHeight) - edge),
    );
    this.sheet.style.left = `${Math.max(edge, Math.min(left, rightmost))}px`;
    this.sheet.style.top = `${top}px`;
    this.sheet.style.maxHeight = `${window.innerHeight - top - edge}px`;
  }
}
