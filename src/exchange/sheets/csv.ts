import type { Book } from './book.ts';
import { CONTROLS, escaped, holdsControls, unescaped, withoutControls } from './escape.ts';
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

/** A file of a folder of CSV files: one for each sheet. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/** The workbook as one CSV file for each sheet, one that explains them, and one that keeps them as they were exported. */
export function csvOf({ explanation, tables }: Book): readonly CsvFile[] {
  const files = tables.map(({ name, columns, rows }) => ({
    name: `${name}.csv`,
    text: csvText([columns.map(({ heading }) => heading), ...rows]),
  }));
  const kept = tables.flatMap(({ name, columns, rows }) => [
    [name, ...columns.map(({ heading }) => heading)],
    ...rows.map((row) => [name, ...row]),
  ]);
  return [
    { name: `${READ_ME}.txt`, text: `${explanation.join('\r\n')}\r\n` },
    ...files,
    { name: `${EXPORTED}.csv`, text: csvText(kept) },
  ];
}

/** With a mark at its start, by which spreadsheet programs know that it is UTF-8. */
function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: string): string {
  const text = escaped(withoutControls(cell));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads the files of a folder that an export wrote. Never throws. */
export function readCsvBook(files: readonly CsvFile[]): GivenBook {
  const sheets = files
    .filter(({ name }) => name.endsWith('.csv') && !name.startsWith(OWN))
    .map(({ name, text }) => ({ name: name.slice(0, -4), ...csvLines(text) }));
  const exported = sheets.find(({ name }) => name === EXPORTED);
  return {
    tables: sheets
      .filter(({ name, unclosed }) => name !== EXPORTED && unclosed === undefined)
      .map(({ name, lines }) => givenTable(name, lines)),
    exported: exported && exportedTables(exported.lines),
    refusals: sheets.flatMap(refusalsOf),
  };
}

function refusalsOf({ name, lines, unclosed }: Csv & { readonly name: string }): readonly Refusal[] {
  if (unclosed !== undefined) return [{ sheet: name, message: `line ${unclosed}: ${UNCLOSED}` }];
  return lines.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      holdsControls(cell) ? [{ sheet: name, cell: `${columnLetters(column)}${row + 1}`, message: CONTROLS }] : [],
    ),
  );
}

/** The cells of a CSV text, row by row. */
export interface Csv {
  readonly lines: readonly (readonly string[])[];
  /** The line of the text, from 1, in which a quotation mark opens a cell and takes in what stands below it. */
  readonly unclosed?: number;
}

export const UNCLOSED =
  'a quotation mark stands at the start of a cell and is not closed in it, so that the rows below would be part of that cell. Close it, or take it out.';

/** Reads a CSV text, which parts cells by commas, by semicolons as programs do in many countries, or by tabs. */
export function csvLines(whole: string, separator?: string): Csv {
  const text = whole.replace(/^\uFEFF/, '');
  const first = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const comma = separator ?? separatorIn(first);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let opened = 0;
  let unclosed: number | undefined;
  const endCell = (): void => {
    row.push(unescaped(cell).replace(/\r\n?/g, '\n'));
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '\n') line++;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"' && quoted) {
      quoted = false;
      // What closes a cell of several lines in the midst of a word was to open another one.
      const next = text[at + 1] ?? '';
      if (line > opened && next !== comma && /\S/.test(next)) unclosed ??= opened;
    } else if (letter === '"' && cell === '') {
      quoted = true;
      opened = line;
    } else if (quoted) cell += letter;
    else if (letter === comma) endCell();
    else if (letter === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (letter !== '\r' || text[at + 1] !== '\n') cell += letter;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  if (quoted) unclosed ??= opened;
  return { lines: rows, ...(unclosed !== undefined && { unclosed }) };
}

/** What cells are parted by, from the line of headings. */
export function separatorIn(text: string): string {
  const count = (separator: string): number => text.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
