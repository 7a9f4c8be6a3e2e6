import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { layout } from '../diagram/layout.ts';
import { drawingOf, type Subject, subjectsOf } from '../diagram/subjects.ts';
import { fontFace } from '../export/svg.ts';
import type { CheckedProject } from '../language/checker.ts';
import { recorded } from '../model/facts.ts';
import { labelOf } from '../model/project.ts';
import { dayInWords } from '../model/units/day.ts';
import { registersOf } from '../registers/all.ts';
import { countsOf } from '../report/counts.ts';
import { csvOf } from '../report/csv.ts';
import { jsonOf } from '../report/json.ts';
import { markdownOf } from '../report/markdown.ts';
import type { Means } from '../report/page.ts';
import type { Picture, Report } from '../report/report.ts';
import { singleFileOf, siteOf } from '../report/site.ts';
import { whereIn } from '../report/where.ts';
import { mergeFindings } from '../rules/merge.ts';
import { toPath } from '../server/node/folder.ts';
import { machineFiles } from '../server/node/machine.ts';
import { commitOf } from '../server/node/stamp.ts';
import { dateOption } from './draw.ts';
import { undivided, writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, openPaths, shown, shownUri } from './open.ts';
import { writeFolder } from './report/folder.ts';
import { type ReportCommand, withFormat } from './report/options.ts';
import { type Progress, progressOf } from './terminal/progress.ts';

type Options = ReturnType<typeof withFormat>;

/** Somebody who waits for a report. */
export interface Waiting {
  readonly progress: Progress;
  /** Called when all is made and nothing is written yet; throws where nobody waits for it any more. */
  readonly beforeWriting: () => void;
}

/** `pathway report`: everything that commissioners take away, in one run. */
export async function report(
  folder: string | undefined,
  command: ReportCommand,
  io: Io,
  waiting: Waiting = { progress: progressOf(io, command.quiet === true), beforeWriting: () => {} },
): Promise<ExitCode> {
  const options = withFormat(command, io);
  demandSense(options);
  const started = performance.now();
  const written = await made(folder, options, waiting, io).finally(waiting.progress.end);
  if (written !== undefined && !options.quiet) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    io.err(`Written: ${written}, in ${seconds} s with at most ${memory} MB of memory.\n`);
  }
  return 0;
}

/** Makes and writes the report; gives what was written, where it is not the output itself. */
async function made(
  folder: string | undefined,
  options: Options,
  { progress, beforeWriting }: Waiting,
  io: Io,
): Promise<string | undefined> {
  const asOf = asOfOption(options.asOf, io);
  progress.tell('Reading the pathways');
  const { projects } = openPaths(folder === undefined ? [] : [folder], asOf, io);
  progress.end();
  const checked = choose(projects, options, io);
  const broken = checked.files.filter(({ problems }) => problems.length > 0);
  for (const { uri } of broken)
    io.err(`The text of ${shownUri(uri, io)} has errors: the report holds what could be understood.\n`);
  const content = await reportOf(checked, asOf, options, progress, io);
  if (options.output === undefined) progress.end();
  else progress.tell('Writing the report');
  beforeWriting();
  return write(content, options, io);
}

/** Refuses options that together mean nothing, before anything is made. */
function demandSense({ format, output, singleFile }: Options): void {
  if (singleFile && format !== 'html')
    throw new UsageError(`--single-file goes with --format html, not with ${format}.`);
  if (output === undefined) {
    if (format === 'csv' || (format === 'html' && !singleFile))
      throw new UsageError('Say which folder the report is to go to, as in: pathway report -o report');
    if (format === 'xlsx')
      throw new UsageError(
        'Say which file the workbook is to go to, as in: pathway report --format xlsx -o report.xlsx',
      );
  }
}

function choose(projects: readonly CheckedProject[], { project: name }: Options, io: Io): CheckedProject {
  const found = projects.filter(
    ({ project, folder }) => name === undefined || project.name === name || folder.endsWith(`/${name}`),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const known = projects
    .map(({ project, folder }) => `  --project ${project.name}  (${shownUri(folder, io)})`)
    .join('\n');
  if (first === undefined) throw new UsageError(`There is no project '${name}' here. These are there:\n${known}`);
  throw new UsageError(`There are ${found.length} projects here. Say which one the report is of:\n${known}`);
}

async function reportOf(
  checked: CheckedProject,
  asOf: string,
  options: Options,
  progress: Progress,
  io: Io,
): Promise<Report> {
  const { project, findings, folder } = checked;
  const given = { project, findings, asOf };
  progress.tell('Filling the registers');
  const registers = registersOf(given);
  const day = dateOption(options.date, io);
  const commit = options.commit === false ? undefined : await commitOf(toPath(folder));
  const drawn = options.format === 'html' ? await picturesOf(checked, progress) : [];
  return {
    made: {
      title: project.declaration ? labelOf(project.declaration) : project.name,
      day,
      date: dayInWords(day),
      ...(commit === undefined ? {} : { commit }),
      asOf,
      today: dayInWords(asOf),
      counts: countsOf(given, registers),
    },
    registers,
    pictures: drawn,
    where: whereIn(folder),
  };
}

async function picturesOf({ project, findings }: CheckedProject, progress: Progress): Promise<readonly Picture[]> {
  const merged = mergeFindings(findings);
  const subjects = subjectsOf(project);
  const pictures: Picture[] = [];
  for (const subject of subjects) {
    progress.count('Drawing', pictures.length + 1, subjects.length, subject.label);
    const placed = await layout(drawingOf(project, subject, merged));
    const { name, kind, label } = subject;
    const purpose = purposeOf(subject);
    pictures.push({ name, kind, label, placed, ...(purpose === undefined ? {} : { purpose }) });
  }
  return pictures;
}

function purposeOf(subject: Subject): string | undefined {
  if (subject.kind === 'region') return undefined;
  const { facts } = subject.kind === 'specification' ? subject.specification : subject.pathway;
  return recorded(facts.purpose)[0];
}

/** Writes the report; says what was written, where it is not the output itself. */
async function write(content: Report, { format, output, singleFile }: Options, io: Io): Promise<string | undefined> {
  switch (format) {
    case 'markdown':
      return writeFile(markdownOf(content), output, io);
    case 'json':
      return writeFile(jsonOf(content), output, io);
    case 'xlsx': {
      const { xlsxOf } = await import('../report/xlsx.ts');
      return writeFile(await xlsxOf(content), output, io);
    }
    case 'csv': {
      // By the mark at the beginning spreadsheets know that a file is UTF-8.
      const tables = content.registers.map((one) => [`${one.name}.csv`, `\uFEFF${csvOf(one, content.where)}`] as const);
      return intoFolder(new Map(tables), output!, 'tables', io);
    }
    case 'html': {
      const means = await meansOf();
      if (singleFile) return writeFile(singleFileOf(content, means), output, io);
      return intoFolder(siteOf(content, means), output!, 'pages', io);
    }
  }
}

function writeFile(content: string | Uint8Array, output: string | undefined, io: Io): string | undefined {
  if (output === undefined) {
    io.out(content);
    return undefined;
  }
  const path = resolve(io.cwd, output);
  writeAtomically(path, content);
  return `${shown(path, io)} (${sizeInWords(Buffer.byteLength(content))})`;
}

async function intoFolder(files: ReadonlyMap<string, string>, output: string, what: string, io: Io): Promise<string> {
  const path = resolve(io.cwd, output);
  await undivided(() => writeFolder(path, files, io));
  const size = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const first = files.has('index.html') ? '/index.html' : '';
  const count = [...files.keys()].filter((name) => !name.endsWith('.css')).length;
  return `${shown(path, io)}${first} (${count} ${what}, ${sizeInWords(size)})`;
}

const sizeInWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

async function meansOf(): Promise<Means> {
  const faces = await Promise.all([400, 600].map((weight) => fontFace(weight, machineFiles)));
  return {
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
    fontFaces: faces.join(''),
  };
}
