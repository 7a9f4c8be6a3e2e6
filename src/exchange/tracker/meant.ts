import { nearest } from '../../model/nearest.ts';
import { folded } from './names.ts';

/** Which of the names a text is likely to mean: written a little otherwise, or the only one that holds its words. */
export function meant(text: string, names: Iterable<string>): string | undefined {
  const all = [...new Set(names)];
  const bare = folded(text);
  if (bare === '') return undefined;
  const same = all.find((name) => folded(name) === bare);
  const [near = same] = same === undefined ? nearest(text, all, 1) : [];
  if (near !== undefined) return near;
  const holding = all.filter((name) => ` ${folded(name)} `.includes(` ${bare} `));
  return holding.length === 1 ? holding[0] : undefined;
}

/** ` Did you mean 'Services'?`, or nothing. */
export function didYouMean(guess: string | undefined): string {
  return guess === undefined ? '' : ` Did you mean '${guess}'?`;
}
