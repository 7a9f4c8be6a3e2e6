import type { TextEdit } from 'vscode-languageserver-types';
import type { Token } from '../tokens.ts';
import { tokensOf } from './items.ts';
import { indentation } from './print.ts';

/**
 * What to change after a character was typed: the indentation of the current line and nothing else. After a closing
 * brace, the line takes that of the line which opened the block; after a line break, one step more than the block
 * around it. Works while the text is far from finished. Lines and characters count from zero.
 */
export function formatOnType(text: string, line: number, character: number, typed: string): readonly TextEdit[] {
  const lines = text.split('\n');
  const current = lines[line];
  if (current === undefined) return [];
  const tokens = tokensOf(text);
  if (tokens.some((token) => token.startLine <= line && token.endLine > line)) return [];
  const closes = current.trimStart().startsWith('}');
  if (typed === '}' && !(closes && current.slice(0, character).trim() === '}')) return [];
  const open = innermost(tokens.filter((token) => token.startLine <= line));
  if (!open && closes) return [];
  const around = open ? lineIndent(lines[open.startLine - 1]!) : '';
  const wanted = !open ? '' : closes ? around : around + indentation(1);
  const present = lineIndent(current);
  if (present === wanted) return [];
  const range = { start: { line, character: 0 }, end: { line, character: present.length } };
  return [{ range, newText: wanted }];
}

/** The last opening brace that is not closed. */
function innermost(tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.image === '{') open.push(token);
    if (token.image === '}') open.pop();
  }
  return open.at(-1);
}

function lineIndent(line: string): string {
  return /^[ \t]*/.exec(line)![0];
}
