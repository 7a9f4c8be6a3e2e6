import { existsSync } from 'node:fs';
import type { Look } from '../../diagram/look.ts';
import type { Placed } from '../../diagram/placed.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { isBelow } from '../../language/discovery.ts';
import { Workspace } from '../../language/workspace.ts';
import type { EditResult, Wish } from '../../protocol/edits.ts';
import type { ExportedFile, ExportWish } from '../../protocol/exports.ts';
import { type Excerpt, entryKey, type PathwayEntry, type Picture, type ToPage } from '../../protocol/preview.ts';
import { editFor } from '../../server/edits/wishes.ts';
import { type Exporter, exportFor } from '../../server/exporter.ts';
import type { Layouter } from '../../server/layouter.ts';
import { readInto, toPath, toUri } from '../../server/node/folder.ts';
import { Pictures, pathwayEntries } from '../../server/pictures.ts';
import { type Choice, chooseEntry, type Wanted } from './choose.ts';
import { elsewhereOf } from './elsewhere.ts';
import { excerptOf } from './excerpt.ts';

export interface LiveOptions {
  /** The folder that is read. */
  readonly folder: string;
  /** The pathways below this folder are shown: the same one, or one inside of it. */
  readonly shown: string;
  readonly layouter: Layouter;
  readonly exporter: Exporter;
  /** Today, as YYYY-MM-DD. */
  readonly today: () => string;
  /** Told of each file that cannot be read, once. */
  readonly warn: (problem: string) => void;
}

/** A page as it asks: for a pathway, in a certain way. */
export interface Asking extends Wanted {
  readonly look: Look;
  /** The same for as long as the page is open, however often it asks. */
  readonly reader: string;
  /** Whether a picture of the same arrangement is on the page already, so that this one starts from it. */
  readonly again: boolean;
}

/** A page that somebody looks at. */
interface Viewer {
  readonly wanted: Asking;
  readonly send: (json: string) => void;
  choice: Choice | undefined;
  /** What the page was last told of each type, so that it hears of changes only. */
  readonly told: Map<string, string>;
  /** Whether a picture is on the page that the next one starts from. */
  isShown: boolean;
  /** The picture that it waits for or shows. */
  asked: string | undefined;
  /** Counts updates: one that was overtaken by the next says nothing any more. */
  turn: number;
}

/** How long a picture may take before the page is told that it is being drawn, in milliseconds. */
const patience = 300;

type Message = ToPage<Placed>;

/** The pathways of a folder as they are now, and everybody who looks at them. */
export class Live {
  readonly #options: LiveOptions;
  readonly #workspace: Workspace;
  readonly #pictures: Pictures;
  readonly #viewers = new Set<Viewer>();
  readonly #drawing = new Map<
    string,
    { readonly picture: Promise<Picture<Placed> | undefined>; readonly abort: AbortController }
  >();
  #projects: readonly CheckedProject[] = [];
  #entries: readonly PathwayEntry[] = [];
  #problems: readonly string[] = [];
  #isGone = false;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#workspace = new Workspace(toUri(options.folder));
    this.#pictures = new Pictures(options.layouter);
    this.#read();
  }

  /** Reads the folder again and tells everybody what changed. */
  refresh(): void {
    this.#read();
    for (const { abort } of this.#drawing.values()) abort.abort();
    this.#drawing.clear();
    for (const viewer of this.#viewers) void this.#update(viewer);
  }

  /** Folders outside of this one that belong to its projects, as paths. */
  includedFolders(): readonly string[] {
    return [...new Set(this.#workspace.includedFolders())]
      .filter((folder) => folder !== this.#workspace.folder && !isBelow(folder, this.#workspace.folder))
      .map(toPath);
  }

  /** Tells a new page what there is, and from then on what changes. Returns how to stop that. */
  join(wanted: Asking, send: (json: string) => void): () => void {
    const viewer: Viewer = {
      wanted,
      send,
      choice: undefined,
      told: new Map(),
      isShown: wanted.again,
      asked: undefined,
      turn: 0,
    };
    this.#viewers.add(viewer);
    void this.#update(viewer);
    return () => {
      this.#viewers.delete(viewer);
      viewer.turn++;
      this.#dropUnwanted();
    };
  }

  excerpt(uri: string, line: number, endLine: number): Excerpt | undefined {
    return excerptOf(this.#workspace, uri, line, endLine);
  }

  /** A picture as a file; nothing where there is no such pathway. */
  async export(wanted: Wanted & { readonly look: Look }, wish: ExportWish): Promise<ExportedFile | undefined> {
    const { exporter, today } = this.#options;
    const key = chooseEntry(this.#entries, wanted)?.key;
    if (key === undefined) return undefined;
    return exportFor(this.#projects, { key, look: wanted.look, wish, commit: true }, exporter, today());
  }

  /** What would be written for a wish; nothing where there is no such pathway. */
  edit(wanted: Wanted, wish: Wish): EditResult | undefined {
    const key = chooseEntry(this.#entries, wanted)?.key;
    if (key === undefined) return undefined;
    const texts = {
      at: () => undefined,
      projects: () => this.#projects,
      version: () => undefined,
      today: this.#options.today,
    };
    return editFor(this.#projects, { key, wish }, { texts, snippets: false, makesFiles: false });
  }

  dispose(): void {
    this.#viewers.clear();
    this.#dropUnwanted();
  }

  #read(): void {
    const problems = this.#readFiles();
    for (const problem of problems) if (!this.#problems.includes(problem)) this.#options.warn(problem);
    this.#problems = problems;
    this.#projects = this.#workspace.projects(this.#options.today());
    const shown = toUri(this.#options.shown);
    this.#entries = pathwayEntries(this.#projects).filter(({ file }) => isBelow(file, shown));
  }

  #readFiles(): readonly string[] {
    this.#isGone = !existsSync(this.#options.folder);
    try {
      const problems = readInto(this.#workspace, [this.#options.folder]);
      return this.#isGone ? [] : problems;
    } catch (error) {
      // A folder may go while it is read, or forbid it; what was read before stays.
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  async #update(viewer: Viewer): Promise<void> {
    const turn = ++viewer.turn;
    try {
      const before = viewer.choice;
      // A pathway that is no longer listed may only be broken for now, and then its picture stays.
      const lost = before && !this.#lists(before.key) ? await this.#picture(viewer, before.key) : undefined;
      if (viewer.turn !== turn) return;
      const entries = lost ? [...this.#entries, lost.entry] : this.#entries;
      viewer.choice = lost ? before : chooseEntry(entries, viewer.wanted, before);
      this.#tell(viewer, {
        type: 'pathways',
        entries,
        ...(viewer.choice && { selected: viewer.choice.key }),
        ...(this.#problems.length > 0 && { problems: this.#problems.map((problem) => this.#short(problem)) }),
      });
      await this.#show(viewer, turn);
    } catch (error) {
      if (viewer.turn === turn && !isAbort(error)) this.#tell(viewer, notDrawn(error));
    }
  }

  async #show(viewer: Viewer, turn: number): Promise<void> {
    if (viewer.choice === undefined) {
      const isList = viewer.wanted.name === '' && this.#entries.length > 0;
      if (!isList) this.#tell(viewer, this.#nothing(viewer));
      return;
    }
    const { key } = viewer.choice;
    const slow = setTimeout(() => {
      if (viewer.turn === turn) viewer.send(JSON.stringify({ type: 'drawing', key } satisfies Message));
    }, patience);
    const picture = await this.#picture(viewer, key).finally(() => clearTimeout(slow));
    if (viewer.turn !== turn) return;
    if (!picture) return this.#tell(viewer, this.#nothing(viewer));
    const elsewhere = elsewhereOf(this.#projects, picture);
    viewer.isShown = true;
    this.#tell(viewer, { type: 'picture', picture: { ...picture, elsewhere } });
  }

  /** The picture as a page wants it; asked for once for all who want the very same. */
  #picture(viewer: Viewer, key: string): Promise<Picture<Placed> | undefined> {
    const { look, reader } = viewer.wanted;
    const wish = { key, look, reader, fresh: !viewer.isShown };
    viewer.asked = JSON.stringify(wish);
    const running = this.#drawing.get(viewer.asked);
    if (running) return running.picture;
    const abort = new AbortController();
    const picture = this.#pictures.of(this.#projects, wish, abort.signal);
    this.#drawing.set(viewer.asked, { picture, abort });
    return picture;
  }

  #dropUnwanted(): void {
    const wanted = new Set([...this.#viewers].map(({ asked }) => asked));
    for (const [asked, { abort }] of this.#drawing) {
      if (wanted.has(asked)) continue;
      abort.abort();
      this.#drawing.delete(asked);
    }
  }

  #tell(viewer: Viewer, message: Message): void {
    const json = JSON.stringify(message);
    // The version only counts; a picture that looks the same is no news.
    const content =
      message.type === 'picture' ? JSON.stringify({ ...message, picture: { ...message.picture, version: 0 } }) : json;
    const kind = message.type === 'nothing' ? 'picture' : message.type;
    if (viewer.told.get(kind) === content) return;
    viewer.told.set(kind, content);
    // A page that is told of pathways and of no choice shows their list in place of what it showed.
    if (message.type === 'pathways' && message.selected === undefined) viewer.told.delete('picture');
    viewer.send(json);
  }

  #nothing(viewer: Viewer): Message {
    if (this.#isGone) return folderGone;
    const { name } = viewer.wanted;
    if (this.#entries.length === 0 || name === undefined) return noPathways;
    return { type: 'nothing', message: `There is no pathway called ‘${name}’ here.`, hint: 'Choose one of these:' };
  }

  #lists(key: string): boolean {
    return this.#entries.some((entry) => entryKey(entry) === key);
  }

  /** Paths as seen from the folder: what lies above it is nobody's business. */
  #short(problem: string): string {
    return problem.replaceAll(this.#options.folder, '').replace(/(^|\s)[/\\](?=\S)/g, '$1');
  }
}

const folderGone: Message = {
  type: 'nothing',
  message: 'The folder is gone.',
  hint: 'It was deleted, moved or renamed. When it is there again, its pathways appear here.',
};

const noPathways: Message = {
  type: 'nothing',
  message: 'There are no pathways in this folder yet.',
  hint: 'Make a text file whose name ends in .pathway, for example first.pathway, write the lines below into it and save it. Its picture then appears here.',
  example: `pathway first "My first pathway" {
  stage assessment "First assessment" {
    enters "Referral by a GP"
    provider unknown
  }
  stage treatment "Treatment" {
    provider unknown
    leaves "Discharge"
  }
  transition from assessment to treatment
}`,
};

function notDrawn(error: unknown): Message {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    type: 'nothing',
    message: 'This pathway could not be drawn.',
    hint: `Your text is not to blame. What went wrong: ${reason}`,
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
