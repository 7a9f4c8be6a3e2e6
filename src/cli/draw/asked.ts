import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Subject, subjectsOf } from '../../diagram/subjects.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { groupBy } from '../../model/group.ts';
import { pathwayFilesBelow, statsOf } from '../../server/node/folder.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';

/** What is to be drawn, and where to look for it. */
export interface Asked {
  /** Not there where only a folder is named. */
  readonly name?: string;
  readonly folder?: string;
}

/** The words of the command: a name and a folder, in any order. */
export type Words = readonly [string | undefined, string | undefined];

/** Whether there is something of that name to draw in a folder. */
export type IsKnown = (name: string, folder: string | undefined) => boolean;

/**
 * What two words ask for. A name comes first, and then a folder; a folder or file may come first too, as in the other
 * commands. A first word that could be either is taken for a name that `isKnown` where it is looked for.
 */
export function askedFor([first, second]: readonly [string, string | undefined], isKnown: IsKnown, io: Io): Asked {
  const given = { name: first, ...(second !== undefined && { folder: second }) };
  const swapped = { folder: first, ...(second !== undefined && { name: second }) };
  if (!isThere(first, io)) return given;
  if (second !== undefined && !isThere(second, io)) return swapped;
  const couldBeName = !/[/\\.]/.test(first);
  return couldBeName && (!isFolder(first, io) || isKnown(first, second)) ? given : swapped;
}

/**
 * Where to list what can be drawn: `--list` may stand before the folder or after it, and a name may stand beside it, also
 * that of a folder without pathways.
 */
export function folderOfList(
  [first, second]: Words,
  { list }: { readonly list?: boolean | string },
  isKnown: IsKnown,
  io: Io,
): string | undefined {
  if (typeof list === 'string') return list;
  if (first === undefined || (second !== undefined && isThere(second, io))) return second;
  const isName = !isThere(first, io) || (!holdsPathways(first, io) && isKnown(first, second));
  return isName ? second : first;
}

const isThere = (word: string, io: Io): boolean => existsSync(resolve(io.cwd, word));

const holdsPathways = (word: string, io: Io): boolean =>
  isFolder(word, io) ? pathwayFilesBelow(resolve(io.cwd, word)).length > 0 : word.endsWith('.pathway');

const isFolder = (word: string, io: Io): boolean => statsOf(resolve(io.cwd, word))?.isDirectory() === true;

/** Everything that can be drawn, a line each; with its folder, where several have the same name. */
export function subjectList(projects: readonly CheckedProject[], io: Io): readonly string[] {
  const all = projects.flatMap((checked) => subjectsOf(checked.project).map((subject) => ({ checked, subject })));
  const named = groupBy(all, ({ subject }) => subject.name);
  return all.map(({ checked, subject }) => {
    const where = named.get(subject.name)!.length > 1 ? `  (in ${shownUri(checked.folder, io)})` : '';
    return `${subject.name}  ${subject.label}${kindInWords(subject)}${where}`;
  });
}

/** A pathway needs no word for what it is. */
function kindInWords({ kind }: Subject): string {
  return {
    region: ' (all pathways together)',
    specification: ' (specification)',
    scenario: ' (scenario)',
    pathway: '',
  }[kind];
}
