import { expect, test } from 'vitest';
import type { Uri } from 'vscode';
import { URI } from 'vscode-uri';
import { type Change, type Commit, type Repository, statuses } from '../../src/extension/review/git-api.ts';
import { textsThen } from '../../src/extension/review/texts.ts';

const modified = 5;
const renamed = 3;
const uri = (name: string) => URI.file(`/p/${name}`) as unknown as Uri;
const address = (name: string) => uri(name).toString();

test('a file that was changed has its old text', async () => {
  const then = await textsThen(repository([change('a.pathway', modified)]), 'h', [uri('a.pathway'), uri('b.pathway')]);
  expect(then).toEqual({
    differ: [{ uri: address('a.pathway'), text: 'h:/p/a.pathway' }],
    absent: [],
    gone: [],
    calledThen: new Map(),
  });
});

test('a file that was added was not there, one that was deleted was', async () => {
  const changes = [change('new.pathway', statuses.indexAdded), change('old.pathway', statuses.deleted)];
  const then = await textsThen(repository(changes), 'h', [uri('new.pathway')]);
  expect(then.absent).toEqual([address('new.pathway')]);
  expect(then.gone).toEqual([address('old.pathway')]);
  expect(then.differ.map((each) => each.uri)).toEqual([address('old.pathway')]);
});

test('a file that was renamed had its old name', async () => {
  const then = await textsThen(repository([change('was.pathway', renamed, 'is.pathway')]), 'h', [uri('is.pathway')]);
  expect(then.differ.map((each) => each.uri)).toEqual([address('was.pathway')]);
  expect(then.absent).toEqual([address('is.pathway')]);
  expect(then.calledThen).toEqual(new Map([[address('is.pathway'), address('was.pathway')]]));
});

test('files that git does not know were not there: new ones, and those it is told to ignore', async () => {
  const git = repository([], { untracked: ['new.pathway'], ignored: ['drafts.pathway'] });
  const then = await textsThen(git, 'h', [uri('new.pathway'), uri('drafts.pathway'), uri('a.pathway')]);
  expect(then.absent).toEqual([address('new.pathway'), address('drafts.pathway')]);
});

test('where git does not look for new files it is asked about each', async () => {
  const git = repository([], { missing: ['/p/new.pathway'] });
  const then = await textsThen(git, 'h', [uri('new.pathway'), uri('a.pathway')], true);
  expect(then.absent).toEqual([address('new.pathway')]);
});

test('of what is staged the files that differ from it are read from there', async () => {
  const git = repository([], { working: [change('a.pathway', modified)] });
  const then = await textsThen(git, '', [uri('a.pathway')]);
  expect(then.differ).toEqual([{ uri: address('a.pathway'), text: ':/p/a.pathway' }]);
});

test('other files are not read', async () => {
  const then = await textsThen(repository([change('notes.txt', modified)]), 'h', []);
  expect(then.differ).toEqual([]);
});

test('a file that cannot be read is no file that was not there', async () => {
  const git = repository([change('a.pathway', modified)], { missing: ['/p/a.pathway'] });
  await expect(textsThen(git, 'h', [uri('a.pathway')])).rejects.toThrow('not there');
});

function change(name: string, status: number, now?: string): Change {
  return { originalUri: uri(name), uri: uri(now ?? name), renameUri: now === undefined ? undefined : uri(now), status };
}

interface Known {
  readonly untracked?: readonly string[];
  readonly ignored?: readonly string[];
  readonly missing?: readonly string[];
  readonly working?: readonly Change[];
}

function repository(
  changes: readonly Change[],
  { untracked = [], ignored = [], missing = [], working = [] }: Known = {},
): Repository {
  return {
    rootUri: uri(''),
    state: {
      HEAD: { commit: 'h' },
      workingTreeChanges: [...working, ...untracked.map((name) => change(name, statuses.untracked))],
      onDidChange: () => ({ dispose: () => {} }),
    },
    status: async () => {},
    show: async (ref, path) => {
      if (missing.includes(path)) throw new Error('It is not there.');
      return `${ref}:${path}`;
    },
    getCommit: async (): Promise<Commit> => ({ hash: 'h', message: '' }),
    diffWith: async () => changes,
    getRefs: async () => [],
    log: async () => [],
    checkIgnore: async (paths) => new Set(paths.filter((path) => ignored.some((name) => path === `/p/${name}`))),
  };
}
