import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathwayFilesBelow } from '../../server/node/folder.ts';
import { diff } from '../diff.ts';
import type { ExitCode, Io } from '../io.ts';
import { enclosingProject } from '../open.ts';

/** Files by their path from the folder that git starts programs in, the top one of the repository. */
type Files = ReadonlyMap<string, string>;

/**
 * `pathway difftool`: what `git difftool` calls with two versions of a file; or of a folder, in which only the files are
 * that have changed. They are compared amid all others as they are now, so that the names in them mean something.
 */
export async function difftool(local: string, remote: string, path: string, io: Io): Promise<ExitCode> {
  const sides = [resolve(io.cwd, local), resolve(io.cwd, remote)] as const;
  const folders = sides.some((side) => statSync(side, { throwIfNoEntry: false })?.isDirectory());
  const file = resolve(io.cwd, path);
  const root = folders ? io.cwd : rootOf(file);
  const name = relative(io.cwd, file);
  const [before, after] = sides.map((side) => (folders ? filesIn(side) : filesIn(side, name))) as [Files, Files];
  const now = pathwayFilesBelow(root).map((path) => [relative(io.cwd, path), path] as const);
  const beside = now.filter(([other]) => !before.has(other) && !after.has(other) && (folders || other !== name));
  const folder = mkdtempSync(join(tmpdir(), 'pathway-difftool-'));
  try {
    copy(new Map([...beside, ...before]), join(folder, 'before'));
    copy(new Map([...beside, ...after]), join(folder, 'after'));
    const words = [join(folder, 'before'), join(folder, 'after')];
    return await diff({ words, mayBeEmpty: true }, {}, { ...io, cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of the project around a file, which may be gone. */
function rootOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  return enclosingProject(folder) ?? folder;
}

/** The pathway files in a folder; of a single file that file, by the given name. The empty device is no file. */
function filesIn(path: string, name?: string): Files {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return new Map(pathwayFilesBelow(path).map((file) => [relative(path, file), file]));
  return new Map(stats?.isFile() && name !== undefined ? [[name, path]] : []);
}

function copy(files: Files, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(file, join(folder, name));
  }
}
