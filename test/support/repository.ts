import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from './command.ts';

/** A git repository that is gone after the test, out of reach of whatever git is told on this machine. */
export class Repository extends TemporaryFolder {
  /** What git reads in place of the settings of whoever runs the tests. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder of the work tree; beside it stand the settings. */
  readonly folder = join(this.path, 'repository');

  constructor() {
    super();
    this.write(
      'home/.gitconfig',
      '[user]\n\tname = Test\n\temail = test@example.org\n[init]\n\tdefaultBranch = main\n',
    );
    this.env = {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: join(this.path, 'home/.gitconfig'), GIT_CONFIG_NOSYSTEM: '1' },
      ...{ HOME: join(this.path, 'home'), XDG_CONFIG_HOME: join(this.path, 'home/.config') },
      ...{ LC_ALL: 'C', GIT_EDITOR: 'true', GIT_PAGER: 'cat' },
    };
    execFileSync('git', ['init', '--quiet', this.folder], { env: this.env });
  }

  /** What git prints; fails where git does. */
  git(...words: readonly string[]): string {
    return execFileSync('git', words, { cwd: this.folder, env: this.env, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Runs git, whatever comes of it. */
  try(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
    const { status, stdout, stderr } = spawnSync('git', words, { cwd: this.folder, env: this.env, encoding: 'utf8' });
    return { code: status, said: stdout + stderr };
  }

  /** Writes files of the work tree and commits them all. */
  commit(message: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) this.write(`repository/${name}`, text);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** A file of the work tree, or of git's own folder; nothing where there is none. */
  read(name: string): string | undefined {
    const path = join(this.folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }
}
