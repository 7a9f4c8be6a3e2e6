import type { Book } from './book.ts';
import { escaped, unescaped, withoutControls } from './escape.ts';
import { EXPORTED, exportedTables, type GivenBook, givenTable, OWN, READ_ME } from './given.ts';

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
    .map(({ name, text }) => ({ name: name.slice(0, -4), lines: csvLines(text) }));
  const exported = sheets.find(({ name }) => name === EXPORTED);
  return {
    tables: sheets.filter(({ name }) => name !== EXPORTED).map(({ name, lines }) => givenTable(name, lines)),
    exported: exported && exportedTables(exported.lines),
    refusals: [],
  };
}

/** The cells of a CSV text, which parts them by commas, or by semicolons as programs do in many countries. */
export function csvLines(whole: string, separator?: string): readonly (readonly string[])[] {
  const text = whole.replace(/^\uFEFF/, '');
  const first = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const comma = separator ?? (first.split(';').length > first.split(',').length ? ';' : ',');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(unescaped(cell).replace(/\r\n?/g, '\n'));
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += letter;
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
  return rows;
}
