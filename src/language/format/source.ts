import { positions, sharedServices } from '../file-store.ts';
import type { File } from '../generated/ast.ts';
import { parse } from '../parser.ts';

/** A text that can be formatted. */
export interface Source {
  /** The byte order mark, where the file starts with one. */
  readonly mark: string;
  /** What follows it. */
  readonly text: string;
  readonly tree: File;
  /** What ends its lines. */
  readonly lineEnd: string;
}

/** Why a text was left alone, and where; counted from zero, as editors count. */
export interface NotFormatted {
  readonly problem: string;
  readonly line: number;
  readonly character: number;
}

/** Reads a text to format. What cannot be understood in full is not touched, so that nothing can be lost. */
export function readSource(whole: string): Source | NotFormatted {
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = whole.slice(mark.length);
  const oldLineEnd = /\r(?!\n)/.exec(whole);
  if (oldLineEnd) {
    const problem =
      'This line ends in a way that only very old programs write: save the file with LF or CRLF line ends.';
    return { problem, ...positions(whole)(oldLineEnd.index) };
  }
  const { tree, problems } = parse(sharedServices(), text);
  const [first] = problems;
  if (first) return { problem: first.message, ...positions(whole)(first.start + mark.length) };
  return { mark, text, tree, lineEnd: lineEndOf(text) };
}

/** The line end that most lines have. */
function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1;
  const long = text.split('\r\n').length - 1;
  return long > all - long ? '\r\n' : '\n';
}
