import { execFileSync } from 'node:child_process';
import { UsageError } from '../io.ts';

/** What git answers; nothing where it ends with an error, as it does for a setting that is not there. */
export function askGit(words: readonly string[], cwd: string): string | undefined {
  try {
    return runGit(words, cwd);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return undefined;
  }
}

/** Runs git. Throws what git says. */
export function runGit(words: readonly string[], cwd: string): string {
  try {
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe'];
    return execFileSync('git', words, { cwd, stdio, encoding: 'utf8', windowsHide: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError('Git was not found: install it from https://git-scm.com, then run this again.');
    throw error;
  }
}

/** What git said when it ended with an error. */
export function complaintOf(error: unknown): string {
  const said = (error as { stderr?: string }).stderr?.trim();
  return said || (error instanceof Error ? error.message : String(error));
}
