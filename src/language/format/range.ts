import type { TextEdit } from 'vscode-languageserver-types';
import type { Token } from '../tokens.ts';
import { type Commented, gap, withBeside } from './beside.ts';
import { editsBetween } from './edits.ts';
import { commentText, continuesComment, isComment, lineStarts, tokensOf } from './items.ts';
import { continued, indentation, printWords } from './print.ts';
import { type NotFormatted, readSource } from './source.ts';

/**
 * Sets right the indentation and spacing of the given lines, first and last included, counted from zero. Nothing is
 * moved, and no other line is touched; a text that spans lines is left alone unless all its lines are given.
 */
export function formatRange(whole: string, startLine: number, endLine: number): readonly TextEdit[] | NotFormatted {
  const source = readSource(whole);
  if ('problem' in source) return source;
  const lines = source.text.split('\n').map((line) => line.replace(/\r$/, ''));
  const rows = rowsOf(tokensOf(source.text), lineStarts(source.tree));
  const inside = ({ first, last }: Row): boolean => first >= startLine && last <= endLine;
  const printed = withBeside(rows.map((row) => (inside(row) ? row : unmoved(row))));
  const touched = new Set(rows.flatMap(({ first, last }) => numbers(first, last)));
  for (const at of numbers(startLine, Math.min(endLine, lines.length - 1))) if (!touched.has(at)) lines[at] = '';
  for (const [index, row] of rows.entries())
    if (inside(row)) lines.splice(row.first, row.last - row.first + 1, ...printed[index]!);
  return editsBetween(whole, source.mark + joined(lines, source.text));
}

/** What stands on one line; on several, where a text spans lines or a comment goes on below. Lines count from zero. */
interface Row extends Commented {
  readonly first: number;
  readonly last: number;
}

/** A row whose comment stays where it is, for others to stand below. */
function unmoved(row: Row): Row {
  return { ...row, lines: [' '.repeat(Math.max(0, (row.column ?? 0) - 1 - gap.length))] };
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Puts the lines back together, each with the line end it had. */
function joined(lines: readonly string[], text: string): string {
  const ends = [...text.matchAll(/\r?\n/g)].map(([end]) => end);
  return lines.map((line, index) => line + (ends[index] ?? '')).join('');
}

function rowsOf(tokens: readonly Token[], starts: ReadonlyMap<number, string>): readonly Row[] {
  const rows: Row[] = [];
  const begins = (word: Token, before?: Token): boolean => before?.image !== '{' && starts.has(word.startOffset);
  let depth = 0;
  for (let at = 0, end = 0; at < tokens.length; at = end) {
    do end++;
    while (end < tokens.length && tokens[end]!.startLine === tokens[end - 1]!.endLine);
    const words = tokens.slice(at, end).filter((token) => !isComment(token));
    const indent = indentOf(tokens, at, depth, starts);
    const comment = tokens[end - 1]!;
    const ends = isComment(comment) && words.length > 0;
    if (ends) while (tokens[end] && continuesComment(tokens[end - 1]!, tokens[end]!)) end++;
    const beside = ends ? tokens.slice(at + words.length, end).map(commentText) : [];
    const first = tokens[at]!.startLine - 1;
    rows.push({
      ...{ first, last: tokens[end - 1]!.endLine - 1, beside, follows: rows.at(-1)?.last === first - 1 },
      lines: words.length > 0 ? printWords(words, indent, begins) : [indent + commentText(comment)],
      column: ends && words[0]!.image !== '}' && words.at(-1)!.image !== '{' ? comment.startColumn : undefined,
    });
    for (const { image } of words) depth += image === '{' ? 1 : image === '}' ? -1 : 0;
  }
  return rows;
}

/** Lines of a block stand at its depth; what goes on with a line above stands deeper. */
function indentOf(tokens: readonly Token[], at: number, depth: number, starts: ReadonlyMap<number, string>): string {
  if (tokens[at]!.image === '}') return indentation(depth - 1);
  const next = tokens.slice(at).find((token) => !isComment(token));
  const begins = !next || next.image === '{' || next.image === '}' || starts.has(next.startOffset);
  return indentation(depth) + (begins ? '' : continued);
}
