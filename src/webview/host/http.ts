import type { Look } from '../../diagram/look.ts';
import type { Placed } from '../../diagram/placed.ts';
import { arrangementOf, lookQuery } from '../../protocol/looks.ts';
import {
  type Excerpt,
  entryKey,
  type PathwayEntry,
  type Place,
  type ToHost,
  type ToPage,
} from '../../protocol/preview.ts';
import { type Asked, addressOf, askedIn } from '../address.ts';
import type { Host, Listeners, Memory } from '../host.ts';

const storageKey = 'care-pathways';
/** How long the page may be out of sight before it stops listening: browsers keep few connections open. */
const outOfSight = 5000;
/** How long nobody may answer before the reader is told. */
const silence = 1500;

/** Talks to `pathway serve`. Which pathway is shown stands in the address, so that it can be passed on. */
export class HttpHost implements Host {
  readonly kind = 'http';
  #listeners: Listeners | undefined;
  #source: EventSource | undefined;
  #asked: Asked = askedIn(location.hash);
  #entries: readonly PathwayEntry[] = [];
  /** How each pathway is looked at, by key, so that it is so again when somebody comes back to it. */
  readonly #looks = new Map<string, Look>();
  /** Tells this page from others that show the same. */
  readonly #reader = crypto.randomUUID();
  /** What picture the page shows: the pathway, and how it is arranged. */
  #shown: string | undefined;
  #silent: ReturnType<typeof setTimeout> | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  post(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        return this.#connect();
      case 'select':
        return this.#select(message.key);
      case 'look':
        return this.#look(message.look);
      case 'reveal':
        void this.#reveal(message.place, message.focus);
    }
  }

  listen(listeners: Listeners): void {
    this.#listeners = listeners;
    window.addEventListener('hashchange', () => this.#go(askedIn(location.hash)));
    document.addEventListener('visibilitychange', () => this.#sight());
    window.addEventListener('pagehide', () => this.#source?.close());
    window.addEventListener('pageshow', (event) => event.persisted && this.#connect());
  }

  recall(): Memory {
    try {
      return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Memory;
    } catch {
      return {};
    }
  }

  remember(memory: Memory): void {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(memory));
    } catch {
      // A browser that keeps nothing shows the page all the same.
    }
  }

  showList(): void {
    location.hash = 'all';
  }

  #select(key: string): void {
    const entry = this.#entries.find((each) => entryKey(each) === key);
    if (entry) location.hash = addressOf(entry, this.#entries, this.#looks.get(key));
  }

  #look(look: Look): void {
    const entry = this.#entries.find(({ name }) => name === this.#asked.name);
    if (entry) location.hash = addressOf(entry, this.#entries, look);
  }

  #go(asked: Asked): void {
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) return;
    this.#asked = asked;
    this.#connect();
  }

  #connect(): void {
    this.#source?.close();
    const query = new URLSearchParams();
    if (this.#asked.name !== undefined) query.set('pathway', this.#asked.name);
    if (this.#asked.within !== undefined) query.set('in', this.#asked.within);
    for (const [key, value] of lookQuery(this.#asked.look)) query.append(key, value);
    query.set('reader', this.#reader);
    if (this.#shown === shownAs(this.#asked)) query.set('again', 'yes');
    const source = new EventSource(`/events?${query}`);
    source.addEventListener('open', () => this.#answered());
    source.addEventListener('error', () => this.#unanswered());
    source.addEventListener('message', (event) => this.#take(JSON.parse(event.data) as ToPage<Placed>));
    this.#source = source;
  }

  #take(message: ToPage<Placed>): void {
    this.#answered();
    if (message.type === 'pathways') this.#follow(message.entries, message.selected);
    if (message.type === 'picture') this.#shown = shownAs(this.#asked);
    if (message.type === 'nothing') this.#shown = undefined;
    this.#listeners?.message(message);
  }

  /** The address follows what is shown, also when somebody renames the pathway. */
  #follow(entries: readonly PathwayEntry[], selected: string | undefined): void {
    this.#entries = entries;
    const entry = entries.find((each) => entryKey(each) === selected);
    if (!entry) {
      this.#shown = undefined;
      return;
    }
    const { look } = this.#asked;
    this.#looks.set(entryKey(entry), look);
    const address = addressOf(entry, entries, look);
    this.#asked = askedIn(`#${address}`);
    if (location.hash !== `#${address}`) history.replaceState(null, '', `#${address}`);
  }

  #answered(): void {
    clearTimeout(this.#silent);
    this.#silent = undefined;
    this.#listeners?.connected?.(true);
  }

  #unanswered(): void {
    this.#silent ??= setTimeout(() => this.#listeners?.connected?.(false), silence);
  }

  #sight(): void {
    clearTimeout(this.#leaving);
    if (document.hidden) {
      this.#leaving = setTimeout(() => {
        this.#source?.close();
        this.#source = undefined;
      }, outOfSight);
    } else if (!this.#source) this.#connect();
  }

  async #reveal(place: Place, focus: boolean): Promise<void> {
    const query = new URLSearchParams({ file: place.file, line: `${place.line}`, endLine: `${place.endLine}` });
    const response = await fetch(`/source?${query}`).catch(() => undefined);
    if (!response?.ok) return;
    const excerpt = (await response.json()) as Excerpt;
    this.#listeners?.message({ type: 'excerpt', excerpt, focus });
  }
}

/** What of the address decides where things stand. */
function shownAs({ name, within, look }: Asked): string {
  return JSON.stringify([name, within, arrangementOf(look)]);
}
