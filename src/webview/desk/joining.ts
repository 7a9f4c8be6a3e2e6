import { button, make } from '../dom.ts';
import type { Element } from '../drawing.ts';

export interface JoiningEvents {
  readonly join: (from: string, to: string) => void;
  readonly say: (words: string) => void;
  /** Nothing was chosen; the focus goes back to where it began. */
  readonly back: (id: string) => void;
}

/** Waits for the stage that a new transition leads to, to be chosen as elements are: with the pointer or by Enter. */
export class Joining {
  readonly element: HTMLElement;
  readonly #events: JoiningEvents;
  readonly #words = make('p');
  #from: Element | undefined;

  constructor(events: JoiningEvents) {
    this.#events = events;
    const cancel = button({ title: 'Cancel (Escape)' }, () => this.#cancel(), 'Cancel');
    this.element = make('div', { class: 'banner joining', role: 'status', hidden: true }, this.#words, cancel);
    // Before the picture takes the key to leave its elements.
    document.addEventListener('keydown', (event) => this.#key(event), { capture: true });
  }

  start(from: Element): void {
    this.#from = from;
    const words = `Choose the stage that the transition from ‘${nameOf(from)}’ leads to.`;
    this.#words.textContent = words;
    this.element.hidden = false;
    document.documentElement.dataset['choosing'] = 'stage';
    this.#events.back(from.id);
    this.#events.say(`${words} Walk to it with the arrow keys and press Enter. Escape cancels.`);
  }

  /** Whether the element was waited for, and is taken. Anything but a stage is not what a transition leads to. */
  takes(element: Element): boolean {
    const from = this.#from;
    if (!from) return false;
    if (!element.id.startsWith('stage:')) {
      this.#events.say('A transition leads to a stage: choose one of the stages.');
      return true;
    }
    this.stop();
    this.#events.join(from.id, element.id);
    return true;
  }

  stop(): void {
    this.#from = undefined;
    this.element.hidden = true;
    delete document.documentElement.dataset['choosing'];
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#from) return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  }

  #cancel(): void {
    const from = this.#from;
    this.stop();
    this.#events.say('No transition was added.');
    if (from) this.#events.back(from.id);
  }
}

/** How readers know an element: the first line of what hovering shows. */
export function nameOf({ hover }: Element): string {
  return hover.split('\n')[0] ?? '';
}
