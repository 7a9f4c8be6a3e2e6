import { distance } from 'fastest-levenshtein';
import { bodyKey, isAcronymOf } from './bodies-in.ts';

/** Whether two names may well be of one organisation, so that somebody has to say. Both are as they are written. */
export function looksLike(one: string, other: string): boolean {
  const [first, second] = [bodyKey(one), bodyKey(other)];
  if (first === second) return false;
  if (isAcronymOf(one, other) || isAcronymOf(other, one)) return true;
  const [left, right] = [essence(first), essence(second)];
  if (left.length > 0 && left.join(' ') === right.join(' ')) return true;
  if (first.replaceAll(' ', '') === second.replaceAll(' ', '')) return true;
  return differInASlip(first.split(' '), second.split(' '));
}

/** The words without those that one organisation is called with or without. */
function essence(key: string): readonly string[] {
  return key.split(' ').filter((word) => !optional.has(word));
}

const optional = new Set([
  ...['nhs', 'trust', 'foundation', 'service', 'services', 'team', 'group', 'uk'],
  ...['city', 'county', 'borough', 'metropolitan', 'district', 'partnership', 'of', 'and'],
]);

/** Whether one word differs, by a letter or two. North and South differ by more, and so do numbers. */
function differInASlip(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at]!] as const]));
  const [pair] = differing;
  if (!pair || differing.length > 1 || pair.some((word) => /\d/.test(word) || word.length < 4)) return false;
  return distance(pair[0], pair[1]) <= Math.max(1, Math.floor(Math.min(pair[0].length, pair[1].length) / 4));
}
