import { readItems } from './items.ts';
import { printLines } from './print.ts';
import { type NotFormatted, readSource } from './source.ts';

/**
 * The canonical form of a text: facts in order, one to a line, two spaces of indentation. All words and comments are
 * still there. A text with syntax errors is left alone: the answer is then its first error.
 */
export function formatText(text: string): { readonly text: string } | NotFormatted {
  const source = readSource(text);
  if ('problem' in source) return source;
  const lines = printLines(readItems(source.text, source.tree), 0);
  return { text: source.mark + lines.map((line) => line + source.lineEnd).join('') };
}
