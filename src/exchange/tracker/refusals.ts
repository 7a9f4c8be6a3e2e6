import { withoutContacts } from '../../model/contacts.ts';
import { personalDataIn } from '../../model/personal-data.ts';
import { CONTROLS } from '../sheets/escape.ts';
import type { Refusal } from '../sheets/given.ts';
import { cellsOf } from './drafts.ts';
import { addressOf, filled, type Grid, type GridCell } from './grid.ts';
import type { Table } from './table.ts';

/** How many rows, columns and sheets a tracker may have. */
const MOST = { rows: 5000, columns: 200, sheets: 60 };

/** Why a tracker is more than can be read. */
export function tooMuch(grids: readonly Grid[]): readonly Refusal[] {
  if (grids.length > MOST.sheets)
    return [
      {
        sheet: '',
        message: `There are ${grids.length} sheets, and ${MOST.sheets} can be read: take out what is no part of the tracker.`,
      },
    ];
  return grids.flatMap(({ name, rows }): Refusal[] => {
    const count = rows.filter((row) => filled(row).length > 0).length;
    const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== undefined) + 1), 0);
    if (count > MOST.rows)
      return [{ sheet: name, message: `there are ${count} rows, and ${MOST.rows} can be read: split the sheet.` }];
    if (width > MOST.columns)
      return [
        {
          sheet: name,
          message: `there are ${width} columns, and ${MOST.columns} can be read: take out what is no part of the tracker.`,
        },
      ];
    return [];
  });
}

/** The name of a sheet stands wherever its cells are cited. */
export function contactInName({ name }: Table): readonly Refusal[] {
  return withoutContacts(name) === name
    ? []
    : [
        {
          sheet: name,
          message:
            'the name of this sheet holds an e-mail address or a telephone number, and would be written: give it another.',
        },
      ];
}

/** Why what stands in a cell can't be used. */
export const problemRefusal = (cell: GridCell): Refusal => ({
  sheet: cell.sheet,
  cell: addressOf(cell),
  message: cell.problem!,
});

/**
 * The cells beside the rows of a table that hold a character which can't be seen. Their text is not read: a heading would
 * be lost, or a whole row whose name it is.
 */
export function unseenIn({ rows }: Grid, table: Table): readonly GridCell[] {
  const own = new Set(table.rows.map(({ row }) => row));
  const leftOut = table.columns.filter(({ field }) => field === 'leave-out').map(({ index }) => index);
  const isUnseen = ({ problem, column }: GridCell): boolean => problem === CONTROLS && !leftOut.includes(column);
  return rows.flatMap((row, at) => (own.has(at) ? [] : filled(row).filter(isUnseen)));
}

/** Data about people never goes into pathway files. What it says is not repeated. */
export function personal(table: Table): readonly Refusal[] {
  const cells = [
    ...table.rows.flatMap((row) => cellsOf(table, row).map(([cell]) => cell)),
    ...table.asides.flatMap((one) => one.cells),
  ];
  return cells.flatMap((cell) => {
    const [found] = personalDataIn(cell.text);
    if (!found) return [];
    const what = found.looksLike === 'nhs-number' ? 'an NHS number' : 'a date of birth';
    return [
      {
        sheet: cell.sheet,
        cell: addressOf(cell),
        message: `this looks like ${what}: pathway files never hold data about a person. Delete it.`,
      },
    ];
  });
}
