import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import {
  decoded,
  type FileSource,
  pathwayFilesBelow,
  readText,
  skippedFolders,
  statsOf,
} from '../../server/node/folder.ts';
import { declaresProject, enclosingProject } from '../open.ts';
import type { Commit, Entry, Repository } from './git.ts';

/** One of the two versions that are compared, wherever its files are kept. */
export interface Version {
  /** As people call it, in a sentence: `main, 3 November 2026`. */
  readonly name: string;
  /** The commit, where it is one. */
  readonly commit?: string;
  /** The files at or below a path, or the file that it names. None is no error. */
  filesAt(path: string): readonly string[];
  /** Throws an error that says plainly why the file cannot be read. */
  readText(path: string): string;
  isFile(path: string): boolean;
  /** The nearest folder, this one or above, in which a file declares a project. */
  enclosingProject(folder: string): string | undefined;
}

/** Files as they lie on this machine. In a repository those that it ignores, and other repositories in it, do not count. */
export function onDisk(name: string, repository?: Repository): Version {
  return {
    name,
    filesAt: (path) => filesOnDisk(path, repository),
    readText,
    isFile: (path) => statsOf(path)?.isFile() ?? false,
    enclosingProject: (folder) => enclosingProject(nearestFolder(folder)),
  };
}

/** A version that has no files at all. */
export function nothing(name: string): Version {
  return { name, filesAt: () => [], readText, isFile: () => false, enclosingProject: () => undefined };
}

/** The version as `readInto` reads files from it, without the files that are to be left out. */
export function sourceOf(version: Version, leftOut: (path: string) => boolean): FileSource {
  return { filesAt: (path) => version.filesAt(path).filter((file) => !leftOut(file)), readText: version.readText };
}

function filesOnDisk(path: string, repository: Repository | undefined): readonly string[] {
  const stats = statsOf(path);
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return isPathwayFile(path) ? [path] : [];
  if (repository === undefined || !isAtOrBelow(path, repository.top)) return pathwayFilesBelow(path);
  const files = filesOfTree(path);
  const inTree = (file: string): string => relative(repository.top, file).split(sep).join('/');
  const ignored = repository.ignored(files.map(inTree));
  return files.filter((file) => !ignored.has(inTree(file)));
}

/** As git sees a folder: links to folders are not followed, and what other repositories hold is theirs. */
function filesOfTree(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return skippedFolders.has(entry.name) || existsSync(join(path, '.git')) ? [] : filesOfTree(path);
    if (!isPathwayFile(entry.name)) return [];
    return entry.isFile() || statsOf(path)?.isFile() ? [path] : [];
  });
}

/** Files as a commit keeps them, by the paths that they have, had or would have in the working tree. */
export function atCommit(name: string, repository: Repository, { id }: Commit): Version {
  const { top } = repository;
  const entries = repository.entries(id);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const inTree = (path: string): string => relative(top, path).split(sep).join('/');
  const texts = new Map<string, Buffer>();
  const load = (paths: readonly string[]): void => {
    const wanted = paths.flatMap((file) => targetOf(byPath.get(inTree(file)), byPath, repository)?.object ?? []);
    for (const [object, bytes] of repository.read(wanted.filter((one) => !texts.has(one)))) texts.set(object, bytes);
  };
  const bytesOf = (path: string): Buffer | undefined =>
    texts.get(targetOf(byPath.get(inTree(path)), byPath, repository)?.object ?? '');
  const files = entries
    .filter(({ path }) => isPathwayFile(path) && !path.split('/').some((folder) => skippedFolders.has(folder)))
    .map(({ path }) => join(top, ...path.split('/')))
    .toSorted(byFolder);
  return {
    name,
    commit: id,
    filesAt: (path) => {
      // What lies elsewhere has no versions here: both sides read it from the disk.
      if (!isAtOrBelow(path, top)) return filesOnDisk(path, undefined);
      const found = files.filter((file) => isAtOrBelow(file, path));
      load(found);
      return found;
    },
    readText: (path) => {
      if (!isAtOrBelow(path, top)) return readText(path);
      const shown = inTree(path);
      if (targetOf(byPath.get(shown), byPath, repository) === undefined)
        throw new Error(`In ${name}, ${shown} is a link to something that is not kept in git.`);
      const bytes = bytesOf(path);
      if (bytes === undefined)
        throw new Error(`In ${name}, the text of ${shown} is not in this copy: run 'git fetch'.`);
      const text = decoded(bytes);
      if (text === undefined) throw new Error(`In ${name}, ${shown} is not a text file in UTF-8.`);
      return text;
    },
    isFile: (path) => byPath.has(inTree(path)),
    enclosingProject: (folder) => {
      const above = files.filter((file) => isAtOrBelow(folder, dirname(file)));
      load(above);
      const declaring = above.filter((file) => declaresProject(bytesOf(file)?.toString('utf8') ?? ''));
      return declaring.map((file) => dirname(file)).toSorted((a, b) => b.length - a.length)[0];
    },
  };
}

/** The folder, or the nearest one above it that is there. */
export function nearestFolder(path: string): string {
  return statsOf(path)?.isDirectory() ? path : nearestFolder(dirname(path));
}

/** How many links may lead to one another before nobody follows them any more. */
const FOLLOWED = 8;

/** The file itself, or the one that a link leads to. */
function targetOf(
  entry: Entry | undefined,
  byPath: ReadonlyMap<string, Entry>,
  repository: Repository,
): Entry | undefined {
  let at = entry;
  for (let links = 0; at?.link && links < FOLLOWED; links++) {
    const target = repository.read([at.object]).get(at.object)?.toString('utf8') ?? '';
    at = byPath.get(posix.join(posix.dirname(at.path), target));
  }
  return at?.link ? undefined : at;
}

const isPathwayFile = (path: string): boolean => path.endsWith('.pathway');

/** Whether a path is the folder or file itself, or lies anywhere below it. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The order in which a folder is walked through: name by name, folder by folder. */
function byFolder(a: string, b: string): number {
  const [one, other] = [a.split(sep), b.split(sep)];
  for (let index = 0; index < Math.min(one.length, other.length); index++)
    if (one[index] !== other[index]) return one[index]! < other[index]! ? -1 : 1;
  return one.length - other.length;
}
