import type { Comparison } from '../../changes/change.ts';
import { readingOf } from '../../changes/reading.ts';
import { drawnIdOf, type ReviewPair } from '../../diagram/review.ts';
import type { Place } from '../../model/place.ts';
import type { Review, ReviewEntry, ReviewSubject } from '../../protocol/review.ts';

/** A review without its pictures. */
export type Told = Pick<Review<unknown>, 'headline' | 'groups' | 'subjects' | 'troubles'>;

type ReadingEntry = ReturnType<typeof readingOf>['groups'][number]['entries'][number];

/** What the two sides are called. */
export interface Called {
  readonly before: string;
  readonly after: string;
}

/** Says what differs, sentence by sentence, each with the pathway and what is drawn of it there. */
export function told(comparison: Comparison, pairs: readonly ReviewPair[], called: Called): Told {
  const { headline, groups } = readingOf(comparison);
  const made = groups.map(({ heading, entries }) => ({
    heading,
    entries: entries.map((entry) => entryOf(entry, comparison, pairs)),
  }));
  const entries = made.flatMap((group) => group.entries);
  return {
    headline,
    groups: made,
    subjects: pairs.flatMap((pair) => subjectOf(pair, entries)),
    troubles: comparison.troubles.map(({ side, file, message, place }) => {
      const where = `${nameOf(file)}, line ${place.line + 1} of ${called[side]}`;
      return `${where}, cannot be read: ${message} Whatever can be read is compared.`;
    }),
  };
}

/** What of a comparison stands in one file, on either side. */
export function onlyIn(file: string, comparison: Comparison): Comparison {
  const isThere = (place: Place | undefined): boolean => place?.file === file;
  return {
    ...comparison,
    changes: comparison.changes.filter(({ before, after }) => isThere(before?.place) || isThere(after?.place)),
    consequences: comparison.consequences.filter(({ before, after }) => isThere(before) || isThere(after)),
    troubles: comparison.troubles.filter((trouble) => trouble.file === file),
  };
}

function entryOf(entry: ReadingEntry, comparison: Comparison, pairs: readonly ReviewPair[]): ReviewEntry {
  const { id, sentence, tone, lines, before, after, change, consequence } = entry;
  const about = change ?? consequence;
  // What the sentence says already is not said again.
  const besides = lines.filter((line) => !sentence.includes(line.replace(/^label /, '')));
  const drawn = about && drawnIdOf(about, comparison, pairs);
  return {
    id,
    sentence,
    tone,
    ...(besides.length > 0 && { lines: besides }),
    ...(drawn && { subject: drawn.subject }),
    ...(drawn?.drawn !== undefined && { drawn: drawn.drawn }),
    ...(before && { before }),
    ...(after && { after }),
  };
}

function subjectOf({ name, label }: ReviewPair, entries: readonly ReviewEntry[]): readonly ReviewSubject[] {
  const changes = entries.filter(({ subject }) => subject === name).length;
  return changes === 0 ? [] : [{ name, label, changes }];
}

/** The name of a file without its folders. */
export function nameOf(file: string): string {
  return decodeURIComponent(file.slice(file.lastIndexOf('/') + 1));
}
