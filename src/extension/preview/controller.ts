import type { Look } from '../../diagram/look.ts';
import { arrangementOf, lookFrom } from '../../protocol/looks.ts';
import {
  entryKey,
  type PageState,
  type PathwayEntry,
  type Picture,
  type Place,
  type ToHost,
  type ToPage,
} from '../../protocol/preview.ts';
import type { ElementAt, PathwaysResult, PictureResult } from '../../protocol/requests.ts';
import { choosePathway, type Wish } from './choose.ts';

/** A place of the text where somebody works. */
export interface Caret {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What the preview asks about the text. A request whose signal is aborted may fail, or answer whatever it likes. */
export interface Language {
  pathways(signal: AbortSignal): Promise<PathwaysResult>;
  picture(wish: PictureWish, signal: AbortSignal): Promise<PictureResult<unknown>>;
  elementAt(caret: Caret, signal: AbortSignal): Promise<ElementAt | null>;
}

/** Which picture is wanted, and whether it is the first of its kind on the page. */
export interface PictureWish {
  readonly key: string;
  readonly look: Look;
  readonly fresh: boolean;
  /** See `PictureParams`. */
  readonly since?: string;
}

/** What the pathways were at the last commit, where there is one. */
export interface Base {
  /** Whether there is one of a file. */
  isThere(file: string): Promise<boolean>;
  /** By which name the language server knows of it; nothing where it cannot be had. */
  reader(file: string, project: string): Promise<string | undefined>;
}

/** What the preview does in the window. */
export interface Window {
  post(message: ToPage<unknown>): void;
  entitle(label: string | undefined, pinned: boolean): void;
  reveal(place: Place, focus: boolean): void;
}

/** Why there is no picture, in the reader's language. */
export interface Words {
  readonly noPathways: Said;
  readonly notDrawn: Said;
  readonly notRunning: Said;
}

export interface Said {
  readonly message: string;
  readonly hint: string;
}

/** How long the caret rests before the picture follows it, in milliseconds. */
export const caretRest = 80;

/** How long a picture may take before the reader is told that it is being drawn, in milliseconds. */
export const drawingPatience = 300;

/** Keeps the page up to date with the text, and the text's caret and the page's selection together. */
export class PreviewController {
  readonly #language: Language;
  readonly #window: Window;
  readonly #words: Words;
  readonly #base: Base | undefined;
  readonly #looks: Map<string, Look>;
  #entries: readonly PathwayEntry[] = [];
  #selected: string | undefined;
  #caret: Caret | undefined;
  /** False once the reader has picked a pathway in the page, until the caret moves again. */
  #follows = true;
  #pinned: boolean;
  /** Whether what has changed since the last commit is marked, and whether that is offered. */
  #since: boolean;
  #hasBase = false;
  #visible = true;
  #ready = false;
  /** The picture that the page shows, or nothing. */
  #drawn: { readonly key: string; readonly picture: Picture<unknown> } | undefined;
  #drawing = new AbortController();
  #pointing = new AbortController();
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `left` is how the page was left before a reload. */
  constructor(language: Language, window: Window, words: Words, left: PageState = {}, base?: Base) {
    this.#language = language;
    this.#window = window;
    this.#words = words;
    this.#base = base;
    this.#selected = left.selected;
    this.#looks = new Map(Object.entries(left.looks ?? {}).map(([key, look]) => [key, lookFrom(look)]));
    this.#follows = left.selected === undefined;
    this.#pinned = left.pinned === true;
    this.#since = left.since === true;
  }

  /** Whether it keeps to its pathway, whatever somebody works at. */
  get pinned(): boolean {
    return this.#pinned;
  }

  /** What is on the page, the key of its pathway, and how it is to be seen. */
  get drawn(): { readonly key: string; readonly picture: Picture<unknown>; readonly look: Look } | undefined {
    return this.#drawn && { ...this.#drawn, look: this.#looks.get(this.#drawn.key) ?? {} };
  }

  /** The page says something. */
  receive(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#drawn = undefined;
        this.changed();
        break;
      case 'select':
        this.#follows = false;
        this.#selected = message.key;
        this.changed();
        break;
      case 'pin':
        this.pin(message.pinned);
        break;
      case 'since':
        this.#since = message.since;
        this.changed();
        break;
      case 'look':
        this.#lookAt(lookFrom(message.look));
        break;
      case 'reveal':
        this.#follows = false;
        this.#caret = startOf(message.place);
        this.#window.reveal(message.place, message.focus);
        break;
    }
  }

  /** The models may have changed. */
  changed(): void {
    if (this.#ready && this.#visible) void this.#refresh();
  }

  /** Somebody works at another place of the text; `own` when it was the preview that led there. */
  caretMoved(caret: Caret, own = false): void {
    this.#caret = caret;
    this.#follows = !own;
    this.#pointing.abort();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#point(), caretRest);
  }

  /** Somebody asks to see the pathways of a file. */
  show(caret: Caret): void {
    this.#caret = caret;
    this.#follows = true;
    this.changed();
  }

  pin(pinned: boolean): void {
    this.#pinned = pinned;
    this.#follows = !pinned;
    this.changed();
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (visible) this.changed();
    else this.#drawing.abort();
  }

  /** The language server does not run. */
  failed(): void {
    this.#say(this.#words.notRunning);
  }

  dispose(): void {
    this.#drawing.abort();
    this.#pointing.abort();
    clearTimeout(this.#rest);
    this.#ready = false;
  }

  async #refresh(): Promise<void> {
    const signal = this.#drawAnew();
    const caret = this.#caret;
    try {
      const [entries, at] = await Promise.all([this.#language.pathways(signal), this.#atCaret(signal)]);
      if (signal.aborted) return;
      const kept = await this.#lost(entries, signal);
      if (signal.aborted) return;
      this.#entries = kept ? [...entries, kept.entry] : entries;
      this.#selected = choosePathway(this.#entries, this.#wish(kept ? null : at));
      this.#tellPathways();
      void this.#offerSince();
      await this.#draw(kept, signal);
      if (!signal.aborted && caret && caret === this.#caret) this.#highlight(at);
    } catch {
      if (!signal.aborted) this.#say(this.#words.notDrawn);
    }
  }

  /** A pathway that is shown but no longer listed: its text may be broken for now, and then its picture stays. */
  async #lost(entries: readonly PathwayEntry[], signal: AbortSignal): Promise<PictureResult<unknown>> {
    const key = this.#selected;
    if (key === undefined || entries.some((entry) => entryKey(entry) === key)) return null;
    return this.#language.picture(this.#pictureWish(key), signal);
  }

  /** The pathway that is on the page is seen in another way from now on. */
  #lookAt(look: Look): void {
    const key = this.#drawn?.key ?? this.#selected;
    if (key === undefined) return;
    this.#looks.set(key, look);
    this.changed();
  }

  /** A picture starts from what stands on the page, as far as it is arranged alike. */
  #pictureWish(key: string): PictureWish {
    const look = this.#looks.get(key) ?? {};
    const there = this.#drawn?.key === key && this.#drawn.picture.look;
    return { key, look, fresh: !there || arrangementOf(there) !== arrangementOf(look) };
  }

  #wish(at: ElementAt | null): Wish {
    if (!this.#follows || this.#pinned) return { selected: this.#selected };
    return { selected: this.#selected, atCaret: at?.key, file: this.#caret?.uri };
  }

  async #draw(kept: PictureResult<unknown>, signal: AbortSignal): Promise<void> {
    const key = this.#selected;
    this.#window.entitle(this.#entries.find((entry) => entryKey(entry) === key)?.label, this.#pinned);
    if (key === undefined) return this.#say(this.#words.noPathways);
    const picture = kept ?? (await this.#pictureOf(key, signal));
    if (signal.aborted) return;
    if (!picture) return this.#say(this.#words.notDrawn);
    if (this.#drawn?.key === key && this.#drawn.picture.version === picture.version) return;
    this.#drawn = { key, picture };
    this.#window.post({ type: 'picture', picture });
  }

  /** Asks for a picture, and says so when it takes its time. */
  async #pictureOf(key: string, signal: AbortSignal): Promise<PictureResult<unknown>> {
    const tell = () => {
      if (!signal.aborted) this.#window.post({ type: 'drawing', key });
    };
    const slow = setTimeout(tell, drawingPatience);
    try {
      const since = await this.#sinceOf(key);
      return await this.#language.picture({ ...this.#pictureWish(key), ...(since !== undefined && { since }) }, signal);
    } finally {
      clearTimeout(slow);
    }
  }

  /** What the pathway is compared with, where that is asked for. */
  async #sinceOf(key: string): Promise<string | undefined> {
    const entry = this.#entries.find((each) => entryKey(each) === key);
    return this.#since && this.#hasBase && entry ? this.#base?.reader(entry.file, entry.project) : undefined;
  }

  /** Says whether there is anything to compare with, as soon as that is known. */
  async #offerSince(): Promise<void> {
    const file = this.#entries.find((each) => entryKey(each) === this.#selected)?.file;
    const hasBase = file !== undefined && (await this.#base?.isThere(file)) === true;
    if (hasBase === this.#hasBase || !this.#ready) return;
    this.#hasBase = hasBase;
    this.#tellPathways();
    if (this.#since) this.changed();
  }

  /** Shows where the caret is, and another pathway when it stands in another one. */
  async #point(): Promise<void> {
    if (!this.#ready || !this.#visible) return;
    this.#pointing = new AbortController();
    const { signal } = this.#pointing;
    const at = await this.#atCaret(signal);
    if (signal.aborted) return;
    if (choosePathway(this.#entries, this.#wish(at)) === this.#selected) this.#highlight(at);
    else await this.#refresh();
  }

  async #atCaret(signal: AbortSignal): Promise<ElementAt | null> {
    if (!this.#caret) return null;
    return this.#language.elementAt(this.#caret, signal).catch(() => null);
  }

  /**
   * Stays as it is while the caret is in another pathway than the one that was picked, and that one has no part in the
   * picture.
   */
  #highlight(at: ElementAt | null): void {
    const part = at?.others?.find(({ key }) => key === this.#selected);
    if (at && at.key !== this.#selected && !part) return;
    const id = part?.id ?? at?.id;
    this.#window.post({ type: 'highlight', ...(id && { id }) });
  }

  #tellPathways(): void {
    const selected = this.#selected;
    const pinned = this.#pinned;
    this.#window.post({
      type: 'pathways',
      entries: this.#entries,
      ...(selected && { selected }),
      pinned,
      ...(this.#hasBase && { since: this.#since }),
    });
  }

  /** Says why there is no picture; a picture that is already there of the same pathway is worth more. */
  #say(why: Said): void {
    if (this.#drawn && this.#drawn.key === this.#selected) return;
    this.#drawn = undefined;
    this.#window.post({ type: 'nothing', ...why });
  }

  #drawAnew(): AbortSignal {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    return this.#drawing.signal;
  }
}

/** Where the caret goes when a place is revealed. */
export function startOf({ file, line, character }: Place): Caret {
  return { uri: file, line, character };
}
