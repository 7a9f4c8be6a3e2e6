import { execFile } from 'node:child_process';
import { dayInWords } from '../../model/units/day.ts';

/**
 * What a picture is stamped with: the date of its drawing, and the commit that its folder stands at, where that is in
 * git: `12 November 2026 · 3f2c1ab`, with `+ changes` where files of the folder differ from it.
 */
export async function stampOf(folder: string, date: string): Promise<string> {
  const written = dayInWords(date);
  const commit = await commitOf(folder);
  return commit === undefined ? written : `${written} · ${commit}`;
}

/** The commit that a folder stands at: `3f2c1ab`, or `3f2c1ab + changes`; nothing where it is not in git. */
export async function commitOf(folder: string): Promise<string | undefined> {
  const commit = await git(folder, ['rev-parse', '--short=7', 'HEAD']);
  if (commit === undefined || commit === '') return undefined;
  const changes = await git(folder, ['status', '--porcelain', '--', '.']);
  return `${commit}${changes === '' ? '' : ' + changes'}`;
}

/** What git says of a folder; nothing where it is not installed, or the folder is not in a repository. */
function git(folder: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    execFile('git', ['-C', folder, ...words], { timeout: 10_000, windowsHide: true }, (error, out) =>
      done(error ? undefined : out.trim()),
    );
  });
}
