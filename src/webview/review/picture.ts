import type { Placed } from '../../diagram/placed.ts';
import type { Theme } from '../../diagram/svg.ts';
import type { Review, ReviewView } from '../../protocol/review.ts';
import { Canvas } from '../canvas.ts';
import { Card } from '../card.ts';
import { make } from '../dom.ts';
import type { Element } from '../drawing.ts';
import { Waiting } from '../waiting.ts';

export interface ReviewPictureEvents {
  /** Somebody chose an element; `focus` when they want to go where it is written. */
  readonly choose: (element: Element, focus: boolean) => void;
  readonly hover: (element: Element | undefined) => void;
}

/** The picture of a review, one of three: they have everything at the same place. */
export class ReviewPicture {
  readonly element: HTMLElement;
  readonly canvas: Canvas;
  readonly waiting = new Waiting();
  readonly #card: Card;
  #shown: Review<Placed>['shown'];
  /** What is drawn: another subject starts anew, with the whole of it in sight. */
  #drawn: string | undefined;

  constructor(events: ReviewPictureEvents) {
    this.canvas = new Canvas({
      choose: (element, focus) => {
        this.#card.dismiss(element);
        events.choose(element, focus);
      },
      findings: () => {},
      hover: (element, by, at) => {
        events.hover(element);
        this.#card.hover(element, by, at);
      },
      dismiss: () => this.hideCard(),
      moved: () => this.#card.hide(),
    });
    this.#card = new Card({
      places: (id) => this.canvas.places(id),
      findings: () => [],
      choose: () => {},
      more: (element) => events.choose(element, false),
      back: (id) => this.canvas.focus(id),
    });
    this.element = make('div', { class: 'view' }, this.canvas.element, this.#card.element, this.waiting.element);
  }

  /** Whether the focus is on the picture, or nowhere. */
  get isFree(): boolean {
    const { activeElement } = document;
    return activeElement === null || activeElement === document.body || this.canvas.element.contains(activeElement);
  }

  /** Shows the pictures of a subject, anew or as they are now. */
  show(shown: Review<Placed>['shown'], view: ReviewView, theme: Theme): void {
    this.waiting.end();
    this.hideCard();
    this.#shown = shown;
    if (!shown) {
      this.#drawn = undefined;
      this.canvas.clear();
    } else if (this.#drawn !== shown.subject) {
      this.#drawn = shown.subject;
      this.canvas.open(shown.pictures[view], theme, undefined);
    } else this.canvas.update(shown.pictures[view], theme);
  }

  /** Shows another of the three, and leaves everything where it is. */
  turnTo(view: ReviewView, theme: Theme): void {
    this.hideCard();
    if (this.#shown) this.canvas.update(this.#shown.pictures[view], theme);
  }

  retheme(theme: Theme): void {
    this.canvas.retheme(theme);
  }

  /** Outlines an element and brings it into sight, or none. */
  select(id: string | undefined): void {
    this.canvas.select(id, true);
  }

  /** Shows which element is meant, for as long as somebody points at its sentence. */
  point(id: string | undefined): void {
    this.canvas.emphasise(id === undefined ? {} : { current: id });
  }

  /** Takes the card away, and says whether there was one. */
  hideCard(): boolean {
    const wasShown = this.#card.isShown;
    this.#card.hide();
    return wasShown;
  }
}
