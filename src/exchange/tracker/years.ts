import { absenceIn } from './absences.ts';
import type { Column } from './columns.ts';
import { addOnce, cellFor, type Drafts, type StageDraft } from './drafts.ts';
import { note, type Told } from './facts.ts';
import { type GridCell, placeOf } from './grid.ts';
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

/** What a figure is beside the earlier ones of its stage that count the same. */
export type Beside =
  /** The first one, or one of the same row: it is written. */
  | { readonly is: 'written' }
  /** One of the same year as that of an earlier row, and added to it: right for two contracts, wrong for two statements. */
  | { readonly is: 'added'; readonly to: string }
  /** The same as an earlier one, and not written again. */
  | { readonly is: 'same'; readonly as: GridCell }
  /** One that can't stand beside that of an earlier row: they would be added up, although they may be of two years. */
  | { readonly is: 'kept'; readonly why: string };

/** What a figure is beside the earlier ones; it is remembered where it is written. */
export function besideEarlier(stage: StageDraft, place: string, cell: GridCell, { figure }: Told): Beside {
  if (!figure) return { is: 'written' };
  const all = stage.figures.get(figure.counts) ?? [];
  // What different bodies pay adds up; a cost of which nobody says who pays it may be either's.
  const earlier = all.filter(({ funders }) => !funders || !figure.funders || funders === figure.funders);
  const twin = earlier.find(({ words, funders }) => words === figure.words && funders === figure.funders);
  if (twin) return { is: 'same', as: twin.cell };
  const [first] = earlier;
  const isOther = first !== undefined && first.place !== place;
  if (isOther && !figure.isDated) return { is: 'kept', why: whyApart(first.place, figure.counts) };
  stage.figures.set(figure.counts, [...all, { place, cell, words: figure.words, funders: figure.funders }]);
  return isOther ? { is: 'added', to: first.place } : { is: 'written' };
}

function whyApart(place: string, counts: string): string {
  const other = `'${place}' says another one of the same stage`;
  return isWait(counts) ? other : `${other}, and no year tells them apart`;
}

const isWait = (counts: string): boolean => counts.startsWith('wait');

/** Whether it has to be told that a figure is taken for an earlier one. Two waits that are the same are one in any case. */
export function isToTell(cell: GridCell, as: GridCell, { figure }: Told): boolean {
  return figure !== undefined && !isWait(figure.counts) && placeOf(cell) !== placeOf(as);
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
