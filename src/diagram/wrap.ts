import { type Font, widthOf } from './measure.ts';

/** The lines of a text, and whether some of it had to be left out. */
export interface Wrapped {
  readonly lines: readonly string[];
  /** True when the last line ends in an ellipsis in place of the rest. */
  readonly cut: boolean;
}

/**
 * Breaks a text into at most `maxLines` lines that are at most `width` pixels wide: between words where it can, within
 * a word where one alone is too wide, between any two characters of scripts written without spaces. What does not fit
 * is left out as the last resort, and an ellipsis says so. White space is made plain, but a no-break space holds its words together; an empty text has no lines.
 * `firstWidth` is for a first line that shares its row with something else.
 */
export function wrap(text: string, font: Font, width: number, maxLines: number, firstWidth = width): Wrapped {
  const waiting = [...piecesOf(text.trim().replace(/[^\S\u00a0]+/g, ' '))];
  const lines: string[] = [];
  let line = '';
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const room = lines.length === 0 ? firstWidth : width;
    if (widthOf((line + piece).trimEnd(), font) <= room) {
      line += piece;
    } else if (lines.length + 1 === maxLines) {
      return { lines: [...lines, ellipsised(line + piece + waiting.join(''), font, room)], cut: true };
    } else if (line === '') {
      const start = beginning(piece, font, room);
      lines.push(start);
      waiting.unshift(piece.slice(start.length));
    } else {
      lines.push(line.trimEnd());
      line = '';
      waiting.unshift(piece);
    }
  }
  return { lines: line.trim() === '' ? lines : [...lines, line.trimEnd()], cut: false };
}

/** As `wrap`, with lines as equally long as can be without needing more of them. */
export function wrapBalanced(text: string, font: Font, width: number, maxLines: number): Wrapped {
  const loose = wrap(text, font, width, maxLines);
  if (loose.cut || loose.lines.length < 2) return loose;
  let [narrow, wide] = [width / loose.lines.length / 2, width];
  let best = loose;
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    const attempt = wrap(text, font, middle, loose.lines.length);
    const fits = !attempt.cut && samePieces(attempt, loose);
    if (fits) best = attempt;
    [narrow, wide] = fits ? [narrow, middle] : [middle, wide];
  }
  return best;
}

/** The longest beginning of the text that fits with an ellipsis after it, in at most `width` pixels. */
export function ellipsised(text: string, font: Font, width: number): string {
  const characters = graphemes(text);
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const attempt = `${characters.slice(0, middle).join('').trimEnd()}…`;
    [fits, tooMany] = widthOf(attempt, font) <= width ? [middle, tooMany] : [fits, middle];
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** A narrower wrap may cut within words; only one that broke where the loose one could have is as good. */
function samePieces(a: Wrapped, b: Wrapped): boolean {
  return a.lines.join(' ') === b.lines.join(' ');
}

const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Where a line may break: after a space, hyphen or slash that stands not between digits, and around characters of scripts without spaces. */
function piecesOf(text: string): readonly string[] {
  return (
    text
      .match(/(?:[^ \-/–]|(?<=\d)[-/–](?=\d))*(?:[ \-/–]+|$)/gu)
      ?.flatMap((word) => (withoutSpaces.test(word) ? graphemes(word) : word === '' ? [] : [word])) ?? []
  );
}

/** As much of a word as fits, and one character of it at least. */
function beginning(word: string, font: Font, width: number): string {
  let start = '';
  for (const character of graphemes(word)) {
    if (start !== '' && widthOf(start + character, font) > width) return start;
    start += character;
  }
  return start;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
