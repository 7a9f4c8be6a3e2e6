import type { Placed } from '../../diagram/placed.ts';
import type { Review, ReviewEntry, ReviewGroup } from '../../protocol/review.ts';
import { make, setAll } from '../dom.ts';
import { type Icon, icon } from '../icons.ts';
import { whereIs } from '../words.ts';

export interface ListEvents {
  /** Somebody chose an entry; `focus` when they want to go where it is written. */
  readonly choose: (entry: ReviewEntry, focus: boolean) => void;
  /** The pointer or the focus is on an entry, or on none any more. */
  readonly hover: (entry: ReviewEntry | undefined) => void;
}

/** The sign of each tone, and how it is heard: nobody has to tell it by its colour. */
const tones: Readonly<Record<ReviewEntry['tone'], { readonly sign: Icon; readonly heard?: string }>> = {
  worse: { sign: 'worse', heard: 'Worse: ' },
  better: { sign: 'better', heard: 'Better: ' },
  open: { sign: 'judge', heard: 'For you to judge: ' },
  plain: { sign: 'plain' },
};

/** Everything that differs, as sentences: complete for somebody who does not see the picture. */
export class ChangeList {
  readonly element = make('section', { class: 'changes', 'aria-label': 'What has changed' });
  readonly #events: ListEvents;
  #buttons: ReadonlyMap<string, HTMLButtonElement> = new Map();
  #entries: readonly ReviewEntry[] = [];
  #marked: string | undefined;

  constructor(events: ListEvents) {
    this.#events = events;
    // Beside the texts there is less room: what is marked stays in sight.
    new ResizeObserver(() => this.#showMarked()).observe(this.element);
  }

  show(review: Review<Placed>): void {
    const focused = this.focused;
    this.#entries = review.groups.flatMap(({ entries }) => entries);
    const made = new Map(this.#entries.map((entry) => [entry.id, this.#button(entry)]));
    this.#buttons = made;
    this.element.replaceChildren(...review.groups.map((group) => section(group, made)));
    if (this.#marked !== undefined) this.mark(this.#marked, false);
    if (focused !== undefined) made.get(focused)?.focus({ preventScroll: true });
  }

  clear(): void {
    this.#entries = [];
    this.#buttons = new Map();
    this.element.replaceChildren();
  }

  /** The entry that has the focus. */
  get focused(): string | undefined {
    const { activeElement } = document;
    return this.element.contains(activeElement) ? (activeElement as HTMLElement).dataset['entry'] : undefined;
  }

  /** Outlines an entry, or none. `focus` takes the keyboard to it, so that it is read out. */
  mark(id: string | undefined, focus: boolean): void {
    this.#marked = id;
    for (const [own, each] of this.#buttons) setAll(each, { 'aria-current': own === id && 'true' });
    const marked = id === undefined ? undefined : this.#buttons.get(id);
    if (focus) marked?.focus({ preventScroll: true });
    this.#showMarked();
  }

  #showMarked(): void {
    if (this.#marked !== undefined) this.#buttons.get(this.#marked)?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows which entries are about an element of the picture that somebody points at. */
  hint(drawn: string | undefined, subject: string | undefined): void {
    for (const entry of this.#entries) {
      const isMeant = drawn !== undefined && entry.drawn === drawn && entry.subject === subject;
      this.#buttons.get(entry.id)?.classList.toggle('hinted', isMeant);
    }
  }

  #button(entry: ReviewEntry): HTMLButtonElement {
    const { sign, heard } = tones[entry.tone];
    const where = whereOf(entry);
    const made = make(
      'button',
      { type: 'button', class: `change ${entry.tone}`, 'data-entry': entry.id },
      icon(sign),
      make(
        'span',
        { class: 'change-words' },
        heard !== undefined && make('span', { class: 'spoken' }, heard),
        make('span', { class: 'sentence' }, entry.sentence),
        ...(entry.lines ?? []).map((line) => make('span', { class: 'besides' }, line)),
        where !== '' && make('span', { class: 'where' }, where),
      ),
    );
    // Pressed with the keyboard it counts no clicks: whoever presses Enter wants to be there.
    made.addEventListener('click', ({ detail }) => this.#events.choose(entry, detail === 0));
    made.addEventListener('dblclick', () => this.#events.choose(entry, true));
    made.addEventListener('pointerenter', () => this.#events.hover(entry));
    made.addEventListener('pointerleave', () => this.#events.hover(undefined));
    made.addEventListener('focus', () => this.#events.hover(entry));
    made.addEventListener('blur', () => this.#events.hover(undefined));
    return made;
  }
}

function section({ heading, entries }: ReviewGroup, buttons: ReadonlyMap<string, HTMLButtonElement>): HTMLElement {
  return make(
    'section',
    { class: 'change-group' },
    make('h2', {}, heading, make('span', { class: 'count' }, ` ${entries.length}`)),
    make('ul', {}, ...entries.map(({ id }) => make('li', {}, buttons.get(id)))),
  );
}

/** `north.pathway, line 12`; of what is no longer there, where it stood. */
function whereOf({ before, after }: ReviewEntry): string {
  if (after) return whereIs(after);
  return before ? `stood in ${whereIs(before)}` : '';
}
