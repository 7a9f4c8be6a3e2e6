import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Book, Column, Table } from './book.ts';
import { CONTROLS, escaped, holdsControls, storable, unescaped } from './escape.ts';
import {
  columnLetters,
  EXPORTED,
  exportedTables,
  type GivenBook,
  givenTable,
  OWN,
  READ_ME,
  type Refusal,
} from './given.ts';
import { FONT, filled, headingStyle, heightOf, ink, line, moneyFormat, page, propertiesOf } from './look.ts';
import { unpackedSize } from './zip-size.ts';

/** A workbook larger than this is refused: no project is. */
const MOST_BYTES = 30_000_000;

/** And so is one that unpacks to more than this. */
const MOST_UNPACKED = 400_000_000;

/** How many rows below the last one can be filled in with the help of lists. */
const SPARE_ROWS = 200;

const LISTS = 'Lists';

/** The workbook as the bytes of an XLSX file. The same book gives the same bytes. */
export async function xlsxOf(book: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const lists = listsOf(book);
  return writeXlsx({
    sheets: [
      readMe(book),
      ...book.tables.map((table) => sheetOf(table, book.currency, lists)),
      listSheet(lists),
      exportedSheet(book),
    ],
    defaultFont: FONT,
    properties: propertiesOf(book.title),
  });
}

/** What is there to be read only. */
const fixedFill = filled('F0F4F5');

function readMe({ title, explanation }: Book): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = explanation.map((text): CellValue[] => [escaped(storable(text))]);
  for (const [index, text] of explanation.entries()) {
    const before = explanation[index - 1];
    const heads = text === title && index === 0 ? 20 : before === '' ? 13 : undefined;
    const font =
      heads === undefined ? { ...FONT, color: ink } : { ...FONT, bold: true, size: heads, color: { rgb: '005EB8' } };
    cells.set(`${index},0`, { style: { font, alignment: { wrapText: true, vertical: 'top' } } });
  }
  return {
    name: READ_ME,
    rows,
    cells,
    columns: [{ width: READ_WIDTH }],
    rowDefs: new Map(
      explanation.map((text, index) => [index, { height: index === 0 ? 32 : heightOf([text], [READ_WIDTH * 1.3]) }]),
    ),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'landscape', paperSize: 'a4' },
  };
}

function sheetOf(table: Table, currency: string, lists: ReadonlyMap<string, string>): WriteSheet {
  const { columns, rows } = table;
  const cells = new Map<string, Partial<Cell>>();
  for (const [index, { fixed: isFixed, note }] of columns.entries()) {
    const style = headingStyle(isFixed ? '4C6272' : '005EB8');
    cells.set(`0,${index}`, { style, comment: { author: 'Care Pathways', text: note } });
  }
  const values: CellValue[][] = [columns.map(({ heading }) => heading)];
  for (const [at, row] of rows.entries()) {
    values.push(
      row.map((cell, index) => {
        const [value, format] = typed(cell, columns[index]!, currency);
        if (format !== undefined)
          cells.set(`${at + 1},${index}`, { style: { ...styleOf(columns[index]!), numFmt: format } });
        return value;
      }),
    );
  }
  const key = columns.filter(({ fixed: isFixed }) => isFixed).length + 1;
  const last = columnLetters(columns.length - 1);
  return {
    ...{ name: table.name, rows: values, cells },
    columns: columns.map((column) => ({ width: column.width, style: styleOf(column) })),
    freezePane: { rows: 1, columns: Math.min(key, 4) },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    dataValidations: validations(table, lists),
    rowDefs: new Map([
      [0, { height: 30 }],
      ...rows.map(
        (row, at) =>
          [
            at + 1,
            {
              height: heightOf(
                row,
                columns.map(({ width }) => width),
              ),
            },
          ] as const,
      ),
    ]),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'landscape', paperSize: 'a3', printTitlesRow: '$1:$1' },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

function styleOf({ fixed: isFixed, type }: Column): CellStyle {
  return {
    ...(isFixed && { fill: fixedFill, font: { ...FONT, color: { rgb: '4C6272' } } }),
    ...((type === 'text' || type === 'period') && { numFmt: '@' }),
    alignment: { vertical: 'top', wrapText: true },
    border: { bottom: line, right: line },
  };
}

const READ_WIDTH = 120;

/** The value of a cell, and how it is shown where that is not how its column is. */
function typed(cell: string, { type }: Column, currency: string): readonly [CellValue, string | undefined] {
  if (cell === '') return [null, undefined];
  const isNumber = /^\d{1,15}(?:\.\d+)?$/.test(cell) && cell.replace('.', '').length <= 15;
  if (isNumber && type === 'money') return [Number(cell), moneyFormat(currency, cell.includes('.'))];
  if (isNumber && (type === 'number' || type === 'amount'))
    return [Number(cell), cell.includes('.') ? '#,##0.0##' : '#,##0'];
  const percent = /^(\d{1,6})(?:\.(\d{1,4}))?%$/.exec(cell);
  if (percent && (type === 'amount' || type === 'percent'))
    return [Number(`${cell.slice(0, -1)}e-2`), percent[2] === undefined ? '0%' : '0.0###%'];
  if (type === 'period' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= '1900-03-01')
    return [new Date(`${cell}T00:00:00Z`), 'yyyy-mm-dd'];
  return [escaped(storable(cell)), undefined];
}

/** Each list of names or words that some column can be chosen from, with the range that it stands in. */
function listsOf({ tables }: Book): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  for (const { choices } of tables.flatMap(({ columns }) => columns)) {
    if (!choices || choices.length === 0) continue;
    const key = choices.join('\n');
    const letters = columnLetters(lists.size);
    if (!lists.has(key)) lists.set(key, `${LISTS}!$${letters}$2:$${letters}$${choices.length + 1}`);
  }
  return lists;
}

function listSheet(lists: ReadonlyMap<string, string>): WriteSheet {
  const all = [...lists.keys()].map((key) => key.split('\n'));
  const longest = Math.max(0, ...all.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, at) =>
    all.map((list): CellValue => (list[at] === undefined ? null : escaped(storable(list[at])))),
  );
  return { name: LISTS, rows: [all.map((_, index) => `List ${index + 1}`), ...rows], hidden: true };
}

function validations({ columns, rows }: Table, lists: ReadonlyMap<string, string>): DataValidation[] {
  return columns.flatMap(({ choices, heading, type }, index) => {
    const range = choices && lists.get(choices.join('\n'));
    if (range === undefined) return [];
    const letters = columnLetters(index);
    // Where a text may stand too, the list only helps.
    const errorStyle = type === 'text' ? ('warning' as const) : ('information' as const);
    return [
      {
        ...{ type: 'list' as const, formula1: range, allowBlank: true, showErrorMessage: true, errorStyle },
        ...{
          errorTitle: heading.slice(0, 30),
          errorMessage: 'This is not in the list. It will be refused unless the import knows it.',
        },
        range: `${letters}2:${letters}${rows.length + 1 + SPARE_ROWS}`,
      },
    ];
  });
}

/** All sheets once more, so that an import can tell what was changed in the workbook from what was changed elsewhere. */
function exportedSheet({ tables }: Book): WriteSheet {
  const rows = tables.flatMap(({ name, columns, rows: all }) => [
    [name, ...columns.map(({ heading }) => heading)],
    ...all.map((row) => [name, ...row.map((cell) => (cell === '' ? null : escaped(storable(cell))))]),
  ]);
  return { name: EXPORTED, rows, veryHidden: true };
}

/** Reads the bytes of an XLSX file. Never throws: what cannot be read is refused. */
export async function readXlsxBook(bytes: Uint8Array): Promise<GivenBook> {
  const refused = (message: string): GivenBook => ({
    tables: [],
    exported: undefined,
    refusals: [{ sheet: '', message }],
  });
  const size = tooLarge(bytes);
  if (size !== undefined) return refused(`${size}: take out what is not from the export.`);
  const { readXlsx } = await import('hucre/xlsx');
  const known = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ name }) => name !== LISTS && name !== READ_ME && !name.startsWith(OWN),
  }).catch(() => undefined);
  if (known === undefined) return refused(unreadable(bytes));
  const refusals: Refusal[] = [];
  const tables = known.sheets.map(({ name, rows, cells }) => ({
    name,
    lines: rows.map((row, at) =>
      row.map((value, index) => textOf(name, value, cells?.get(`${at},${index}`), at, index, refusals)),
    ),
  }));
  const exported = tables.find(({ name }) => name === EXPORTED);
  return {
    tables: tables.filter(({ name }) => name !== EXPORTED).map(({ name, lines }) => givenTable(name, lines)),
    exported: exported && exportedTables(exported.lines),
    refusals,
  };
}

/** What is to be said of a workbook that is too large to be read. */
export function tooLarge(bytes: Uint8Array): string | undefined {
  if (bytes.length <= MOST_BYTES && (unpackedSize(bytes) ?? 0) <= MOST_UNPACKED) return undefined;
  return `The workbook is larger than any project needs (${MOST_BYTES / 1e6} MB, or ${MOST_UNPACKED / 1e6} MB unpacked)`;
}

/** What is to be said of bytes that no workbook can be read from. */
export function unreadable(bytes: Uint8Array): string {
  const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  return `The file cannot be read as an XLSX workbook: ${
    begins(0xd0, 0xcf, 0x11, 0xe0)
      ? 'it has a password, or it is in the old format of Excel. Save it as an XLSX workbook without a password, and try again.'
      : begins(0x50, 0x4b)
        ? 'it is damaged, or holds something else. Open it in a spreadsheet program, save it as an XLSX workbook, and try again.'
        : 'it is something else. Save it as an XLSX workbook, and try again.'
  }`;
}

function textOf(
  sheet: string,
  value: CellValue,
  cell: Cell | undefined,
  row: number,
  column: number,
  refusals: Refusal[],
): string {
  const refuse = (message: string): string => {
    refusals.push({ sheet, cell: `${columnLetters(column)}${row + 1}`, message });
    return '';
  };
  if (cell?.formula !== undefined) return refuse('this cell holds a formula: paste its value in its place.');
  if (cell?.type === 'error') return refuse(`this cell holds the error ${String(value)}: write what was meant.`);
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return numberText(value, cell?.style?.numFmt);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (holdsControls(value)) return refuse(CONTROLS);
  return unescaped(value).replace(/\r\n?/g, '\n');
}

/** A number as one would write it; what is shown as a percentage is one. */
export function numberText(value: number, format: string | undefined): string {
  const isPercent = format?.includes('%') === true;
  const plain = Number((isPercent ? value * 100 : value).toPrecision(15));
  return `${plain}${isPercent ? '%' : ''}`;
}
