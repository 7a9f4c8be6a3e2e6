import type { Comparison } from '../../changes/change.ts';
import { compareProjects } from '../../changes/compare.ts';
import { type CheckedProject, ProjectChecker } from '../../language/checker.ts';
import type { PathwayFile } from '../../language/file-store.ts';
import { libraryFiles } from '../../language/workspace.ts';
import type { Finding } from '../../rules/finding.ts';
import { makingOf, tableOf } from './book.ts';
import { definitions, headings, partColumns } from './definitions.ts';
import { edited } from './edit.ts';
import { type GivenBook, type GivenTable, givenTable, type Refusal } from './given.ts';
import { missingRows } from './missing-rows.ts';
import { type AddedName, Naming } from './names.ts';
import { atTop } from './new-blocks.ts';
import { planOf } from './plan.ts';
import { HEAD } from './shapes.ts';

/** What an import would do: the files with their new texts and what that changes, or why nothing is done. */
export interface Import {
  readonly files: readonly PathwayFile[];
  readonly comparison: Comparison;
  readonly refusals: readonly Refusal[];
  /** What is missing in the workbook, a sentence each: nothing is taken out for it. */
  readonly missing: readonly string[];
  /** Errors that the new texts would have, and that were not there before. */
  readonly errors: readonly Finding[];
}

/** Brings the changes of a workbook into a project. Nothing is written: the caller does that, with all files or none. */
export function importBook(checked: CheckedProject, book: GivenBook): Import {
  const making = makingOf(checked, new Naming(checked.project, addedNames(book)));
  const plan = planOf(making, book, book.exported ?? currentTables(checked));
  const { files, refusals } = edited(checked.files, plan);
  const after = recheck(checked, files);
  return {
    files: [...files.values()],
    comparison: compareProjects(checked, after),
    missing: missingRows(book),
    refusals: [...plan.refusals, ...refusals],
    errors: newErrors(checked, after),
  };
}

/** The sheets as the text has them now. */
function currentTables(checked: CheckedProject): readonly GivenTable[] {
  const making = makingOf(checked);
  return definitions.map((definition) => {
    const { name, columns, rows } = tableOf(making, definition);
    return givenTable(name, [columns.map(({ heading }) => heading), ...rows]);
  });
}

/** What the workbook adds to the register, so that other rows of it may already speak of that. */
function addedNames({ tables }: GivenBook): readonly AddedName[] {
  return tables.flatMap(({ name, headings: all, rows }) => {
    const definition = definitions.find((one) => one.name === name);
    if (definition?.rows !== 'blocks') return [];
    const title = partColumns(definition).find(({ fact, main }) => fact === HEAD && main)?.heading ?? '';
    const [wish, element, label] = [headings.wish, headings.element, title].map((heading) => all.indexOf(heading)) as [
      number,
      number,
      number,
    ];
    return rows.flatMap(({ cells }) => {
      const [kind = '', called = ''] = (cells[element] ?? '').trim().split(/\s+/);
      if ((cells[wish] ?? '').trim().toLowerCase() !== 'add' || !atTop.has(kind)) return [];
      const text = (cells[label] ?? '').trim();
      return [{ kind, name: called, ...(text !== '' && { label: text }) }];
    });
  });
}

function recheck(checked: CheckedProject, changed: ReadonlyMap<string, PathwayFile>): CheckedProject {
  const now = (file: PathwayFile): PathwayFile => changed.get(file.uri) ?? file;
  const checker = new ProjectChecker(libraryFiles().map((file) => file.reading.model));
  const files = { folder: checked.folder, own: checked.own.map(now), files: checked.files.map(now) };
  return checker.check(files, checked.project.name, checked.asOf);
}

/** Errors are told apart by what they say: their places, also those that they speak of, move with the text. */
function newErrors(before: CheckedProject, after: CheckedProject): readonly Finding[] {
  const key = ({ rule, message, place }: Finding): string =>
    `${place.file}\n${rule}\n${message.replace(/, line \d+/g, '')}`;
  const known = new Set(before.findings.filter(({ severity }) => severity === 'error').map(key));
  const broken = (rule: string): boolean =>
    rule === 'syntax-error' || rule === 'unknown-name' || rule === 'duplicate-name';
  return after.findings.filter((one) => one.severity === 'error' && broken(one.rule) && !known.has(key(one)));
}
