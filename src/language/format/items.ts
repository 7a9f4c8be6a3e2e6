import { AstUtils } from 'langium';
import { sharedServices } from '../file-store.ts';
import type { File } from '../generated/ast.ts';
import type { Token } from '../tokens.ts';
import type { Line } from './order.ts';

/** A comment on a line of its own. */
export interface Comment {
  readonly text: string;
  /** Whether the author left a blank line above it. */
  readonly blankBefore: boolean;
}

/** One line of a block, with the block of its own that it may have: what is moved and printed as a whole. */
export interface Item extends Line {
  /** Which line of its block it is in the author's text. */
  readonly index: number;
  /** Whether the author left a blank line above it and its comments. */
  readonly blankBefore: boolean;
  /** The comments above it. */
  readonly above: readonly Comment[];
  /** Whether the author left a blank line between the comments above it and itself. */
  readonly blankBelowComments: boolean;
  /** Its words up to its block, with the comments that stand between them. */
  readonly words: readonly Token[];
  readonly body?: Body;
  /** The comment at its end; more than one where it goes on in the same column of the next lines. */
  readonly beside: readonly string[];
  /** The column of that comment, where there is one. */
  readonly besideColumn: number | undefined;
}

export interface Body {
  /** Whether the author wrote both braces on one line. */
  readonly onOneLine: boolean;
  /** The comments beside its opening brace. */
  readonly beside: readonly string[];
  readonly items: readonly Item[];
  /** The comments before its closing brace. */
  readonly below: readonly Comment[];
}

/** The words and comments of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const { tokens, hidden } = sharedServices().parser.Lexer.tokenize(text, { mode: 'partial' });
  return ([...tokens, ...hidden] as Token[]).toSorted((a, b) => a.startOffset - b.startOffset);
}

/** For each offset at which a line of a block starts, the grammar rule of that block. */
export function lineStarts(tree: File): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  for (const node of AstUtils.streamAllContents(tree)) {
    const { $container: block, $containerProperty: property, $cstNode: piece } = node;
    if (block && piece && (property === 'members' || property === 'declarations'))
      starts.set(piece.offset, block.$type);
  }
  return starts;
}

export function isComment(token: Token | undefined): boolean {
  return token?.tokenType.name === 'COMMENT';
}

/** Cuts a text without syntax errors into its lines. The text is the body of no brace. */
export function readItems(text: string, tree: File): Body {
  return new ItemReader(tokensOf(text), lineStarts(tree)).lines(false, []);
}

class ItemReader {
  readonly #tokens: readonly Token[];
  readonly #starts: ReadonlyMap<number, string>;
  #at = 0;

  constructor(tokens: readonly Token[], starts: ReadonlyMap<number, string>) {
    this.#tokens = tokens;
    this.#starts = starts;
  }

  /** Reads up to a closing brace, or to the end. */
  lines(onOneLine: boolean, beside: readonly string[]): Body {
    const items: Item[] = [];
    for (;;) {
      const comments = this.#comments();
      if (this.#next === undefined || this.#next.image === '}') return { onOneLine, beside, items, below: comments };
      items.push(this.#item(items.length, comments));
    }
  }

  #item(index: number, above: readonly Comment[]): Item {
    const block = this.#starts.get(this.#next!.startOffset)!;
    const blank = this.#blankBefore();
    const words = this.#words();
    const start = words
      .filter((word) => !isComment(word))
      .slice(0, 2)
      .map(({ image }) => image);
    const [first] = above;
    const line = { block, index, start, above, words, blankBefore: first?.blankBefore ?? blank };
    const body = this.#body();
    const comment = this.#next;
    const beside = this.#beside();
    return {
      ...line,
      blankBelowComments: first !== undefined && blank,
      ...(body && { body }),
      beside,
      besideColumn: beside.length > 0 ? comment?.startColumn : undefined,
    };
  }

  /** The words of a line, and the comments that more of its words come after. */
  #words(): readonly Token[] {
    const words = [this.#take()];
    for (let end = this.#afterComments(); end < this.#tokens.length; end = this.#afterComments()) {
      const token = this.#tokens[end]!;
      if (token.image === '{' || token.image === '}' || this.#starts.has(token.startOffset)) break;
      while (this.#at <= end) words.push(this.#take());
    }
    return words;
  }

  #body(): Body | undefined {
    if (this.#tokens[this.#afterComments()]?.image !== '{') return undefined;
    const beside = this.#comments().map(({ text }) => text);
    const open = this.#take();
    const body = this.lines(false, [...beside, ...this.#beside()]);
    return { ...body, onOneLine: this.#take().startLine === open.startLine };
  }

  /** The comment that follows on the same line, and those that continue it below, in the same column. */
  #beside(): readonly string[] {
    const texts: string[] = [];
    if (this.#next?.first === false && isComment(this.#next)) texts.push(commentText(this.#take()));
    while (texts.length > 0 && continuesComment(this.#tokens[this.#at - 1]!, this.#next))
      texts.push(commentText(this.#take()));
    return texts;
  }

  #comments(): readonly Comment[] {
    const comments: Comment[] = [];
    while (isComment(this.#next)) {
      const blankBefore = this.#blankBefore();
      comments.push({ text: commentText(this.#take()), blankBefore });
    }
    return comments;
  }

  #blankBefore(): boolean {
    const before = this.#tokens[this.#at - 1];
    return before !== undefined && this.#next!.startLine > before.endLine + 1;
  }

  #afterComments(): number {
    let at = this.#at;
    while (isComment(this.#tokens[at])) at++;
    return at;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #take(): Token {
    return this.#tokens[this.#at++]!;
  }
}

/** Whether a comment goes on with the one at the end of the line above it: it stands in the same column. */
export function continuesComment(comment: Token, next: Token | undefined): boolean {
  return isComment(next) && next!.startColumn === comment.startColumn && next!.startLine === comment.startLine + 1;
}

export function commentText({ image }: Token): string {
  return image.trimEnd();
}
