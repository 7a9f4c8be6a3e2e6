import type { TextEdit } from 'vscode-languageserver-types';
import { positions } from '../file-store.ts';

/**
 * The changes that make one text of another, small enough for the caret, folds and marks to stay where they are:
 * lines that stay are not touched, and of lines that only move sideways, only the spaces are.
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const now = linesOf(after);
  const pairs: Pair[] = [];
  pair({ old, now, from: 0, to: old.length, at: 0, until: now.length }, pairs);
  const position = positions(before);
  const edits: TextEdit[] = [];
  let offset = 0;
  let from = 0;
  let at = 0;
  const replace = (to: number, until: number): void => {
    const taken = old.slice(from, to).join('');
    const change = difference(taken, now.slice(at, until).join(''));
    if (change) {
      const range = { start: position(offset + change.start), end: position(offset + change.end) };
      edits.push({ range, newText: change.put });
    }
    offset += taken.length;
    from = to;
    at = until;
  };
  for (const { line, becomes } of pairs) {
    replace(line, becomes);
    replace(line + 1, becomes + 1);
  }
  replace(old.length, now.length);
  return edits;
}

/** A line of the old text and the line of the new one that it has become. */
interface Pair {
  readonly line: number;
  readonly becomes: number;
}

/** A stretch of lines in both texts; the ends are not part of it. */
interface Stretch {
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
}

/** Lines, each with what ends it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Finds lines that say the same, spaces aside: at both ends of the stretch, then those that stand once in each text,
 * which divide it into smaller stretches.
 */
function pair({ old, now, ...stretch }: Stretch, pairs: Pair[]): void {
  let { from, to, at, until } = stretch;
  const same = (line: number, becomes: number): boolean => old[line]!.trim() === now[becomes]!.trim();
  while (from < to && at < until && same(from, at)) pairs.push({ line: from++, becomes: at++ });
  const ending: Pair[] = [];
  while (from < to && at < until && same(to - 1, until - 1)) ending.push({ line: --to, becomes: --until });
  const dividing = ascending(onlyOnce({ old, now, from, to, at, until }));
  if (dividing.length > 0) {
    for (const end of [...dividing, { line: to, becomes: until }]) {
      pair({ old, now, from, to: end.line, at, until: end.becomes }, pairs);
      if (end.line < to) pairs.push(end);
      from = end.line + 1;
      at = end.becomes + 1;
    }
  }
  pairs.push(...ending.reverse());
}

/** The lines that stand once in each of both stretches, in the order of the old one. */
function onlyOnce({ old, now, from, to, at, until }: Stretch): readonly Pair[] {
  const there = places(now, at, until);
  return [...places(old, from, to)].flatMap(([said, line]) => {
    const becomes = there.get(said);
    return line === undefined || becomes === undefined ? [] : [{ line, becomes }];
  });
}

/** Where each line stands; nothing for those that stand more than once. */
function places(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (let at = from; at < to; at++) {
    const said = lines[at]!.trim();
    found.set(said, found.has(said) ? undefined : at);
  }
  return found;
}

/** The longest choice of pairs that do not cross. */
function ascending(pairs: readonly Pair[]): readonly Pair[] {
  interface Chain {
    readonly pair: Pair;
    readonly before: Chain | undefined;
  }
  // The chains by length, each with the end that leaves the most room.
  const best: Chain[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (best[middle]!.pair.becomes < pair.becomes) low = middle + 1;
      else high = middle;
    }
    best[low] = { pair, before: best[low - 1] };
  }
  const chosen: Pair[] = [];
  for (let chain = best.at(-1); chain; chain = chain.before) chosen.push(chain.pair);
  return chosen.reverse();
}

interface Difference {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** What differs between two pieces of text, from the first to the last character that does. */
function difference(old: string, now: string): Difference | undefined {
  if (old === now) return undefined;
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && old.at(-1 - same) === now.at(-1 - same)) same++;
  // What editors take for one character is not cut through.
  if (start > 0 && inside(old, start)) start--;
  if (same > 0 && inside(old, old.length - same)) same--;
  return { start, end: old.length - same, put: now.slice(start, now.length - same) };
}

/** Whether an offset lies within a line end of two characters or a character of two halves. */
function inside(text: string, offset: number): boolean {
  const two = text.slice(offset - 1, offset + 1);
  return two === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(two);
}
