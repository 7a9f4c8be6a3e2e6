import { absenceIn } from './absences.ts';
import type { Column } from './columns.ts';
import { addOnce, cellFor, type Drafts, type StageDraft } from './drafts.ts';
import { note, type Told } from './facts.ts';
import type { GridCell } from './grid.ts';
import { readPeriodCell } from './periods.ts';
import type { Table, TableRow } from './table.ts';

/** What became of a cell of a row. */
export interface ToldOf extends Told {
  readonly column: Column;
}

/** The year or month that a row names for its figures. */
export function yearOfRow(table: Table, row: TableRow): string | undefined {
  const cell = cellFor(table, row, 'period');
  return cell && readPeriodCell(cell);
}

/**
 * Why a figure can't stand beside that of an earlier row: they would be added up, although they may be of two years.
 * Nothing where it can; it is then remembered.
 */
export function besideEarlier(stage: StageDraft, place: string, { yearless, lines }: Told): string | undefined {
  if (yearless === undefined) return undefined;
  const first = stage.figures.get(yearless);
  if (!first) stage.figures.set(yearless, { place, lines: [...lines] });
  else if (first.place === place) first.lines.push(...lines);
  else if (lines.some((line) => !first.lines.includes(line)))
    return yearless.startsWith('wait')
      ? `'${first.place}' says another one of the same stage`
      : `'${first.place}' says another one of the same stage, and no year tells them apart`;
  return undefined;
}

/**
 * The row that says another figure of the same kind and year. The two stand side by side, which is right for two contracts
 * and wrong for two statements of one.
 */
export function addedTo(stage: StageDraft, place: string, { dated, lines }: Told): string | undefined {
  if (dated === undefined) return undefined;
  const first = stage.figures.get(dated);
  if (!first) stage.figures.set(dated, { place, lines: [...lines] });
  return first && first.place !== place && lines.some((line) => !first.lines.includes(line)) ? first.place : undefined;
}

/** A figure that is not taken over, in its own words, with the year that its row names. */
export function noteOfYear(cell: GridCell, { heading }: Column, year: string | undefined): readonly string[] {
  const text = year === undefined || heading.period !== undefined ? cell.text : `${cell.text} for ${year}`;
  return note({ ...cell, text }, heading.text).lines;
}

/** Counts the year of a row as understood where its figures say it; else it is kept in words, and said why. */
export function settleYear(
  drafts: Drafts,
  table: Table,
  row: TableRow,
  stage: StageDraft,
  told: readonly ToldOf[],
): void {
  const cell = cellFor(table, row, 'period');
  const column = table.columns.find(({ field }) => field === 'period');
  if (!cell || !column) return;
  const year = readPeriodCell(cell);
  const other = told.find((one) => one.year !== undefined && one.year !== year);
  if (year !== undefined && !other && told.some((one) => one.year === year)) return drafts.understood(column);
  addOnce(stage.lines, note(cell, column.heading.text).lines);
  if (absenceIn(cell.text)) drafts.noted(column);
  else if (year === undefined) drafts.keep(cell, column, 'it is not one year or month, such as 2025/26');
  else if (other)
    drafts.keep(cell, column, `'${other.column.heading.text}' says ${other.year}, and that is what was written`);
  else drafts.noted(column);
}
