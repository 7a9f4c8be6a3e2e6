import type { Place } from '../../model/place.ts';
import { cutTo, graphemes, shownSafely, widthOf } from '../terminal/width.ts';

/** A line of the text and the marks below it that show the place. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/** How much of a long line stands before the place. */
const BEFORE = 30;

/**
 * The line of the place, with carets under it; a place of several lines is marked to the end of its first. A line that
 * is wider than the room is shown around the place.
 */
export function excerptOf(line: string, place: Place, room: number | undefined): Excerpt {
  const end = place.endLine === place.line ? place.endCharacter : line.trimEnd().length;
  const [before, marked, after] = [
    line.slice(0, place.character),
    line.slice(place.character, end),
    line.slice(Math.max(end, place.character)),
  ].map((part) => shownSafely(part.replaceAll('\t', '  '))) as [string, string, string];
  const head = room !== undefined && widthOf(before + marked) > room ? shortened(before) : before;
  const whole = `${head}${marked}${after}`.trimEnd();
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  const marks = `${' '.repeat(widthOf(head))}${carets}`;
  return room === undefined ? { line: whole, marks } : { line: cutTo(whole, room), marks: marks.slice(0, room) };
}

function shortened(before: string): string {
  const all = graphemes(before);
  return all.length <= BEFORE ? before : `…${all.slice(-BEFORE).join('')}`;
}
