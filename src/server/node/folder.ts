import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Workspace } from '../../language/workspace.ts';
import { whyNot } from './why.ts';

/** Folders that never hold anybody's pathways. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Every `.pathway` file at or below a folder, as absolute paths, in the order of their names. */
export function pathwayFilesBelow(folder: string, seen = new Set<string>()): readonly string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    const followed = entry.isSymbolicLink() ? statsOf(path) : entry;
    if (followed?.isDirectory()) return skippedFolders.has(entry.name) ? [] : pathwayFilesBelow(path, seen);
    return followed?.isFile() && entry.name.endsWith('.pathway') ? [path] : [];
  });
}

/** What stands at a path, behind all links; nothing where they lead nowhere, or back to themselves. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined;
    throw error;
  }
}

/** A file or folder as a URI, written the way VS Code writes it; a folder's has no slash at its end. */
export function toUri(path: string): string {
  return URI.file(resolve(path)).toString().replace(/\/$/, '');
}

export function toPath(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** Reads a file as text. Throws an error that says plainly why it cannot be read. */
export function readText(path: string): string {
  const text = decoded(bytesOf(path));
  if (text !== undefined) return text;
  throw new Error(`${path} is not a text file in UTF-8: save it as UTF-8 and try again.`);
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} cannot be read: ${whyNot(error)}.`);
  }
}

/** The text that the bytes hold; nothing where they are no text in UTF-8. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where pathway files are read from: this machine's disk, or a version that somebody keeps. */
export interface FileSource {
  /** The pathway files at or below a path, as absolute paths. What is not there is told. */
  filesAt(path: string, problems: string[]): readonly string[];
  /** Throws an error that says plainly why the file cannot be read. */
  readText(path: string): string;
}

const disk: FileSource = { filesAt, readText };

/**
 * Fills a workspace with the files at or below the given paths, and with those of folders that projects include.
 * Returns what could not be read, and why. Files that have gone are taken out.
 */
export function readInto(workspace: Workspace, paths: readonly string[], source = disk): readonly string[] {
  const problems: string[] = [];
  const found = new Set<string>();
  const take = (path: string): void => {
    const uri = toUri(path);
    if (found.has(uri)) return;
    found.add(uri);
    try {
      workspace.set(uri, source.readText(path));
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  };
  for (const path of paths) for (const file of source.filesAt(path, problems)) take(file);
  // What is included may itself include; each folder is read once.
  const folders = new Set<string>();
  for (let next = newFolders(workspace, folders); next.length > 0; next = newFolders(workspace, folders)) {
    for (const folder of next) for (const file of source.filesAt(toPath(folder), problems)) take(file);
  }
  workspace.keep(found);
  return problems;
}

function newFolders(workspace: Workspace, known: Set<string>): readonly string[] {
  const fresh = workspace.includedFolders().filter((folder) => !known.has(folder));
  for (const folder of fresh) known.add(folder);
  return [...new Set(fresh)];
}

function filesAt(path: string, problems: string[]): readonly string[] {
  const stats = statsOf(path);
  if (!stats) {
    problems.push(`There is no file or folder ${path}.`);
    return [];
  }
  return stats.isDirectory() ? pathwayFilesBelow(path) : [path];
}
