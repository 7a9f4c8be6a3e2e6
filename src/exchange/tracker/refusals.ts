import { withoutContacts } from '../../model/contacts.ts';
import { personalDataIn } from '../../model/personal-data.ts';
import { CONTROLS } from '../sheets/escape.ts';
import type { Refusal } from '../sheets/given.ts';
import type { Column } from './columns.ts';
import { addressOf, filled, type Grid, type GridCell } from './grid.ts';
import { aboutPerson } from './people.ts';
import type { Aside, Table } from './table.ts';

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
  const kept = table.columns.filter(({ field }) => field !== 'leave-out');
  const cellsIn = ({ index }: Column): readonly GridCell[] => [
    ...table.rows.flatMap(({ cells }) => cells.get(index) ?? []),
    ...table.asides.filter(isRow).flatMap(({ cells }) => cells.filter(({ column }) => column === index)),
  ];
  const sections = new Set(table.rows.flatMap(({ section }) => section ?? []));
  const rest = [...sections, ...table.asides.filter((one) => !isRow(one)).flatMap(({ cells }) => cells)];
  return [
    ...kept.flatMap((column) => personalIn(column, cellsIn(column))),
    ...rest.flatMap((cell) => lookingPersonal(cell)),
  ];
}

const isRow = ({ is }: Aside): boolean => is === 'total' || is === 'nameless';

/** A column that says who somebody is, or its cells that look as if they did. */
function personalIn({ heading, key, field, isSaid }: Column, cells: readonly GridCell[]): readonly Refusal[] {
  const about = aboutPerson(heading.text, cells);
  const isElse = isSaid && field !== 'other';
  if (!about || (isElse && !about.isSure)) return cells.flatMap((cell) => lookingPersonal(cell, heading.text));
  const { cell, what, isSure } = about;
  const otherwise = isSure ? '' : ', or a word for what else it is about, such as note';
  return [
    {
      sheet: cell.sheet,
      cell: addressOf(cell),
      message: `the column '${heading.text}' seems to hold ${what}: pathway files never hold data about a person. Take it out, or write "${key}": leave-out for it in a mapping${otherwise}.`,
    },
  ];
}

/** The heading counts too, since it may stand before the text. */
function lookingPersonal(cell: GridCell, heading?: string): readonly Refusal[] {
  const [found] = personalDataIn(heading === undefined ? cell.text : `${heading}: ${cell.text}`);
  if (!found) return [];
  const what = found.looksLike === 'nhs-number' ? 'an NHS number' : 'a date of birth';
  return [
    {
      sheet: cell.sheet,
      cell: addressOf(cell),
      message: `this looks like ${what}: pathway files never hold data about a person. Delete it.`,
    },
  ];
}
