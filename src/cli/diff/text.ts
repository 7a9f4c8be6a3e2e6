import type { ReadingEntry } from '../../changes/reading.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import { type Paint, paintOf } from '../terminal/paint.ts';
import { cutTo, shownSafely, wrap } from '../terminal/width.ts';
import { type Excerpt, excerptOf, signOf, whereOf } from './entries.ts';
import type { Compared, Report } from './report.ts';
import { betweenLine, troubleLine, unchangedLine } from './words.ts';

/** Narrower than this nothing reads well; a narrower terminal wraps by itself. */
const NARROWEST = 40;

/** How many lines of each text stand below a sentence. */
const LINES = 4;

/** What has changed, for people on a terminal: the headline, then each sentence with its place and the lines behind it. */
export function textOf(report: Report, io: Io): string {
  const { strong } = paintOf(io);
  const head = paragraph(betweenLine(report), '', io);
  const unreadable = report.unreadable.flatMap((sentence) => paragraph(sentence, '', io));
  if (report.projects.length === 0) return blocks([[...head, ...unreadable], paragraph(unchangedLine(report), '', io)]);
  const several = report.projects.length > 1;
  const parts = report.projects.flatMap((compared) => [
    [...(several ? [strong(shownSafely(compared.title).toUpperCase())] : []), ...headline(compared, io)],
    ...troubles(compared, io),
    ...compared.reading.groups.flatMap(({ heading, entries }) => [
      [strong(shownSafely(heading))],
      ...entries.map((entry) => entryLines(entry, compared, io)),
    ]),
  ]);
  return blocks([[...head, ...unreadable], ...parts]);
}

const blocks = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;

function headline({ reading }: Compared, io: Io): readonly string[] {
  return paragraph(reading.headline, '', io).map(paintOf(io).strong);
}

function troubles({ comparison }: Compared, io: Io): readonly (readonly string[])[] {
  return comparison.troubles.map(({ side, message, place }) =>
    paragraph(troubleLine(side, message, `${shownUri(place.file, io)}:${place.line + 1}`), '', io).map(
      paintOf(io).error,
    ),
  );
}

function entryLines(entry: ReadingEntry, compared: Compared, io: Io): readonly string[] {
  const paint = paintOf(io);
  const sign = signOf(entry);
  const [first = '', ...rest] = paragraph(entry.sentence, '  ', io);
  const where = whereOf(entry, compared, io);
  return [
    `${paintSign(sign, paint)(sign)} ${first.slice(2)}`,
    ...rest,
    ...(where === undefined ? [] : [`  ${paint.faint('-->')} ${where}`]),
    ...excerptLines(excerptOf(entry, compared, LINES), io),
  ];
}

function paintSign(sign: ReturnType<typeof signOf>, paint: Paint): (text: string) => string {
  return { '+': paint.good, '-': paint.error, '~': paint.warning, '!': paint.error, '✓': paint.good, '•': paint.info }[
    sign
  ];
}

function excerptLines({ lines, left }: Excerpt, io: Io): readonly string[] {
  const paint = paintOf(io);
  const width = Math.max(0, ...lines.map(({ number }) => String(number).length));
  const shown = lines.map(({ sign, number, text }) => {
    const line = `${sign} ${String(number).padStart(width)} | ${shownSafely(text.replaceAll('\t', '  '))}`;
    const cut = io.width === undefined ? line : cutTo(line, Math.max(io.width, NARROWEST) - 2);
    return `  ${sign === '-' ? paint.error(cut) : paint.good(cut)}`;
  });
  return left === 0 ? shown : [...shown, paint.faint(`  and ${left} more ${left === 1 ? 'line' : 'lines'}`)];
}

function paragraph(text: string, indent: string, { width }: Io): readonly string[] {
  const safe = shownSafely(text);
  const lines = width === undefined ? [safe] : wrap(safe, Math.max(width, NARROWEST) - indent.length);
  return lines.map((line) => indent + line);
}
