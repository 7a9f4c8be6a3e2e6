import type {
  Review,
  ReviewEntry,
  ReviewOpenParams,
  ReviewParams,
  ReviewResult,
  ReviewSide,
  ToReviewHost,
  ToReviewPage,
} from '../../protocol/review.ts';
import { drawingPatience, type Said } from '../preview/controller.ts';
import type { History, Side, Sides } from './history.ts';
import type { ReviewWish } from './wish.ts';

/** What a review asks the language server. A request whose signal is aborted may fail, or answer whatever it likes. */
export interface ReviewLanguage {
  open(params: Omit<ReviewOpenParams, 'reader'>): Promise<unknown>;
  review(params: Omit<ReviewParams, 'reader'>, signal: AbortSignal): Promise<ReviewResult<unknown>>;
  close(): void;
}

/** What a review does in the window. */
export interface ReviewWindow {
  post(message: ToReviewPage<unknown>): void;
  entitle(title: string): void;
  /** Shows the texts of both sides beside each other, at an entry's place. */
  open(entry: ReviewEntry, sides: Sides, focus: boolean): void;
}

/** Why there is no review, in the reader's language. */
export interface ReviewWords {
  readonly noProject: Said;
  readonly noPathway: Said;
  readonly failed: Said;
  readonly notRunning: Said;
}

/** Keeps the page of a review up to date with the texts of both sides. */
export class ReviewController {
  readonly wish: ReviewWish;
  readonly #language: ReviewLanguage;
  readonly #history: History;
  readonly #window: ReviewWindow;
  readonly #words: ReviewWords;
  #ready = false;
  #visible = true;
  #subject: string | undefined;
  #onlyChanges = false;
  /** What the language server is told of, or why it is not; nothing where it has to be told anew. */
  #opened: Promise<Sides | Said> | undefined;
  #sides: Sides | undefined;
  /** The version of the sides, or of why there are none. */
  #version: string | undefined;
  #review: Review<unknown> | undefined;
  #working = new AbortController();

  constructor(
    wish: ReviewWish,
    ports: {
      readonly language: ReviewLanguage;
      readonly history: History;
      readonly window: ReviewWindow;
      readonly words: ReviewWords;
    },
  ) {
    this.wish = wish;
    this.#language = ports.language;
    this.#history = ports.history;
    this.#window = ports.window;
    this.#words = ports.words;
  }

  /** The page says something. */
  receive(message: ToReviewHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#review = undefined;
        return this.changed();
      case 'select':
        this.#subject = message.subject;
        this.#onlyChanges = message.onlyChanges;
        return this.changed();
      case 'open':
        return this.#open(message.entry, message.focus);
    }
  }

  /** The models may have changed. */
  changed(): void {
    if (this.#ready && this.#visible) void this.#refresh();
  }

  /** Something was committed, staged, fetched or taken back: what is compared with may be another text now. */
  async historyChanged(): Promise<void> {
    const opened = this.#opened;
    if (!opened) return;
    await opened;
    const version = await this.#history.version(this.wish);
    if (opened !== this.#opened || version === this.#version) return;
    this.#opened = undefined;
    this.changed();
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (visible) this.changed();
    else this.#working.abort();
  }

  /** The language server does not run. */
  failed(): void {
    this.#say(this.#words.notRunning);
  }

  step(by: 1 | -1): void {
    this.#window.post({ type: 'step', by });
  }

  dispose(): void {
    this.#working.abort();
    this.#ready = false;
    this.#language.close();
  }

  async #refresh(): Promise<void> {
    this.#working.abort();
    this.#working = new AbortController();
    const { signal } = this.#working;
    let told = false;
    const slow = setTimeout(() => {
      told = !signal.aborted;
      if (told) this.#window.post({ type: 'comparing' });
    }, drawingPatience);
    try {
      const result = await this.#ask(signal);
      if (signal.aborted) return;
      if ('message' in result) this.#say(result);
      else if ('review' in result) this.#show(result.review, told);
      else this.#say(result.none === 'no-pathway' ? this.#words.noPathway : this.#words.noProject);
    } catch {
      this.#opened = undefined;
      if (!signal.aborted) this.#say(this.#words.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  async #ask(signal: AbortSignal, again = true): Promise<ReviewResult<unknown> | Said> {
    this.#opened ??= this.#begin();
    const sides = await this.#opened;
    if ('message' in sides) return sides;
    const subject = this.#subject;
    const wish = { ...(subject !== undefined && { subject }), onlyChanges: this.#onlyChanges };
    const result = await this.#language.review(wish, signal);
    // A language server that has started anew knows of nothing.
    if (!('none' in result) || result.none !== 'not-open' || signal.aborted || !again) return result;
    this.#opened = undefined;
    return this.#ask(signal, false);
  }

  async #begin(): Promise<Sides | Said> {
    const sides = await this.#history.sides(this.wish);
    this.#version = 'message' in sides ? await this.#history.version(this.wish) : sides.version;
    if ('message' in sides) return sides;
    const { before, after } = sides;
    await this.#language.open({ before: asSide(before), after: asSide(after), what: this.wish.what });
    this.#sides = sides;
    return sides;
  }

  /** `told` says whether the page was told that it takes its time: it waits for an answer. */
  #show(review: Review<unknown>, told: boolean): void {
    this.#window.entitle(review.title);
    if (review.version === this.#review?.version && !told) return;
    this.#review = review;
    this.#window.post({ type: 'review', review, kept: this.wish });
  }

  #say({ message, hint }: Said): void {
    this.#review = undefined;
    this.#window.post({ type: 'nothing', message, hint, kept: this.wish });
  }

  #open(id: string, focus: boolean): void {
    const entry = this.#review?.groups.flatMap(({ entries }) => entries).find((each) => each.id === id);
    if (entry && this.#sides) this.#window.open(entry, this.#sides, focus);
  }
}

/** A side as the language server is told of it. */
export function asSide({ called, texts }: Side): ReviewSide {
  if (!texts) return { called, time: 'now' };
  return { called, time: 'then', differ: texts.differ, absent: texts.absent };
}
