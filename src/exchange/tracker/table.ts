import { absenceIn } from './absences.ts';
import { type Column, columnsOf, isOverHeadings, isSecondHeading, onOneLine } from './columns.ts';
import type { FieldName } from './fields.ts';
import { filled, type Grid, type GridCell, type GridRow } from './grid.ts';
import { fieldOf } from './headings.ts';
import type { SheetMapping } from './mapping.ts';
import { folded } from './names.ts';

/** What the rows of a sheet are about. */
export type About = 'stages' | 'transitions' | 'organisations' | 'findings';

export interface Table {
  readonly name: string;
  readonly about: About;
  readonly headingRow: number;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly asides: readonly Aside[];
  readonly pathway?: string;
}

export interface TableRow {
  /** From 0, as in the file. */
  readonly row: number;
  /** By the index of the column. */
  readonly cells: ReadonlyMap<number, GridCell>;
  /** The title above this and the next rows, where the sheet is parted by such. */
  readonly section?: GridCell;
}

/** What stands in a sheet and is no row of its table. */
export interface Aside {
  readonly cells: readonly GridCell[];
  readonly is: 'above' | 'below' | 'total' | 'nameless';
}

/** Finds the table in a sheet: its headings need not be in the first row. Nothing where no row has headings that are known. */
export function tableIn(grid: Grid, mapping: SheetMapping | undefined): Table | undefined {
  const headingRow = headingRowIn(grid, mapping);
  const headings = headingRow === undefined ? undefined : grid.rows[headingRow];
  if (headingRow === undefined || !headings) return undefined;
  const columns = columnsOf(grid, headingRow, headings, mapping);
  const about = aboutOf(columns);
  if (about === undefined) return undefined;
  const { rows, asides } = rowsOf(grid, headingRow, columns, about);
  const above = grid.rows
    .slice(0, headingRow)
    .flatMap((row) => filled(row).filter((cell) => cell.problem === undefined && !isOverHeadings(cell, headingRow)));
  return {
    ...{ name: grid.name, about, headingRow, columns, rows },
    asides: [...(above.length > 0 ? above.map((cell): Aside => ({ cells: [cell], is: 'above' })) : []), ...asides],
    ...(mapping?.pathway !== undefined && { pathway: mapping.pathway.is }),
  };
}

/** How far down a table may begin. */
const DEEPEST = 40;

/** The row that holds the headings, from 0: the one that the mapping says, else the one that looks like it. */
export function headingRowIn(grid: Grid, mapping: SheetMapping | undefined): number | undefined {
  return mapping?.headingRow === undefined ? headingRowOf(grid, mapping) : mapping.headingRow.is - 1;
}

/**
 * The row with the most headings that are known, two at least, or that the mapping names; or the one below, where it
 * goes on with them.
 */
function headingRowOf({ rows }: Grid, mapping: SheetMapping | undefined): number | undefined {
  const said = mapping?.columns ?? new Map<string, unknown>();
  let best = { at: undefined as number | undefined, count: said.size > 0 ? 0 : 1 };
  for (const [at, row] of rows.slice(0, DEEPEST).entries()) {
    const known = new Set(
      filled(row).map(({ text, is }) => {
        if (said.has(onOneLine(text))) return text;
        return is === 'text' && text.length < 100 ? fieldOf(text) : undefined;
      }),
    );
    known.delete(undefined);
    if (known.size > best.count) best = { at, count: known.size };
  }
  return best.at !== undefined && isSecondHeading(rows[best.at + 1]) ? best.at + 1 : best.at;
}

const ISSUES: readonly FieldName[] = ['gap', 'risk', 'challenge', 'strength', 'need', 'action'];
const OF_FINDINGS: readonly FieldName[] = [
  ...ISSUES,
  ...([
    'pathway',
    'footprint',
    'stage',
    'ref',
    'period',
    'severity',
    'likelihood',
    'impact',
    'owner',
    'due',
    'status',
  ] as const),
  ...(['note', 'source', 'confidence', 'leave-out', 'other'] as const),
];

function aboutOf(columns: readonly Column[]): About | undefined {
  const has = (name: FieldName): boolean => columns.some(({ field }) => field === name);
  const hasIssue = ISSUES.some(has);
  if (has('stage'))
    return hasIssue && columns.every(({ field }) => OF_FINDINGS.includes(field)) ? 'findings' : 'stages';
  if (has('from') && has('next')) return 'transitions';
  if (has('organisation')) return 'organisations';
  return hasIssue ? 'findings' : undefined;
}

function rowsOf(
  grid: Grid,
  headingRow: number,
  columns: readonly Column[],
  about: About,
): { readonly rows: readonly TableRow[]; readonly asides: readonly Aside[] } {
  const rows: TableRow[] = [];
  const asides: Aside[] = [];
  const below = grid.rows.slice(headingRow + 1);
  const last = below.findLastIndex((row) => filled(row).length > 1);
  let section: GridCell | undefined;
  let afterBlank = false;
  for (const [at, row] of below.entries()) {
    const cells = filled(row);
    const [first] = cells;
    if (!first) {
      afterBlank = true;
      continue;
    }
    const blankBefore = afterBlank;
    afterBlank = false;
    if (isRepeatedHeading(columns, cells)) continue;
    if (cells.length === 1 && (first.across ?? 1) > 2) {
      if (at < last) section = first;
      else asides.push({ cells, is: 'below' });
      continue;
    }
    const named = isNamed(columns, row, about);
    if (cells.length === 1 && at > last && (blankBefore || asides.some(({ is }) => is === 'below') || isRemark(first)))
      asides.push({ cells, is: 'below' });
    else if (isTotal(columns, row, cells)) asides.push({ cells, is: 'total' });
    else if (!named) asides.push({ cells, is: 'nameless' });
    else
      rows.push({
        row: headingRow + 1 + at,
        cells: new Map(columns.flatMap(({ index }) => (row[index] ? [[index, row[index]]] : []))),
        ...(section && { section }),
      });
  }
  return { rows, asides };
}

const isRemark = ({ text }: GridCell): boolean =>
  /^(?:\*|notes?\b|sources?\b|key\b|n\.?b\.?)/i.test(text) || text.length > 100;

function isRepeatedHeading(columns: readonly Column[], cells: readonly GridCell[]): boolean {
  const headings = new Set(columns.map(({ heading }) => folded(heading.text)));
  return cells.length > 1 && cells.every(({ text }) => headings.has(folded(text)));
}

const isTotal = (columns: readonly Column[], row: GridRow, cells: readonly GridCell[]): boolean => {
  const name = columns.find(({ field }) => field === 'stage');
  return /^(?:grand |sub|overall )?-?\s?totals?\b/i.test((name && row[name.index]?.text) || cells[0]!.text);
};

/** Whether the row says what it is about. */
function isNamed(columns: readonly Column[], row: GridRow, about: About): boolean {
  const says = (...names: readonly FieldName[]): boolean =>
    columns.some(({ field, index }) => {
      const text = row[index]?.text ?? '';
      return names.includes(field) && text !== '' && folded(text) !== '' && absenceIn(text) === undefined;
    });
  if (about === 'stages') return says('stage');
  if (about === 'organisations') return says('organisation');
  return about === 'transitions' ? says('from') && says('next') : says(...ISSUES);
}
