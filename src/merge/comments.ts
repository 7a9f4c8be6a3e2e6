import { commentsIn } from './document.ts';

/** The same place of three texts: where they come from, as one side has it, as the other does. */
export interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** What is new on the other side, and what it took out. Each comment counts as often as it is there. */
export interface News {
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

export function newsOf({ base, ours, theirs }: Three<string>): News {
  const [before, here, there] = [commentsIn(base), commentsIn(ours), commentsIn(theirs)];
  return { come: without(without(there, before), without(here, before)), gone: without(before, there) };
}

/** All of one list but what is in the other, as often as it is there. */
export function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const times = left.get(one) ?? 0;
    if (times > 0) left.set(one, times - 1);
    return times === 0;
  });
}

/**
 * The blank lines and comments between two lines, brought together. Comments never conflict: where two people wrote one
 * at the same place, both are kept. Everything else stays as ours has it.
 */
export function mergeBetween(three: Three<string>, indent: string, lineEnd: string): string {
  const { come, gone } = newsOf(three);
  if (come.length === 0 && gone.length === 0) return three.ours;
  const lines = linesOf(three.ours);
  const rest = three.ours.slice(lines.join('').length);
  const left = [...gone];
  const kept = lines.filter((line) => {
    const at = left.indexOf(line.trim());
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const there = linesOf(three.theirs).map((line) => line.trim());
  for (const comment of come) {
    const at = there.indexOf(comment);
    const above = there.slice(0, at).findLast((line) => line !== '' && placeOf(line, kept) >= 0);
    const place = above === undefined ? firstComment(kept) : placeOf(above, kept) + 1;
    const apart = there[at - 1] === '' && place > 0 && kept[place - 1]!.trim() !== '' ? [lineEnd] : [];
    kept.splice(place, 0, ...apart, indent + comment + lineEnd);
  }
  return kept.join('') + rest;
}

/** Whole lines, each with what ends it. */
function linesOf(between: string): readonly string[] {
  return between.match(/[^\n]*\n/g) ?? [];
}

function placeOf(comment: string, lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() === comment);
}

/** Where the comments start, or could. */
function firstComment(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.trim() !== '');
  return at < 0 ? lines.length : at;
}
