import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Subject, subjectsOf } from '../../diagram/subjects.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { groupBy } from '../../model/group.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';

/** What is to be drawn, and where to look for it. */
export interface Asked {
  /** Not there where only a folder is named. */
  readonly name?: string;
  readonly folder?: string;
}

/**
 * What two words ask for. A name comes first, and then a folder; a folder or file may come first too, as in the other
 * commands, where the second word is none. A single word that could be either is taken for a name that `isKnown`.
 */
export function askedFor(
  [first, second]: readonly [string, string | undefined],
  isKnown: (name: string) => boolean,
  io: Io,
): Asked {
  const isThere = (word: string): boolean => existsSync(resolve(io.cwd, word));
  const given = { name: first, ...(second !== undefined && { folder: second }) };
  if (!isThere(first)) return given;
  if (second !== undefined) return isThere(second) ? given : { name: second, folder: first };
  return !/[/\\.]/.test(first) && isKnown(first) ? given : { folder: first };
}

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
