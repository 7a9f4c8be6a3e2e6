import type { CheckedProject } from '../../language/checker.ts';
import { groupBy } from '../../model/group.ts';
import type { Counts, EntryKind } from '../../protocol/findings.ts';
import { mergeFindings } from '../../rules/merge.ts';
import { openQuestions } from '../../rules/questions.ts';
import { issuesOf, kindOf } from './items.ts';

const nothing: Counts = { error: 0, warning: 0, info: 0, question: 0, gap: 0, risk: 0, accepted: 0 };

/** How a file is doing: counted as the list of problems shows it, and with what its authors wrote down. */
export function healthOf(checked: CheckedProject, uri: string): Counts {
  return byFile(checked).get(uri) ?? nothing;
}

/** How all own files of the projects are doing together. */
export function healthOfAll(projects: readonly CheckedProject[]): Counts {
  return sum(projects.flatMap((checked) => checked.own.map(({ uri }) => healthOf(checked, uri))));
}

const known = new WeakMap<CheckedProject, ReadonlyMap<string, Counts>>();

function byFile(checked: CheckedProject): ReadonlyMap<string, Counts> {
  const before = known.get(checked);
  if (before) return before;
  const kinds: readonly { readonly kind: EntryKind; readonly file: string }[] = [
    ...mergeFindings(checked.findings).flatMap(({ severity, place }) =>
      severity === 'question' ? [] : [{ kind: severity, file: place.file }],
    ),
    ...openQuestions(checked.project).map(({ place }) => ({ kind: 'question' as const, file: place.file })),
    ...issuesOf(checked).map(({ issue }) => ({ kind: kindOf(issue), file: issue.place.file })),
  ];
  const counts = new Map(
    [...groupBy(kinds, ({ file }) => file)].map(([file, all]) => [file, tally(all.map(({ kind }) => kind))]),
  );
  known.set(checked, counts);
  return counts;
}

function tally(kinds: readonly EntryKind[]): Counts {
  const total: Record<EntryKind, number> = { ...nothing };
  for (const kind of kinds) total[kind]++;
  return total;
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<EntryKind, number> = { ...nothing };
  for (const counts of all) for (const kind of Object.keys(total) as EntryKind[]) total[kind] += counts[kind];
  return total;
}
