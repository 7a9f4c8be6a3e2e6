import { comparePlaces } from '../model/place.ts';
import { joinFiles, type Project } from '../model/project.ts';
import { runRules } from '../rules/engine.ts';
import type { Finding } from '../rules/finding.ts';
import { discover, includedFolders, type ProjectFiles } from './discovery.ts';
import { type PathwayFile, readPathwayFile } from './file-store.ts';
import { libraryTexts } from './library-texts.ts';
import { Names, unknownNames } from './names.ts';

/** A project and all that is to be said about it. */
export interface CheckedProject extends ProjectFiles {
  readonly project: Project;
  readonly names: Names;
  /** Everything found, file by file in the order of the text: errors of the text, unknown names, then the rules'. */
  readonly findings: readonly Finding[];
}

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
  readonly #checked = new Map<string, CheckedProject & { readonly asOf: string }>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Takes the text of a file. Nothing is read again where the text is the same. */
  set(uri: string, text: string): void {
    if (this.#files.get(uri)?.text !== text) this.#files.set(uri, readPathwayFile(uri, text));
  }

  delete(uri: string): void {
    this.#files.delete(uri);
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
    for (const folder of this.#checked.keys()) {
      if (!found.some((project) => project.folder === folder)) this.#checked.delete(folder);
    }
    return found.map((files) => this.#check(files, asOf));
  }

  /** The project that a file belongs to. */
  projectOf(uri: string, asOf: string): CheckedProject | undefined {
    const file = this.#files.get(uri);
    return file && this.projects(asOf).find(({ own }) => own.includes(file));
  }

  #check(found: ProjectFiles, asOf: string): CheckedProject {
    const before = this.#checked.get(found.folder);
    const same = before?.asOf === asOf && sameFiles(before.files, found.files);
    if (same) return before;
    const checked = { ...checkFiles(found, asOf), asOf };
    this.#checked.set(found.folder, checked);
    return checked;
  }
}

/** Puts the files of one project together and checks them. */
export function checkFiles(found: ProjectFiles, asOf: string): CheckedProject {
  const { folder, files } = found;
  const { project, names, findings } = linkFiles(folder, files);
  const all = inOrder([...findings, ...runRules(project, { asOf })]);
  return { ...found, project, names, findings: all };
}

/** Puts the files of one project together, and finds what is wrong before any rule is asked. */
export function linkFiles(
  folder: string,
  files: readonly PathwayFile[],
): Pick<CheckedProject, 'project' | 'names' | 'findings'> {
  const name = decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1)) || 'pathways';
  const project = joinFiles(
    name,
    [...files, ...libraryFiles()].map((file) => file.reading.model),
  );
  const names = new Names(project);
  const findings = inOrder(
    files.flatMap((file) => [...file.problems, ...unknownNames(names, project, file.reading.refs)]),
  );
  return { project, names, findings };
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => comparePlaces(a.place, b.place));

function sameFiles(a: readonly PathwayFile[], b: readonly PathwayFile[]): boolean {
  return a.length === b.length && a.every((file, index) => file === b[index]);
}
