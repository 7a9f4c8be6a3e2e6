import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { nearest } from '../../model/nearest.ts';
import { dayInWords } from '../../model/units/day.ts';
import { statsOf } from '../../server/node/folder.ts';
import { type Io, UsageError } from '../io.ts';
import { demandPathway, shown } from '../open.ts';
import { type Commit, type Repository, repositoryAt } from './git.ts';
import { atCommit, isAtOrBelow, nearestFolder, nothing, onDisk, type Version } from './versions.ts';

/** One side of a comparison: a version, and what of it was asked for. */
export interface Side {
  readonly version: Version;
  /** Files and folders, as absolute paths: at least one. */
  readonly paths: readonly string[];
  /** Whether nobody named a path: then it is the whole project of the current folder. */
  readonly whole?: true;
  /** Whether it is a file or folder that somebody named, in which something has to be. */
  readonly named?: true;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** What somebody asked to compare. */
export interface Asked {
  /** From what to what: what stands before `--`. */
  readonly words: readonly string[];
  /** Of which files and folders: what stands after it; absent where there is no `--`. */
  readonly limits?: readonly string[];
  /** Whether a folder may have no pathway file, as where git has put only what has changed into it. */
  readonly mayBeEmpty?: true;
}

/** Files as they are on this machine now. */
const NOW = 'the files as they are now';

/** Finds out what is to be compared with what. Throws a `UsageError` for what is not there, or can be read in two ways. */
export function sidesOf({ words, limits }: Asked, io: Io): Sides {
  if (words.length > 2)
    throw new UsageError(
      `Two versions can be compared, not ${words.length}: name files and folders to look at after --, as in 'pathway diff main -- ${words.at(-1)}'.`,
    );
  if ([...words, ...(limits ?? [])].includes(''))
    throw new UsageError(
      'A version, file or folder to compare is an empty word. Where it comes from a variable, as in "$BASE", that one is not set.',
    );
  const within = (limits ?? []).map((path) => resolve(io.cwd, path));
  const repository = repositoryAt(nearestFolder(within[0] ?? io.cwd));
  const [first = 'HEAD', second] = words;
  const range = second === undefined ? rangeOf(first, io) : undefined;
  if (range) return betweenCommits(range, within, repository, io);
  const meaning = (word: string): Meaning => meaningOf(word, repository, limits !== undefined, io);
  const [one, other] = [meaning(first), second === undefined ? undefined : meaning(second)];
  if (one.commit) return fromCommit(one, other, within, io);
  if (other?.commit) return toCommit(one.path, other, within, io);
  if (other) return betweenPaths(one.path, other.path, within, io);
  if (repository && isAtOrBelow(one.path, repository.top))
    return fromCommit(demandCommit('HEAD', repository), undefined, [one.path, ...within], io);
  return {
    before: ofPath(one.path, io),
    after: { version: onDisk(NOW, repository), ...limitsOf(within, io) },
  };
}

/** A word that means a version, or else a file or folder. */
type Meaning = NamedCommit | { readonly path: string; readonly commit?: undefined };

interface NamedCommit {
  readonly word: string;
  readonly commit: Commit;
  readonly repository: Repository;
}

/** `sure` is whether somebody told versions from files by writing `--`. */
function meaningOf(word: string, repository: Repository | undefined, sure: boolean, io: Io): Meaning {
  const path = resolve(io.cwd, word);
  if (isWrittenAsPath(word)) return { path };
  const commit = repository?.commit(word);
  const stats = statsOf(path);
  if (commit === undefined || repository === undefined) {
    if (stats) return { path };
    throw unknownVersion(word, repository);
  }
  if (stats === undefined || sure) return { word, commit, repository };
  const kind = stats.isDirectory() ? 'folder' : 'file';
  throw new UsageError(
    `'${word}' is a version in git and also a ${kind}: write './${word}' for the ${kind}, or put -- after the version, as in 'pathway diff ${word} --'.`,
  );
}

const isWrittenAsPath = (word: string): boolean =>
  word === '.' ||
  word === '..' ||
  /^\.{0,2}[/\\]/.test(word) ||
  word.endsWith('/') ||
  word.endsWith('.pathway') ||
  isAbsolute(word) ||
  isNothing(word);

/** What `git difftool` gives for the side that a file is not on. */
const isNothing = (path: string): boolean => /^(?:\/dev\/null|nul)$/i.test(path);

interface Range {
  readonly from: string;
  readonly to: string;
  /** Whether it begins where the two have parted, not at the first. */
  readonly parted: boolean;
}

/** `main..feature`, or `main...feature`, which begins where feature left main. */
function rangeOf(word: string, io: Io): Range | undefined {
  if (isWrittenAsPath(word) || statsOf(resolve(io.cwd, word))) return undefined;
  const [, from = '', dots, to = ''] = /^(.*?)(\.{2,3})(.*)$/s.exec(word) ?? [];
  return dots === undefined ? undefined : { from: from || 'HEAD', to: to || 'HEAD', parted: dots === '...' };
}

function betweenCommits(range: Range, within: readonly string[], repository: Repository | undefined, io: Io): Sides {
  const [from, to] = [demandCommit(range.from, repository), demandCommit(range.to, repository)];
  if (!range.parted) return fromCommit(from, to, within, io);
  const base = from.repository.mergeBase(from.commit.id, to.commit.id);
  const commit = base === undefined ? undefined : from.repository.commit(base);
  if (commit === undefined)
    throw new UsageError(
      `'${range.from}' and '${range.to}' have no version in common here, so nobody can say where they parted.${shallowHint(from.repository)}`,
    );
  const word = `where ${spoken(range.to)} left ${spoken(range.from)}`;
  return fromCommit({ word, commit, repository: from.repository }, to, within, io);
}

function fromCommit(before: NamedCommit, after: Meaning | undefined, within: readonly string[], io: Io): Sides {
  const { repository } = before;
  const version = versionOf(before);
  const outside = after?.commit === undefined && after !== undefined && !isAtOrBelow(after.path, repository.top);
  if (outside) return { before: { version, ...limitsIn(within, repository, io) }, after: ofPath(after.path, io) };
  const isNow = after?.commit === undefined;
  const limits = limitsIn(isNow && after !== undefined ? [after.path, ...within] : within, repository, io);
  return {
    before: { version, ...limits },
    after: { version: isNow ? onDisk(NOW, repository) : versionOf(after), ...limits },
  };
}

function toCommit(path: string, after: NamedCommit, within: readonly string[], io: Io): Sides {
  const swapped = fromCommit(after, { path }, within, io);
  return { before: swapped.after, after: swapped.before };
}

function betweenPaths(one: string, other: string, within: readonly string[], io: Io): Sides {
  if (within.length > 0)
    throw new UsageError(
      'What stands after -- limits what is compared of a version in git. Name the two folders only.',
    );
  for (const path of [one, other]) if (!isNothing(path)) demandPathway(path, io);
  const kinds = [one, other].filter((path) => !isNothing(path)).map((path) => statSync(path).isDirectory());
  if (kinds.length === 2 && kinds[0] !== kinds[1])
    throw new UsageError(
      `${shown(kinds[0] ? one : other, io)} is a folder and ${shown(kinds[0] ? other : one, io)} a file: name two folders, or two files.`,
    );
  return { before: ofPath(one, io), after: ofPath(other, io) };
}

function ofPath(path: string, io: Io): Side {
  if (isNothing(path)) return { version: nothing('nothing'), paths: [path] };
  demandPathway(path, io);
  return { version: onDisk(shown(path, io)), paths: [path], named: true };
}

/** The files and folders to look at. They may be gone now, but have to lie in the repository. */
function limitsIn(within: readonly string[], { top }: Repository, io: Io): Limits {
  const kept = within.map((path) => asKept(path, top));
  for (const [index, path] of kept.entries()) {
    if (!isAtOrBelow(path, top))
      throw new UsageError(
        `${shown(within[index]!, io)} is not in the repository ${top}, so it has no other version there.`,
      );
    if (statsOf(path)) demandPathway(path, io);
  }
  // git can be told of a repository from a folder outside it: then all of it is meant.
  return kept.length === 0 && !isAtOrBelow(io.cwd, top) ? { paths: [top], whole: true } : limitsOf(kept, io);
}

/** The path by which git keeps what a path leads to, where there are links to folders on the way. */
function asKept(path: string, top: string): string {
  const folder = nearestFolder(path);
  const real = relative(realpathSync(top), realpathSync(folder));
  const isOutside = real.startsWith('..') || isAbsolute(real);
  return isOutside ? resolve(realpathSync(folder), relative(folder, path)) : join(top, real, relative(folder, path));
}

type Limits = Pick<Side, 'paths' | 'whole'>;

function limitsOf(within: readonly string[], io: Io): Limits {
  return within.length > 0 ? { paths: within } : { paths: [io.cwd], whole: true };
}

function versionOf({ word, commit, repository }: NamedCommit): Version {
  return atCommit(`${spoken(word)}, ${dayInWords(commit.date)}`, repository, commit);
}

/** A version as people call it: a long number is known by its beginning. */
function spoken(word: string): string {
  if (word === 'HEAD' || word === '@') return 'the last commit';
  return /^[0-9a-f]{12,64}$/.test(word) ? word.slice(0, 7) : word;
}

function demandCommit(word: string, repository: Repository | undefined): NamedCommit {
  const commit = repository?.commit(word);
  if (commit && repository) return { word, commit, repository };
  throw unknownVersion(word, repository);
}

function unknownVersion(word: string, repository: Repository | undefined): UsageError {
  if (repository === undefined)
    return new UsageError(
      `There is no file or folder '${word}', and this folder is in no git repository that could have a version of that name. Two folders can be compared: pathway diff last-year this-year`,
    );
  if (word === 'HEAD')
    return new UsageError('Nothing has been committed in this repository yet, so there is no version to compare with.');
  const names = repository.names();
  if (names.includes(word))
    return new UsageError(`'${word}' is a name in git, but of no version: it marks a single file or folder.`);
  const elsewhere = names.find((name) => name.endsWith(`/${word}`));
  const guess = elsewhere ?? nearest(word, names, 1)[0];
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  return new UsageError(`There is no version, file or folder '${word}' here.${hint}${shallowHint(repository)}`);
}

function shallowHint(repository: Repository): string {
  return repository.isShallow()
    ? " This copy of the repository has only the newest versions: fetch the others with 'git fetch --unshallow', or so many more with 'git fetch --deepen 50'; in CI, check out with 'fetch-depth: 0'."
    : '';
}
