import { type Change, change } from './change.ts';
import type { Sheet } from './sheet.ts';

/** Takes out what stands between two offsets; with its lines and a comment behind it, where nothing else stands on them. */
export function takeOut(sheet: Sheet, start: number, end: number): Change {
  if (!sheet.startsLine(start) || sheet.behind(end) === 'text') {
    const spaces = /^[ \t]*/.exec(sheet.text.slice(end))![0].length;
    const alone = sheet.behind(end) !== 'text';
    const before = /[ \t]*$/.exec(sheet.text.slice(sheet.lineStart(start), start))![0].length;
    return alone ? change(start - before, end, '') : change(start, end + spaces, '');
  }
  const from = sheet.lineStart(start);
  const to = sheet.nextLine(end);
  // Of the blank lines on both sides, only those before stay.
  const blankBefore = /(?:^|\n)[ \t]*\r?\n$/.test(sheet.text.slice(0, from)) || from === 0;
  const blankAfter = blankBefore ? /^(?:[ \t]*\r?\n)?/.exec(sheet.text.slice(to))![0].length : 0;
  return change(from, to + blankAfter, '');
}

/** Words of declarations that speak of the register: they stand before what uses it. */
const users: ReadonlySet<string> = new Set(['vocabulary', 'specification', 'pathway', 'view', 'scenario']);

/**
 * Writes a declaration behind the last one of its word; else before the first that uses the register; else at the end. A
 * project comes before everything.
 */
export function declareAtTop(sheet: Sheet, word: string, declaration: string): Change {
  const { lineEnd } = sheet;
  const written = declaration.split('\n').join(lineEnd);
  const spans = declaration.includes('\n');
  const top = sheet.top;
  const like = top.findLast(({ words }) => words[0] === word);
  if (like) {
    const at = sheet.nextLine(like.end);
    const apart = spans || sheet.text.slice(like.start, like.end).includes('\n') ? lineEnd : '';
    if (sheet.text[at - 1] !== '\n') return change(at, at, lineEnd + apart + written + lineEnd);
    const blankFollows = at < sheet.text.length && sheet.text.slice(at, sheet.lineEndAt(at)).trim() === '';
    return change(
      at,
      at,
      apart + written + lineEnd + (apart !== '' && !blankFollows && at < sheet.text.length ? lineEnd : ''),
    );
  }
  const first = users.has(word) ? undefined : top.find(({ words }) => word === 'project' || users.has(words[0]!));
  if (first) {
    const at = aboveComments(sheet, first.start);
    return change(at, at, written + lineEnd + lineEnd);
  }
  const end = sheet.text.length;
  const open = sheet.text !== '' && !sheet.text.endsWith('\n') ? lineEnd : '';
  const blank = sheet.text.trim() === '' ? '' : lineEnd;
  return change(end, end, open + blank + written + lineEnd);
}

/** The start of the line of an offset, or of the first of the comments right above it. */
export function aboveComments(sheet: Sheet, offset: number): number {
  let at = sheet.lineStart(offset);
  while (at > 0) {
    const before = sheet.lineStart(at - 1);
    if (!sheet.text.slice(before, at).trim().startsWith('#')) break;
    at = before;
  }
  return at;
}
