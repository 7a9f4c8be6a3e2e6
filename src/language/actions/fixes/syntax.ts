import type { Finding } from '../../../rules/finding.ts';
import { sharedServices } from '../../file-store.ts';
import { isComment } from '../../format/items.ts';
import { parse } from '../../parser.ts';
import { readText, writeText } from '../../text.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { applied, CARET, type Change, change } from '../change.ts';
import { takeOut } from '../lines.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/**
 * What is wrong with the text itself, put right. Each slip is known by what its message tells the author to do. Only
 * what leaves fewer slips than before is offered.
 */
export const syntax: Family = ({ file, findings }) => {
  const sheet = sheetOf(file);
  const before = file.problems.length;
  return findings
    .filter(({ rule }) => rule === 'syntax-error')
    .flatMap((finding) => {
      const slip: Slip = { sheet, finding, start: sheet.startOf(finding.place), end: sheet.endOf(finding.place) };
      return slips.flatMap(({ says, mend }) => {
        const match = says.exec(finding.message);
        return match ? mend(slip, match) : [];
      });
    })
    .filter(({ changes, finding }) => mends(file.text, changes, finding, before))
    .map(
      ({ title, changes, finding }, index): Action => ({
        title,
        kind: QUICK_FIX,
        changes: inFile(file.uri, changes),
        findings: [finding],
        ...(index === 0 && { preferred: true as const }),
      }),
    );
};

interface Slip {
  readonly sheet: Sheet;
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

interface Mending {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly finding: Finding;
}

/**
 * Whether the text has fewer slips. Only one shows of a line, so the next may show in its place, further on. So may the
 * next missing brace, which this one has hidden.
 */
function mends(before: string, changes: readonly Change[], { message, place }: Finding, slips: number): boolean {
  const text = applied(before, changes);
  const { problems } = parse(sharedServices(), text);
  if (problems.length !== slips) return problems.length < slips;
  const inLine = problems.filter(({ start }) => text.slice(0, start).split('\n').length - 1 === place.line);
  if (message.includes(' is not closed: ')) return !inLine.some((problem) => problem.message === message);
  if (!ofItself.test(message)) return false;
  const [only] = changes;
  const mended = only === undefined || changes.length > 1 ? text.length : only.start + only.text.length;
  return inLine.length > 0 && inLine.every(({ start }) => start >= mended);
}

/** Slips that are slips whatever stands around them. */
const ofItself =
  /has (?:a space in it|no spaces): |is not a financial year: |is no amount of money: |between (?:straight )?double quotes/;

/** What a message says, and what follows from it. */
const slips: readonly { readonly says: RegExp; readonly mend: (slip: Slip, match: RegExpExecArray) => Mending[] }[] = [
  {
    says: /Did you mean '([^']+)'\?$/,
    mend: (slip, [, word = '']) => [replace(slip, `Did you mean '${word}'?`, word)],
  },
  {
    says: /has no opening brace: add '\{'/,
    mend: (slip) => [put(slip, "Add the '{' that is missing", slip.end, ' {')],
  },
  { says: /^(?:This )?(\S+).* is not closed: add '\}'/, mend: closeBlock },
  {
    says: /^This closing brace closes nothing/,
    mend: (slip) => [mending(slip, "Take out this '}'", takeOut(slip.sheet, slip.start, slip.end))],
  },
  { says: /has no closing quote/, mend: (slip) => [put(slip, 'Add the quote that is missing', slip.end, '"')] },
  {
    says: /starts with three quotes and never ends/,
    mend: (slip) => [put(slip, 'Add the three quotes that are missing', slip.end, '"""')],
  },
  {
    says: /replace the curly ones/,
    mend: (slip) => {
      const text = writeText(readText(slip.sheet.text.slice(slip.start, slip.end)));
      return [replace(slip, 'Write straight quotes', text)];
    },
  },
  {
    says: /: put quotes around '/,
    mend: (slip) => {
      const words = slip.sheet.text.slice(slip.start, slip.end);
      return [replace(slip, 'Put quotes around it', writeText(words))];
    },
  },
  {
    says: /^(?:A (?:name|unit) has no spaces|'[^']+' (?:has a space in it|has no currency sign|is not written in full|is not a financial year)): write '([^']+)'\.$/,
    mend: (slip, [, word = '']) => [replace(slip, `Write '${word}'`, word)],
  },
  { says: /texts stand between straight double quotes, "like this"\.$/, mend: straightQuotes },
  { says: /a range is written with 'to'/, mend: range },
  { says: /write each fact on a line of its own\.$/, mend: list },
  { says: /is too much on this line: each fact stands on a line of its own/, mend: twoValues },
  { says: /a fact is its keyword, a space and its value\.$/, mend: withoutSign },
  { says: /a comment starts with #\.$/, mend: comment },
  { says: /^'[^']+' is not a month\. .*write '/, mend: years },
  {
    says: /leave the line out until it is known\.$/,
    mend: (slip) => {
      const [start, end] = lineOf(slip);
      return [mending(slip, 'Take out this line', takeOut(slip.sheet, start, end))];
    },
  },
  { says: /^After '([\w-]+)' comes [^.]*'unknown'[^']*(?:'none'|'not-applicable')[^,]*\.$/, mend: brokenOff },
];

function mending({ finding }: Slip, title: string, ...changes: readonly Change[]): Mending {
  return { title, changes, finding };
}

function replace(slip: Slip, title: string, text: string): Mending {
  return mending(slip, title, change(slip.start, slip.end, text));
}

function put(slip: Slip, title: string, at: number, text: string): Mending {
  return mending(slip, title, change(at, at, text));
}

/** The brace goes on a line of its own, below the last line of the block, as deep as the block's first line. */
function closeBlock(slip: Slip, [, kind = '']: RegExpExecArray): Mending[] {
  const { sheet, finding, end } = slip;
  const said = /\(line (\d+)\)/.exec(finding.message)?.[1];
  const head = said === undefined ? openingAbove(sheet, kind, end) : sheet.offset(Number(said) - 1, 0);
  const at = sheet.lineEndAt(end);
  return [put(slip, "Add the '}' that is missing", at, `${sheet.lineEnd}${sheet.indentAt(head)}}`)];
}

function openingAbove(sheet: Sheet, word: string, offset: number): number {
  const head = sheet.tokens.findLast(
    (token) => token.startOffset < offset && token.first && token.image.toLowerCase() === word.toLowerCase(),
  );
  return head?.startOffset ?? 0;
}

/** Single and curly quotes around a text. */
function straightQuotes(slip: Slip): Mending[] {
  const rest = slip.sheet.text.slice(slip.start, slip.sheet.lineEndAt(slip.start));
  const found = /^(?:'([^'"]*)'|‘([^’"]*)’|’([^’"]*)’|[“”„«]([^“”„«»"]*)[“”»"])/.exec(rest);
  if (!found) return [];
  const inner = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
  const text = change(slip.start, slip.start + found[0].length, writeText(inner));
  return [mending(slip, 'Write straight quotes', text)];
}

/** `0-21` becomes `0 to 21`. */
function range(slip: Slip): Mending[] {
  const { text } = slip.sheet;
  const before = /\d([ \t]*)$/.exec(text.slice(slip.sheet.lineStart(slip.start), slip.start));
  const after = /^([ \t]*)\d/.exec(text.slice(slip.end));
  if (!before || !after) return [];
  const whole = change(slip.start - before[1]!.length, slip.end + after[1]!.length, ' to ');
  return [mending(slip, "Write 'to' between the two numbers", whole)];
}

/** The first and the last offset of the fact's line: without what stands around it, a brace or a comment. */
function lineOf({ sheet, start }: Slip): readonly [number, number] {
  const from = sheet.lineStart(start);
  const words = sheet.between(from, sheet.lineEndAt(start)).filter((token) => !isComment(token));
  const open = words.findLastIndex(({ image, startOffset }) => image === '{' && startOffset < start);
  const close = words.findIndex(({ image, startOffset }) => image === '}' && startOffset >= start);
  const inside = words.slice(open + 1, close < 0 ? undefined : close);
  const last = sheet.text.slice(from, sheet.lineEndAt(start)).replace(/\s*(#.*)?$/, '').length;
  const end = close < 0 ? from + last : words[close]!.startOffset;
  return [inside[0]?.startOffset ?? from, sheet.text.slice(0, end).trimEnd().length];
}

/** A list with commas or semicolons becomes a line for each of its values. */
function list(slip: Slip): Mending[] {
  const { sheet } = slip;
  const [start, end] = lineOf(slip);
  const words = sheet.between(start, end);
  const marks = [...sheet.text.slice(start, end).matchAll(/[,;]/g)]
    .map(({ index }) => start + index)
    .filter((at) => !words.some(({ startOffset, endOffset }) => startOffset <= at && at <= endOffset));
  if (marks.length === 0) return [];
  const ends = [...marks, end];
  const parts = ends.map((to, index) => sheet.text.slice(index === 0 ? start : marks[index - 1]! + 1, to).trim());
  const filled = parts.filter((part) => part !== '');
  const [first = ''] = filled;
  if (/^information\s.*\scontaining\s/.test(`${first} `)) {
    const whole = change(start, end, filled.join(' and '));
    return [mending(slip, "Write 'and' between them", whole)];
  }
  const keyword = /^(\S+)\s+\S+$/.exec(first)?.[1] ?? first.split(/\s/)[0]!;
  if (filled.length > 1 && !/^\S+\s+("[^"]*"|\S+)$/.test(first)) return [];
  const lines = filled.map((part, index) =>
    index === 0 || part.startsWith(`${keyword} `) ? part : `${keyword} ${part}`,
  );
  const alone = sheet.startsLine(start) && sheet.behind(end) !== 'text';
  const between = alone ? sheet.lineEnd + sheet.indentAt(start) : '  ';
  return [mending(slip, 'Write each on a line of its own', change(start, end, lines.join(between)))];
}

/** A second value becomes a line of its own. */
function twoValues(slip: Slip): Mending[] {
  const { sheet } = slip;
  const [start, end] = lineOf(slip);
  const before = sheet.text.slice(start, slip.start).trim();
  const keyword = /^(\S+)\s+\S+$/.exec(before)?.[1];
  if (keyword === undefined || !sheet.startsLine(start)) return [];
  const rest = sheet.text.slice(slip.start, end);
  const line = `${before}${sheet.lineEnd}${sheet.indentAt(start)}${keyword} ${rest}`;
  return [mending(slip, `Write '${keyword} ${rest}' on a line of its own`, change(start, end, line))];
}

function withoutSign(slip: Slip): Mending[] {
  const after = /^[ \t]*/.exec(slip.sheet.text.slice(slip.end))![0];
  const before = /[ \t]*$/.exec(slip.sheet.text.slice(slip.sheet.lineStart(slip.start), slip.start))![0];
  const whole = change(slip.start - before.length, slip.end + after.length, ' ');
  return [mending(slip, `Take out '${slip.sheet.text.slice(slip.start, slip.end)}'`, whole)];
}

function comment(slip: Slip): Mending[] {
  const { sheet, start } = slip;
  const whole = /^\/\/+|^\/\*+/.exec(sheet.text.slice(start))?.[0];
  if (whole === undefined) return [];
  const lineEnd = sheet.lineEndAt(start);
  const closing = /\s*\*+\/\s*$/.exec(sheet.text.slice(start, lineEnd))?.[0];
  const changes = [change(start, start + whole.length, '#')];
  if (whole.startsWith('/*') && closing !== undefined) changes.push(change(lineEnd - closing.length, lineEnd, ''));
  return [mending(slip, 'Make it a comment', ...changes)];
}

/** `2015-17`: the author's own digits, as two years or as one financial year. */
function years(slip: Slip): Mending[] {
  const written = [...slip.finding.message.matchAll(/write '([^']+)'/g)].map(([, text = '']) => text);
  return written.map((text) => replace(slip, `Write '${text}'`, text));
}

/** A fact that was broken off after its keyword. */
function brokenOff(slip: Slip, [, word = '']: RegExpExecArray): Mending[] {
  const before = slip.sheet.text.slice(slip.start, slip.end);
  if (before !== word) return [];
  return [put(slip, `Write '${word} unknown' and say why`, slip.end, ` unknown because "${CARET}"`)];
}
