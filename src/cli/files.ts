import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Io, UsageError } from './io.ts';
import { shown } from './open.ts';

/** Refuses to write what a command makes under the name of a pathway file: what people wrote there would be lost. */
export function demandNoPathwayFile(what: string, file: string, ending: string, io: Io): void {
  const path = resolve(io.cwd, file);
  if (!/\.pathway$/i.test(path)) return;
  const instead = shown(path.replace(/\.pathway$/i, ending), io);
  throw new UsageError(
    `${what} was not written: ${shown(path, io)} is the name of a pathway file, whose text would be lost. Give another name, such as ${instead}.`,
  );
}

/**
 * Does something that must not be left half done. Somebody who presses Ctrl+C meanwhile ends the program as soon as it
 * is done, and not before.
 */
export async function undivided<T>(work: () => T): Promise<T> {
  let wanted: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals): void => {
    wanted = signal;
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, note);
  try {
    return work();
  } finally {
    // A signal is only told of once the work has returned.
    await new Promise((done) => setImmediate(done));
    for (const signal of signals) process.off(signal, note);
    if (wanted !== undefined) process.kill(process.pid, wanted);
  }
}

/** Writes a file whole or not at all: into a file beside it first, which then takes its place. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  if (!existsSync(dirname(path)))
    throw new UsageError(`There is no folder ${dirname(path)}: make it first, or write elsewhere.`);
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
