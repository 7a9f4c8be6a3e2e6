import { tmpdir } from 'node:os';
import { dirname, relative } from 'node:path';
import type { CheckedProject } from '../../language/checker.ts';
import { isBelow } from '../../language/discovery.ts';
import { Workspace } from '../../language/workspace.ts';
import { readInto, toUri } from '../../server/node/folder.ts';
import type { Side, Sides } from './sides.ts';
import { isAtOrBelow, sourceOf } from './versions.ts';

/** A project as it was and as it is; one of them is absent where it is on one side only. */
export interface ProjectPair {
  readonly before?: CheckedProject;
  readonly after?: CheckedProject;
}

export interface ReadSides {
  readonly pairs: readonly ProjectPair[];
  /** What could not be read on either side, a sentence each: it is left out on both. */
  readonly unreadable: readonly string[];
}

/** Reads both sides whole, so that names are known. Files that are the same on both sides are read and checked once. */
export function readSides(sides: Sides, asOf: string): ReadSides {
  const roots = rootsOf(sides);
  const first = attempt(sides, roots, asOf, new Set());
  if (first.unreadable.size === 0) return { pairs: pairsOf(first), unreadable: [] };
  // What cannot be read on one side would look as if it had come or gone, so it is left out on both.
  const second = attempt(sides, roots, asOf, new Set(first.unreadable.keys()));
  return { pairs: pairsOf(second), unreadable: [...new Set(first.unreadable.values())] };
}

interface Roots {
  readonly before: string;
  readonly after: string;
}

/** The folders that hold the projects whole. Versions of one folder are read from the same. */
function rootsOf({ before, after }: Sides): Roots {
  const [one, other] = [rootOf(before), rootOf(after)];
  const sameFolder = before.paths.join('\n') === after.paths.join('\n');
  if (!sameFolder) return { before: one, after: other };
  const upper = one.length < other.length ? one : other;
  return { before: upper, after: upper };
}

function rootOf({ version, paths }: Side): string {
  const roots = paths.map((path) => {
    const folder = version.isFile(path) ? dirname(path) : path;
    const project = version.enclosingProject(folder);
    // The folder for everybody's passing files is nobody's project.
    if (project !== undefined && project !== tmpdir()) return project;
    return folder === tmpdir() ? path : folder;
  });
  return roots.reduce(commonFolder);
}

function commonFolder(one: string, other: string): string {
  return isAtOrBelow(other, one) ? one : commonFolder(dirname(one), other);
}

interface Attempt {
  readonly before: Found;
  readonly after: Found;
  /** What cannot be read and why, by its path from the root. */
  readonly unreadable: ReadonlyMap<string, string>;
}

interface Found {
  readonly projects: readonly CheckedProject[];
  readonly root: string;
}

/** Reads the side after as an edit of the side before, wherever they are versions of the same folder. */
function attempt(sides: Sides, roots: Roots, asOf: string, leftOut: ReadonlySet<string>): Attempt {
  const unreadable = new Map<string, string>();
  const first = new Workspace(toUri(roots.before));
  const before = read(first, sides.before, roots.before, sides.after);
  const second = roots.after === roots.before ? first : new Workspace(toUri(roots.after));
  const after = read(second, sides.after, roots.after, sides.before);
  return { before, after, unreadable };

  function read(workspace: Workspace, side: Side, root: string, other: Side): Found {
    const { version, paths } = side;
    // Two files that are compared may lie in one project: then each side is without the other's.
    const apart = isOneFile(other) && isOneFile(side) && other.paths[0] !== paths[0] ? other.paths[0] : undefined;
    const source = sourceOf(version, (file) => file === apart || leftOut.has(relative(root, file)));
    readInto(workspace, [root], {
      ...source,
      readText: (path) => {
        try {
          return source.readText(path);
        } catch (error) {
          unreadable.set(relative(root, path), error instanceof Error ? error.message : String(error));
          throw error;
        }
      },
    });
    return { projects: workspace.projects(asOf).filter((project) => isAsked(project, side)), root };
  }
}

const isOneFile = ({ version, paths }: Side): boolean => paths.length === 1 && version.isFile(paths[0]!);

function isAsked({ own, folder }: CheckedProject, { paths, whole }: Side): boolean {
  const uris = paths.map(toUri);
  return own.some(({ uri }) => isIn(uri, uris)) || (whole === true && uris.some((path) => isIn(path, [folder])));
}

/** Whether a file, by its URI, was asked for: projects are read whole, and may be spoken of in part. */
export function askedOf({ paths, whole }: Side): (uri: string) => boolean {
  const uris = paths.map(toUri);
  return (uri) => whole === true || isIn(uri, uris);
}

const isIn = (uri: string, folders: readonly string[]): boolean =>
  folders.some((folder) => uri === folder || isBelow(uri, folder));

/** Projects of one folder belong together; then those of one name; then the only ones that are left on either side. */
function pairsOf({ before, after }: Attempt): readonly ProjectPair[] {
  const left = new Set(before.projects);
  const folderOf = ({ folder }: CheckedProject, { root }: Found): string => folder.slice(toUri(root).length);
  const same: readonly ((one: CheckedProject, other: CheckedProject) => boolean)[] = [
    (one, other) => folderOf(one, before) === folderOf(other, after),
    (one, other) => one.project.declaration !== undefined && one.project.name === other.project.name,
    () => left.size === 1 && after.projects.length - partners.size === 1,
  ];
  const partners = new Map<CheckedProject, CheckedProject>();
  for (const isSame of same) {
    for (const project of after.projects.filter((one) => !partners.has(one))) {
      const partner = [...left].find((one) => isSame(one, project));
      if (partner === undefined) continue;
      partners.set(project, partner);
      left.delete(partner);
    }
  }
  const pairs = after.projects.map((project) => {
    const partner = partners.get(project);
    return { ...(partner && { before: partner }), after: project };
  });
  return [...pairs, ...[...left].map((project) => ({ before: project }))];
}
