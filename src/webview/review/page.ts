import type { Placed } from '../../diagram/placed.ts';
import type { Theme } from '../../diagram/svg.ts';
import type { Review, ReviewEntry, ReviewMemory, ReviewView, ToReviewPage } from '../../protocol/review.ts';
import { Announcer } from '../announcer.ts';
import { make } from '../dom.ts';
import type { Element } from '../drawing.ts';
import { Themes } from '../theme.ts';
import { ReviewBar, views } from './bar.ts';
import type { ReviewHost } from './host.ts';
import { ChangeList } from './list.ts';
import { stepFrom, walkOrder } from './order.ts';
import { ReviewPicture } from './picture.ts';

/** The page of a review: what the host says is shown, what the reader does is told to the host. */
export class ReviewPage {
  readonly #host: ReviewHost;
  readonly #announcer = new Announcer();
  readonly #bar = new ReviewBar({
    view: (view) => this.#turnTo(view),
    onlyChanges: (only) => this.#ask({ onlyChanges: only }),
    subject: (subject) => this.#ask({ subject }),
    step: (by) => this.#step(by),
    zoom: (direction) => this.#picture.canvas.camera.zoom(direction),
    fit: () => this.#picture.canvas.camera.fit(),
  });
  readonly #list = new ChangeList({
    choose: (entry, focus) => {
      this.#mark(entry, false);
      this.#host.post({ type: 'open', entry: entry.id, focus });
    },
    hover: (entry) => this.#picture.point(this.#isShown(entry) ? entry?.drawn : undefined),
  });
  readonly #picture = new ReviewPicture({
    choose: (element, focus) => this.#chooseElement(element, focus),
    hover: (element) => this.#list.hint(element?.id, this.#review?.shown?.subject),
  });
  readonly #nothing = make('div', { class: 'nothing', tabindex: -1, hidden: true });
  readonly #frame: HTMLElement;
  readonly #themes: Themes;
  #memory: ReviewMemory;
  #review: Review<Placed> | undefined;
  #order: readonly ReviewEntry[] = [];

  constructor(host: ReviewHost) {
    this.#host = host;
    this.#memory = host.recall();
    this.#frame = make(
      'main',
      { class: 'review' },
      this.#bar.element,
      this.#picture.element,
      this.#list.element,
      this.#nothing,
    );
    this.#frame.dataset['shows'] = 'waiting';
    this.#picture.waiting.show(comparing);
    this.#themes = new Themes('vscode', undefined, (theme: Theme) => this.#picture.retheme(theme));
  }

  start(): void {
    document.body.append(this.#frame, this.#announcer.element);
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#bar.view = this.#view;
    this.#bar.onlyChanges = this.#memory.onlyChanges === true;
    this.#host.listen((message) => this.#take(message));
    this.#host.post({ type: 'ready' });
    if (this.#memory.subject !== undefined || this.#memory.onlyChanges) this.#ask({});
  }

  get #view(): ReviewView {
    return this.#memory.view ?? 'difference';
  }

  #take(message: ToReviewPage<Placed>): void {
    switch (message.type) {
      case 'review':
        if (message.kept !== undefined) this.#keep({ kept: message.kept });
        return this.#show(message.review);
      case 'comparing':
        return this.#picture.waiting.show(comparing);
      case 'nothing':
        if (message.kept !== undefined) this.#keep({ kept: message.kept });
        return this.#showNothing(message.message, message.hint);
      case 'step':
        return this.#step(message.by);
    }
  }

  #show(review: Review<Placed>): void {
    const before = this.#review;
    this.#review = review;
    this.#order = walkOrder(review);
    const isEmpty = this.#order.length === 0;
    this.#frame.dataset['shows'] = isEmpty && !review.shown ? 'nothing' : review.shown ? 'picture' : 'list';
    this.#bar.element.hidden = false;
    this.#bar.show(review);
    this.#bar.view = this.#view;
    if (review.shown) this.#keep({ subject: review.shown.subject });
    this.#list.show(review);
    this.#sayNothing(isEmpty ? `No change in meaning since ${review.before}.` : undefined, emptyHint);
    this.#picture.show(review.shown, this.#view, this.#themes.current);
    this.#list.mark(this.#memory.entry, false);
    this.#markInPicture(this.#order.find(({ id }) => id === this.#memory.entry));
    document.title = review.title;
    if (before?.headline !== review.headline) this.#announcer.say([...review.troubles, review.headline].join(' '));
  }

  #showNothing(message: string, hint: string | undefined): void {
    this.#review = undefined;
    this.#order = [];
    this.#frame.dataset['shows'] = 'nothing';
    this.#bar.showNothing();
    this.#list.clear();
    this.#picture.show(undefined, this.#view, this.#themes.current);
    this.#sayNothing(message, hint);
    this.#announcer.say([message, hint].filter((part) => part !== undefined).join(' '));
  }

  #sayNothing(message: string | undefined, hint: string | undefined): void {
    this.#nothing.hidden = message === undefined;
    if (message === undefined) return this.#nothing.replaceChildren();
    this.#nothing.replaceChildren(
      make(this.#review ? 'p' : 'h1', { class: 'nothing-message' }, message),
      hint !== undefined && hint !== '' ? make('p', { class: 'hint' }, hint) : '',
    );
  }

  /** Other pictures: of another pathway, or of only what has changed. */
  #ask(wish: { readonly subject?: string; readonly onlyChanges?: boolean }): void {
    this.#keep(wish);
    const { subject, onlyChanges = false } = this.#memory;
    this.#host.post({ type: 'select', ...(subject !== undefined && { subject }), onlyChanges });
  }

  /** Nothing moves, and one goes on looking at the same place. */
  #turnTo(view: ReviewView): void {
    this.#keep({ view });
    this.#bar.view = view;
    this.#picture.turnTo(view, this.#themes.current);
    const label = views.find((each) => each.view === view)?.label ?? '';
    const side = view === 'difference' ? 'what differs' : this.#review?.[view];
    this.#announcer.say(`${label}: ${side}`);
  }

  #step(by: 1 | -1): void {
    const entry = stepFrom(this.#order, this.#memory.entry, by);
    if (!entry) return;
    this.#mark(entry, true);
  }

  #chooseElement(element: Element, focus: boolean): void {
    const own = this.#order.filter((entry) => this.#isShown(entry) && entry.drawn === element.id);
    const at = own.findIndex(({ id }) => id === this.#memory.entry);
    const entry = focus && at >= 0 ? own[at] : own[(at + 1) % own.length];
    if (!entry) {
      this.#mark(undefined, false);
      this.#announcer.say('Nothing has changed here.');
      return;
    }
    this.#mark(entry, false);
    this.#announcer.say(entry.sentence);
    if (focus) this.#host.post({ type: 'open', entry: entry.id, focus });
  }

  #mark(entry: ReviewEntry | undefined, focus: boolean): void {
    this.#keep({ entry: entry?.id });
    this.#list.mark(entry?.id, focus);
    this.#markInPicture(entry);
  }

  /** What belongs to another pathway's picture has that one shown. */
  #markInPicture(entry: ReviewEntry | undefined): void {
    this.#picture.select(this.#isShown(entry) ? entry?.drawn : undefined);
    const isDrawn = this.#review?.subjects.some(({ name }) => name === entry?.subject);
    if (entry?.drawn !== undefined && isDrawn && this.#memory.subject !== entry.subject)
      this.#ask({ subject: entry.subject! });
  }

  #isShown(entry: ReviewEntry | undefined): boolean {
    return entry?.subject !== undefined && entry.subject === this.#review?.shown?.subject;
  }

  #keep(changes: { readonly [K in keyof ReviewMemory]?: ReviewMemory[K] | undefined }): void {
    const all = Object.entries({ ...this.#memory, ...changes }).filter(([, value]) => value !== undefined);
    this.#memory = Object.fromEntries(all);
    this.#host.remember(this.#memory);
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.#review?.shown) return;
    const view = views[Number(event.key) - 1]?.view;
    const isFree = this.#picture.isFree || !(event.target as HTMLElement).matches?.('select, input, button');
    if (event.key === 'Escape' && this.#picture.hideCard()) event.preventDefault();
    else if (view) this.#turnTo(view);
    else if (isFree && this.#picture.canvas.command(event)) event.preventDefault();
  }
}

const comparing = 'Comparing…';
const emptyHint = 'Texts may be formatted or put in another order; what they say is the same.';
