import { columnLetters } from '../sheets/given.ts';

/** A cell of a tracker that holds something. */
export interface GridCell {
  readonly sheet: string;
  /** From 0, as in the file; the first one, where it stands for several. */
  readonly row: number;
  readonly column: number;
  /** What is read in it: numbers without commas, dates as YYYY-MM-DD. */
  readonly text: string;
  readonly is: 'text' | 'number' | 'percent' | 'date';
  /** The sign that the spreadsheet program shows before a number. */
  readonly sign?: '£' | '€' | '$';
  /** Why what stands here can't be used. */
  readonly problem?: string;
  /** Where the cell stands for several rows: what it reaches over, such as `E5:E7`. */
  readonly over?: string;
  /** Over how many columns it reaches. */
  readonly across?: number;
}

/** A sheet of a tracker: its rows, each with a cell or nothing for every column. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export type GridRow = readonly (GridCell | undefined)[];

/** Cells that were made one, by the first and last of their rows and columns. */
export interface Merged {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Such as `D7`. */
export function addressOf({ row, column }: Pick<GridCell, 'row' | 'column'>): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Such as `Stages!D7`. */
export function placeOf(cell: GridCell): string {
  return `${cell.sheet}!${addressOf(cell)}`;
}

/** The sheet with each merged cell standing in all of its rows, and knowing how far it reaches. */
export function gridOf(name: string, rows: readonly GridRow[], merged: readonly Merged[] = []): Grid {
  const made = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merged) {
    const cell = made[startRow]?.[startCol];
    if (!cell) continue;
    const last = Math.min(endRow, made.length - 1);
    const over = last > startRow ? `${addressOf(cell)}:${addressOf({ row: endRow, column: startCol })}` : undefined;
    for (let row = startRow; row <= last; row++) {
      made[row]![startCol] = {
        ...cell,
        ...(over !== undefined && { over }),
        ...(endCol > startCol && { across: endCol - startCol + 1 }),
      };
    }
  }
  return { name, rows: made };
}

/** The cells of a row that hold something. */
export function filled(row: GridRow): readonly GridCell[] {
  return row.filter((cell) => cell !== undefined);
}
