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
    essence: words
      .map(inFull)
      .filter((word) => !optional.has(word))
      .join(' '),
  };
}

/** `CC` at the end of a name is a city or county council; and so on. */
const inFull = (word: string, at: number, { length }: readonly string[]): string =>
  at > 0 && at === length - 1 && /^(?:cc|bc|dc|mbc|lbc)$/.test(word) ? 'council' : word;

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
  return (
    isAbbreviated(one.words, other.words) ||
    isNhsOf(one.words, other.words) ||
    isNhsOf(other.words, one.words) ||
    differInASlip(one.words, other.words)
  );
}

/** Whether a name is another one with some of its words as their first letters: `HNY ICB` of `Humber and North Yorkshire ICB`. */
function isShortened(short: readonly string[], whole: readonly string[]): boolean {
  const [first = '', ...rest] = short;
  const words = whole[0] === 'nhs' && first !== 'nhs' ? whole.slice(1) : whole;
  const count = words.length - rest.length;
  if (short.length < 2 || first.length < 2 || first.length > 6 || words.slice(count).join(' ') !== rest.join(' '))
    return false;
  const place = words.slice(0, Math.max(0, count));
  const letters = (some: readonly string[]): string => some.map((word) => word[0]).join('');
  const initials = letters(place.filter((word) => !LINKING.has(word)));
  return place.length > 1 && (letters(place) === first || initials === first || leavesOut(first, initials));
}

const LINKING = new Set(['and', 'of', 'the', 'in', 'for', 'on', 'upon']);

/** Three letters or more, with some of the others between the first and the last left out: `BSW` of `BNESSW`. */
function leavesOut(first: string, initials: string): boolean {
  if (first.length < 3 || first[0] !== initials[0] || first.at(-1) !== initials.at(-1)) return false;
  let at = 0;
  for (const letter of initials) if (letter === first[at]) at += 1;
  return at === first.length;
}

/** Whether the words are the same, but for some that are cut short: `West Mids PCC` and `W Midlands PCC`. */
function isAbbreviated(left: readonly string[], right: readonly string[]): boolean {
  return (
    left.length > 1 &&
    left.length === right.length &&
    left.every((word, at) => word === right[at] || isCut(word, right[at]!) || isCut(right[at]!, word))
  );
}

/** `Mids` of `Midlands`, `Yorks` of `Yorkshire`, `N` of `North`. `York` is no `Yorkshire`. */
function isCut(short: string, whole: string): boolean {
  if (short.length === 1) return /^(?:north|south|east|west)$/.test(whole) && whole.startsWith(short);
  if (short.length < 4 || whole.length < short.length + 2 || !/s$/.test(short) || !whole.startsWith(short.slice(0, -1)))
    return false;
  return whole.endsWith('shire') || !whole.startsWith(short);
}

/** Whether a name is that of an integrated care board as the boards call themselves: `NHS Sussex` of `Sussex ICB`. */
function isNhsOf(short: readonly string[], whole: readonly string[]): boolean {
  const [first, ...place] = short;
  const words = whole[0] === 'nhs' ? whole.slice(1) : whole;
  return (
    first === 'nhs' && place.length > 0 && words.at(-1) === 'icb' && words.slice(0, -1).join(' ') === place.join(' ')
  );
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
