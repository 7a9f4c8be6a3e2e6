import { resolve } from 'node:path';
import { reportBetween } from './diff/between.ts';
import { htmlOf } from './diff/html.ts';
import { jsonOf } from './diff/json.ts';
import { markdownOf } from './diff/markdown.ts';
import { type DiffCommand, type DiffFormat, diffFiles, type FailOn } from './diff/options.ts';
import { readSides } from './diff/read.ts';
import { fails, type Report, reportOf } from './diff/report.ts';
import { type Asked, type Side, type Sides, sidesOf } from './diff/sides.ts';
import { svgPictureOf } from './diff/svg.ts';
import { textOf } from './diff/text.ts';
import { headlineOf } from './diff/words.ts';
import { formatFor } from './endings.ts';
import { writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, nothingAt, shown } from './open.ts';

/** `pathway diff`: says what differs in meaning between two versions of a project. */
export async function diff(asked: Asked, options: DiffCommand, io: Io): Promise<ExitCode> {
  const format = formatOf(options, io);
  const asOf = asOfOption(options.asOf, io);
  const report = options.between === undefined ? versions(asked, options, asOf, io) : beside(asked, options, asOf, io);
  await print(report, format, options, io);
  const kinds: readonly FailOn[] = [...(options.failOn ?? []), ...(options.exitCode ? (['changed'] as const) : [])];
  return fails(report, kinds) ? 1 : 0;
}

function versions(asked: Asked, { pathway, and }: DiffCommand, asOf: string, io: Io): Report {
  if (and !== undefined) throw new UsageError("'--and' goes with '--between': say which two are to be compared.");
  const sides = sidesOf(asked, io);
  const empty = [sides.before, sides.after].filter(isEmpty).flatMap(({ paths }) => paths);
  if (empty.length > 0 && !asked.mayBeEmpty) throw nothingAt(empty, io);
  const read = readSides(sides, asOf);
  if (read.pairs.length === 0) throw nothingToCompare(sides, read.unreadable, io);
  return reportOf(sides, read, pathway);
}

function beside(
  { words, limits = [] }: Asked,
  { between = '', and, pathway }: DiffCommand,
  asOf: string,
  io: Io,
): Report {
  if (pathway !== undefined)
    throw new UsageError("'--pathway' goes with two versions: '--between' says already which pathways are meant.");
  return reportBetween([...words, ...limits], { between, ...(and !== undefined && { and }) }, asOf, io);
}

/** Whether it was named, and there is nothing in it: a slip, rather than a project that was removed. */
const isEmpty = ({ version, paths, named }: Side): boolean =>
  named === true && paths.every((path) => version.filesAt(path).length === 0);

function nothingToCompare({ before, after }: Sides, unreadable: readonly string[], io: Io): UsageError {
  if (unreadable.length > 0) return new UsageError(unreadable.join('\n'));
  return nothingAt([...new Set([...before.paths, ...after.paths])], io);
}

function formatOf({ format: asked, output }: DiffCommand, io: Io): DiffFormat {
  if (output === undefined) return asked ?? 'text';
  return formatFor({ what: 'What has changed', output, asked, files: diffFiles, otherwise: 'text' }, io);
}

async function print(report: Report, format: DiffFormat, { output }: DiffCommand, io: Io): Promise<void> {
  if (output === undefined) {
    io.out(await rendered(report, format, io));
    return;
  }
  const path = resolve(io.cwd, output);
  // A file is read on no terminal.
  writeAtomically(path, await rendered(report, format, { ...io, terminal: false, colour: false, width: undefined }));
  io.out(`${headlineOf(report)}\nWritten: ${shown(path, io)}\n`);
}

async function rendered(report: Report, format: DiffFormat, io: Io): Promise<string> {
  switch (format) {
    case 'text':
      return textOf(report, io);
    case 'json':
      return jsonOf(report, io);
    case 'markdown':
      return markdownOf(report, io);
    case 'html':
      return htmlOf(report, io);
    case 'svg':
      return svgPictureOf(report);
  }
}
