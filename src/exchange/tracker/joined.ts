import { cellFor, cellsOf, type Drafts, rowInWords, type StageDraft } from './drafts.ts';
import { inQuotes } from './facts.ts';
import type { FieldName } from './fields.ts';
import { folded } from './names.ts';
import type { StageRow } from './stages.ts';
import type { Table } from './table.ts';

/**
 * The sheets that say more of the stages of an earlier one, such as their costs: at least half of their names stand there,
 * and at most half of what they say is said there too. Sheets of one layout are pathways of their own.
 */
export function joinedTables(all: readonly Table[]): ReadonlyMap<Table, Table> {
  const joined = new Map<Table, Table>();
  for (const table of all) {
    if (table.pathway !== undefined || said(table).some((field) => field === 'pathway' || field === 'footprint'))
      continue;
    const names = namesIn(table);
    const base = all.slice(0, all.indexOf(table)).find((other) => !joined.has(other) && adds(table, names, other));
    if (base) joined.set(table, base);
  }
  return joined;
}

function adds(table: Table, names: ReadonlySet<string>, other: Table): boolean {
  const known = namesIn(other);
  const shared = [...names].filter((name) => known.has(name)).length;
  const fields = said(table);
  const twice = fields.filter((field) => said(other).includes(field)).length;
  return fields.length > 0 && shared * 2 >= names.size && twice * 2 <= fields.length;
}

const namesIn = (table: Table): ReadonlySet<string> =>
  new Set(table.rows.map((row) => folded(cellFor(table, row, 'stage')!.text)));

const SAYS_NOTHING: readonly FieldName[] = [
  'stage',
  'ref',
  'period',
  'note',
  'other',
  'source',
  'confidence',
  'leave-out',
];

const said = ({ columns }: Table): readonly FieldName[] => [
  ...new Set(columns.map(({ field }) => field).filter((field) => !SAYS_NOTHING.includes(field))),
];

/** The rows of such a sheet, each with the stage that it speaks of. One that may be either of two is kept in words. */
export function joinedRows(drafts: Drafts, table: Table, base: readonly StageRow[]): readonly StageRow[] {
  const pathway = base[0]!.stage.pathway;
  return table.rows.flatMap((row) => {
    const cell = cellFor(table, row, 'stage')!;
    const found = new Set<StageDraft>(
      base.map(({ stage }) => stage).filter((stage) => folded(stage.label) === folded(cell.text)),
    );
    if (found.size < 2) return [{ table, row, stage: [...found][0] ?? drafts.stage(pathway, cell.text) }];
    const all = cellsOf(table, row).map(([one]) => one);
    pathway.notes.push(`note ${inQuotes(rowInWords(all, table.columns))}`);
    const column = table.columns.find(({ index }) => index === cell.column)!;
    drafts.keep(cell, column, 'several pathways have a stage of that name, and the row does not say which is meant');
    return [];
  });
}
