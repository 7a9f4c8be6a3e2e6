import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bookOf } from '../../exchange/sheets/book.ts';
import { csvOf } from '../../exchange/sheets/csv.ts';
import { xlsxOf } from '../../exchange/sheets/xlsx.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { undivided, writeAtomically } from '../files.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { shown } from '../open.ts';

/** Writes the sheets of a project: as one workbook, or as a folder of CSV files. */
export async function exportSheets(
  checked: CheckedProject,
  format: 'xlsx' | 'csv',
  output: string | undefined,
  io: Io,
): Promise<ExitCode> {
  const example = `${checked.project.name}${format === 'xlsx' ? '.xlsx' : ''}`;
  if (output === undefined)
    throw new UsageError(
      `Say where the ${format === 'xlsx' ? 'workbook' : 'folder of CSV files'} is to go, as in: pathway export --format ${format} -o ${example}`,
    );
  const unread = checked.files.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  if (unread.length > 0)
    io.err(
      `The text of this project has ${unread.length === 1 ? '1 error' : `${unread.length} errors`}: what could not be understood is not in the sheets, and they cannot be brought back before that is put right.\n`,
    );
  const path = resolve(io.cwd, output);
  const book = bookOf(checked);
  if (format === 'xlsx') writeAtomically(path, await xlsxOf(book));
  else {
    demandFolder(path, io);
    const files = csvOf(book);
    await undivided(() => {
      for (const { name, text } of files) writeAtomically(join(path, name), text);
    });
  }
  const rows = book.tables.reduce((sum, table) => sum + table.rows.length, 0);
  io.err(`Exported: ${shown(path, io)}, ${book.tables.length} sheets with ${rows.toLocaleString('en-GB')} rows.\n`);
  return 0;
}

/** A folder that is there or can be made, and that holds nothing else. */
function demandFolder(path: string, io: Io): void {
  if (!existsSync(path)) return void mkdirSync(path, { recursive: true });
  if (!statSync(path).isDirectory())
    throw new UsageError(`${shown(path, io)} is a file: name a folder for the CSV files.`);
  const other = readdirSync(path).find((name) => !/\.(csv|txt)$/.test(name));
  if (other !== undefined)
    throw new UsageError(`${shown(path, io)} holds other files, such as ${other}: name an empty or a new folder.`);
}
