import type { Cell, CellValue } from 'hucre/xlsx';
import { CONTROLS, holdsControls, unescaped } from '../sheets/escape.ts';
import { EXPORTED } from '../sheets/given.ts';
import { numberText, tooLarge, unreadable } from '../sheets/xlsx.ts';
import { type Grid, type GridCell, gridOf } from './grid.ts';

/** A workbook as it was read, or why it can't be. */
export type Workbook =
  | { readonly grids: readonly Grid[]; readonly hidden: readonly string[] }
  | { readonly problem: string };

/** Reads the bytes of an analyst's own XLSX file: the sheets that can be seen. Never throws. */
export async function readTrackerXlsx(bytes: Uint8Array): Promise<Workbook> {
  const size = tooLarge(bytes);
  if (size !== undefined) return { problem: `${size}: take out pictures and sheets that are no part of the tracker.` };
  const { readXlsx } = await import('hucre/xlsx');
  const hidden: string[] = [];
  let exported = false;
  const seen = ({ name, ...sheet }: { name: string; hidden?: boolean; veryHidden?: boolean }): boolean => {
    if (name === EXPORTED) exported = true;
    const isHidden = sheet.hidden === true || sheet.veryHidden === true;
    if (isHidden) hidden.push(name);
    return !isHidden;
  };
  const book = await readXlsx(bytes, { readStyles: true, sheets: seen }).catch(() => undefined);
  if (book === undefined) return { problem: unreadable(bytes) };
  if (exported)
    return {
      problem:
        "This workbook was made by 'pathway export': leave --new out and name the project's folder, and what was changed in it is brought back.",
    };
  const grids = book.sheets.map(({ name, rows, cells, merges }) =>
    gridOf(
      name,
      rows.map((row, at) => row.map((value, column) => cellOf(name, at, column, value, cells?.get(`${at},${column}`)))),
      merges,
    ),
  );
  return { grids, hidden };
}

function cellOf(
  sheet: string,
  row: number,
  column: number,
  value: CellValue,
  cell: Cell | undefined,
): GridCell | undefined {
  const at = { sheet, row, column };
  const problem = problemOf(value, cell);
  if (problem !== undefined) return { ...at, text: '', is: 'text', problem };
  if (value === null || value === undefined || value === '') return undefined;
  const format = cell?.style?.numFmt;
  if (value instanceof Date) return { ...at, text: value.toISOString().slice(0, 10), is: 'date' };
  if (typeof value === 'number') {
    const sign = signIn(format);
    const text = numberText(value, format);
    return { ...at, text, is: text.endsWith('%') ? 'percent' : 'number', ...(sign !== undefined && { sign }) };
  }
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : unescaped(value).replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : { ...at, text, is: 'text' };
}

/**
 * The value that was stored with a formula is taken, where there is one: what is in the workbook when it is looked at.
 * Not where the formula reaches out of the workbook, since nobody here can know what is behind it.
 */
function problemOf(value: CellValue, cell: Cell | undefined): string | undefined {
  if (
    cell?.type === 'error' ||
    (typeof value === 'string' && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(value))
  )
    return `this cell holds the error ${String(value)}: write what was meant, or empty it.`;
  if (typeof value === 'string' && holdsControls(value)) return CONTROLS;
  if (cell?.formula === undefined) return undefined;
  if (OUTSIDE.test(cell.formula))
    return 'this cell holds a formula that reaches out of the workbook: put its value in its place.';
  if (cell.formulaResult === null || cell.formulaResult === undefined)
    return 'this cell holds a formula without its value: open the workbook, save it again, or put the value in its place.';
  return undefined;
}

/** Links to other workbooks, web addresses, and programs that a formula can start. */
const OUTSIDE =
  /\[(?:\d+|[^\]]+\.(?:xl\w*|ods|csv))\]|:\/\/|\\\\|\||\b(?:HYPERLINK|WEBSERVICE|FILTERXML|IMPORT\w+|RTD|CALL|EXEC|REGISTER(?:\.ID)?|DDE)\s*\(/i;

function signIn(format: string | undefined): '£' | '€' | '$' | undefined {
  // `[$-809]` tells a language, and shows nothing.
  const shown = (format ?? '').replace(/\[\$-[^\]]*\]/g, '');
  return (['£', '€', '$'] as const).find((sign) => shown.includes(sign));
}
