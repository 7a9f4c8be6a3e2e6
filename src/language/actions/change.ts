/** One change of a text: what stands between two offsets becomes another text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The places in the new text where the author goes on writing, in order. */
  readonly holes: readonly Hole[];
}

export interface Hole {
  /** The offset in the new text. */
  readonly at: number;
  /** How much of the new text stands there until it is written over. */
  readonly length: number;
}

/** Marks a place in a new text where the caret goes. */
export const CARET = '\u0001';

/** Marks a word in a new text that is there to be written over; words that are the same are so together. */
export function toBeNamed(word: string): string {
  return `\u0002${word}\u0003`;
}

/** A change whose text may hold marks. */
export function change(start: number, end: number, marked: string): Change {
  const holes: Hole[] = [];
  let text = '';
  let from: number | undefined;
  for (const letter of marked) {
    if (letter === CARET) holes.push({ at: text.length, length: 0 });
    else if (letter === '\u0002') from = text.length;
    else if (letter === '\u0003') holes.push({ at: from ?? text.length, length: text.length - (from ?? text.length) });
    else text += letter;
  }
  return { start, end, text, holes };
}

/** The text after the changes. */
export function applied(text: string, changes: readonly Change[]): string {
  const sorted = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let from = 0;
  for (const { start, end, text: put } of sorted) {
    result += text.slice(from, start) + put;
    from = end;
  }
  return result + text.slice(from);
}
