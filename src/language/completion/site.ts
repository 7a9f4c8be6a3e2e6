import type { Range } from 'vscode-languageserver-types';
import { positions, sharedServices } from '../file-store.ts';
import type { Token } from '../tokens.ts';
import { type Frame, scan } from './blocks.ts';
import { type Following, followLine } from './follow.ts';

/** Where completion was asked for: the word there, the line so far, and the blocks around. */
export interface Site {
  readonly text: string;
  readonly caret: number;
  /** Where the word that is being typed starts; the caret, where none is. */
  readonly start: number;
  /** Whether the word is the first on its line or in its block, where only a keyword may stand. */
  readonly startsLine: boolean;
  /** The blocks around, the whole file first. */
  readonly frames: readonly Frame[];
  readonly frame: Frame;
  /** The words of the fact or declaration that is being written, before the one that is being typed. */
  readonly statement: readonly Token[];
  /** The same, as they are written. */
  readonly words: readonly string[];
  /** What is already there of the line, behind the word. */
  readonly rest: string;
  /** Whether the block was opened on this line, so that several facts stand on it. */
  readonly onOneLine: boolean;
  rangeFrom(start: number): Range;
}

/** Nothing in a text or comment. */
export function siteAt(text: string, line: number, character: number): Site | undefined {
  const caret = offsetAt(text, line, character);
  const { tokens, hidden } = sharedServices().parser.Lexer.tokenize(text, { mode: 'partial' });
  if (hidden.some(({ startOffset, image }) => startOffset < caret && caret <= startOffset + image.length)) {
    return undefined;
  }
  if ((tokens as Token[]).some((token) => insideText(token, text, caret))) return undefined;
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  let start = caret;
  while (start > lineStart && isWord(text[start - 1]!)) start--;
  // A word is only replaced to its end where one stands inside it: at its start one writes before it.
  let end = caret;
  if (start < caret) while (end < text.length && isWord(text[end]!)) end++;
  const { frames, statement } = scan(tokens as Token[], start);
  const frame = frames.at(-1)!;
  const rest = /[^\r\n]*/y.exec(text.slice(end))![0].replace(/#.*/, '').trim();
  const position = positions(text);
  return {
    text,
    caret,
    start,
    startsLine: /(?:^|[{}])\s*$/.test(text.slice(lineStart, start)),
    frames,
    frame,
    statement,
    words: statement.map(({ image }) => image),
    rest: rest.startsWith('}') ? '' : rest,
    onOneLine: frame.open !== undefined && frame.open >= lineStart,
    rangeFrom: (from) => ({ start: position(from), end: position(end) }),
  };
}

/** What may stand at a place of the line; at the word that is being typed, where none is given. */
export function followingAt({ frame, statement, start }: Site, offset = start): Following {
  // Only the words of this line matter, and the block that it stands in: whatever is wrong above does not.
  const before = statement.filter(({ startOffset }) => startOffset < offset);
  return followLine(frame.rule ?? '', before);
}

const isWord = (character: string): boolean => /[^\s"“”„«»{}#]/.test(character);

function insideText({ image, startOffset }: Token, text: string, caret: number): boolean {
  if (!/^["“”„«]/.test(image) || caret <= startOffset) return false;
  const end = startOffset + image.length;
  if (caret < end) return true;
  const closed = /^(?:"(?:\\.|[^"\\])*"|"""[\s\S]*""")$/.test(image) || !image.startsWith('"');
  return !closed && !text.slice(end, caret).includes('\n');
}

function offsetAt(text: string, line: number, character: number): number {
  let start = 0;
  for (let count = 0; count < line; count++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  return Math.min(start + character, text.length);
}
