import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ProjectCopy } from './project.ts';

/** A project in a git repository of its own, whose first commit holds it as it is. */
export class GitProject implements ProjectCopy {
  readonly #project: ProjectCopy;

  constructor(project: ProjectCopy) {
    this.#project = project;
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Begin');
  }

  get folder(): string {
    return this.#project.folder;
  }

  file(name: string): string {
    return this.#project.file(name);
  }

  remove(): void {
    this.#project.remove();
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Replaces a text in a file, which must be there. */
  edit(name: string, old: string, now: string): void {
    const text = readFileSync(this.file(name), 'utf8');
    if (!text.includes(old)) throw new Error(`${name} does not hold: ${old}`);
    writeFileSync(this.file(name), text.replace(old, now));
  }

  git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=A tester', '-c', 'user.email=tester@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: this.folder, encoding: 'utf8' });
  }
}
