import { Workspace } from '../../language/workspace.ts';
import { withoutContacts } from '../../model/contacts.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Refusal } from '../sheets/given.ts';
import { absenceIn } from './absences.ts';
import { type Bodies, type Body, bodiesOf, kindIn, type Question } from './bodies.ts';
import { bodyKey } from './bodies-in.ts';
import type { Column } from './columns.ts';
import { cleaned, type LeftOut } from './contacts.ts';
import { type Added, cellFor, cellsOf, Drafts, type Kept, type Same } from './drafts.ts';
import { namesBodies } from './facts.ts';
import type { FieldName } from './fields.ts';
import { filled, type Grid, type GridCell } from './grid.ts';
import { joinedRows, joinedTables } from './joined.ts';
import type { Answers, Mapping } from './mapping.ts';
import { keepAsides, readFindings, readOrganisations, readTransitions } from './other-sheets.ts';
import { ownerBodies } from './owners.ts';
import { contactInName, personal, problemRefusal, tooMuch, unseenIn } from './refusals.ts';
import { describe, namedStages, problemsIn } from './stages.ts';
import { type Table, tableIn } from './table.ts';
import { Terms } from './terms.ts';
import { unknownHeadings, unknownSheets } from './unmatched.ts';
import { unmatchedNames } from './unmatched-names.ts';
import { filesOf, type NewFile } from './write.ts';

/** What a first import makes of a tracker. */
export interface TrackerImport {
  readonly tables: readonly TableRead[];
  /** Sheets in which no headings are known. */
  readonly unread: readonly string[];
  readonly bodies: readonly Body[];
  /** What a person has to say first. */
  readonly questions: readonly Question[];
  readonly refusals: readonly Refusal[];
  /** Lines of the mapping that change nothing. */
  readonly remarks: readonly string[];
  /** Cells that were not understood: they are kept in their own words. */
  readonly kept: readonly Kept[];
  /** Figures that add to another one. */
  readonly added: readonly Added[];
  /** Figures that are the same as another one, and written once. */
  readonly same: readonly Same[];
  /** Cells without the e-mail address or telephone number that stood in them. */
  readonly leftOut: readonly LeftOut[];
  /** Cells of which a name was left out that may be a person's. */
  readonly withheld: readonly LeftOut[];
  /** New words for settings, levels and so on, as `setting Drop-in`. */
  readonly terms: readonly { readonly of: string; readonly label: string }[];
  readonly pathways: readonly { readonly label: string; readonly stages: number; readonly transitions: number }[];
  readonly files: readonly NewFile[];
}

/** A sheet, with how much of each column was understood. */
export interface TableRead extends Table {
  /** The sheet whose stages it says more of. */
  readonly addsTo?: string;
  readonly counts: ReadonlyMap<
    Column,
    { readonly filled: number; readonly understood: number; readonly noted: number }
  >;
}

/**
 * Makes a project of a tracker. Nothing is written; the same tracker and mapping give the same texts. `hidden` are its
 * sheets that are not read.
 */
export function importTracker(
  grids: readonly Grid[],
  mapping: Mapping,
  fileName: string,
  hidden: readonly string[] = [],
): TrackerImport {
  const file = withoutContacts(fileName);
  const refusals = [...tooMuch(grids), ...unknownSheets(grids, hidden, mapping)];
  const wanted = grids.filter(({ name }) => mapping.sheets.get(name)?.leaveOut !== true);
  const found =
    refusals.length > 0 ? [] : wanted.map((grid) => ({ grid, table: tableIn(grid, mapping.sheets.get(grid.name)) }));
  const clean = found.flatMap(({ table }) => (table ? [cleaned(table)] : []));
  const tables = clean.map(({ table }) => table);
  const unread = found.flatMap(({ grid, table }) =>
    table || grid.rows.every((row) => filled(row).length === 0) ? [] : [grid.name],
  );
  refusals.push(
    ...found.flatMap(({ grid, table }) => [
      ...unknownHeadings(grid, table, mapping),
      ...(table ? unseenIn(grid, table).map(problemRefusal) : []),
    ]),
  );
  refusals.push(
    ...tables.flatMap((table) => [
      ...contactInName(table),
      ...problemsIn(table).map(problemRefusal),
      ...personal(table),
    ]),
  );
  const bodies = bodiesOf(bodyCells(tables, mapping.answers), mapping.answers, statedKinds(tables));
  const drafts = new Drafts(mapping.answers.stages);
  const label = mapping.project ?? labelFor(tables, file);
  const joined = assemble(drafts, bodies, tables, label);
  const unmatched = refusals.length > 0 ? undefined : unmatchedNames(mapping, bodies, drafts, tables);
  refusals.push(...(unmatched?.refusals ?? []));
  const files = refusals.length > 0 || drafts.pathways.size === 0 ? [] : filesOf(drafts, bodies.all, label, file);
  return {
    tables: tables.map((table) => {
      const base = joined.get(table)?.name;
      return { ...table, counts: countsOf(drafts, table), ...(base !== undefined && { addsTo: base }) };
    }),
    ...{
      unread,
      bodies: bodies.all,
      questions: bodies.questions,
      refusals,
      kept: drafts.kept,
      added: drafts.added,
      same: drafts.same,
      files,
    },
    remarks: unmatched?.remarks ?? [],
    leftOut: clean.flatMap(({ leftOut }) => leftOut),
    withheld: drafts.withheld,
    terms: drafts.terms.added,
    pathways: [...drafts.pathways.values()].map((one) => ({
      ...{ label: one.label, stages: one.stages.size, transitions: one.transitions.size },
    })),
  };
}

/** The errors that the new files would have. A test asserts that there are none; nothing is written where there are. */
export function errorsIn(files: readonly NewFile[], today: string): readonly Finding[] {
  const workspace = new Workspace('file:///tracker');
  for (const { name, text } of files) workspace.set(`file:///tracker/${name}`, text);
  return workspace.projects(today).flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
}

/** Says in drafts what the tables say, and which tables add to another one. */
function assemble(drafts: Drafts, bodies: Bodies, tables: readonly Table[], label: string): ReadonlyMap<Table, Table> {
  const of = (about: Table['about']): readonly Table[] => tables.filter((table) => table.about === about);
  const stageTables = of('stages');
  const joined = joinedTables(stageTables);
  const own = stageTables.filter((table) => !joined.has(table));
  const named = new Map(own.map((table) => [table, namedStages(drafts, table, pathwayLabel(table, own, label))]));
  for (const [table, base] of joined) named.set(table, joinedRows(drafts, table, named.get(base)!));
  const rows = stageTables.flatMap((table) => named.get(table)!);
  for (const row of rows) describe(drafts, bodies, rows, row);
  const pathways = [...drafts.pathways.values()];
  for (const table of of('transitions')) readTransitions(drafts, table, pathways);
  for (const table of of('findings')) readFindings(drafts, bodies, table, pathways, label);
  for (const table of of('organisations')) readOrganisations(drafts, bodies, table);
  for (const table of tables) keepAsides(drafts, table, rows.find((row) => row.table === table)?.stage.pathway, label);
  return joined;
}

/** Where a sheet has no column for it, its own name says which pathway it is, unless that says nothing. */
function pathwayLabel(table: Table, all: readonly Table[], label: string): string {
  if (table.pathway !== undefined) return table.pathway;
  return all.length === 1 ||
    /^(?:sheet ?\d*|data|stages?|services?|tracker|mapping|main|list|master)$/i.test(table.name.trim())
    ? label
    : table.name;
}

/** The title above the first table, where it is short enough to be one; else what the file is called. */
function labelFor(tables: readonly Table[], file: string): string {
  const title = tables[0]?.asides.find(({ is }) => is === 'above')?.cells[0];
  if (
    title &&
    title.is === 'text' &&
    title.text.length <= 90 &&
    !title.text.includes('\n') &&
    /\p{L}/u.test(title.text)
  )
    return title.text;
  return (
    file
      .replace(/\.[^.]*$/, '')
      .replace(/[_-]+/g, ' ')
      .trim() || file
  );
}

const OF_BODIES: readonly FieldName[] = [
  ...(['provider', 'partner', 'commissioner', 'co-commissioner', 'funder', 'organisation'] as const),
];

/** The cells that name organisations. */
function bodyCells(tables: readonly Table[], answers: Answers): readonly GridCell[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      cellsOf(table, row).flatMap(([cell, { field }]) => {
        if (field === 'owner') return ownerBodies(cell, answers);
        const isBody = OF_BODIES.includes(field) && (field === 'organisation') === (table.about === 'organisations');
        return isBody && absenceIn(cell.text) === undefined && namesBodies(cell) ? [cell] : [];
      }),
    ),
  );
}

/** What sheets of organisations say of their kinds, where that is a kind that is known. */
function statedKinds(tables: readonly Table[]): ReadonlyMap<string, string> {
  const kinds = new Terms();
  return new Map(
    tables
      .filter(({ about }) => about === 'organisations')
      .flatMap((table) =>
        table.rows.flatMap((row) => {
          const name = cellFor(table, row, 'organisation')!;
          const said = cellFor(table, row, 'kind');
          const kind = said && (kinds.find('kind', said.text) ?? kindIn(said.text));
          return kind === undefined ? [] : [[bodyKey(name.text), kind] as const];
        }),
      ),
  );
}

function countsOf(drafts: Drafts, table: Table) {
  return new Map(
    table.columns.map((column) => {
      const cells = table.rows.filter((row) => row.cells.has(column.index)).length;
      const understood = Math.min(cells, drafts.understoodIn(column));
      return [column, { filled: cells, understood, noted: Math.min(cells, drafts.notedIn(column)) }] as const;
    }),
  );
}
