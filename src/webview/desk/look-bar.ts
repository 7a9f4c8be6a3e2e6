import type { Look } from '../../diagram/look.ts';
import type { Picture, ViewEntry } from '../../protocol/preview.ts';
import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';
import { LookForm } from './look-form.ts';
import { isChanged } from './looks.ts';
import { Popover } from './popover.ts';

export interface LookEvents {
  /** Somebody wants to see the pathway in this way. */
  readonly look: (look: Look) => void;
  /** Somebody wants to keep what is seen as a view. */
  readonly save: () => void;
}

/** How the pathway is looked at: which view, and what is changed in it. */
export class LookBar {
  readonly element: HTMLElement;
  readonly #events: LookEvents;
  readonly #views = make('select', { id: 'view' });
  readonly #form: LookForm;
  readonly #more: Popover;
  readonly #opener: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #changed = make('span', { class: 'changed', hidden: true }, '(changed)');
  #known = '';

  constructor(events: LookEvents) {
    this.#events = events;
    this.#views.addEventListener('change', () => this.#start());
    this.#form = new LookForm((look) => events.look(look));
    this.#back = button({}, () => this.#start(), 'Undo changes');
    const save = button({ class: 'main' }, () => this.#save(), 'Save as a view…');
    const buttons = make('div', { class: 'look-buttons' }, this.#back, save);
    this.#opener = button({ class: 'opener' }, () => {}, 'Look', this.#changed, icon('open'));
    this.#more = new Popover(this.#opener, 'How the picture looks', this.#form.element, buttons);
    this.element = make(
      'div',
      { class: 'looks', hidden: true },
      make('label', { for: 'view' }, 'View'),
      this.#views,
      this.#opener,
      this.#more.sheet,
    );
  }

  /** Shows how a picture is looked at; nothing, where there is none, or only one way to look at it. */
  show(picture: Picture<unknown> | undefined): void {
    this.element.hidden = !picture?.views.length;
    if (!picture?.views.length) return this.#more.close();
    const isRegion = picture.entry.kind === 'region';
    // There is no more to a region than its views.
    this.#opener.hidden = isRegion;
    this.#offer(picture.views, isRegion ? 'region' : 'pathway');
    this.#views.value = picture.look.view ?? '';
    this.#form.show(picture);
    const changed = isChanged(picture.look);
    this.#changed.hidden = !changed;
    this.#back.disabled = !changed;
  }

  #offer(views: readonly ViewEntry[], of: 'pathway' | 'region'): void {
    const known = JSON.stringify([of, views]);
    if (known === this.#known) return;
    this.#known = known;
    const group = (label: string, own: readonly ViewEntry[]) =>
      own.length === 0
        ? []
        : [make('optgroup', { label }, ...own.map(({ name, label }) => make('option', { value: name }, label)))];
    this.#views.replaceChildren(
      make('option', { value: '' }, `Whole ${of}`),
      ...group(
        'Of this project',
        views.filter(({ builtIn }) => !builtIn),
      ),
      ...group(
        `For every ${of}`,
        views.filter(({ builtIn }) => builtIn),
      ),
    );
  }

  /** The view that is picked, and nothing changed in it. */
  #start(): void {
    const view = this.#views.value;
    this.#events.look(view === '' ? {} : { view });
  }

  #save(): void {
    this.#more.close();
    this.#events.save();
  }
}
