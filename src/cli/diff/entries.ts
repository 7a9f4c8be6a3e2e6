import type { Change } from '../../changes/change.ts';
import type { ReadingEntry } from '../../changes/reading.ts';
import { covers, type Place } from '../../model/place.ts';
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
  readonly left: number;
}

interface Places {
  readonly before?: Place;
  readonly after?: Place;
}

/** What a change shows of the texts: the lines that differ, the whole of what came or went, else the names. */
function placesOf(change: Change): Places {
  if ('fact' in change)
    return { ...(change.was && { before: change.was.place }), ...(change.is && { after: change.is.place }) };
  const { before, after } = change;
  if (change.change === 'added') return { ...(after && { after: after.block }) };
  if (change.change === 'removed') return { ...(before && { before: before.block }) };
  return { ...(before && { before: before.place }), ...(after && { after: after.place }) };
}

/** The lines behind a sentence, as far as they differ: at most so many of each side of each change that it tells of. */
export function excerptOf({ change, others }: ReadingEntry, { linesAt }: Compared, most: number): Excerpt {
  const changes = [change, ...others].filter((one) => one !== undefined && 'change' in one);
  const places = changes
    .map(placesOf)
    .filter((one, index, all) => !all.slice(0, index).some((shown) => coversBoth(shown, one)));
  const shown = places.map(({ before, after }) => {
    const [old, now] = [before ? linesAt(before, 'before') : [], after ? linesAt(after, 'after') : []];
    return {
      lines: outdented([...signed('-', old.slice(0, most), before), ...signed('+', now.slice(0, most), after)]),
      left: Math.max(0, old.length - most) + Math.max(0, now.length - most),
    };
  });
  return { lines: shown.flatMap(({ lines }) => lines), left: shown.reduce((sum, { left }) => sum + left, 0) };
}

function signed(sign: '-' | '+', lines: readonly string[], place: Place | undefined): readonly SourceLine[] {
  return lines.map((text, index) => ({ sign, number: (place?.line ?? 0) + index + 1, text }));
}

/** Whether the lines of one are among those of the other: of what came or went, all that is in it came or went. */
function coversBoth(shown: Places, other: Places): boolean {
  const within = (one: Place | undefined, all: Place | undefined): boolean =>
    one === undefined || (all !== undefined && covers(all, one));
  return within(other.before, shown.before) && within(other.after, shown.after);
}

/** Without the blanks that all of the lines begin with. */
function outdented(lines: readonly SourceLine[]): readonly SourceLine[] {
  const written = lines.filter(({ text }) => text.trim() !== '');
  const blanks = Math.min(...written.map(({ text }) => text.search(/\S/)));
  return lines.map((line) => ({ ...line, text: line.text.slice(blanks).trimEnd() }));
}

/** Where it stands: `north.pathway:12`; what is gone, where it stood; what has moved, both. */
export function whereOf(entry: ReadingEntry, { pairs }: Compared, io: Io): string | undefined {
  const { before, after } = entry.change && 'fact' in entry.change ? placesOf(entry.change) : entry;
  const at = (place: Place): string => `${shownUri(place.file, io)}:${place.line + 1}`;
  if (before === undefined) return after && at(after);
  // What stands beside each other is neither before nor after.
  if (pairs) return after === undefined ? at(before) : `${at(before)} and ${at(after)}`;
  if (after === undefined) return `${at(before)} (before)`;
  return before.file === after.file ? at(after) : `${at(after)} (before: ${at(before)})`;
}

/** What there is to say below a sentence that it does not say itself. */
export function besidesOf({ sentence, lines }: ReadingEntry): readonly string[] {
  // A label or a text stands in the sentence without its keyword.
  return lines.filter((line) => !sentence.includes(line.replace(/^(?:label|text) (?=')/, '')));
}

/** One character for what kind of thing a sentence says; the sentence says it, too. */
export function signOf({ change, tone }: ReadingEntry): '+' | '-' | '~' | '!' | '✓' | '•' {
  if (change?.weakens !== undefined || tone === 'worse') return '!';
  if (tone === 'better') return '✓';
  return change === undefined ? '•' : changeSign(change);
}

export function changeSign({ change }: Change): '+' | '-' | '~' {
  if (change === 'added' || change === 'stated') return '+';
  return change === 'removed' || change === 'withdrawn' ? '-' : '~';
}
