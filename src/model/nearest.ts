import { distance } from 'fastest-levenshtein';

/** The names that look most like a word that is not known, nearest first: at most one slip in three letters, or two letters swapped. */
export function nearest(word: string, names: Iterable<string>, most = 3): readonly string[] {
  const limit = word.length < 3 ? 0 : word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const folded = word.toLowerCase();
  const scored: { name: string; score: number }[] = [];
  for (const name of names) {
    const other = name.toLowerCase();
    const extends_ = folded.length >= 3 && (other.startsWith(`${folded}-`) || folded.startsWith(`${other}-`));
    const score = extends_ ? 1 : Math.abs(other.length - folded.length) > limit ? limit + 1 : distance(folded, other);
    if (score <= limit) scored.push({ name, score });
  }
  // A name that is clearly nearer than the others is the only one worth asking about.
  const best = Math.min(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score <= best + 1)
    .toSorted((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}
