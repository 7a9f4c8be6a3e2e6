import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  fstatSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { whyNot } from '../server/node/why.ts';
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
 * Does something that must not be left half done. Somebody who presses Ctrl+C meanwhile, or closes the terminal, ends the
 * program as soon as it is done, and not before.
 */
export async function undivided<T>(work: () => T): Promise<T> {
  let wanted: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals): void => {
    wanted = signal;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, note);
  try {
    return work();
  } finally {
    // A signal is only told of when the program next looks what has come in: between the two.
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    for (const signal of signals) process.off(signal, note);
    if (wanted !== undefined) process.kill(process.pid, wanted);
  }
}

/**
 * Writes a file whole or not at all: into a file beside it first, which then takes its place. A link stays a link, and
 * the file keeps who may read it. What is no file, such as a pipe or a device, is written into.
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  let beside: string | undefined;
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new UsageError(`${path} is a folder: give the name of a file.`);
    if (there && isOutput(there)) return void process.stdout.write(content);
    if (there && !there.isFile()) return writeFileSync(path, content);
    const file = behindLinks(path);
    if (!existsSync(dirname(file)))
      throw new UsageError(`There is no folder ${dirname(file)}: make it first, or write elsewhere.`);
    beside = `${file}.${randomBytes(4).toString('hex')}.tmp`;
    writeFileSync(beside, content);
    if (there) chmodSync(beside, there.mode);
    renameSync(beside, file);
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    throw error instanceof UsageError ? error : new UsageError(`${path} cannot be written: ${whyNot(error)}.`);
  }
}

/** Where a link leads to, also where nothing is there yet. */
function behindLinks(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
  return behindLinks(resolve(realpathSync(dirname(path)), readlinkSync(path)));
}

/** Whether it is what the program's output goes to, by whatever name: that is no file to be replaced. */
function isOutput({ dev, ino }: Stats): boolean {
  try {
    const output = fstatSync(1);
    return output.dev === dev && output.ino === ino;
  } catch {
    return false;
  }
}
