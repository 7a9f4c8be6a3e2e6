import { commentText, continuesComment, isComment, lineStarts, tokensOf } from '../language/format/items.ts';
import { isBlock } from '../language/format/order.ts';
import { readSource, type Source } from '../language/format/source.ts';
import { readText } from '../language/text.ts';
import type { Token } from '../language/tokens.ts';

/** A text cut into its facts and blocks. Put one after another, the strings are the text, byte for byte. */
export interface Document {
  /** The byte order mark, where the file starts with one. */
  readonly mark: string;
  readonly pieces: readonly Piece[];
  /** What follows the last of them. */
  readonly end: string;
  readonly lineEnd: string;
}

/** One fact, or one block with all that is in it. */
export interface Piece {
  /** The blank lines and comments above it, and its indentation. */
  readonly leading: string;
  /** Its words, up to its block where it has one. */
  readonly head: string;
  readonly body?: Body;
  /** The rest of its last line: spaces, a comment, what ends the line. */
  readonly trailing: string;
  /** The words without the comments between them; of a text what it says, however it is quoted. */
  readonly words: readonly string[];
  /** The same words as they are written. */
  readonly written: readonly string[];
  /** The comments between its words. */
  readonly inner: readonly string[];
  /** Whether it is, or may have, a block. */
  readonly block: boolean;
  /** Whether nothing stands before it on its line. */
  readonly first: boolean;
}

export interface Body {
  /** From the words to the end of the line with the opening brace. */
  readonly open: string;
  readonly pieces: readonly Piece[];
  /** What stands before the closing brace. */
  readonly close: string;
}

/** Cuts a text up; nothing where it cannot be understood in full. */
export function readDocument(whole: string): Document | undefined {
  const source = readSource(whole);
  return 'problem' in source ? undefined : new DocumentReader(source).document();
}

/** The text of a piece, as it is. */
export function textOf({ leading, head, body, trailing }: Piece): string {
  return leading + head + (body ? bodyText(body) : '') + trailing;
}

export function bodyText({ open, pieces, close }: Body): string {
  return `${open}${pieces.map(textOf).join('')}${close}}`;
}

/** What a line says, however it is laid out: two lines that say the same differ in form alone. */
export function sayingOf({ words, inner }: Piece): string {
  return [...words, ...inner].join(' ');
}

/** The comments in what stands between pieces. */
export function commentsIn(between: string): readonly string[] {
  return (between.match(/#[^\r\n]*/g) ?? []).map((comment) => comment.trimEnd());
}

export function childrenOf({ body }: Piece): readonly Piece[] {
  return body?.pieces ?? [];
}

class DocumentReader {
  readonly #source: Source;
  readonly #tokens: readonly Token[];
  readonly #starts: ReadonlyMap<number, string>;
  #next = 0;
  /** Up to where the text has been taken. */
  #taken = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#tokens = tokensOf(source.text);
    this.#starts = lineStarts(source.tree);
  }

  document(): Document {
    const { mark, text, lineEnd } = this.#source;
    const pieces = this.#pieces();
    return { mark, pieces, end: text.slice(this.#taken), lineEnd };
  }

  /** Reads up to a closing brace, or to the end. */
  #pieces(): readonly Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const start = this.#afterComments();
      const token = this.#tokens[start];
      if (token === undefined || token.image === '}') return pieces;
      this.#next = start;
      pieces.push(this.#piece(token));
    }
  }

  #piece(start: Token): Piece {
    const leading = this.#take(start.startOffset);
    const tokens = this.#words();
    const head = this.#take(tokens.at(-1)!.endOffset + 1);
    const words = tokens.filter((token) => !isComment(token));
    const inner = tokens.filter(isComment).map(commentText);
    const images = words.slice(0, 2).map(({ image }) => image);
    const body = this.#body();
    return {
      ...{ leading, head, ...(body && { body }), trailing: this.#restOfLine() },
      ...{ words: words.map(saidBy), written: words.map(({ image }) => image), inner, first: start.first },
      block: isBlock({ block: this.#starts.get(start.startOffset)!, start: images }),
    };
  }

  /** The words of a line, and the comments that more of its words come after. */
  #words(): readonly Token[] {
    const words = [this.#tokens[this.#next++]!];
    for (let end = this.#afterComments(); end < this.#tokens.length; end = this.#afterComments()) {
      const token = this.#tokens[end]!;
      if (token.image === '{' || token.image === '}' || this.#starts.has(token.startOffset)) break;
      while (this.#next <= end) words.push(this.#tokens[this.#next++]!);
    }
    return words;
  }

  #body(): Body | undefined {
    const brace = this.#afterComments();
    if (this.#tokens[brace]?.image !== '{') return undefined;
    this.#next = brace + 1;
    const before = this.#take(this.#tokens[brace]!.endOffset + 1);
    const open = before + this.#restOfLine();
    const pieces = this.#pieces();
    this.#next = this.#afterComments();
    const close = this.#tokens[this.#next++]!;
    const body = { open, pieces, close: this.#take(close.startOffset) };
    this.#taken = close.endOffset + 1;
    return body;
  }

  /** The comment that follows on the same line with those that continue it below, and what ends the line. */
  #restOfLine(): string {
    const from = this.#next;
    const comment = this.#tokens[from];
    if (isComment(comment) && !comment!.first) this.#next++;
    while (this.#next > from && continuesComment(this.#tokens[this.#next - 1]!, this.#tokens[this.#next])) this.#next++;
    const last = this.#next > from ? this.#tokens[this.#next - 1]!.endOffset + 1 : this.#taken;
    const rest = /^[^\S\r\n]*(?:\r?\n|$)/.exec(this.#source.text.slice(last));
    return this.#take(last + (rest?.[0].length ?? 0));
  }

  #afterComments(): number {
    let at = this.#next;
    while (isComment(this.#tokens[at])) at++;
    return at;
  }

  #take(to: number): string {
    const taken = this.#source.text.slice(this.#taken, to);
    this.#taken = to;
    return taken;
  }
}

function saidBy({ image, tokenType }: Token): string {
  return tokenType.name === 'TEXT' ? `"${readText(image)}"` : image;
}
