import { type CheckedProject, ProjectChecker } from './checker.ts';
import { discover, includedFolders } from './discovery.ts';
import { type PathwayFile, readPathwayFile } from './file-store.ts';
import { libraryTexts } from './library-texts.ts';

/** Where the built-in library's files live, as URIs. */
export const LIBRARY = 'care-pathways-library:';

let library: readonly PathwayFile[] | undefined;

/** The built-in library, read once. */
export function libraryFiles(): readonly PathwayFile[] {
  library ??= Object.entries(libraryTexts).map(([name, text]) => readPathwayFile(`${LIBRARY}/${name}`, text, true));
  return library;
}

/**
 * The pathway files of one opened folder, kept up to date text by text. Each text is read once; projects are put
 * together and checked when somebody asks, and what did not change since is not done again.
 */
export class Workspace {
  /** The opened folder, as a URI without a slash at its end. */
  readonly folder: string;
  readonly #files = new Map<string, PathwayFile>();
  readonly #checkers = new Map<string, ProjectChecker>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Takes the text of a file. Nothing is read again where the text is that of `like`: the file at another time. */
  set(uri: string, text: string, like = this.#files.get(uri)): void {
    this.#files.set(uri, like?.text === text ? like : readPathwayFile(uri, text, false, like));
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  /** Keeps these files and no others, in this order, as if they had been taken one after the other. */
  keep(uris: Iterable<string>): void {
    const kept = [...uris].flatMap((uri) => this.#files.get(uri) ?? []);
    this.#files.clear();
    for (const file of kept) this.#files.set(file.uri, file);
  }

  get(uri: string): PathwayFile | undefined {
    return this.#files.get(uri);
  }

  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Folders outside the opened one that some project includes. */
  includedFolders(): readonly string[] {
    return includedFolders([...this.#files.values()]);
  }

  /** Every project, by folder, checked. `asOf` is today, as YYYY-MM-DD. */
  projects(asOf: string): readonly CheckedProject[] {
    const found = discover([...this.#files.values()], this.folder);
    for (const folder of this.#checkers.keys()) {
      if (!found.some((project) => project.folder === folder)) this.#checkers.delete(folder);
    }
    return found.map((files) => this.#checker(files.folder).check(files, folderName(files.folder), asOf));
  }

  /** The project that a file belongs to. */
  projectOf(uri: string, asOf: string): CheckedProject | undefined {
    const file = this.#files.get(uri);
    return file && this.projects(asOf).find(({ own }) => own.includes(file));
  }

  #checker(folder: string): ProjectChecker {
    const known = this.#checkers.get(folder);
    if (known) return known;
    const checker = new ProjectChecker(libraryFiles().map((file) => file.reading.model));
    this.#checkers.set(folder, checker);
    return checker;
  }
}

/** What a project is called that no file declares. */
function folderName(folder: string): string {
  return decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1)) || 'pathways';
}
