import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Three } from '../../merge/comments.ts';
import { mergeLines } from '../../merge/lines.ts';
import { type Labels, type MergedText, mergeTexts } from '../../merge/merge.ts';
import type { Conflict } from '../../merge/parts.ts';
import { writeAtomically } from '../files.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';

export interface MergeCommand {
  /** The file's path as people know it: git hands over copies. */
  readonly path?: string;
  readonly markerSize?: number;
  readonly oursLabel?: string;
  readonly theirsLabel?: string;
  readonly baseLabel?: string;
}

/**
 * `pathway merge`: git's merge driver. Writes what comes of three versions over that of ours; ends with 1 where a person
 * has something to decide.
 */
export function merge(files: Three<string>, options: MergeCommand, io: Io): ExitCode {
  const bytes = { base: read(files.base, io), ours: read(files.ours, io), theirs: read(files.theirs, io) };
  const texts = asText(bytes);
  const labels = labelsOf(options, io);
  const { text, undecided, conflicts, by } = texts ? mergedText(texts, labels) : mergedBytes(bytes, labels);
  writeAtomically(resolve(io.cwd, files.ours), texts ? text : Buffer.from(text, 'latin1'));
  const name = options.path ?? basename(files.ours);
  if (by === 'lines') io.err(`${name}: merged line by line, because one version of it cannot be understood in full.\n`);
  for (const conflict of conflicts) io.err(`${name}: ${sentenceOf(conflict)}\n`);
  return undecided > 0 ? 1 : 0;
}

function read(path: string, io: Io): Buffer {
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The texts; nothing where one is no text in UTF-8. */
function asText({ base, ours, theirs }: Three<Buffer>): Three<string> | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return { base: decoder.decode(base), ours: decoder.decode(ours), theirs: decoder.decode(theirs) };
  } catch {
    return undefined;
  }
}

function mergedText(texts: Three<string>, labels: Labels): MergedText {
  try {
    return mergeTexts(texts, labels);
  } catch {
    // Whatever goes wrong here, git must get a merge in which nothing is lost.
    return byLines(texts, labels);
  }
}

/** What is no text in UTF-8 is merged byte by byte: in this encoding each stands for itself. */
function mergedBytes({ base, ours, theirs }: Three<Buffer>, labels: Labels): MergedText {
  const texts = { base: base.toString('latin1'), ours: ours.toString('latin1'), theirs: theirs.toString('latin1') };
  return byLines(texts, labels);
}

function byLines(texts: Three<string>, { markerSize = 7, ...labels }: Labels): MergedText {
  const { text, conflicts } = mergeLines(texts, { ...labels, size: markerSize, lineEnd: '\n' });
  return { text, undecided: conflicts, conflicts: [], by: 'lines' };
}

function labelsOf({ oursLabel, theirsLabel, baseLabel, markerSize }: MergeCommand, io: Io): Labels {
  return {
    ours: known(oursLabel) ?? 'ours',
    theirs: known(theirsLabel) ?? 'theirs',
    ...(showsBase(io) && { base: known(baseLabel) ?? 'base' }),
    ...(markerSize !== undefined && { markerSize }),
  };
}

/** Git before 2.45 does not know its own signs for labels, and hands them over as they are. */
function known(label: string | undefined): string | undefined {
  return label === undefined || label === '' || /^%[SXY]$/.test(label) ? undefined : label;
}

/** Whether somebody asked git to show in conflicts what was there before. */
function showsBase({ cwd }: Io): boolean {
  try {
    const words = ['config', 'merge.conflictStyle'];
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];
    return /diff3/.test(execFileSync('git', words, { cwd, stdio, encoding: 'utf8', windowsHide: true }));
  } catch {
    return false;
  }
}

/** What a person has to decide, in one sentence and what each side says. */
function sentenceOf({ kind, within, what, ours, theirs }: Conflict): string {
  const where = within.length === 0 ? '' : ` of ${within.at(-1)}`;
  const says = (who: string, said: string | undefined) => (said === undefined ? '' : `\n    ${who}: ${said}`);
  const sides = `${says('ours', ours)}${says('theirs', theirs)}`;
  if (kind === 'both') return `${what}${where} was changed on both sides.${sides}`;
  const [removed, changed] = kind === 'ours-removed' ? ['ours', 'theirs'] : ['theirs', 'ours'];
  return `${what}${where} was changed by ${changed} and taken out by ${removed}.${sides}`;
}
