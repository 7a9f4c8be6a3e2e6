import { sharedServices } from '../../../src/language/file-store.ts';
import { formatText } from '../../../src/language/format/format.ts';
import { commentText, continuesComment, isComment, lineStarts, tokensOf } from '../../../src/language/format/items.ts';
import { parse } from '../../../src/language/parser.ts';
import { readTree } from '../../../src/language/reading/file.ts';
import type { Token } from '../../../src/language/tokens.ts';

/** The text in canonical form; fails where it cannot be formatted. */
export function formatted(text: string): string {
  const result = formatText(text);
  if ('problem' in result) throw new Error(`${result.line + 1}:${result.character + 1} ${result.problem}`);
  return result.text;
}

/** What a text says: its model without the places in the text, and what in it cannot be right. */
export function meaning(text: string): unknown {
  const { tree, problems, brokenLines } = parse(sharedServices(), text);
  const { declarations, problems: wrong } = readTree('file:///p/a.pathway', tree, 0, brokenLines);
  return { model: withoutPlaces(declarations), wrong: wrong.map(({ message }) => message).toSorted(), problems };
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'place' && key !== 'namePlace');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutPlaces(inner)]));
}

/**
 * Every comment with what it comments on: one at the end of a line with the words before it on that line of the block,
 * one on a line of its own with the line below it. Braces around nothing count as nothing.
 */
export function comments(text: string): readonly string[] {
  const starts = lineStarts(parse(sharedServices(), text).tree);
  const tokens = tokensOf(text);
  const found: string[] = [];
  const around: string[][] = [];
  let line: string[] = [];
  let beside = false;
  for (const [index, token] of tokens.entries()) {
    const rest = tokens.slice(index).filter((next) => !isComment(next));
    const [next] = rest;
    if (token.image === '{') around.push(line);
    else if (token.image === '}') line = closed(around.pop()!, tokens[index - 1]!);
    else if (!isComment(token)) line = starts.has(token.startOffset) ? [shown(token)] : [...line, shown(token)];
    else {
      beside = !token.first || next?.image === '{' || (beside && continuesComment(tokens[index - 1]!, token));
      const end = rest.findIndex(({ image, startOffset }, at) => isBrace(image) || (at > 0 && starts.has(startOffset)));
      const below = rest.slice(0, end < 0 ? rest.length : end).map(shown);
      const above = below.length > 0 ? below.join(' ') : `the end of ${around.at(-1)?.join(' ') ?? 'the file'}`;
      found.push(`${commentText(token)} ${beside ? `beside ${line.join(' ')}` : `above ${above}`}`);
    }
    if (!isComment(token)) beside = false;
  }
  return found.toSorted();
}

/** A line after its block was closed; as before, where there was nothing in it. */
function closed(line: string[], before: Token): string[] {
  return before.image === '{' ? line : [...line, '}'];
}

function isBrace(image: string): boolean {
  return image === '{' || image === '}';
}

function shown({ image }: Token): string {
  return image.replace(/\s+/g, ' ');
}
