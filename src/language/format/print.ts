import type { Token } from '../tokens.ts';
import { type Commented, gap, withBeside } from './beside.ts';
import { type Body, type Comment, commentText, type Item, isComment } from './items.ts';
import { inOrder, isBlock } from './order.ts';
import { indentText } from './texts.ts';

/** A block may stand on one line if the line is no longer than this, and it holds no more facts. */
const widest = 100;
const mostOnOneLine = 2;

/** What a line that goes on below is indented by, so that it is not taken for a fact of a block. */
export const continued = '    ';

export function indentation(depth: number): string {
  return '  '.repeat(depth);
}

/** The lines of a block, without its braces, in canonical form. */
export function printLines({ items, below }: Body, depth: number): readonly string[] {
  const printed: Printed[] = [];
  for (const item of inOrder(items)) printed.push(printItem(item, depth, printed.at(-1)));
  const withComments = withBeside(printed);
  const lines = printed.flatMap(({ blankBefore, above }, index) => [
    ...(blankBefore ? [''] : []),
    ...above,
    ...withComments[index]!,
  ]);
  return [...lines, ...printComments(below, indentation(depth), lines.length > 0)];
}

interface Printed extends Commented {
  readonly item: Item;
  readonly blankBefore: boolean;
  /** The comments above it. */
  readonly above: readonly string[];
  /** Whether it has a block that spans lines. */
  readonly opened: boolean;
}

function printItem(item: Item, depth: number, before: Printed | undefined): Printed {
  const indent = indentation(depth);
  const { beside, body } = item;
  const above = [...printComments(item.above, indent, false), ...(item.blankBelowComments ? [''] : [])];
  const head = printWords(item.words, indent);
  const lines = !body || isEmpty(body) ? head : onOneLine(head, body);
  const opened = lines === undefined;
  const blankBefore = before !== undefined && (opened || before.opened || keepsBlank(before.item, item));
  return {
    ...{ item, above, beside, opened, blankBefore },
    lines: lines ?? [...printOpening(head, body!), ...printLines(body!, depth + 1), `${indent}}`],
    column: opened ? undefined : item.besideColumn,
    follows: !blankBefore && above.length === 0,
  };
}

/** The line that opens a block, with the comment beside its brace. */
function printOpening(head: readonly string[], { beside }: Body): readonly string[] {
  const lines = [...head.slice(0, -1), `${head.at(-1)} {`];
  return withBeside([{ lines, beside, column: undefined, follows: false }])[0]!;
}

/** The author's blank lines stay above comments, between facts and blocks, and where lines still follow each other. */
function keepsBlank(before: Item, after: Item): boolean {
  const follows = after.index === before.index + 1;
  return after.blankBefore && (follows || after.above.length > 0 || isBlock(after) !== isBlock(before));
}

function printComments(comments: readonly Comment[], indent: string, afterLines: boolean): readonly string[] {
  return comments.flatMap(({ text, blankBefore }, index) =>
    blankBefore && (index > 0 || afterLines) ? ['', indent + text] : [indent + text],
  );
}

function isEmpty({ items, beside, below }: Body): boolean {
  return items.length === 0 && beside.length === 0 && below.length === 0;
}

/**
 * Words on one line, unless a comment stands between them or a text spans lines. One space stands between them, more
 * where something else than a word of the same fact begins.
 */
export function printWords(
  words: readonly Token[],
  indent: string,
  begins: (word: Token, before: Token | undefined) => boolean = () => false,
): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  let begun = false;
  for (const [index, word] of words.entries()) {
    if (isComment(word)) {
      if (begun && word.first) lines.push(line, indent + continued + commentText(word));
      else lines.push(line + (begun ? gap : '') + commentText(word));
      line = indent + continued;
    } else {
      const [first = '', ...more] = indentText(word.image, indent + indentation(1));
      line += (begun ? (begins(word, words[index - 1]) ? gap : ' ') : '') + first;
      if (more.length > 0) lines.push(line, ...more.slice(0, -1));
      line = more.at(-1) ?? line;
    }
    begun = !isComment(word);
  }
  return [...lines, line];
}

/** The whole block on one line, where the author wrote it so and it is short and simple. */
function onOneLine(head: readonly string[], body: Body): readonly string[] | undefined {
  if (!body.onOneLine || head.length > 1 || body.beside.length > 0) return undefined;
  if (body.items.length > mostOnOneLine || body.items.some((item) => item.body || isBlock(item))) return undefined;
  const items = inOrder(body.items);
  if (items.some((item, index) => index > 0 && mayTakeFor(items[index - 1]!, item))) return undefined;
  const line = `${head[0]} { ${items.map(({ words }) => printWords(words, '')[0]).join(gap)} }`;
  return [...line].length <= widest ? [line] : undefined;
}

/** Whether a fact that did not follow another one could, on the same line, be taken for a part of it. */
function mayTakeFor(before: Item, after: Item): boolean {
  if (after.index === before.index + 1) return false;
  const { image, tokenType } = before.words.at(-1)!;
  return tokenType.name === 'NUMBER' || tokenType.name === 'PERCENT' || image === 'information';
}
