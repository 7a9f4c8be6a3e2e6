import { distance } from 'fastest-levenshtein';
import { bodyKey, isAcronymOf } from './bodies-in.ts';

/** The pairs of names that may well be of one organisation, so that somebody has to say. Each as it is written. */
export function lookAlikes<T extends { readonly label: string }>(all: readonly T[]): readonly (readonly [T, T])[] {
  const made = all.map((one) => ({ one, look: lookOf(one.label) }));
  return made.flatMap(({ one, look }, at) =>
    made.slice(at + 1).flatMap((other) => (alike(look, other.look) ? [[one, other.one] as const] : [])),
  );
}

/** What names are compared by. */
interface Look {
  readonly label: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly essence: string;
  /** Its only word, where it could be made of the first letters of another name. */
  readonly short: boolean;
}

function lookOf(label: string): Look {
  const words = bodyKey(label).split(' ');
  return {
    ...{ label, words, joined: words.join(''), short: words.length === 1 && label.length <= 8 },
    essence: words.filter((word) => !optional.has(word)).join(' '),
  };
}

/** Words that one organisation is called with or without. */
const optional = new Set([
  ...['nhs', 'trust', 'foundation', 'service', 'services', 'team', 'group', 'uk'],
  ...['city', 'county', 'borough', 'metropolitan', 'district', 'partnership', 'of', 'and'],
]);

function alike(one: Look, other: Look): boolean {
  if (one.words.length === other.words.length && one.words.join(' ') === other.words.join(' ')) return false;
  if (one.essence !== '' && one.essence === other.essence) return true;
  if (one.joined === other.joined) return true;
  if (
    one.short !== other.short &&
    isAcronymOf(one.short ? one.label : other.label, one.short ? other.label : one.label)
  )
    return true;
  return differInASlip(one.words, other.words);
}

/** Whether one word differs, by a letter or two. North and South differ by more, and so do numbers. */
function differInASlip(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  let pair: readonly [string, string] | undefined;
  for (const [at, word] of left.entries()) {
    if (word === right[at]) continue;
    if (pair) return false;
    pair = [word, right[at]!];
  }
  if (!pair || pair.some((word) => /\d/.test(word) || word.length < 4)) return false;
  return distance(pair[0], pair[1]) <= Math.max(1, Math.floor(Math.min(pair[0].length, pair[1].length) / 4));
}
