import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';
import type { ElementChange } from './change.ts';
import type { Pair } from './match.ts';
import { type Both, sideOf, type Telling } from './tell.ts';
import { elementInWords } from './words.ts';

/**
 * What stands in another file than before, file by file: one change says all that went from one to another. Where either
 * side is one file only, nothing could stand elsewhere.
 */
export function movedFiles({ before, after }: Telling, pairs: readonly Pair[]): readonly ElementChange[] {
  const [old, now] = fileNames(before, after);
  if (old.size < 2 && now.size < 2) return [];
  const moved = pairs.filter((pair): pair is Both => {
    if (!pair.before || !pair.after) return false;
    return old.get(pair.before.element.place.file) !== now.get(pair.after.element.place.file);
  });
  const groups = groupBy(moved, (pair) => `${pair.before.element.place.file}\n${pair.after.element.place.file}`);
  return [...groups.values()].map((group): ElementChange => {
    const [first] = group as [Both, ...Both[]];
    const [from, to] = [old.get(first.before.element.place.file)!, now.get(first.after.element.place.file)!];
    const who = group.map(({ after: outline }) => elementInWords(after, outline));
    const subject = group.length === 1 ? `${who[0]} stands` : `${group.length} declarations stand`;
    return {
      id: `moved ${from} ${to}`,
      change: 'moved',
      sentence: `${subject} in the file '${to}' now; ${group.length === 1 ? 'it' : 'they'} stood in '${from}'.`,
      lines: group.length === 1 ? [] : who,
      statements: [],
      before: sideOf(first.before),
      after: sideOf(first.after),
    };
  });
}

type FileNames = ReadonlyMap<string, string>;

/**
 * The files of both sides by their URIs, as people call them: without the folders that all of them stand in. Two sides
 * that have no file in common lie in folders of their own.
 */
function fileNames(before: Project, after: Project): readonly [FileNames, FileNames] {
  const [old, now] = [ownFiles(before), ownFiles(after)];
  const known = new Set(old);
  if (!now.some((file) => known.has(file))) return [namedBelow(old, old), namedBelow(now, now)];
  const all = [...old, ...now];
  return [namedBelow(old, all), namedBelow(now, all)];
}

const ownFiles = (project: Project): readonly string[] =>
  project.files.filter(({ library }) => !library).map(({ file }) => file);

function namedBelow(files: readonly string[], all: readonly string[]): FileNames {
  const folders = all.map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const shared = folders.reduce(commonFolder, folders[0] ?? '');
  return new Map(files.map((file) => [file, decodeURIComponent(file.slice(shared.length))]));
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (!b.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
