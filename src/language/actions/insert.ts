import type { Place } from '../../model/place.ts';
import { lineOrder } from '../format/order.ts';
import { type Change, change } from './change.ts';
import type { Body, Member, Sheet } from './sheet.ts';

/**
 * Writes new facts into the block at a place, each where the canonical order wants it. A block without a body gets one,
 * and one whose body stands on one line is opened out. `block` is the grammar rule of the block.
 */
export function insertFacts(sheet: Sheet, place: Place, block: string, facts: readonly string[]): readonly Change[] {
  const sorted = facts.toSorted((a, b) => rankOf(block, a) - rankOf(block, b));
  const body = sheet.body(place);
  if (!body) return giveBody(sheet, place, sorted);
  if (onOneLine(sheet, body)) return [openOut(sheet, place, body, block, sorted)];
  const after = new Map<Member | undefined, string[]>();
  for (const fact of sorted) {
    const member = body.members.findLast((one) => one.fact && rankOf(block, one.words[0]!) <= rankOf(block, fact));
    after.set(member, [...(after.get(member) ?? []), fact]);
  }
  return [...after].map(([member, lines]) => insertAfter(sheet, place, body, member, lines));
}

/**
 * Writes a new block into the block at a place: behind the last of its blocks that start with one of the words, else at
 * its end. The lines of the new block are given without the indentation of the first.
 */
export function insertBlock(
  sheet: Sheet,
  place: Place,
  lines: readonly string[],
  words: readonly string[],
): readonly Change[] {
  const body = sheet.body(place);
  const step = sheet.step;
  const given = lines.map((line) => line.replace(/^(?: {2})+/, (spaces) => step.repeat(spaces.length / 2)));
  if (!body) return giveBody(sheet, place, given);
  if (onOneLine(sheet, body)) return [openOut(sheet, place, body, '', given)];
  const like = body.members.findLast((one) => words.includes(one.words[0]!));
  return [insertAfter(sheet, place, body, like ?? body.members.at(-1), given, words)];
}

/** Writes a new block behind the one that starts at an offset, in the block at a place that spans lines. */
export function insertBehind(sheet: Sheet, place: Place, start: number, lines: readonly string[]): readonly Change[] {
  const body = sheet.body(place);
  const member = body?.members.find((one) => one.start === start);
  return body && member ? [insertAfter(sheet, place, body, member, lines, [])] : [];
}

/** Whether the block at a place has its braces on different lines. */
export function spansLines(sheet: Sheet, place: Place): boolean {
  const body = sheet.body(place);
  return body?.close !== undefined && !onOneLine(sheet, body);
}

/** Whether a block takes the fact. `block` is its grammar rule; what has no braces takes none. */
export function takesFact(block: string, fact: string): boolean {
  return lineOrder[block]?.facts.includes(fact) ?? false;
}

/** Where a fact stands among the facts of its block. */
export function rankOf(block: string, fact: string): number {
  const word = fact.split(' ')[0]!;
  const facts = lineOrder[block]?.facts ?? [];
  const rank = facts.findIndex((entry) => entry.split(' ').includes(word));
  return rank < 0 ? facts.length : rank;
}

function onOneLine(sheet: Sheet, { open, close }: Body): boolean {
  return close !== undefined && !sheet.text.slice(open, close).includes('\n');
}

/** The indentation of the lines of a block. */
function inside(sheet: Sheet, place: Place, body: Body | undefined): string {
  const member = body?.members.find(({ start }) => sheet.startsLine(start));
  return member ? sheet.indentAt(member.start) : sheet.indentAt(sheet.startOf(place)) + sheet.step;
}

/** Nothing is written where the opening brace is what is missing: that is to be put right first. */
function giveBody(sheet: Sheet, place: Place, lines: readonly string[]): readonly Change[] {
  const end = sheet.endOf(place);
  if (sheet.between(sheet.startOf(place) + 1, end).some(({ startOffset }) => sheet.starts.has(startOffset))) return [];
  const outer = sheet.indentAt(sheet.startOf(place));
  const written = [...lines.map((line) => outer + sheet.step + line), `${outer}}`];
  if (sheet.behind(end) !== 'comment') return [change(end, end, [' {', ...written].join(sheet.lineEnd))];
  const next = sheet.lineEndAt(end);
  return [change(end, end, ' {'), change(next, next, sheet.lineEnd + written.join(sheet.lineEnd))];
}

function openOut(sheet: Sheet, place: Place, body: Body, block: string, lines: readonly string[]): Change {
  const { open, close, members } = body;
  const outer = sheet.indentAt(sheet.startOf(place));
  const there = members.map(({ start, end }) => sheet.text.slice(start, end));
  const all = [...there];
  for (const line of lines) {
    const before =
      block === '' ? all.length - 1 : all.findLastIndex((one) => rankOf(block, one) <= rankOf(block, line));
    all.splice(before + 1, 0, line);
  }
  return change(open, close!, ['', ...all.map((line) => outer + sheet.step + line), outer].join(sheet.lineEnd));
}

/** Writes lines behind a member of a body that spans lines, or right behind its opening brace. */
function insertAfter(
  sheet: Sheet,
  place: Place,
  body: Body,
  member: Member | undefined,
  lines: readonly string[],
  like?: readonly string[],
): Change {
  const { lineEnd } = sheet;
  const end = member?.end ?? body.open;
  const indent = inside(sheet, place, body);
  const index = member ? body.members.indexOf(member) : -1;
  const following = body.members[index + 1];
  const before = member !== undefined && apart(sheet, member, lines, like) ? [''] : [];
  const after = following !== undefined && apart(sheet, following, lines, like) ? [''] : [];
  const written = lines.map((line) => (line === '' ? '' : indent + line));
  if (sheet.behind(end) === 'text') {
    const closes = following === undefined;
    const rest = closes ? sheet.indentAt(sheet.startOf(place)) : indent;
    const next = closes ? body.close! : following.start;
    return change(end, next, ['', ...before, ...written, ...after, rest].join(lineEnd));
  }
  const at = behindComments(sheet, end);
  const blankFollows = sheet.text.slice(at, sheet.lineEndAt(at)).trim() === '' && at < sheet.text.length;
  const all = [...before, ...written, ...(blankFollows ? [] : after)];
  if (sheet.text[at - 1] !== '\n') return change(at, at, ['', ...all].join(lineEnd));
  return change(at, at, all.map((line) => line + lineEnd).join(''));
}

/**
 * Whether a blank line stands between what is written and the member beside it: between facts and blocks, and around
 * blocks that span lines. `like` are the words that new blocks go along with; facts have none.
 */
function apart(sheet: Sheet, member: Member, lines: readonly string[], like: readonly string[] | undefined): boolean {
  const spans = sheet.text.slice(member.start, member.end).includes('\n');
  if (!like) return !member.fact && spans;
  return lines.length > 1 || spans || (member.fact && !like.includes(member.words[0]!));
}

/** The start of the line behind an offset; comments that go on in the same column belong to the line before. */
export function behindComments(sheet: Sheet, offset: number): number {
  const column = sheet.text
    .slice(sheet.lineStart(offset), sheet.lineEndAt(offset))
    .indexOf('#', offset - sheet.lineStart(offset));
  let at = sheet.nextLine(offset);
  while (column > 0 && sheet.text[at + column] === '#' && sheet.text.slice(at, at + column).trim() === '')
    at = sheet.nextLine(at);
  return at;
}
