import type { Consequence, Renames } from './change.ts';
import type { PathwaySide, Side } from './compare.ts';

/** What follows from everything that differs from one project to another. */
export function consequencesOf(_before: Side, _after: Side, _renames: Renames): readonly Consequence[] {
  return [];
}

/** What follows where one pathway stands in the place of another, whatever the two are called. */
export function consequencesOfPathways(
  _before: PathwaySide,
  _after: PathwaySide,
  _renames: Renames,
): readonly Consequence[] {
  return [];
}
