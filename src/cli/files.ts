import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './io.ts';

/** Writes a file whole or not at all: into a file beside it first, which then takes its place. */
export function writeAtomically(path: string, text: string): void {
  if (!existsSync(dirname(path)))
    throw new UsageError(`There is no folder ${dirname(path)}: make it first, or write elsewhere.`);
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
