import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../io.ts';

/** A commit that somebody named. */
export interface Commit {
  readonly id: string;
  /** When it was made, as YYYY-MM-DD, where it was made. */
  readonly date: string;
}

/** What a commit holds at a path. */
export interface Entry {
  /** From the top folder, with slashes. */
  readonly path: string;
  readonly object: string;
  readonly link: boolean;
}

/**
 * A git repository that is only read. Nothing that it configures is run, its index and files are left alone, and nothing
 * is fetched from anywhere.
 */
export interface Repository {
  /** The top folder of the working tree, spelt as the folder that it was opened from. */
  readonly top: string;
  /** The commit of that name; nothing where there is none. */
  commit(revision: string): Commit | undefined;
  /** Where the two commits have parted; nothing where they have no history in common here. */
  mergeBase(one: string, other: string): string | undefined;
  /** Every file and link of a commit; what other repositories hold is left out. */
  entries(commit: string): readonly Entry[];
  /** What the objects hold, by their ids; one that is not here is left out. */
  read(objects: readonly string[]): ReadonlyMap<string, Buffer>;
  /** Those of the paths, from the top folder, that the repository is told to ignore. */
  ignored(paths: readonly string[]): ReadonlySet<string>;
  /** Whether only the newest part of the history was fetched. */
  isShallow(): boolean;
  /** What branches and tags are called. */
  names(): readonly string[];
}

/** The repository that a folder lies in; nothing where it lies in none. Throws where git is missing or refuses. */
export function repositoryAt(folder: string): Repository | undefined {
  const found = runGit(folder, ['rev-parse', '--show-toplevel', '--show-cdup']);
  if (found.status !== 0) {
    if (/not a git repository/i.test(found.err)) return undefined;
    throw new UsageError(`git cannot read the repository of ${folder}: ${firstLine(found.err)}`);
  }
  const [real = '', up = ''] = found.out.toString('utf8').split('\n');
  const top = asOpened(folder, up, real);
  const git = (words: readonly string[], input?: string) => runGit(top, words, input);
  return {
    top,
    commit: (revision) => commitOf(git, revision),
    mergeBase: (one, other) => lineOf(git(['merge-base', one, other])),
    entries: (commit) => entriesIn(git, commit),
    read: (objects) => readObjects(git, objects),
    ignored: (paths) => ignoredOf(git, paths),
    isShallow: () => lineOf(git(['rev-parse', '--is-shallow-repository'])) === 'true',
    names: () => linesOf(git(['for-each-ref', '--format=%(refname:short)'])),
  };
}

interface Answer {
  readonly status: number | null;
  readonly out: Buffer;
  readonly err: string;
}

type Git = (words: readonly string[], input?: string) => Answer;

/** No hook, watcher, pager, credential helper or transport of anybody's choosing is ever needed to read objects. */
const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.untrackedCache=false', '-c', 'log.showSignature=false'];

const environment = {
  // The words that git answers with are looked at.
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  // A copy that fetches what it lacks when asked for it would call the network.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
};

function runGit(folder: string, words: readonly string[], input = ''): Answer {
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', folder, ...settings, ...words], {
    // On Windows a program of that name in the current folder would be run instead.
    cwd: dirname(process.execPath),
    env: { ...process.env, ...environment },
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  if (error !== undefined) throw new UsageError(cannotRun(error));
  return { status, out: stdout, err: stderr.toString('utf8') };
}

function cannotRun(error: Error & { readonly code?: string }): string {
  return error.code === 'ENOENT'
    ? 'git is not installed, or cannot be found: it is needed to look at another version. Two folders, or two files, can be compared without it.'
    : `git cannot be run: ${error.message}`;
}

/** The top folder by the same spelling as the folder inside, where a link leads there; else as git calls it. */
function asOpened(folder: string, up: string, real: string): string {
  const spelt = resolve(folder, up);
  if (!existsSync(real))
    throw new UsageError(
      `git looks for the files of this repository in ${real}, which is not there: see its setting core.worktree.`,
    );
  return existsSync(spelt) && realpathSync(spelt) === realpathSync(real) ? spelt : resolve(real);
}

function commitOf(git: Git, revision: string): Commit | undefined {
  const line = lineOf(git(['log', '-1', '--format=%H %cs', '--end-of-options', `${revision}^{commit}`, '--']));
  const [, id, date] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)$/.exec(line ?? '') ?? [];
  return id === undefined || date === undefined ? undefined : { id, date };
}

function entriesIn(git: Git, commit: string): readonly Entry[] {
  const { status, out, err } = git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (status !== 0) throw new UsageError(`git cannot list the files of ${commit}: ${firstLine(err)}`);
  return out
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, object = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return mode === undefined ? [] : [{ path, object, link: mode === '120000' }];
    });
}

/** All in one go: starting git takes longer than reading many files. */
function readObjects(git: Git, objects: readonly string[]): ReadonlyMap<string, Buffer> {
  const read = new Map<string, Buffer>();
  if (objects.length === 0) return read;
  const { out } = git(['cat-file', '--batch'], `${[...new Set(objects)].join('\n')}\n`);
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    if (end < 0) break;
    const [object = '', , size] = out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    read.set(object, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return read;
}

function ignoredOf(git: Git, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const { out } = git(['check-ignore', '-z', '--stdin'], paths.join('\0'));
  return new Set(out.toString('utf8').split('\0'));
}

function linesOf({ status, out }: Answer): readonly string[] {
  const text = out.toString('utf8').trimEnd();
  return status === 0 && text !== '' ? text.split('\n') : [];
}

const lineOf = (answer: Answer): string | undefined => linesOf(answer)[0];

const firstLine = (text: string): string =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^fatal: /, '') ?? '';
