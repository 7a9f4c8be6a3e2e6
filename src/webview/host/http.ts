import type { Look } from '../../diagram/look.ts';
import type { Placed } from '../../diagram/placed.ts';
import type { EditResult } from '../../protocol/edits.ts';
import { type ExportedFile, type ExportWish, exportQuery } from '../../protocol/exports.ts';
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
import { bytesOf } from '../desk/share.ts';
import type { Host, Listeners, Memory } from '../host.ts';
import { fileName } from '../words.ts';

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
  /** The key of the pathway that is shown. */
  #selected: string | undefined;
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
      case 'export':
        return void this.#export(message.wish, message.to);
      case 'save-view':
        return void this.#viewText();
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
    const entry = this.#entries.find((each) => entryKey(each) === this.#selected);
    if (entry) location.hash = addressOf(entry, this.#entries, look);
  }

  #go(asked: Asked): void {
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) return;
    this.#asked = asked;
    this.#connect();
  }

  #connect(): void {
    this.#source?.close();
    const query = this.#query();
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
    this.#selected = selected;
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

  async #export(wish: ExportWish, to: 'file' | 'page'): Promise<void> {
    const query = this.#query();
    for (const [key, value] of exportQuery(wish)) query.append(key, value);
    const tell = (failed: string) => this.#listeners?.message({ type: 'exported', failed });
    const response = await fetch(`/export?${query}`).catch(() => undefined);
    if (!response?.ok) return tell(response ? (await response.text()).trim() : nobodyAnswers);
    const file = await fileIn(response);
    if (to === 'file') download(file, response.headers.get('Content-Type') ?? '');
    this.#listeners?.message({ type: 'exported', file });
  }

  async #viewText(): Promise<void> {
    const query = this.#query();
    query.set('label', 'My view');
    const response = await fetch(`/view?${query}`).catch(() => undefined);
    if (!response?.ok) return this.#listeners?.message({ type: 'exported', failed: nobodyAnswers });
    const edit = (await response.json()) as EditResult;
    if ('refused' in edit) return this.#listeners?.message({ type: 'exported', failed: edit.refused });
    this.#listeners?.message({ type: 'view-text', text: edit.text ?? '', file: fileName(edit.file) });
  }

  /** What is shown, and how. */
  #query(): URLSearchParams {
    const query = new URLSearchParams();
    if (this.#asked.name !== undefined) query.set('pathway', this.#asked.name);
    if (this.#asked.within !== undefined) query.set('in', this.#asked.within);
    for (const [key, value] of lookQuery(this.#asked.look)) query.append(key, value);
    return query;
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

const nobodyAnswers = 'Nothing was made, because nobody answers. Is ‘pathway serve’ still running?';

async function fileIn(response: Response): Promise<ExportedFile> {
  const name = /filename\*=UTF-8''(.*)$/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'picture';
  const notes = JSON.parse(decodeURIComponent(response.headers.get('X-Notes') ?? '%5B%5D')) as readonly string[];
  const bytes = new Uint8Array(await response.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return { name: decodeURIComponent(name), content: btoa(letters), encoding: 'base64', notes };
}

/** As the browser saves files, wherever it puts them. */
function download(file: ExportedFile, type: string): void {
  const address = URL.createObjectURL(new Blob([bytesOf(file)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
