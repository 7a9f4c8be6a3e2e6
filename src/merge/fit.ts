import { type Piece, textOf } from './document.ts';

/** The indentation of a piece that starts its line. */
export function indentOf({ leading }: Pick<Piece, 'leading'>): string {
  return /[^\n]*$/.exec(leading)![0];
}

/** The whole lines of a piece of one text, as they stand in another: with its indentation and line ends. */
export function fitted(piece: Piece, indent: string, lineEnd: string): string {
  const text = textOf(piece);
  const lines = piece.first ? reindented(text, indentOf(piece), indent) : indent + text.trimStart();
  return withLineEnds(lines.endsWith('\n') ? lines : lines.trimEnd() + lineEnd, lineEnd);
}

/** Words that are put into a line that starts with another indentation. */
export function fittedWords(words: string, own: string, indent: string, lineEnd: string): string {
  return withLineEnds(reindented(own + words, own, indent).slice(indent.length), lineEnd);
}

export function withLineEnds(text: string, lineEnd: string): string {
  return text.replace(/\r?\n/g, lineEnd);
}

/** Lines with another indentation. A text over several lines stays the same only if all of them are shifted alike. */
function reindented(text: string, own: string, indent: string): string {
  if (own === indent) return text;
  const lines = text.split('\n');
  const shared = lines.every((line) => line.trim() === '' || line.startsWith(own));
  if (!shared) return text.startsWith(own) ? indent + text.slice(own.length) : text;
  return lines.map((line) => (line.trim() === '' ? line : indent + line.slice(own.length))).join('\n');
}
