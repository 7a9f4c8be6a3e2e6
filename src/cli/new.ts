import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CheckedProject } from '../language/checker.ts';
import { isBelow } from '../language/discovery.ts';
import { invalidName } from '../language/features/rename/new-name.ts';
import { footprintsFor, freeName, skeletonOf } from '../language/templates.ts';
import type { Specification } from '../model/elements.ts';
import { nearest } from '../model/nearest.ts';
import { labelOf, type Project } from '../model/project.ts';
import { realisingAt } from '../rules/coverage.ts';
import { toPath, toUri } from '../server/node/folder.ts';
import { shippedFile } from '../server/node/shipped.ts';
import { undivided, writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { openPaths, shown, shownUri } from './open.ts';

export interface NewCommand {
  readonly from?: string;
  readonly footprint?: string;
  readonly name?: string;
  readonly output?: string;
  readonly project?: string;
  readonly another?: true;
}

/** `pathway new`: a first project, or with `--from` a pathway with all that a specification requires. */
export async function writeNew(folder: string | undefined, options: NewCommand, io: Io): Promise<ExitCode> {
  if (options.from !== undefined) return fromSpecification(options.from, folder, options, io);
  const stray = (['footprint', 'name', 'output', 'project', 'another'] as const).find(
    (option) => options[option] !== undefined,
  );
  if (stray) {
    throw new UsageError(
      `--${stray} is for a pathway that realises a specification: say which one, as in --from my-specification.`,
    );
  }
  return firstProject(resolve(io.cwd, folder ?? '.'), io);
}

const files = ['project.pathway', 'register.pathway', 'my-pathway.pathway'];

/** Writes a first project into a folder, which is made where it is not there; nothing where one of its files is. */
async function firstProject(folder: string, io: Io): Promise<ExitCode> {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${shown(folder, io)} is a file: name a folder for the new project.`);
  const there = files.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) {
    const have = there.length === 1 ? 'this file' : 'these files';
    throw new UsageError(
      `Nothing was written: ${shown(folder, io) === '.' ? 'this folder' : shown(folder, io)} has ${have} already: ${there.join(', ')}. Name another folder.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  await undivided(() => {
    for (const name of files) {
      const path = join(folder, name);
      writeAtomically(path, readFileSync(shippedFile(`language/templates/project/${name}`)));
      io.err(`Written: ${shown(path, io)}\n`);
    }
  });
  io.err(
    `Put what you know in place of what stands there. This says what is missing: pathway check ${shown(folder, io)}\n`,
  );
  return 0;
}

function fromSpecification(from: string, folder: string | undefined, options: NewCommand, io: Io): ExitCode {
  const { checked, specification } = specificationCalled(from, folder, options, io);
  const { project } = checked;
  const footprint = footprintFor(checked, specification, options.footprint);
  if (footprint !== undefined && !options.another) demandUnmapped(project, specification, footprint, io);
  const name = nameFor(checked, options.name, footprint ?? `${specification.name}-pathway`);
  const path = resolve(io.cwd, options.output ?? join(toPath(checked.folder), `${name}.pathway`));
  demandPlace(path, checked, io);
  const known = footprint === undefined ? undefined : project.footprints.get(footprint);
  const label = known && labelOf(known);
  const wish = { name, ...(label !== undefined && { label }), ...(footprint !== undefined && { footprint }) };
  writeAtomically(path, skeletonOf(project, specification, wish));
  io.err(`Written: ${shown(path, io)}\n`);
  io.err(`Put what you know in place of each 'unknown'. This says what is missing: pathway check ${shown(path, io)}\n`);
  return 0;
}

/** A second pathway of one footprint is seldom meant: it tells twice of what is there once. */
function demandUnmapped(project: Project, specification: Specification, footprint: string, io: Io): void {
  const there = realisingAt(project, specification, footprint);
  if (there.length === 0) return;
  const list = there.map(
    ({ name, label, namePlace }) =>
      `  ${name}  ${label === undefined ? '' : `${label} `}(${shownUri(namePlace.file, io)})`,
  );
  throw new UsageError(
    `Nothing was written: '${footprint}' has a pathway that realises '${specification.name}' already:\n${list.join('\n')}\n` +
      'Write what you know there. If you want another one beside it, add --another.',
  );
}

interface Found {
  readonly checked: CheckedProject;
  readonly specification: Specification;
}

function specificationCalled(name: string, folder: string | undefined, options: NewCommand, io: Io): Found {
  const { projects } = openPaths(folder === undefined ? [] : [folder], io.today(), io);
  const all = projects.flatMap((checked) =>
    [...checked.project.specifications.values()].map((specification): Found => ({ checked, specification })),
  );
  const found = all.filter(
    ({ checked, specification }) =>
      specification.name === name && (options.project === undefined || checked.project.name === options.project),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) {
    const list = found.map(({ checked }) => `  --project ${checked.project.name}  (${shownUri(checked.folder, io)})`);
    throw new UsageError(
      `There is a specification '${name}' in ${found.length} projects. Say which one is meant:\n${list.join('\n')}`,
    );
  }
  const known = all.map(({ specification }) => specification);
  throw new UsageError(`There is no specification '${name}'.${choices(name, known)}`);
}

/** What there is instead of a name that is not there: a guess, and a list. */
function choices(
  name: string | undefined,
  known: readonly { readonly name: string; readonly label?: string }[],
): string {
  const [guess] =
    name === undefined
      ? []
      : nearest(
          name,
          known.map((each) => each.name),
          1,
        );
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  const list = known.map((each) => `\n  ${each.name}  ${labelOf(each)}`).join('');
  return `${hint}${list === '' ? '' : ` These are there:${list}`}`;
}

/** The footprint that is asked for, where the specification can be realised in it; where there is but one, that one. */
function footprintFor(
  { project }: CheckedProject,
  specification: Specification,
  wanted: string | undefined,
): string | undefined {
  const possible = footprintsFor(project, specification);
  if (wanted === undefined && possible.length < 2) return possible[0];
  if (wanted !== undefined && possible.includes(wanted)) return wanted;
  const known = possible.flatMap((name) => project.footprints.get(name) ?? []);
  const problem =
    wanted === undefined
      ? 'Say where the pathway is, by --footprint.'
      : `'${specification.name}' cannot be realised in '${wanted}', which is no footprint of it.`;
  throw new UsageError(`${problem}${choices(wanted, known)}`);
}

/** The name that is asked for, where it can be one and is not taken; else one that is free. */
function nameFor({ project }: CheckedProject, wanted: string | undefined, otherwise: string): string {
  if (wanted === undefined) return freeName(project, otherwise);
  const refusal = invalidName(wanted);
  if (refusal) throw new UsageError(refusal.message);
  const free = freeName(project, wanted);
  if (free === wanted) return wanted;
  throw new UsageError(`There is a pathway or scenario '${wanted}' already: give another --name, such as ${free}.`);
}

/** Only a file of the specification's own project can speak of it; and none that is there is written over. */
function demandPlace(path: string, checked: CheckedProject, io: Io): void {
  if (!path.endsWith('.pathway'))
    throw new UsageError(`${shown(path, io)} would not be a pathway file: end its name in .pathway.`);
  if (existsSync(path))
    throw new UsageError(`Nothing was written: there is a file ${shown(path, io)} already. Name another by -o.`);
  if (!isBelow(toUri(path), checked.folder)) {
    throw new UsageError(
      `${shown(path, io)} lies outside of the project: put it in ${shownUri(checked.folder, io)}, where it sees the specification.`,
    );
  }
}
