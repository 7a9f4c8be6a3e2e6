import type { Review, ReviewSubject, ReviewView } from '../../protocol/review.ts';
import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';

export interface BarEvents {
  readonly view: (view: ReviewView) => void;
  readonly onlyChanges: (only: boolean) => void;
  readonly subject: (name: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly zoom: (direction: 'in' | 'out') => void;
  readonly fit: () => void;
}

export const views: readonly { readonly view: ReviewView; readonly label: string }[] = [
  { view: 'before', label: 'Before' },
  { view: 'difference', label: 'Difference' },
  { view: 'after', label: 'After' },
];

/** What stands above picture and list: what is compared, what came of it, and how it is looked at. */
export class ReviewBar {
  readonly element: HTMLElement;
  readonly #title = make('h1');
  readonly #sides = make('p', { class: 'sides' });
  readonly #headline = make('p', { class: 'headline' });
  readonly #troubles = make('ul', { class: 'troubles', 'aria-label': 'What could not be read', hidden: true });
  readonly #picker = make('select', { id: 'subject' });
  readonly #pickerBox = make('div', { class: 'picker' }, make('label', { for: 'subject' }, 'Pathway'), this.#picker);
  readonly #only = make('input', { type: 'checkbox', id: 'only-changes' });
  readonly #radios: ReadonlyMap<ReviewView, HTMLInputElement>;
  readonly #toggle: HTMLElement;
  readonly #pictureTools: HTMLElement;
  readonly #steps: HTMLElement;
  readonly #controls: HTMLElement;

  constructor(events: BarEvents) {
    this.#picker.addEventListener('change', () => events.subject(this.#picker.value));
    this.#only.addEventListener('change', () => events.onlyChanges(this.#only.checked));
    this.#radios = new Map(views.map(({ view }) => [view, radio(view, () => events.view(view))] as const));
    this.#toggle = make(
      'div',
      { class: 'toggle', role: 'radiogroup', 'aria-label': 'Which picture' },
      ...views.map(({ view, label }, index) =>
        make('label', { title: `${label} (${index + 1})` }, this.#radios.get(view), make('span', {}, label)),
      ),
    );
    this.#pictureTools = make(
      'div',
      { class: 'group', role: 'group', 'aria-label': 'Size of the picture' },
      button({ title: 'Smaller (−)', 'aria-label': 'Smaller' }, () => events.zoom('out'), icon('out')),
      button({ title: 'Larger (+)', 'aria-label': 'Larger' }, () => events.zoom('in'), icon('in')),
      button({ title: 'Fit to the window (0)', 'aria-label': 'Fit to the window' }, events.fit, icon('fit')),
    );
    this.#steps = make(
      'div',
      { class: 'group', role: 'group', 'aria-label': 'From change to change' },
      button(
        { title: 'Previous change (Shift+F7)', 'aria-label': 'Previous change' },
        () => events.step(-1),
        icon('up'),
      ),
      button({ title: 'Next change (F7)', 'aria-label': 'Next change' }, () => events.step(1), icon('down')),
    );
    this.#controls = make(
      'div',
      { class: 'controls' },
      this.#toggle,
      make('label', { class: 'only' }, this.#only, 'Only changes'),
      this.#pickerBox,
      make('div', { class: 'tools' }, this.#steps, this.#pictureTools),
    );
    this.element = make(
      'header',
      { class: 'review-bar' },
      make('div', { class: 'said' }, this.#title, this.#sides),
      this.#headline,
      this.#troubles,
      this.#controls,
    );
  }

  show(review: Review<unknown>): void {
    this.#title.textContent = review.title;
    this.#sides.replaceChildren(
      make('span', { class: 'spoken' }, 'From '),
      make('span', { class: 'side' }, review.before),
      make('span', { class: 'to', 'aria-hidden': 'true' }, '→'),
      make('span', { class: 'spoken' }, ' to '),
      make('span', { class: 'side' }, review.after),
    );
    this.#headline.textContent = review.headline;
    // That nothing has changed is said in its own place.
    this.#headline.hidden = review.groups.length === 0;
    this.#troubles.replaceChildren(
      ...review.troubles.map((trouble) => make('li', { class: 'warning' }, icon('warning'), make('span', {}, trouble))),
    );
    this.#troubles.hidden = review.troubles.length === 0;
    this.#showSubjects(review.subjects, review.shown?.subject);
    const hasPicture = review.shown !== undefined;
    for (const control of [this.#toggle, this.#pictureTools, this.#only.parentElement!]) control.hidden = !hasPicture;
    this.#steps.hidden = review.groups.every(({ entries }) => entries.length === 0);
    this.#controls.hidden = !hasPicture && this.#steps.hidden;
  }

  /** Nothing is compared yet, or nothing can be. */
  showNothing(): void {
    this.element.hidden = true;
  }

  set view(view: ReviewView) {
    const chosen = this.#radios.get(view);
    if (chosen) chosen.checked = true;
  }

  set onlyChanges(only: boolean) {
    this.#only.checked = only;
  }

  #showSubjects(subjects: readonly ReviewSubject[], shown: string | undefined): void {
    this.#picker.replaceChildren(
      ...subjects.map(({ name, label, changes }) => make('option', { value: name }, `${label} (${changes})`)),
    );
    this.#picker.value = shown ?? '';
    this.#pickerBox.hidden = subjects.length < 2 || shown === undefined;
  }
}

function radio(view: ReviewView, choose: () => void): HTMLInputElement {
  const made = make('input', { type: 'radio', name: 'view', value: view });
  made.addEventListener('change', choose);
  return made;
}
