import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CheckedProject } from '../language/checker.ts';
import { isBelow } from '../language/discovery.ts';
import { Workspace } from '../language/workspace.ts';
import { readPeriod } from '../model/units/period.ts';
import { readInto, statsOf, toPath, toUri } from '../server/node/folder.ts';
import { type Io, UsageError } from './io.ts';

/** What a command works on. */
export interface Opened {
  /** Every project that has files at or below the given paths. */
  readonly projects: readonly CheckedProject[];
  /** Whether a file was asked for: projects are read whole, so that names are known, and spoken of in part. */
  readonly asked: (uri: string) => boolean;
}

/**
 * Reads the projects at or below the given files and folders. Where a path lies inside a project that starts further
 * up, the whole project is read. Throws a `UsageError` for what is not there, cannot be read or holds no pathway file.
 */
export function openPaths(paths: readonly string[], asOf: string, io: Io): Opened {
  const absolute = (paths.length > 0 ? paths : ['.']).map((path) => resolve(io.cwd, path));
  for (const path of absolute) demandPathway(path, io);
  const asked = askedFor(absolute);
  const projects = new Map<string, CheckedProject>();
  for (const path of absolute) {
    for (const project of openOne(path, asOf))
      if (project.files.some(({ uri }) => asked(uri))) projects.set(project.folder, project);
  }
  if (projects.size === 0) throw nothingAt(absolute, io);
  return { projects: [...projects.values()], asked };
}

function openOne(path: string, asOf: string): readonly CheckedProject[] {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const root = enclosingProject(folder) ?? folder;
  const workspace = new Workspace(toUri(root));
  const problems = readInto(workspace, [root]);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return workspace.projects(asOf);
}

/** The nearest folder, this one or above, in which a file declares a project; not beyond a repository's own folder. */
export function enclosingProject(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const entries = readdirSync(at, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.pathway'));
    if (files.some(({ name }) => declaresProject(readFileSync(join(at, name), 'utf8')))) return at;
    if (entries.some(({ name }) => name === '.git') || dirname(at) === at) return undefined;
  }
}

/** Whether a text declares a project, told without reading it. */
export function declaresProject(text: string): boolean {
  return /^\s*project\s/m.test(text);
}

function askedFor(absolute: readonly string[]): (uri: string) => boolean {
  const uris = absolute.map(toUri);
  return (uri) => uris.some((path) => uri === path || isBelow(uri, path));
}

/** Throws where there is no folder and no pathway file at the path. */
export function demandPathway(path: string, io: Io): void {
  const stats = statsOf(path);
  if (!stats) throw new UsageError(`There is no file or folder ${shown(path, io)}.`);
  if (stats.isFile() && !path.endsWith('.pathway')) {
    throw new UsageError(`${shown(path, io)} is not a pathway file: its name does not end in .pathway.`);
  }
}

/** Says that there is nothing to work on at or below the paths, which are absolute. */
export function nothingAt(absolute: readonly string[], io: Io): UsageError {
  const where = absolute.map((path) => (path === io.cwd ? 'this folder' : shown(path, io))).join(' and ');
  const [misnamed] = absolute.flatMap(textFilesIn);
  const hint =
    misnamed === undefined
      ? ''
      : ` ${shown(misnamed, io)} would be one without its last ending: rename it to ${basename(misnamed).replace(/\.[^.]*$/, '')}.`;
  return new UsageError(`There is no .pathway file at or below ${where}.${hint}`);
}

/** Pathway files to which an editor of plain texts has added an ending of its own: `a.pathway.txt`. */
function textFilesIn(folder: string): readonly string[] {
  if (!statsOf(folder)?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => /\.pathway\.\w+$/i.test(name))
    .map((name) => join(folder, name));
}

/** A path as one would type it from the current folder, with slashes on every system. */
export function shown(path: string, io: Io): string {
  const short = relative(io.cwd, path);
  return (short === '' ? '.' : short.startsWith('..') ? path : short).split(sep).join('/');
}

/** A file's URI as one would type its path. */
export function shownUri(uri: string, io: Io): string {
  return uri.startsWith('file:') ? shown(toPath(uri), io) : uri;
}

/** Today for a command: `--as-of` (its last day, where it is a month or a year), else the clock's. */
export function asOfOption(text: string | undefined, io: Io): string {
  if (text === undefined) return io.today();
  const reading = readPeriod(text);
  if ('problem' in reading) throw new UsageError(`--as-of: ${reading.problem}`);
  return reading.value.end;
}
