import { distance } from 'fastest-levenshtein';

/**
 * The names that look most like a word that is not known, nearest first: at most one slip in three letters, or two
 * letters swapped. What two names have in common with all of their family says nothing of how near they are, so only
 * the parts between hyphens that differ are counted.
 */
export function nearest(word: string, names: Iterable<string>, most = 3): readonly string[] {
  const limit = word.length < 3 ? 0 : word.length < 4 ? 1 : oneInThree(word);
  const folded = word.toLowerCase();
  const scored: { name: string; score: number }[] = [];
  for (const name of names) {
    const other = name.toLowerCase();
    const extends_ = folded.length >= 3 && (other.startsWith(`${folded}-`) || folded.startsWith(`${other}-`));
    const score = extends_ ? 1 : Math.abs(other.length - folded.length) > limit ? limit + 1 : distance(folded, other);
    if (score <= limit && (score <= 2 || score <= oneInThree(differing(folded, other)))) scored.push({ name, score });
  }
  // A name that is clearly nearer than the others is the only one worth asking about.
  const best = Math.min(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score <= best + 1)
    .toSorted((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}

/** How many slips of a word are forgiven, unless it is very short. */
function oneInThree(word: string): number {
  return Math.max(2, Math.floor(word.length / 3));
}

/** The word without the parts, as hyphens divide it, that both begin or end with. */
function differing(word: string, other: string): string {
  const [own, others] = [word.split('-'), other.split('-')];
  while (own.length > 0 && own[0] === others[0]) [own, others].forEach((parts) => void parts.shift());
  while (own.length > 0 && own.at(-1) === others.at(-1)) [own, others].forEach((parts) => void parts.pop());
  return own.join('-');
}
