import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { readTrackerCsv } from '../../exchange/tracker/csv.ts';
import { errorsIn, importTracker, type TrackerImport } from '../../exchange/tracker/import.ts';
import { type Mapping, noMapping, readMapping, withAnswers } from '../../exchange/tracker/mapping.ts';
import { mappingText } from '../../exchange/tracker/mapping-text.ts';
import type { NewFile } from '../../exchange/tracker/write.ts';
import { readTrackerXlsx } from '../../exchange/tracker/xlsx.ts';
import { capital } from '../../model/wording.ts';
import { pathwayFilesBelow } from '../../server/node/folder.ts';
import { whyNot } from '../../server/node/why.ts';
import { undivided, writeAtomically } from '../files.ts';
import { refusalLine } from '../import.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { shown } from '../open.ts';
import { shownSafely } from '../terminal/width.ts';
import { counted, namesText, questionsText, trackerText } from './tell.ts';

export interface TrackerCommand {
  /** The folder of the new project. */
  readonly new: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly keepApart?: boolean;
  readonly dryRun?: boolean;
}

/** `pathway import … --new`: makes a project of an analyst's own tracker, all of it or nothing. */
export async function importOwnTracker(tracker: string, options: TrackerCommand, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, tracker);
  const folder = resolve(io.cwd, options.new);
  const place = options.saveMapping === undefined ? undefined : resolve(io.cwd, options.saveMapping);
  if (place !== undefined) demandFree(place, io);
  demandFolder(folder, io);
  const { grids, hidden } = await readSheets(path, io);
  const given = withAnswers(mappingFrom(options.mapping, io), { keepApart: options.keepApart === true });
  const file = basename(path);
  const first = importTracker(grids, given, file, hidden);
  if (first.refusals.length === 0) io.out(trackerText(first, hidden, io));
  const { mapping, read } = await answered(first, given, io, (more) => importTracker(grids, more, file, hidden));
  if (place !== undefined && read.tables.length > 0) {
    writeAtomically(place, mappingText(read, mapping));
    io.err(`Written: ${shown(place, io)}\n`);
  }
  return finish(read, folder, options.dryRun === true, io);
}

/** A mapping may have been written all the same. */
const NOTHING = 'No pathway file was written';

async function finish(read: TrackerImport, folder: string, dryRun: boolean, io: Io): Promise<ExitCode> {
  const name = shown(folder, io);
  io.err(read.remarks.map((line) => `${shownSafely(line)}\n`).join(''));
  const problems = [
    ...read.refusals.map(refusalLine),
    ...errorsIn(read.files, io.today()).map(({ message }) => message),
  ];
  if (read.questions.length > 0 && problems.length === 0) {
    io.err(`${questionsText(read)}\n\n${NOTHING}.\n`);
    return 2;
  }
  if (problems.length === 0 && read.files.length === 0) problems.push(nothingIn(read));
  if (problems.length > 0) {
    io.err(`${problems.map((line) => shownSafely(line)).join('\n')}\n\n${NOTHING}.\n`);
    return 2;
  }
  const sums = read.pathways.map(
    ({ label, stages, transitions }) =>
      `  ${shownSafely(label)}: ${counted(stages, 'stage')}, ${counted(transitions, 'transition')}\n`,
  );
  io.out(`${counted(read.pathways.length, 'pathway')}:\n${sums.join('')}\n`);
  if (dryRun) {
    const texts = read.files.map(({ name: one, text }) => `${shown(join(folder, one), io)}\n\n${shownSafely(text)}`);
    io.out(`${texts.join('\n')}\n${namesText(read)}\n${NOTHING} (--dry-run).\n`);
    return 0;
  }
  await undivided(() => writeFolder(folder, read.files));
  io.out(`Written: ${writtenText(read.files, folder, io)}.\n`);
  io.err(`${namesText(read)}\nThis says what is missing: pathway check ${name}\n`);
  return 0;
}

/** Why nothing can be made of a tracker. */
function nothingIn({ tables }: TrackerImport): string {
  const [first] = tables;
  if (!first) return 'No sheet has a row of headings that are known, such as Service, Provider and Cost.';
  if (tables.every(({ rows }) => rows.length === 0))
    return `Sheet '${first.name}' has its headings in row ${first.headingRow + 1}, and no row below them that can be taken over.`;
  return 'No sheet says what the stages of a pathway are: a column such as Service, Team or Stage is needed.';
}

/** Names the files, or counts them where there are many. */
function writtenText(files: readonly NewFile[], folder: string, io: Io): string {
  if (files.length > 10) return `${files.length} files in ${shown(folder, io)}`;
  return files.map(({ name }) => shown(join(folder, name), io)).join(', ');
}

/** All of the files or none: what was written is taken out again where one can't be. */
function writeFolder(folder: string, files: readonly NewFile[]): void {
  const made = makeFolder(folder);
  const done: string[] = [];
  try {
    for (const { name, text } of files) {
      const path = join(folder, name);
      writeAtomically(path, text);
      done.push(path);
    }
  } catch (error) {
    for (const path of done) rmSync(path, { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

/** The first folder that had to be made, if any. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`${folder} cannot be made: ${whyNot(error)}.`);
  }
}

/** Asks on a terminal what nobody can guess; an answer may bring a new question. */
async function answered(
  first: TrackerImport,
  given: Mapping,
  io: Io,
  again: (mapping: Mapping) => TrackerImport,
): Promise<{ readonly mapping: Mapping; readonly read: TrackerImport }> {
  let mapping = given;
  let read = first;
  while (io.ask && read.questions.length > 0 && read.refusals.length === 0) {
    const { asks, text, where, one, other } = read.questions[0]!;
    const yes = await io.ask(`${shownSafely(`${capital(text)} (${where})`)} y/n: `);
    if (yes === undefined) break;
    const pair = [[one, other]] as const;
    if (asks === 'several') mapping = withAnswers(mapping, { several: yes ? pair : [[one, one]] });
    else mapping = withAnswers(mapping, yes ? { same: pair } : { apart: pair });
    read = again(mapping);
  }
  return { mapping, read };
}

async function readSheets(path: string, io: Io) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`There is no file ${shown(path, io)}.`);
  const ending = extname(path).toLowerCase();
  if (stats.isDirectory() || !['.xlsx', '.xlsm', '.csv', '.tsv', '.txt'].includes(ending))
    throw new UsageError(
      `${shown(path, io)} is neither a workbook (.xlsx) nor a CSV file: save the tracker as one of these.`,
    );
  const bytes = readFileSync(path);
  const isXlsx = ending === '.xlsx' || ending === '.xlsm';
  if (!isXlsx && bytes.length > MOST_CSV)
    throw new UsageError(`${shown(path, io)} is larger than ${MOST_CSV / 1e6} MB, which no tracker needs.`);
  const book = isXlsx ? await readTrackerXlsx(bytes) : readTrackerCsv(basename(path, extname(path)), bytes);
  if ('problem' in book) throw new UsageError(`${shown(path, io)} was not read. ${book.problem}`);
  return book;
}

const MOST_CSV = 30_000_000;

function mappingFrom(file: string | undefined, io: Io): Mapping {
  if (file === undefined) return noMapping;
  const path = resolve(io.cwd, file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`There is no file ${shown(path, io)}.`);
  const mapping = readMapping(readFileSync(path, 'utf8'));
  if (mapping.problems.length > 0)
    throw new UsageError(
      `${shown(path, io)} cannot be used:\n${mapping.problems.map((one) => shownSafely(one)).join('\n')}`,
    );
  return mapping;
}

/** A first import makes a project. What is there already is brought up to date by exporting and importing it. */
function demandFolder(folder: string, io: Io): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory())
    throw new UsageError(`${shown(folder, io)} is a file: name a folder for the new project.`);
  if (stats && pathwayFilesBelow(folder).length > 0)
    throw new UsageError(
      `Nothing was written: there are pathway files in ${shown(folder, io)} already. Name another folder; or export what is there as a workbook, change it there, and import it.`,
    );
}

function demandFree(path: string, io: Io): void {
  if (existsSync(path))
    throw new UsageError(
      `Nothing was written: there is a file ${shown(path, io)} already. Name another by --save-mapping.`,
    );
  if (!existsSync(dirname(path)))
    throw new UsageError(`There is no folder ${shown(dirname(path), io)}: make it first.`);
}
