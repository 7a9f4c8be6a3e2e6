import type { Change } from '../../changes/change.ts';
import type { ReadingEntry } from '../../changes/reading.ts';
import type { Place } from '../../model/place.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import type { Compared } from './report.ts';

/** A line of one of the two texts, behind a sentence. */
export interface SourceLine {
  readonly sign: '-' | '+';
  /** Counts from one. */
  readonly number: number;
  readonly text: string;
}

/** The lines behind a sentence, and how many more there are. */
export interface Excerpt {
  readonly lines: readonly SourceLine[];
  readonly left: { readonly removed: number; readonly added: number };
}

/** The places that a sentence is about, to show in the text: the lines themselves where a fact has changed. */
function placesOf({ change, before, after }: ReadingEntry): { readonly before?: Place; readonly after?: Place } {
  if (change === undefined) return { ...(before && { before }), ...(after && { after }) };
  if ('fact' in change) {
    return { ...(change.was && { before: change.was.place }), ...(change.is && { after: change.is.place }) };
  }
  if (change.change === 'added') return { ...(change.after && { after: change.after.block }) };
  if (change.change === 'removed') return { ...(change.before && { before: change.before.block }) };
  return {
    ...(change.before && { before: change.before.place }),
    ...(change.after && { after: change.after.place }),
  };
}

/** The lines behind a sentence, as far as they differ: at most so many of each side. */
export function excerptOf(entry: ReadingEntry, { linesAt }: Compared, most: number): Excerpt {
  // What follows from changes stands in many lines, or in none that has changed.
  if (entry.change === undefined) return { lines: [], left: { removed: 0, added: 0 } };
  const { before, after } = placesOf(entry);
  const [old, now] = [before ? linesAt(before, 'before') : [], after ? linesAt(after, 'after') : []];
  const of = (sign: '-' | '+', lines: readonly string[], place: Place | undefined): readonly SourceLine[] =>
    lines.slice(0, most).map((text, index) => ({ sign, number: (place?.line ?? 0) + index + 1, text }));
  return {
    lines: outdented([...of('-', old, before), ...of('+', now, after)]),
    left: { removed: Math.max(0, old.length - most), added: Math.max(0, now.length - most) },
  };
}

/** Without the blanks that all of the lines begin with. */
function outdented(lines: readonly SourceLine[]): readonly SourceLine[] {
  const written = lines.filter(({ text }) => text.trim() !== '');
  const blanks = Math.min(...written.map(({ text }) => text.search(/\S/)));
  return lines.map((line) => ({ ...line, text: line.text.slice(blanks).trimEnd() }));
}

/** Where it stands: `north.pathway:12`; what is gone, where it stood; what has moved, both. */
export function whereOf(entry: ReadingEntry, io: Io): string | undefined {
  const { before, after } = placesOf(entry);
  const at = (place: Place): string => `${shownUri(place.file, io)}:${place.line + 1}`;
  if (before === undefined) return after && at(after);
  if (after === undefined) return `${at(before)} (before)`;
  return before.file === after.file ? at(after) : `${at(after)} (before: ${at(before)})`;
}

/** One character for what kind of thing a sentence says; the sentence says it, too. */
export function signOf({ change, tone }: ReadingEntry): '+' | '-' | '~' | '!' | '✓' | '•' {
  if (change?.weakens !== undefined || tone === 'worse') return '!';
  if (change !== undefined) return changeSign(change);
  return tone === 'better' ? '✓' : '•';
}

export function changeSign({ change }: Change): '+' | '-' | '~' {
  if (change === 'added' || change === 'stated') return '+';
  return change === 'removed' || change === 'withdrawn' ? '-' : '~';
}
