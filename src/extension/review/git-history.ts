import { Disposable, env, extensions, Uri, workspace } from 'vscode';
import type { ReviewScope } from '../../protocol/review.ts';
import type { Said } from '../preview/controller.ts';
import type { GitApi, GitExtension, Repository } from './git-api.ts';
import type { History, Side } from './history.ts';
import { textsThen } from './texts.ts';
import { isRevision, type Moment } from './wish.ts';
import { called, noHistory } from './words.ts';

/** How long to wait until the extension Git has looked for repositories, in milliseconds. */
const patience = 20_000;

/** The git that VS Code uses itself; or, in plain words, why there is none. */
export async function gitApi(): Promise<GitApi | Said> {
  if (!workspace.isTrusted) return noHistory.restricted();
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return noHistory.noExtension();
  try {
    const api = (await extension.activate()).getAPI(1);
    await ready(api);
    return api;
  } catch {
    return noHistory.turnedOff();
  }
}

async function ready(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return;
  await new Promise<void>((done) => {
    const listening = api.onDidChangeState((state) => state === 'initialized' && end());
    const timer = setTimeout(() => end(), patience);
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
      done();
    };
  });
}

/** Tells whenever something was committed, staged, fetched or taken back, or a repository was found. */
export function watchRepositories(tell: () => void): Disposable {
  const watched = new Map<Repository, Disposable>();
  const listening: Disposable[] = [];
  let over = false;
  void gitApi().then((api) => {
    if ('message' in api || over) return;
    const watch = (repository: Repository) => watched.set(repository, repository.state.onDidChange(tell));
    for (const repository of api.repositories) watch(repository);
    listening.push(
      api.onDidOpenRepository((repository) => {
        watch(repository);
        tell();
      }),
    );
  });
  return new Disposable(() => {
    over = true;
    for (const each of [...listening, ...watched.values()]) each.dispose();
  });
}

/** The repository that a file or folder is in; or why there is none. */
export async function repositoryAt(at: Uri): Promise<{ readonly api: GitApi; readonly repository: Repository } | Said> {
  const api = await gitApi();
  if ('message' in api) return api;
  const opened = workspace.getWorkspaceFolder(at);
  const folder = opened?.uri ?? Uri.joinPath(at, '..');
  const repository =
    api.getRepository(at) ?? (await api.openRepository?.(folder).catch(() => null)) ?? api.getRepository(at);
  return repository ? { api, repository } : noHistory.noRepository(opened?.name ?? workspace.asRelativePath(folder));
}

/** Sides of reviews, read by the extension Git that comes with VS Code. */
export const gitHistory: History = {
  async sides({ before, after, what }) {
    const at = placeOf(what);
    const [one, other] = [await sideOf(before, at), await sideOf(after, at)];
    if ('message' in one) return one;
    if ('message' in other) return other;
    return { before: one, after: other, version: `${one.version} ${other.version}` };
  },
  async version({ before, after, what }) {
    const at = placeOf(what);
    const versions = await Promise.all([before, after].map((moment) => versionOf(moment, at)));
    return versions.join(' ');
  },
};

/** Any file of what is reviewed. */
function placeOf(what: ReviewScope): Uri {
  return Uri.parse(what.scope === 'pair' ? what.after.file : what.at);
}

async function sideOf(moment: Moment, at: Uri): Promise<Side | Said> {
  if (moment.time === 'now') return present();
  const found = await repositoryAt(at);
  if ('message' in found) return found;
  // Git is asked anew once only: each time it is, everybody is told that something may have happened.
  await found.repository.status();
  return readSide(found.repository, moment, at);
}

/** What the version of a side would be, as far as git has told. */
async function versionOf(moment: Moment, at: Uri): Promise<string> {
  if (moment.time === 'now') return present().version;
  const found = await repositoryAt(at);
  if ('message' in found) return found.message;
  const { repository } = found;
  const known = await (moment.time === 'staged' ? readSide(repository, moment, at) : namedIn(repository, moment));
  return 'message' in known ? known.message : known.version;
}

function present(): Side {
  return { called: called.now(), version: 'now' };
}

async function readSide(repository: Repository, moment: Then, at: Uri): Promise<Side | Said> {
  const named = await namedIn(repository, moment);
  if ('message' in named) return named;
  try {
    const onDisk = await workspace.findFiles('**/*.pathway', null);
    const hidden = workspace.getConfiguration('git', at).get('untrackedChanges') === 'hidden';
    const ref = moment.time === 'staged' ? '' : named.version;
    const texts = await textsThen(repository, ref, onDisk, hidden);
    // What is staged has no name: it is another version when its texts are others.
    const version = moment.time === 'staged' ? JSON.stringify([texts.differ, texts.absent]) : named.version;
    return { ...named, version, ref, texts };
  } catch (error) {
    return noHistory.unreadable(error instanceof Error ? error.message : String(error));
  }
}

type Then = Exclude<Moment, { readonly time: 'now' }>;

/** What a time is called, and what changes when it is another one. */
async function namedIn(
  repository: Repository,
  moment: Then,
): Promise<{ readonly called: string; readonly version: string } | Said> {
  if (repository.state.HEAD?.commit === undefined) return noHistory.noCommit();
  if (moment.time === 'staged') return { called: called.staged(), version: '' };
  const { revision } = moment;
  if (!isRevision(revision)) return noHistory.noRevision(revision);
  const commit = await repository.getCommit(revision).catch(() => undefined);
  if (!commit) return noHistory.noRevision(revision);
  const date = inWords(commit.commitDate);
  const name = commit.hash.startsWith(revision) ? commit.hash.slice(0, 8) : revision;
  return { called: revision === 'HEAD' ? called.lastCommit(date) : called.revision(name, date), version: commit.hash };
}

function inWords(date: Date | undefined): string {
  const language = env.language === 'en' ? 'en-GB' : env.language;
  return date?.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' }) ?? '';
}
