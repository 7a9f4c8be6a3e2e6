import { type CheckedProject, ProjectChecker } from '../../language/checker.ts';
import { isBelow } from '../../language/discovery.ts';
import { libraryFiles, Workspace } from '../../language/workspace.ts';
import type { ReviewSide } from '../../protocol/review.ts';

/** The texts of another time. */
export type Then = Extract<ReviewSide, { readonly time: 'then' }>;

/**
 * The files as they were at another time: as they stand on the disk, but for those that differ. What is equal to what is
 * open now is not read again. `read` gives the text on the disk.
 */
export function workspaceThen(now: Workspace, then: Then, read: (uri: string) => string | undefined): Workspace {
  const made = new Workspace(now.folder);
  const differ = new Map(then.differ.map(({ uri, text }) => [uri, text]));
  const absent = new Set(then.absent);
  const known = new Set(now.uris());
  const gone = [...differ.keys()].filter((uri) => !known.has(uri) && isBelow(uri, now.folder));
  for (const uri of [...known, ...gone]) {
    const text = absent.has(uri) ? undefined : (differ.get(uri) ?? read(uri));
    if (text !== undefined) made.set(uri, text, now.get(uri));
  }
  return made;
}

/** The project that a file or folder belongs to, or else the first below it. */
export function projectAt(projects: readonly CheckedProject[], at: string): CheckedProject | undefined {
  const around = projects.filter(({ folder }) => isBelow(at, folder));
  return (
    projects.find(({ own }) => own.some(({ uri }) => uri === at)) ??
    projects.find(({ folder }) => folder === at) ??
    around.toSorted((a, b) => b.folder.length - a.folder.length)[0] ??
    projects.find(({ folder }) => isBelow(folder, at))
  );
}

/** The same project at another time; one without files where there was none. */
export function sameProject(projects: readonly CheckedProject[], { folder, asOf }: CheckedProject): CheckedProject {
  return (
    projects.find((project) => project.folder === folder) ??
    // Before a folder declared a project of its own, its files belonged to the one around it.
    projects.find(({ own }) => own.some(({ uri }) => isBelow(uri, folder))) ??
    withoutFiles(folder, asOf)
  );
}

function withoutFiles(folder: string, asOf: string): CheckedProject {
  const checker = new ProjectChecker(libraryFiles().map((file) => file.reading.model));
  return checker.check({ folder, own: [], files: [] }, '', asOf);
}
