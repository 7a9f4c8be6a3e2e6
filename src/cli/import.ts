import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Change } from '../changes/change.ts';
import { readCsvBook } from '../exchange/sheets/csv.ts';
import { csvTextOf, UNDECODED } from '../exchange/sheets/decode.ts';
import type { GivenBook, Refusal } from '../exchange/sheets/given.ts';
import { type Import, importBook } from '../exchange/sheets/import.ts';
import { readXlsxBook } from '../exchange/sheets/xlsx.ts';
import type { CheckedProject } from '../language/checker.ts';
import type { PathwayFile } from '../language/file-store.ts';
import { toPath } from '../server/node/folder.ts';
import { refusedBySystem, whyNot } from '../server/node/why.ts';
import { oneProject } from './export.ts';
import { undivided } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { shown } from './open.ts';
import { paintOf } from './terminal/paint.ts';
import { shownSafely } from './terminal/width.ts';

export interface ImportCommand {
  readonly dryRun?: boolean;
  readonly project?: string;
}

/** `pathway import`: brings what was changed in a workbook into the pathway files, all of it or nothing. */
export async function importSheets(
  workbook: string,
  folder: string | undefined,
  options: ImportCommand,
  io: Io,
): Promise<ExitCode> {
  const path = resolve(io.cwd, workbook);
  // Which project is meant is of no interest where there is nothing to bring into it.
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${shown(path, io)}.`);
  const checked = projectFor(workbook, folder, options.project, io);
  const broken = checked.files.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  if (broken.length > 0)
    throw new UsageError(
      `Nothing was changed: the pathway files have ${broken.length === 1 ? 'an error' : `${broken.length} errors`}. Put that right first; 'pathway check' says what it is.`,
    );
  const given = await readBook(path, workbook, io);
  const wanted = importBook(checked, given);
  const problems = [...wanted.refusals.map(refusalLine), ...wanted.errors.map(({ message }) => message)];
  if (problems.length > 0) {
    io.err(`${problems.map((line) => shownSafely(line)).join('\n')}\n\n`);
    io.err(`Nothing was changed: ${counted(problems.length, 'thing')} in the workbook cannot be brought in.\n`);
    if (!given.exported) io.err(`Is it a tracker of your own? This makes a project of it: ${ownTracker(workbook)}\n`);
    return 2;
  }
  io.out(changesText(wanted, given, io));
  if (wanted.files.length === 0) return 0;
  const names = wanted.files.map(({ uri }) => shown(toPath(uri), io));
  if (options.dryRun) {
    io.out(`Nothing was written (--dry-run). Without it, ${listed(names)} would change.\n`);
    return 0;
  }
  await undivided(() => writeAll(wanted.files, checked.files, io));
  io.out(`Written: ${listed(names)}.\n`);
  return 0;
}

/** Where there is nothing yet to bring a workbook into, it is most probably a tracker. */
function projectFor(workbook: string, folder: string | undefined, name: string | undefined, io: Io): CheckedProject {
  try {
    return oneProject(folder, name, io);
  } catch (error) {
    if (!(error instanceof UsageError) || !/\.(?:xlsx|csv)$/i.test(workbook) || name !== undefined) throw error;
    throw new UsageError(
      `${error.message}\nIs it a tracker of your own? This makes a project of it: ${ownTracker(workbook)}`,
    );
  }
}

const ownTracker = (typed: string): string => `pathway import ${typed} --new <folder>`;

/** `Sheet 'Costs', cell F7: this cell holds a formula …` */
export function refusalLine({ sheet, cell, message }: Refusal): string {
  if (sheet === '') return message;
  return cell === undefined ? `Sheet '${sheet}': ${message}` : `Sheet '${sheet}', cell ${cell}: ${message}`;
}

/** Everything that changes, a sentence each; what weakens oversight is marked. */
function changesText({ comparison, files, missing }: Import, { exported }: GivenBook, io: Io): string {
  const lost = missing.map((sentence) => `${shownSafely(sentence)}\n`).join('');
  if (files.length === 0) return `${lost}Nothing ${lost === '' ? '' : 'else '}has been changed in the workbook.\n`;
  const { strong, warning } = paintOf(io);
  const sentences = comparison.changes.map(
    ({ sentence, weakens }: Change) => `  ${shownSafely(sentence)}${weakens ? warning(' (weakens oversight)') : ''}`,
  );
  const before = exported
    ? ''
    : 'The workbook does not say how it was exported, so it was compared with the files as they are now.\n';
  const count = counted(sentences.length, 'change');
  return `${lost}${before}${strong(`${count}:`)}\n${sentences.join('\n')}\n\n`;
}

async function readBook(path: string, typed: string, io: Io): Promise<GivenBook> {
  if (statSync(path).isDirectory()) {
    const names = readdirSync(path).filter((name) => name.endsWith('.csv'));
    if (names.length === 0)
      throw new UsageError(
        `There is no CSV file in ${shown(path, io)}: give the folder that 'pathway export --format csv' made.`,
      );
    return readCsvBook(names.toSorted().map((name) => ({ name, text: readCsv(join(path, name), io) })));
  }
  if (/\.csv$/i.test(path))
    throw new UsageError(
      `Give the folder that ${typed} is in, with all of its CSV files. Is it a tracker of your own? This makes a project of it: ${ownTracker(typed)}`,
    );
  return readXlsxBook(readFileSync(path));
}

function readCsv(path: string, io: Io): string {
  const text = csvTextOf(readFileSync(path));
  if (text === undefined) throw new UsageError(`Nothing was changed: ${shown(path, io)} ${UNDECODED}`);
  return text;
}

interface Staged {
  readonly path: string;
  readonly beside: string;
  readonly before: Buffer;
}

/** Writes all files or none: each into a file beside it first; then they take their places. */
function writeAll(files: readonly PathwayFile[], old: readonly PathwayFile[], io: Io): void {
  const staged: Staged[] = [];
  const done: Staged[] = [];
  try {
    for (const { uri, text } of files) staged.push(stage(uri, text, old.find((file) => file.uri === uri)!.text));
    for (const one of staged) {
      renameSync(one.beside, one.path);
      done.push(one);
    }
  } catch (error) {
    for (const { path, before } of done) writeFileSync(path, before);
    for (const { beside } of staged) rmSync(beside, { force: true });
    throw new UsageError(`Nothing was changed: ${(refusedBySystem(error) ?? whyNot(error)).replaceAll(io.cwd, '.')}`);
  }
}

/** A link stays a link, and the file keeps who may read it and the mark at its start. */
function stage(uri: string, text: string, old: string): Staged {
  const path = realpathSync(toPath(uri));
  const before = readFileSync(path);
  const marked = before.subarray(0, 3).equals(mark);
  if (before.subarray(marked ? 3 : 0).toString('utf8') !== old)
    throw new Error(`${path} has been changed meanwhile. Import again.`);
  accessSync(path, constants.W_OK);
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, marked ? Buffer.concat([mark, Buffer.from(text)]) : text);
  chmodSync(beside, statSync(path).mode);
  return { path, beside, before };
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
