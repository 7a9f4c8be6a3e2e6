import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bookOf } from '../../../src/exchange/sheets/book.ts';
import type { GivenBook, GivenTable } from '../../../src/exchange/sheets/given.ts';
import { importBook } from '../../../src/exchange/sheets/import.ts';
import { readXlsxBook, xlsxOf } from '../../../src/exchange/sheets/xlsx.ts';
import type { CheckedProject } from '../../../src/language/checker.ts';
import { Workspace } from '../../../src/language/workspace.ts';

export type Texts = Readonly<Record<string, string>>;

const examples = resolve(import.meta.dirname, '../../../examples');

/** The texts of an example. */
export function textsOf(name: string): Texts {
  const folder = join(examples, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.pathway'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Texts as one project, checked. */
export function projectOf(texts: Texts): CheckedProject {
  const workspace = new Workspace('file:///p');
  for (const [name, text] of Object.entries(texts)) workspace.set(`file:///p/${name}`, text);
  return workspace.projects('2026-06-30')[0]!;
}

/** The project's workbook, written as a file and read again. */
export async function exported(texts: Texts): Promise<GivenBook> {
  return readXlsxBook(await xlsxOf(bookOf(projectOf(texts))));
}

/** Which cell of a sheet is meant: the row whose cells say so, and the heading. */
export interface At {
  readonly sheet: string;
  readonly row: Readonly<Record<string, string>>;
}

/** The workbook with cells of one row changed. */
export function changed(book: GivenBook, { sheet, row }: At, cells: Readonly<Record<string, string>>): GivenBook {
  let times = 0;
  const tables = book.tables.map((table): GivenTable => {
    if (table.name !== sheet) return table;
    const rows = table.rows.map((given) => {
      if (!Object.entries(row).every(([heading, cell]) => given.cells[columnOf(table, heading)] === cell)) return given;
      times++;
      return { ...given, cells: given.cells.map((cell, index) => cells[table.headings[index]!] ?? cell) };
    });
    return { ...table, rows };
  });
  if (times !== 1) throw new Error(`${times} rows of ${sheet} are ${JSON.stringify(row)}`);
  for (const heading of Object.keys(cells)) columnOf(book.tables.find(({ name }) => name === sheet)!, heading);
  return { ...book, tables };
}

/** The workbook with a new row at the end of a sheet. */
export function added(book: GivenBook, sheet: string, cells: Readonly<Record<string, string>>): GivenBook {
  const tables = book.tables.map((table): GivenTable => {
    if (table.name !== sheet) return table;
    for (const heading of Object.keys(cells)) columnOf(table, heading);
    const number = (table.rows.at(-1)?.number ?? 1) + 1;
    return {
      ...table,
      rows: [...table.rows, { number, cells: table.headings.map((heading) => cells[heading] ?? '') }],
    };
  });
  return { ...book, tables };
}

function columnOf({ name, headings }: GivenTable, heading: string): number {
  const index = headings.indexOf(heading);
  if (index < 0) throw new Error(`no column ${heading} in ${name}: ${headings.join(', ')}`);
  return index;
}

/** The texts after an import, with what it says. */
export function imported(texts: Texts, book: GivenBook) {
  const { files, refusals, errors, comparison, missing } = importBook(projectOf(texts), book);
  const after: Record<string, string> = { ...texts };
  for (const { uri, text } of files) after[uri.slice('file:///p/'.length)] = text;
  return {
    after,
    refusals,
    missing,
    errors: errors.map(({ message }) => message),
    sentences: comparison.changes.map(({ sentence }) => sentence),
  };
}

/** The lines that differ, with a sign before each. */
export function differences(before: Texts, after: Texts): readonly string[] {
  return Object.keys(after).flatMap((name) => lineDifferences(before[name]!.split('\n'), after[name]!.split('\n')));
}

function lineDifferences(before: readonly string[], after: readonly string[]): readonly string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  // The nearest place at which both go on alike.
  for (let ahead = 1; ahead < before.length + after.length; ahead++) {
    for (let gone = 0; gone <= ahead; gone++) {
      const come = ahead - gone;
      const [old, now] = [before.slice(start + gone), after.slice(start + come)];
      const isSame = old.length === 0 ? now.length === 0 : old[0] === now[0] && (old[1] === now[1] || ahead > 8);
      if (!isSame || gone > before.length - start || come > after.length - start) continue;
      return [
        ...before.slice(start, start + gone).map((line) => `-${line}`),
        ...after.slice(start, start + come).map((line) => `+${line}`),
        ...lineDifferences(old, now),
      ];
    }
  }
  return ['?'];
}
