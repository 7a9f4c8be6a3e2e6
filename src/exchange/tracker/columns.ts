import { columnLetters } from '../sheets/given.ts';
import { type FieldName, SINGLE } from './fields.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { fieldOf, type Heading, periodIn, readHeading } from './headings.ts';
import type { SheetMapping } from './mapping.ts';
import { isPartOfName, namesNobody } from './people.ts';

/** A column of a sheet, and what it is about; one that is about nothing that is known is kept as notes. */
export interface Column {
  readonly index: number;
  readonly letters: string;
  /** What a mapping calls it: its heading, with a number behind it where two are headed alike. */
  readonly key: string;
  readonly heading: Heading;
  readonly field: FieldName;
  /** Whether a mapping says what it is about. */
  readonly isSaid: boolean;
}

/** The columns of a table, with what each is about. */
export function columnsOf(
  grid: Grid,
  headingRow: number,
  headings: GridRow,
  mapping: SheetMapping | undefined,
): readonly Column[] {
  const taken = new Set<string>();
  const width = grid.rows
    .slice(headingRow)
    .reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== undefined) + 1), 0);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const letters = columnLetters(index);
    const { text, above } = headingAt(grid, headingRow, headings, index);
    const key = keyOf(text || `Column ${letters}`, taken);
    return {
      ...{ index, letters, key, heading: readHeading(text || `Column ${letters}`, above) },
      field: mapping?.columns.get(key)?.is ?? fieldBy(text, below(grid, headingRow, index)),
      isSaid: mapping?.columns.has(key) === true,
    };
  });
  return onceEach(withNames(columns.filter(({ index }) => isUsed(grid, headingRow, index))));
}

/** By the heading; but below `Contacts` and `Key worker` may also stand how many there are. */
function fieldBy(heading: string, cells: readonly GridCell[]): FieldName {
  const field = fieldOf(heading) ?? 'other';
  return field === 'leave-out' && namesNobody(cells) ? 'other' : field;
}

/** Where a sheet has columns of contacts, first names and surnames are theirs. */
function withNames(columns: readonly Column[]): readonly Column[] {
  if (columns.every(({ field, isSaid }) => field !== 'leave-out' || isSaid)) return columns;
  return columns.map((column) =>
    column.field === 'other' && !column.isSaid && isPartOfName(column.heading.text)
      ? { ...column, field: 'leave-out' }
      : column,
  );
}

const below = ({ rows }: Grid, headingRow: number, index: number): readonly GridCell[] =>
  rows.slice(headingRow + 1).flatMap((row) => row[index] ?? []);

/**
 * The heading of a column, and the title over it. A year below `Cost` is headed `Cost 2024/25`; and where other columns
 * have two rows of headings, one with a single one may have it in the upper row.
 */
function headingAt(
  grid: Grid,
  headingRow: number,
  headings: GridRow,
  index: number,
): { readonly text: string; readonly above: string } {
  const own = onOneLine(headings[index]?.text ?? '');
  const above = onOneLine(titleAbove(grid, headingRow, index));
  if (isBarePeriod(own) && fieldOf(above) !== undefined) return { text: `${above} ${own}`, above };
  const upper = grid.rows[headingRow - 1]?.[index];
  if (own === '' && upper && upper.across === undefined && fieldOf(upper.text) !== undefined)
    return { text: onOneLine(upper.text), above: '' };
  return { text: own, above };
}

const isBarePeriod = (text: string): boolean => periodIn(text) !== undefined && /^(?:FY)?[\d\s/–-]+$/i.test(text);

/** A heading as a mapping names it. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a cell above the headings says only what is read into them. */
export function isOverHeadings({ row, text }: GridCell, headingRow: number): boolean {
  return row === headingRow - 1 && (isBarePeriod(text) || fieldOf(text) !== undefined);
}

/** Whether a row below headings goes on with them: years below `Cost`, for example. */
export function isSecondHeading(row: GridRow | undefined): boolean {
  const cells = row?.filter((cell) => cell !== undefined) ?? [];
  return cells.length > 0 && cells.every(({ text }) => isBarePeriod(text) || fieldOf(text) !== undefined);
}

function keyOf(text: string, taken: Set<string>): string {
  for (let key = text, number = 2; ; key = `${text} (${number++})`) {
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}

const isUsed = ({ rows }: Grid, headingRow: number, index: number): boolean =>
  rows.slice(headingRow).some((row) => row[index] !== undefined);

/** The title over several headings, one of which this is: `2024/25` above `Cost` and `Activity`. */
function titleAbove({ rows }: Grid, headingRow: number, index: number): string {
  const above = rows[headingRow - 1] ?? [];
  const title = above.findLast((cell) => cell !== undefined && cell.column <= index);
  return title && index < title.column + (title.across ?? 1) ? title.text : '';
}

/** Where two columns would both name the stage, only one of them does. */
function onceEach(columns: readonly Column[]): readonly Column[] {
  const chosen = new Map<FieldName, Column>();
  for (const column of columns) {
    if (!SINGLE.includes(column.field)) continue;
    const before = chosen.get(column.field);
    if (!before || rank(column) < rank(before)) chosen.set(column.field, column);
  }
  return columns.map((column) =>
    !SINGLE.includes(column.field) || chosen.get(column.field) === column ? column : { ...column, field: 'other' },
  );
}

/** `Service` names a row more closely than `Stage` or `Step`, of which several services may be a part; and `Ref` than `#`. */
function rank({ heading, isSaid }: Column): number {
  if (isSaid) return -1;
  if (!/\p{L}/u.test(heading.text)) return 2;
  return /service|team|intervention/i.test(heading.text) ? 0 : 1;
}
