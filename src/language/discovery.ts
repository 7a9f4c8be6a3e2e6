import { URI, Utils } from 'vscode-uri';
import { groupBy } from '../model/group.ts';
import type { PathwayFile } from './file-store.ts';

/** The files that make up one project. Folders are URIs without a slash at their end. */
export interface ProjectFiles {
  /** The folder that holds the `project` declaration, or else the folder that was opened. */
  readonly folder: string;
  /** The project's own files. */
  readonly own: readonly PathwayFile[];
  /** All files that it sees: its own, and those of the folders that it includes. */
  readonly files: readonly PathwayFile[];
}

/**
 * Sorts files into projects: a file belongs to the nearest folder above it that holds a `project` declaration, else to
 * the opened folder. A project also sees the files below the folders that it includes.
 */
export function discover(files: readonly PathwayFile[], opened: string): readonly ProjectFiles[] {
  const roots = new Set(files.filter(declaresProject).map((file) => folderOf(file.uri)));
  const byRoot = groupBy(files, (file) => nearestRoot(file.uri, roots) ?? opened);
  return [...byRoot]
    .map(([folder, own]) => ({ folder, own, files: [...own, ...included(own, folder, files)] }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The folders that the files' `project` declarations include, as URIs. */
export function includedFolders(files: readonly PathwayFile[]): readonly string[] {
  return files.flatMap((file) =>
    file.reading.model.declarations
      .filter((declaration) => declaration.kind === 'project')
      .flatMap((project) => project.includes.map(({ path }) => resolveFolder(folderOf(file.uri), path))),
  );
}

/** The folder of a file's URI, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Whether the file lies in the folder or anywhere below it. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

function declaresProject(file: PathwayFile): boolean {
  return file.reading.model.declarations.some((declaration) => declaration.kind === 'project');
}

function nearestRoot(uri: string, roots: ReadonlySet<string>): string | undefined {
  for (let folder = folderOf(uri); folder !== ''; folder = folderOf(folder)) if (roots.has(folder)) return folder;
  return undefined;
}

/** Files of included folders that are not the project's own anyway. */
function included(own: readonly PathwayFile[], folder: string, all: readonly PathwayFile[]): readonly PathwayFile[] {
  const folders = includedFolders(own);
  if (folders.length === 0) return [];
  const mine = new Set(own);
  return all.filter((file) => !mine.has(file) && folders.some((other) => other !== folder && isBelow(file.uri, other)));
}

/** A folder named relative to another one; `..` goes up. */
export function resolveFolder(base: string, path: string): string {
  return Utils.resolvePath(URI.parse(base), path.replaceAll('\\', '/')).toString().replace(/\/+$/, '');
}
