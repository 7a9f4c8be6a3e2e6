import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { sleep } from '../processes.ts';

const longest = 15 * 60_000;

/** Does some work while no other process does work under the same lock file; waits for the other to end first. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    if (isForsaken(file)) rmSync(file, { force: true });
    else await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** True when the process that took the lock is gone, or so long at it that its number must be another's by now. */
function isForsaken(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    return age > longest || !isRunning(Number(readFileSync(file, 'utf8')));
  } catch {
    // It was given back just now.
    return false;
  }
}

function isRunning(owner: number): boolean {
  // Without a number yet: the lock is only just being written.
  if (!owner) return true;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
