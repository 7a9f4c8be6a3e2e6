import { LEFT_OUT, withoutContacts } from '../../model/contacts.ts';
import type { Column } from './columns.ts';
import type { FieldName } from './fields.ts';
import { type GridCell, placeOf } from './grid.ts';
import type { Aside, Table, TableRow } from './table.ts';

/** A cell of which a part was left out, since that was an e-mail address or a telephone number. */
export interface LeftOut {
  readonly cell: GridCell;
  readonly heading: string;
}

/** The table without e-mail addresses and telephone numbers wherever something of it may be written, and where they stood. */
export function cleaned(table: Table): { readonly table: Table; readonly leftOut: readonly LeftOut[] } {
  const found = new Map<string, LeftOut>();
  const clean = (cell: GridCell, heading: string): GridCell => {
    // A number that is shown as money is none of a telephone.
    const text = cell.sign === undefined ? withoutContacts(cell.text) : cell.text;
    if (text === cell.text) return cell;
    const made: GridCell = { ...cell, text, is: 'text' };
    found.set(placeOf(cell), { cell: made, heading });
    return made;
  };
  const columns = table.columns.map((column): Column => {
    const text = withoutContacts(column.heading.text);
    return { ...column, heading: { ...column.heading, text } };
  });
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  const rows = table.rows.map((row): TableRow => {
    const cells = [...row.cells].flatMap(([index, cell]): (readonly [number, GridCell])[] => {
      const { field, heading } = byIndex.get(index)!;
      if (field === 'leave-out') return [[index, cell]];
      const made = clean(cell, heading.text);
      return isNothingElse(made.text) && !NAMING.includes(field) ? [] : [[index, made]];
    });
    return { ...row, cells: new Map(cells), ...(row.section && { section: clean(row.section, '') }) };
  });
  const asides = table.asides.map(({ cells, is }): Aside => {
    const isRow = is === 'total' || is === 'nameless';
    const heading = (cell: GridCell): string => (isRow ? (byIndex.get(cell.column)?.heading.text ?? '') : '');
    const isLeftOut = (cell: GridCell): boolean => isRow && byIndex.get(cell.column)?.field === 'leave-out';
    return { is, cells: cells.map((cell) => (isLeftOut(cell) ? cell : clean(cell, heading(cell)))) };
  });
  return { table: { ...table, columns, rows, asides }, leftOut: [...found.values()] };
}

/** What a row cannot do without. */
const NAMING: readonly FieldName[] = ['stage', 'from', 'next', 'organisation'];

/** Whether a text held a contact and says nothing besides. */
function isNothingElse(text: string): boolean {
  return text.includes(LEFT_OUT) && !/[\p{L}\p{N}]/u.test(text.replaceAll(LEFT_OUT, ''));
}
