import type { Look } from '../../diagram/look.ts';
import type { Edit, EditParams, EditResult, Offer, OffersParams, OffersResult } from '../../protocol/edits.ts';
import type { Picture, Place, ToHost, ToPage } from '../../protocol/preview.ts';

/** What the preview asks about what could be written. */
export interface EditLanguage {
  offers(params: OffersParams): Promise<OffersResult>;
  edit(params: EditParams): Promise<EditResult>;
}

/** What happens in the window when somebody writes from the picture. */
export interface EditWindow {
  post(message: ToPage<unknown>): void;
  /** What somebody calls a new stage or view; nothing when they think better of it. */
  ask(what: 'stage' | 'view', proposed: string): Promise<string | undefined>;
  /** Writes it, with the caret where the author goes on. False where the text is another one by now. */
  write(edit: Edit): Promise<boolean>;
  rename(place: Place): Promise<void>;
  warn(message: string): void;
}

/** Why nothing was written, in the reader's language, and what a view is called to begin with. */
export interface EditWords {
  readonly changed: string;
  readonly failed: string;
  readonly byLane: (lane: string) => string;
}

/** What is on the page, and the key of its pathway. */
export interface Drawn {
  readonly key: string;
  readonly picture: Picture<unknown>;
  /** How it is to be seen; its picture may still be on the way. */
  readonly look: Look;
}

/** Writes into the text what somebody does in the picture: each time one step, to be undone by one. */
export class PreviewEdits {
  readonly #language: EditLanguage;
  readonly #window: EditWindow;
  readonly #words: EditWords;
  readonly #drawn: () => Drawn | undefined;
  /** What was offered last, and for which element. */
  #offered: { readonly key: string; readonly id: string; readonly offers: readonly Offer[] } | undefined;

  constructor(options: {
    readonly language: EditLanguage;
    readonly window: EditWindow;
    readonly words: EditWords;
    readonly drawn: () => Drawn | undefined;
  }) {
    this.#language = options.language;
    this.#window = options.window;
    this.#words = options.words;
    this.#drawn = options.drawn;
  }

  /** The page says something that may be about writing. What goes wrong is told, and changes nothing. */
  async receive(message: ToHost): Promise<void> {
    try {
      await this.#receive(message);
    } catch {
      this.#window.warn(this.#words.failed);
    }
  }

  async #receive(message: ToHost): Promise<void> {
    const drawn = this.#drawn();
    if (!drawn) return;
    const { key } = drawn;
    switch (message.type) {
      case 'offers':
        return this.#offer(key, message.id);
      case 'take':
        return this.#take(message.id, message.offer);
      case 'join':
        return this.#wish({ key, wish: { wish: 'transition', from: nameIn(message.from), to: nameIn(message.to) } });
      case 'save-view':
        return this.#saveView(drawn);
    }
  }

  async #offer(key: string, id: string): Promise<void> {
    const { offers, note } = await this.#language.offers({ key, id });
    this.#offered = { key, id, offers };
    const entries = offers.map(({ title, kind, asks }) => ({ title, kind, ...(asks && { asks }) }));
    this.#window.post({ type: 'offers', id, offers: entries, ...(note !== undefined && { note }) });
  }

  async #take(id: string, number: number): Promise<void> {
    const offered = this.#offered;
    const offer = offered?.id === id ? offered.offers[number] : undefined;
    if (!offered || !offer) return this.#window.warn(this.#words.changed);
    if (offer.edit) return this.#write(offer.edit);
    if (offer.rename) return this.#window.rename(offer.rename);
    if (offer.asks !== 'label') return;
    const label = await this.#window.ask('stage', '');
    if (label === undefined) return;
    await this.#wish({ key: offered.key, wish: { wish: 'stage', after: nameIn(id), label } });
  }

  async #saveView({ key, picture, look }: Drawn): Promise<void> {
    const label = await this.#window.ask('view', this.#proposed(picture, look));
    if (label !== undefined) await this.#wish({ key, wish: { wish: 'view', look, label } });
  }

  /** After its lanes, where somebody chose them; else after the view that it starts from. */
  #proposed({ views, entry }: Picture<unknown>, { lanes, view }: Look): string {
    if (lanes !== undefined && lanes !== 'none') return this.#words.byLane(lanes);
    return views.find(({ name }) => name === view)?.label ?? entry.label;
  }

  async #wish(params: EditParams): Promise<void> {
    const result = await this.#language.edit(params);
    if ('refused' in result) this.#window.warn(result.refused);
    else await this.#write(result);
  }

  async #write(edit: Edit): Promise<void> {
    if (!(await this.#window.write(edit))) this.#window.warn(this.#words.changed);
  }
}

/** The name in the id of a drawn element. */
function nameIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
