import type { CellStyle, CellValue, Cell as SheetCell, WriteSheet } from 'hucre/xlsx';
import { escaped, storable } from '../exchange/sheets/escape.ts';
import { columnLetters } from '../exchange/sheets/given.ts';
import {
  FONT,
  filled,
  headingStyle,
  heightOf,
  ink,
  line,
  moneyFormat,
  page,
  propertiesOf,
} from '../exchange/sheets/look.ts';
import { evidenceInWords } from '../registers/cells.ts';
import { type Cell, cellOf, type Register } from '../registers/register.ts';
import { frontSheet } from './front-sheet.ts';
import type { Report } from './report.ts';
import { sheetNames } from './sheet-names.ts';
import { shownColumns } from './table.ts';

/** The report as an XLSX workbook: what it is, then a sheet a register. The same report gives the same bytes. */
export async function xlsxOf(report: Report): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = sheetNames(report.registers.map(({ title }) => title));
  const registers = report.registers.map((register, at) => ({ register, sheet: names[at]! }));
  return writeXlsx({
    sheets: [
      frontSheet(report, registers),
      ...registers.map(({ register, sheet }) => registerSheet(register, sheet, report.where)),
    ],
    defaultFont: FONT,
    properties: propertiesOf(report.made.title),
  });
}

/** A cell as it goes into the file. */
interface Field {
  readonly value: CellValue;
  readonly style: CellStyle;
  /** About what is seen, by which columns and rows get their room. */
  readonly seen: string;
}

function registerSheet(register: Register, name: string, where: Report['where']): WriteSheet {
  const columns = register.rows.length === 0 ? register.columns : shownColumns(register);
  const headings = [...columns.map(({ heading }) => heading), 'Evidence', 'Where it is written'];
  const rows = register.rows.map((row) => [
    ...columns.map((column) => fieldOf(cellOf(row, column))),
    textField(evidenceInWords(row.evidence)),
    textField(where(row.place)),
  ]);
  const widths = headings.map((heading, at) =>
    widthOf(
      heading,
      rows.map((row) => row[at]!.seen),
    ),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cells = new Map<string, Partial<SheetCell>>();
  for (const at of headings.keys()) cells.set(`0,${at}`, { style: headingStyle('005EB8') });
  for (const [index, row] of rows.entries())
    for (const [at, { style }] of row.entries()) cells.set(`${index + 1},${at}`, { style });
  const heights = rows.map(
    (row, at) =>
      [
        at + 1,
        {
          height: heightOf(
            row.map(({ seen }) => seen),
            widths,
          ),
        },
      ] as const,
  );
  return {
    ...{ name, cells },
    rows: [headings.map((heading) => escaped(storable(heading))), ...rows.map((row) => row.map(({ value }) => value))],
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnLetters(headings.length - 1)}${rows.length + 1}` },
    rowDefs: new Map([[0, { height: 15 * linesOf(headings, widths) + 4 }], ...heights]),
    view: { showGridLines: false },
    pageSetup: {
      ...page,
      orientation: 'landscape',
      paperSize: total > A4_WIDTH ? 'a3' : 'a4',
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

/** A sheet that is wider, in characters, is too small to read on A4. */
const A4_WIDTH = 200;

/** How many lines the headings take, which stand in bold. */
function linesOf(headings: readonly string[], widths: readonly number[]): number {
  return Math.max(...headings.map((heading, at) => Math.ceil((heading.length + 3) / widths[at]!)));
}

/** Numbers, money and days as such, so that a spreadsheet can add them up and sort them; everything else as text. */
function fieldOf(cell: Cell): Field {
  const { text, amount, currency, items, state } = cell;
  const style = styleOf(state);
  if (amount !== undefined) {
    const isWhole = Number.isInteger(amount);
    const numFmt = currency === undefined ? (isWhole ? '#,##0' : '#,##0.0##') : moneyFormat(currency, !isWhole);
    return { value: amount, style: { ...style, numFmt }, seen: text };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900-03-01') {
    const alignment = { ...style.alignment, horizontal: 'left' } as const;
    return { value: new Date(`${text}T00:00:00Z`), style: { ...style, alignment, numFmt: 'yyyy-mm-dd' }, seen: text };
  }
  const words = items === undefined || items.length < 2 ? text : items.join('\n');
  return textField(words, style);
}

function textField(words: string, style = styleOf(undefined)): Field {
  const value = words === '' ? null : escaped(storable(words));
  return { value, style: { ...style, numFmt: '@' }, seen: words };
}

/** Wide enough for most of what stands in it, and never so wide that it fills a screen. */
function widthOf(heading: string, seen: readonly string[]): number {
  const longest = seen.flatMap((text) => text.split('\n')).reduce((most, one) => Math.max(most, one.length), 0);
  const word = Math.max(...heading.split(' ').map((one) => one.length));
  return Math.max(10, word + 5, Math.min(heading.length + 5, 24), Math.min(longest + 2, 44));
}

/** The colours that the pages have, too: what is missing is quiet, what is absent or late is not. */
const inks: Readonly<Partial<Record<NonNullable<Cell['state']>, string>>> = {
  missing: '505A5F',
  'not-applicable': '505A5F',
  unknown: '5B3AA8',
  none: 'A3150F',
  late: 'A3150F',
  closed: 'A3150F',
  unreadable: 'A3150F',
  proposed: '1D5F8A',
  omitted: '6B4400',
};

const grounds: typeof inks = {
  provided: 'E7F3EC',
  unknown: 'F0ECF8',
  none: 'FBECEB',
  closed: 'FBECEB',
  omitted: 'FDF4E3',
  proposed: 'FDF4E3',
};

function styleOf(state: Cell['state']): CellStyle {
  const rgb = state && inks[state];
  const ground = state && grounds[state];
  return {
    font: {
      ...FONT,
      color: rgb === undefined ? ink : { rgb },
      ...(state === 'missing' || state === 'not-applicable' ? { italic: true } : {}),
    },
    ...(ground === undefined ? {} : { fill: filled(ground) }),
    alignment: { vertical: 'top', wrapText: true },
    border: { bottom: line, right: line },
  };
}
