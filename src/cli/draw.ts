import { dirname, resolve } from 'node:path';
import { layout } from '../diagram/layout.ts';
import { drawingOf, type Subject, subjectsOf } from '../diagram/subjects.ts';
import type { Theme } from '../diagram/svg.ts';
import { type ExportFormat, exportFiles, lookFor, type PageSize, paged } from '../export/formats.ts';
import { exportPicture } from '../export/picture.ts';
import type { CheckedProject } from '../language/checker.ts';
import { nearest } from '../model/nearest.ts';
import { mergeFindings } from '../rules/merge.ts';
import { filesOf } from '../server/drawn.ts';
import { toPath } from '../server/node/folder.ts';
import { machineFiles } from '../server/node/machine.ts';
import { stampOf } from '../server/node/stamp.ts';
import { askedFor, folderOfList, type IsKnown, subjectList, type Words } from './draw/asked.ts';
import { type LookCommand, lookOf, viewList } from './draw/look.ts';
import { formatFor } from './endings.ts';
import { writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, openPaths, shown, shownUri } from './open.ts';

export interface DrawCommand extends LookCommand {
  readonly output?: string;
  readonly project?: string;
  readonly theme: Theme;
  readonly asOf?: string;
  readonly format?: ExportFormat;
  readonly scale?: number;
  readonly page?: PageSize;
  readonly portrait?: boolean;
  /** The date that the picture is stamped with. */
  readonly date?: string;
  /** Whether it is stamped with a date and the commit. */
  readonly stamp?: boolean;
  /** Says what can be drawn instead of drawing it. */
  readonly list?: boolean | string;
}

/** `pathway draw`: draws one pathway, scenario or specification, or the region, in one of many formats, into a file or to the output. */
export async function draw(words: Words, options: DrawCommand, io: Io): Promise<ExitCode> {
  const opened = (folder: string | undefined) =>
    openPaths(folder === undefined ? [] : [folder], asOfOption(options.asOf, io), io).projects;
  const isKnown: IsKnown = (one, folder) => {
    try {
      return candidates(opened(folder), one, options.project).length > 0;
    } catch (error) {
      if (error instanceof UsageError) return false;
      throw error;
    }
  };
  const [first, second] = words;
  if (first === undefined || options.list) return listDrawings(folderOfList(words, options, isKnown, io), options, io);
  const asked = askedFor([first, second], isKnown, io);
  const projects = opened(asked.folder);
  const name = asked.name ?? onlyPathway(projects);
  if (name === undefined) {
    if (options.output === undefined) return listDrawings(asked.folder, options, io);
    throw new UsageError(
      `Say which of these is to be drawn, as in: pathway draw <name> ${asked.folder} -o ${options.output}\n${subjectList(projects, io).join('\n')}`,
    );
  }
  const format = formatOf(name, words, options, io);
  const { checked, subject } = choose(candidates(projects, name, options.project), name, projects, options, io);
  const files = filesOf(checked, subject);
  for (const { uri, problems } of checked.files) {
    if (!files.has(uri) || problems.length === 0) continue;
    const count = problems.length === 1 ? '1 error' : `${problems.length} errors`;
    io.err(`The text of ${shownUri(uri, io)} has ${count}: the picture shows what could be understood.\n`);
  }
  const date = options.stamp === false ? undefined : dateOption(options.date, io);
  const stamp = date === undefined ? undefined : await stampOf(dirname(toPath(subject.place.file)), date);
  const look = lookFor(format, lookOf(checked.project, subject, options));
  const scene = drawingOf(checked.project, subject, mergeFindings(checked.findings), {
    look,
    ...(stamp === undefined ? {} : { stamp }),
  });
  const drawing = { scene, placed: await layout(scene) };
  const { content, notes } = await exportPicture(drawing, { ...options, format, date }, machineFiles);
  for (const note of notes) io.err(`${note}\n`);
  if (options.output === undefined) {
    io.out(content);
    return 0;
  }
  const path = resolve(io.cwd, options.output);
  writeAtomically(path, content);
  io.err(`Drawn: ${shown(path, io)}\n`);
  return 0;
}

/** `pathway draw --list`: says what can be drawn, and how. */
function listDrawings(folder: string | undefined, options: DrawCommand, io: Io): ExitCode {
  const { projects } = openPaths(folder === undefined ? [] : [folder], asOfOption(options.asOf, io), io);
  const views = projects.flatMap(({ project }) => subjectsOf(project).map((subject) => viewList(project, subject)));
  const lists = subjectList(projects, io).map(
    (line, index) => `${line}\n${views[index] === '' ? '' : `${views[index]}\n`}`,
  );
  io.out(lists.length === 0 ? 'There is nothing to draw here.\n' : lists.join('\n'));
  return 0;
}

/** The format that is asked for, or that the file's name ends in. Throws where the two differ, or nothing can be made of them. */
function formatOf(name: string, words: Words, options: DrawCommand, io: Io): ExportFormat {
  const { output, format: asked } = options;
  if (output === undefined) {
    const format = asked ?? 'svg';
    if (io.terminal && format !== 'mermaid') {
      const ending = exportFiles[format].ending;
      throw new UsageError(
        `Say where the picture is to go, as in: pathway draw ${words.filter(Boolean).join(' ')} -o ${name}${ending}`,
      );
    }
    return fitting(format, options);
  }
  return fitting(formatFor({ what: 'The picture', output, asked, files: exportFiles }, io), options);
}

/** Refuses options that a format can do nothing with, so that nobody waits for what they do not do. */
function fitting(format: ExportFormat, { page, portrait, scale }: DrawCommand): ExportFormat {
  const drawn = exportFiles[format].name;
  if (scale !== undefined && format !== 'png')
    throw new UsageError(`--scale is for PNG pictures: ${drawn} is as sharp at every size.`);
  if (page !== undefined && !paged.includes(format))
    throw new UsageError(`--page is for pictures and documents: ${drawn} has no page.`);
  if (portrait && page === undefined)
    throw new UsageError('--portrait turns a page: say which, as in --page a4 --portrait.');
  return format;
}

/** The day that something is said to be made on: the given one, that of a reproducible build, or today. */
export function dateOption(text: string | undefined, io: Io): string {
  if (text === undefined) return io.drawnOn?.() ?? io.today();
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.valueOf()) || !date.toISOString().startsWith(text))
    throw new UsageError(`--date: '${text}' is not a date: write one such as 2026-11-12.`);
  return text;
}

interface Candidate {
  readonly checked: CheckedProject;
  readonly subject: Subject;
}

/** Everything of that name that can be drawn. */
function candidates(
  projects: readonly CheckedProject[],
  name: string,
  project: string | undefined,
): readonly Candidate[] {
  return projects
    .filter(
      (checked) => project === undefined || checked.project.name === project || checked.folder.endsWith(`/${project}`),
    )
    .flatMap((checked) => {
      const subject = subjectsOf(checked.project).find((each) => each.name === name);
      return subject ? [{ checked, subject }] : [];
    });
}

function choose(
  found: readonly Candidate[],
  name: string,
  projects: readonly CheckedProject[],
  options: DrawCommand,
  io: Io,
): Candidate {
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) {
    const list = found.map(({ checked }) => `  --project ${checked.project.name}  (${shownUri(checked.folder, io)})`);
    throw new UsageError(
      `There is a ${only.subject.kind} '${name}' in ${found.length} projects. Say which one is meant:\n${list.join('\n')}`,
    );
  }
  if (options.project !== undefined && !projects.some((checked) => checked.project.name === options.project)) {
    const names = projects.map((checked) => `'${checked.project.name}'`).join(', ');
    throw new UsageError(`There is no project '${options.project}' here, only ${names}.`);
  }
  throw new UsageError(unknownPathway(name, projects, io));
}

/** The name of the one pathway of a folder; nothing where there are several. */
function onlyPathway(projects: readonly CheckedProject[]): string | undefined {
  const pathways = projects.flatMap(({ project }) => subjectsOf(project)).filter(({ kind }) => kind === 'pathway');
  return pathways.length === 1 ? pathways[0]!.name : undefined;
}

function unknownPathway(name: string, projects: readonly CheckedProject[], io: Io): string {
  const known = projects.flatMap(({ project }) => subjectsOf(project));
  const guess = nearest(
    name,
    known.map((subject) => subject.name),
    1,
  )[0];
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  const list = subjectList(projects, io)
    .map((line) => `  ${line}`)
    .join('\n');
  return `There is no pathway '${name}'.${hint}${list === '' ? '' : ` These are there:\n${list}`}`;
}
