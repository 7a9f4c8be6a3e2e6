import type { Uri } from 'vscode';
import type { SideText } from '../../protocol/review.ts';
import { type Change, type Repository, statuses } from './git-api.ts';

/** How the pathway files of another time differ from those on the disk. */
export interface TextsThen {
  readonly differ: readonly SideText[];
  /** Files that are on the disk and were not there then. */
  readonly absent: readonly string[];
  /** Files that were there then and are on the disk no longer. */
  readonly gone: readonly string[];
  /** What files that go by another name now were called then. */
  readonly calledThen: ReadonlyMap<string, string>;
}

/**
 * How the pathway files were at a commit (`ref` is its hash), or are as they are staged (`ref` is empty). `onDisk` are those that are there now. Where git is
 * not told to look for files that are not its own (`hidden`), it is asked about each.
 */
export async function textsThen(
  repository: Repository,
  ref: string,
  onDisk: readonly Uri[],
  hidden = false,
): Promise<TextsThen> {
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const changes = ref === '' ? workingTreeChanges : await repository.diffWith(ref);
  const known = changes.filter(({ status }) => !unknownToGit.has(status));
  const were = known.filter(({ status }) => status !== statuses.indexAdded).map(nameThen);
  const are = known.filter(({ status }) => status !== statuses.deleted).map(nameNow);
  const differ = await inTurn(were.filter(isPathway), async (uri) => ({
    uri: uri.toString(),
    text: await repository.show(ref, uri.fsPath),
  }));
  const own = new Set(are.map(String));
  const others = onDisk.filter((uri) => !own.has(uri.toString()));
  const strangers = [
    ...[...workingTreeChanges, ...untrackedChanges].filter(({ status }) => unknownToGit.has(status)).map(nameNow),
    ...(hidden ? await notIn(repository, ref, others) : await ignored(repository, others)),
  ];
  const thereThen = new Set(differ.map(({ uri }) => uri));
  return {
    differ,
    absent: [...new Set([...are, ...strangers].filter(isPathway).map(String))].filter((uri) => !thereThen.has(uri)),
    gone: [...thereThen].filter((uri) => !own.has(uri)),
    calledThen: new Map(known.filter(isRenamed).map((change) => [String(nameNow(change)), String(nameThen(change))])),
  };
}

async function ignored(repository: Repository, files: readonly Uri[]): Promise<readonly Uri[]> {
  const paths = await repository.checkIgnore?.(files.map(({ fsPath }) => fsPath));
  return files.filter(({ fsPath }) => paths?.has(fsPath));
}

async function notIn(repository: Repository, ref: string, files: readonly Uri[]): Promise<readonly Uri[]> {
  const there = await inTurn(files, (uri) =>
    repository.show(ref, uri.fsPath).then(
      () => true,
      () => false,
    ),
  );
  return files.filter((_, index) => !there[index]);
}

const unknownToGit: ReadonlySet<number> = new Set([statuses.untracked, statuses.ignored, statuses.intentToAdd]);

const nameThen = ({ originalUri }: Change): Uri => originalUri;
const nameNow = ({ uri, renameUri }: Change): Uri => renameUri ?? uri;
const isRenamed = (change: Change): boolean => String(nameNow(change)) !== String(nameThen(change));
const isPathway = ({ path }: Uri): boolean => path.endsWith('.pathway');

/** So many programs run at once. */
const atOnce = 8;

async function inTurn<T, R>(all: readonly T[], done: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    results.push(...(await Promise.all(all.slice(from, from + atOnce).map(done))));
  }
  return results;
}
