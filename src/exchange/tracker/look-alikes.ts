import { distance } from 'fastest-levenshtein';
import { bodyKey, isAcronymOf } from './bodies-in.ts';

/** The pairs of names that may well be of one organisation, so that somebody has to say. Each as it is written. */
export function lookAlikes<T extends { readonly label: string }>(all: readonly T[]): readonly (readonly [T, T])[] {
  const made = all.map((one) => ({ one, look: lookOf(one.label) }));
  return made.flatMap(({ one, look }, at) =>
    made.slice(at + 1).flatMap((other) => (alike(look, other.look) ? [[one, other.one] as const] : [])),
  );
}

/**
 * The pairs of names of which one holds all words of the other, in a row: `ICB` and `Wessexshire ICB`. A name that many
 * others hold is a word for all of them, and nobody is asked about each.
 */
export function containing<T extends { readonly label: string }>(all: readonly T[]): readonly (readonly [T, T])[] {
  const made = all.map((one) => ({ one, key: ` ${bodyKey(one.label)} ` }));
  return made.flatMap((short) => {
    const longer = made.filter(({ key }) => key !== short.key && key.includes(short.key));
    return longer.length > MOST_HOLDING ? [] : longer.map(({ one }) => [one, short.one] as const);
  });
}

const MOST_HOLDING = 3;

/** What names are compared by. */
interface Look {
  readonly label: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly essence: string;
  /** The name without what stands between brackets. */
  readonly bare: string;
  /** Whether it is one word that could be made of the first letters of another name. */
  readonly short: boolean;
}

function lookOf(label: string): Look {
  const words = bodyKey(label).split(' ');
  return {
    ...{ label, words, joined: words.join(''), short: words.length === 1 && label.length <= 8 },
    bare: bodyKey(label.replace(/\s*\([^)]*\)/g, '')),
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
  if (one.joined === other.joined || (one.bare !== '' && one.bare === other.bare)) return true;
  if (
    one.short !== other.short &&
    isAcronymOf(one.short ? one.label : other.label, one.short ? other.label : one.label)
  )
    return true;
  if (isShortened(one.words, other.words) || isShortened(other.words, one.words)) return true;
  return differInASlip(one.words, other.words);
}

/** Whether a name is another one with some of its words as their first letters: `BC ICB` of `Black Country ICB`. */
function isShortened(short: readonly string[], whole: readonly string[]): boolean {
  const [first = '', ...rest] = short;
  const words = whole[0] === 'nhs' && first !== 'nhs' ? whole.slice(1) : whole;
  if (short.length < 2 || words.length <= short.length) return false;
  const at = first.length;
  const initials = words.slice(0, at).map((word) => word[0]);
  return at >= 2 && at <= 4 && initials.join('') === first && words.slice(at).join(' ') === rest.join(' ');
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
