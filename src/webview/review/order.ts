import { comparePlaces } from '../../model/place.ts';
import type { Review, ReviewEntry } from '../../protocol/review.ts';

/**
 * The entries in the order in which one walks from one to the next: pathway by pathway, each along its text; what
 * belongs to no pathway comes last.
 */
export function walkOrder({ groups, subjects }: Pick<Review<unknown>, 'groups' | 'subjects'>): readonly ReviewEntry[] {
  const rank = new Map(subjects.map(({ name }, index) => [name, index]));
  const rankOf = ({ subject }: ReviewEntry): number => rank.get(subject ?? '') ?? subjects.length;
  return groups.flatMap(({ entries }) => entries).toSorted((a, b) => rankOf(a) - rankOf(b) || along(a, b));
}

/** What no longer stands in the text after is where it stood before. */
function along(a: ReviewEntry, b: ReviewEntry): number {
  const [one, other] = [a.after ?? a.before, b.after ?? b.before];
  if (one && other) return comparePlaces(one, other);
  return Number(one === undefined) - Number(other === undefined);
}

/** The entry that one comes to from another, or from none; from the last to the first again. */
export function stepFrom(order: readonly ReviewEntry[], from: string | undefined, by: 1 | -1): ReviewEntry | undefined {
  const at = order.findIndex(({ id }) => id === from);
  if (at < 0) return by > 0 ? order[0] : order.at(-1);
  return order[(at + by + order.length) % order.length];
}
