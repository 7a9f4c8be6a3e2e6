import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../../support/command.ts';

/** Nothing of the machine's own settings, and the same author at the same time, so that commits are the same ones. */
const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

/** A git repository that is gone after the test. */
export class GitFolder extends TemporaryFolder {
  #day = 0;

  constructor() {
    super();
    this.git('-c', 'init.defaultBranch=main', 'init', '--quiet');
  }

  git(...words: readonly string[]): string {
    this.#day++;
    const date = `2026-03-${String((this.#day % 27) + 1).padStart(2, '0')}T12:00:00Z`;
    return execFileSync('git', ['-C', this.path, '-c', 'core.autocrlf=false', ...words], {
      encoding: 'utf8',
      env: { ...environment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  remove(name: string): void {
    rmSync(join(this.path, name), { recursive: true });
  }

  /** Commits all that is there, and tags it with a word to find it by. */
  commit(tag: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', tag);
    this.git('tag', tag);
  }
}
