import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatText } from '../language/format/format.ts';
import { pathwayFilesBelow } from '../server/node/folder.ts';
import { whyNot } from '../server/node/why.ts';
import { writeAtomically } from './files.ts';
import type { ExitCode, Io } from './io.ts';
import { demandPathway, nothingAt, shown } from './open.ts';

export interface FormatCommand {
  readonly check?: boolean;
}

/** What became of one file. */
type Outcome = 'kept' | 'changed' | 'failed';

/** `pathway format`: puts the files at or below the paths into canonical form, or says which are not. */
export function format(paths: readonly string[], options: FormatCommand, io: Io): ExitCode {
  const files = filesAt(paths.length > 0 ? paths : ['.'], io);
  const outcomes = files.map((path) => formatFile(path, options, io));
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  io.out(`${count('changed') > 0 ? '\n' : ''}${summary(count, options)}\n`);
  if (count('failed') > 0) return 2;
  return options.check && count('changed') > 0 ? 1 : 0;
}

/** The files that are meant, each once. */
function filesAt(paths: readonly string[], io: Io): readonly string[] {
  const absolute = paths.map((path) => resolve(io.cwd, path));
  const files = new Set(absolute.flatMap((path) => filesOf(path, io)));
  if (files.size === 0) throw nothingAt(absolute, io);
  return [...files];
}

function filesOf(path: string, io: Io): readonly string[] {
  demandPathway(path, io);
  return statSync(path).isDirectory() ? pathwayFilesBelow(path) : [path];
}

/** Formats one file. What cannot be is said on the error output, and does not keep the others from being formatted. */
function formatFile(path: string, { check }: FormatCommand, io: Io): Outcome {
  const name = shown(path, io);
  try {
    const text = readWhole(path);
    const formatted = formatText(text);
    if ('problem' in formatted) {
      io.err(`${name}:${formatted.line + 1}:${formatted.character + 1}  left as it is: ${formatted.problem}\n`);
      return 'failed';
    }
    if (formatted.text === text) return 'kept';
    if (!check) replace(path, formatted.text);
    io.out(`${name}  ${check ? 'is not in canonical form' : 'formatted'}\n`);
    return 'changed';
  } catch (error) {
    io.err(`${name}  left as it is: ${whyNot(error).replace(/\.?$/, '.')}\n`);
    return 'failed';
  }
}

/** Reads a file with its byte order mark. */
function readWhole(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('it is not a text file in UTF-8. Save it as UTF-8 and try again.');
  }
}

/** Writes over a file; one that is write-protected stays as it is. */
function replace(path: string, text: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new Error('it is write-protected.');
  }
  writeAtomically(path, text);
}

function summary(count: (outcome: Outcome) => number, { check }: FormatCommand): string {
  const [kept, changed, failed] = [count('kept'), count('changed'), count('failed')];
  const files = kept + changed + failed;
  const parts = [
    `${changed} ${check ? 'to be formatted' : 'formatted'}`,
    `${kept} already in canonical form`,
    ...(failed > 0 ? [`${failed} left as ${failed === 1 ? 'it is' : 'they are'}`] : []),
  ];
  return `${files} file${files === 1 ? '' : 's'}: ${parts.join(', ')}.`;
}
