import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { layout } from '../diagram/layout.ts';
import { drawingOf, type Subject, subjectsOf } from '../diagram/subjects.ts';
import { svgOf, type Theme } from '../diagram/svg.ts';
import type { CheckedProject } from '../language/checker.ts';
import { nearest } from '../model/nearest.ts';
import { mergeFindings } from '../rules/merge.ts';
import { demandNoPathwayFile, writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, openPaths, shown, shownUri } from './open.ts';
import { shippedFile } from './shipped.ts';

export interface DrawCommand {
  readonly output?: string;
  readonly project?: string;
  readonly theme: Theme;
  readonly asOf?: string;
}

/** `pathway draw`: draws one pathway or scenario as SVG, into a file or to the output. */
export async function draw(name: string, folder: string | undefined, options: DrawCommand, io: Io): Promise<ExitCode> {
  if (options.output !== undefined) demandNoPathwayFile('The picture', options.output, '.svg', io);
  const { projects } = openPaths(folder === undefined ? [] : [folder], asOfOption(options.asOf, io), io);
  const { checked, subject } = choose(candidates(projects, name, options.project), name, projects, options, io);
  const file = checked.files.find(({ uri }) => uri === subject.place.file);
  if (file && file.problems.length > 0) {
    const count = file.problems.length === 1 ? '1 error' : `${file.problems.length} errors`;
    io.err(`The text of ${shownUri(file.uri, io)} has ${count}: the picture shows what could be understood.\n`);
  }
  const placed = await layout(drawingOf(checked.project, subject, mergeFindings(checked.findings)));
  const svg = svgOf(placed, { theme: options.theme, embedFont: fontFaces() });
  if (options.output === undefined && io.terminal) {
    throw new UsageError(`Say where the picture is to go, as in: pathway draw ${name} -o ${name}.svg`);
  }
  if (options.output === undefined) {
    io.out(svg);
    return 0;
  }
  const path = resolve(io.cwd, options.output);
  writeAtomically(path, svg);
  io.err(`Drawn: ${shown(path, io)}\n`);
  return 0;
}

interface Candidate {
  readonly checked: CheckedProject;
  readonly subject: Subject;
}

/** Every pathway or scenario of that name. */
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
      `There is a pathway '${name}' in ${found.length} projects. Say which one is meant:\n${list.join('\n')}`,
    );
  }
  if (options.project !== undefined && !projects.some((checked) => checked.project.name === options.project)) {
    const names = projects.map((checked) => `'${checked.project.name}'`).join(', ');
    throw new UsageError(`There is no project '${options.project}' here, only ${names}.`);
  }
  throw new UsageError(unknownPathway(name, projects));
}

function unknownPathway(name: string, projects: readonly CheckedProject[]): string {
  const known = projects.flatMap(({ project }) => subjectsOf(project));
  const guess = nearest(
    name,
    known.map((subject) => subject.name),
    1,
  )[0];
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  const list = known.map((subject) => `  ${subject.name}  ${subject.label}`).join('\n');
  return `There is no pathway '${name}'.${hint}${list === '' ? '' : ` These are there:\n${list}`}`;
}

/** The font that texts are measured in goes into the file, so that it looks the same on every machine. */
function fontFaces(): string {
  return [400, 600]
    .map((weight) => {
      const font = readFileSync(shippedFile(`fonts/inter-latin-${weight}-normal.woff2`)).toString('base64');
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${font}) format('woff2')}`;
    })
    .join('');
}
