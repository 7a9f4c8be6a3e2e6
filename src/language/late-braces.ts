import type { IToken } from 'chevrotain';
import { capital } from '../model/wording.ts';
import { blockWords } from './braces.ts';

/** A block of a text, as the braces make it. */
export interface Block {
  /** The first word of the line that opens it. */
  readonly head: IToken;
  /** The name after that word, if there is one. */
  readonly name: string | undefined;
  /** The first word of the block around it. */
  readonly outer: string | undefined;
  /** The first word of each line that stands directly in it. */
  readonly lines: IToken[];
  close: IToken | undefined;
}

/** A closing brace that stands further down than was meant. */
export interface LateBrace {
  readonly brace: IToken;
  /** The first word of the line before which it belongs. */
  readonly before: IToken;
  readonly message: string;
}

/** The block that each line stands in, by the offset of the line's first word; none for those outside of all braces. */
export function blocksOf(tokens: readonly IToken[]): ReadonlyMap<number, Block> {
  const blocks = new Map<number, Block>();
  const open: Block[] = [];
  let head: IToken | undefined;
  let behind: IToken | undefined;
  for (const [index, token] of tokens.entries()) {
    const around = open.at(-1);
    if (token.image === '}') {
      if (around) around.close = token;
      open.pop();
    } else if (token.image === '{') {
      const opens = head ?? token;
      const name =
        behind && behind.startLine === opens.startLine && /^\p{L}/u.test(behind.image) ? behind.image : undefined;
      open.push({ head: opens, name, outer: around?.head.image, lines: [], close: undefined });
    } else if ('first' in token && token.first === true) {
      [head, behind] = [token, tokens[index + 1]];
      around?.lines.push(token);
      if (around) blocks.set(token.startOffset, around);
    }
  }
  return blocks;
}

/**
 * The blocks that were meant to end earlier: from some line on, all that stands in them can only stand around them, as
 * where the closing brace of a stage stands below the stages that follow it. One misplaced block is no such case.
 * `homes` are the blocks that a misplaced word may stand in, by its offset.
 */
export function lateBraces(
  blocks: ReadonlyMap<number, Block>,
  homes: ReadonlyMap<number, readonly string[]>,
): readonly LateBrace[] {
  const touched = new Set([...homes.keys()].map((offset) => blocks.get(offset)));
  return [...touched].flatMap((block) => {
    const brace = block?.close;
    if (!block || block.outer === undefined || !brace || Number.isNaN(brace.startOffset)) return [];
    const isMisplaced = (line: IToken): boolean => homes.get(line.startOffset)?.includes(block.outer!) ?? false;
    const last = block.lines.findLastIndex((line) => !isMisplaced(line) && !isOutside(line, block));
    const behind = block.lines.slice(last + 1);
    const lines = behind.slice(Math.max(behind.findIndex(isMisplaced), 0));
    const [before] = lines;
    if (!before || lines.filter((line) => isMisplaced(line) && blockWords.has(line.image)).length < 2) return [];
    return [{ brace, before, message: messageOf(block) }];
  });
}

function messageOf({ head, name }: Block): string {
  const kind = capital(head.image);
  const named = name === undefined ? `This ${head.image}` : `${kind} '${name}'`;
  return `${named} ends here, and its closing brace stands further down: move it up to a line of its own after this one.`;
}

/** Whether a line stands no deeper than the one that opens the block, as if it did not belong to it. */
function isOutside(line: IToken, { head }: Block): boolean {
  return (line.startColumn ?? 0) <= (head.startColumn ?? 0);
}
