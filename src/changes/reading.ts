import type { Place } from '../model/place.ts';
import type { Change, Comparison, Consequence } from './change.ts';
import { type Entry, entriesOf } from './reading/entries.ts';
import { headlineOf } from './reading/headline.ts';

/** One sentence of a review, and what it says in it. */
export interface ReadingEntry {
  /** Tells the entries of one reading apart. */
  readonly id: string;
  readonly sentence: string;
  readonly tone: 'worse' | 'better' | 'open' | 'plain';
  /** What there is to know besides: all that an element says which came or went, the line behind a consequence. */
  readonly lines: readonly string[];
  /** The pathway that it is about, by its name after, or else before. */
  readonly subject?: string;
  /** Where it stood, and where it stands. */
  readonly before?: Place;
  readonly after?: Place;
  /** The change or the consequence that it tells of, or both. */
  readonly change?: Change;
  readonly consequence?: Consequence;
  /** What its sentence or its lines tell of too, so that it is told nowhere else. */
  readonly others: readonly (Change | Consequence)[];
}

export interface ReadingGroup {
  readonly heading: string;
  readonly entries: readonly ReadingEntry[];
}

/** A comparison as people read it: complete without any picture, and with nothing told twice. */
export interface Reading {
  /** All of it in one sentence. */
  readonly headline: string;
  /** What weakens oversight, what follows, then the changes of each pathway and of all else; none that is empty. */
  readonly groups: readonly ReadingGroup[];
}

/** Puts a comparison into the order and the words in which a person reads it. */
export function readingOf(comparison: Comparison): Reading {
  const entries = entriesOf(comparison);
  const headings = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => a.rank - b.rank)) {
    headings.set(entry.heading, [...(headings.get(entry.heading) ?? []), entry]);
  }
  const groups = [...headings].map(([heading, those]) => ({ heading, entries: those.map(toReading) }));
  return { headline: headlineOf(comparison, entries), groups };
}

function toReading({ heading: _, rank: __, ...entry }: Entry): ReadingEntry {
  return entry;
}
