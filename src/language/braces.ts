import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { capital } from '../model/wording.ts';
import { Token } from './tokens.ts';

/** The tokens to parse, and what was wrong with the braces. */
export interface Repaired {
  readonly tokens: IToken[];
  readonly problems: ILexingError[];
}

/** A block that is open while the tokens are read. */
interface Block {
  /** The first word of the line that opens it. */
  readonly head: Token;
  /** The name after that word, if there is one. */
  readonly name: string | undefined;
}

/**
 * Gives back the braces that are missing and leaves out those too many, so that one slip is one error and the rest
 * of the file is still understood. Text whose braces match is left alone, however it is laid out; only where they
 * do not, indentation says which block was meant to end.
 */
export function repairBraces(tokens: Token[], types: Readonly<Record<string, TokenType>>): Repaired {
  return balanced(tokens) ? { tokens, problems: [] } : new Repair(tokens, types).run();
}

function balanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { image, tokenType } of tokens) {
    if (tokenType.name === 'TEXT') continue;
    if (image === '{') depth++;
    else if (image === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Words that open a block when they stand first on a line. */
export const blockWords: ReadonlySet<string> = new Set(
  (
    'project source footprint organisation system information agreement board vocabulary specification pathway view ' +
    'scenario stage transition flow gap risk challenge strength need action milestone outcome require'
  ).split(' '),
);

class Repair {
  readonly #in: readonly Token[];
  readonly #out: IToken[] = [];
  readonly #problems: ILexingError[] = [];
  readonly #open: Block[] = [];
  readonly #types: Readonly<Record<string, TokenType>>;

  constructor(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>) {
    this.#in = tokens;
    this.#types = types;
  }

  run(): Repaired {
    let head: Block | undefined;
    for (const [index, token] of this.#in.entries()) {
      if (token.first) {
        this.#openForgotten(head, token);
        this.#closeForgotten(token);
        head = blockOf(token, this.#in[index + 1]);
      }
      if (token.image === '{') this.#open.push(head ?? blockOf(token, undefined));
      if (token.image === '}' && !this.#closes(token, index)) continue;
      this.#out.push(token);
    }
    while (this.#open.length > 0) this.#close();
    return { tokens: this.#out, problems: this.#problems };
  }

  /** A line that is indented deeper than a block's first line, which opened no brace, belongs to that block. */
  #openForgotten(block: Block | undefined, token: Token): void {
    const last = this.#out.at(-1);
    if (!block || !last || last.image === '{' || last.image === '}' || !blockWords.has(block.head.image)) return;
    if (token.startColumn <= block.head.startColumn || token.image === '{' || this.#open.at(-1) === block) return;
    if (!beginsFact(token)) return;
    this.#report(last, `${named(block)} has no opening brace: add '{' at the end of this line.`);
    this.#out.push(missing('{', this.#types));
    this.#open.push(block);
  }

  /** A line that stands no deeper than the line that opened a block is no longer inside that block. */
  #closeForgotten(token: Token): void {
    for (let block = this.#open.at(-1); block; block = this.#open.at(-1)) {
      const column = token.startColumn;
      const outside = token.image === '}' ? column < block.head.startColumn : column <= block.head.startColumn;
      if (!outside) return;
      this.#close();
    }
  }

  /** Whether a closing brace closes something; one that does not is reported and left out. */
  #closes(token: Token, index: number): boolean {
    const block = this.#open.at(-1);
    const tooDeep = block && token.first && token.startColumn > block.head.startColumn;
    if (!block || (tooDeep && this.#closesLater(block, index))) {
      this.#report(token, "This closing brace closes nothing: take it out, or add the '{' that it belongs to.");
      return false;
    }
    this.#open.pop();
    return true;
  }

  /** Whether a brace further down stands where the block's own closing brace would. */
  #closesLater(block: Block, index: number): boolean {
    return this.#in
      .slice(index + 1)
      .some((t) => t.image === '}' && t.first && t.startColumn === block.head.startColumn);
  }

  #close(): void {
    const block = this.#open.pop()!;
    const last = this.#out.at(-1) as Token;
    this.#report(last, `${named(block)} is not closed: add '}' on a line of its own after this one.`);
    this.#out.push(missing('}', this.#types));
  }

  #report(at: IToken, message: string): void {
    if (Number.isNaN(at.startOffset)) {
      const before = this.#out.findLast((token) => !Number.isNaN(token.startOffset));
      if (before) this.#report(before, message);
      return;
    }
    const { startOffset: offset, startLine: line, startColumn: column, image } = at;
    this.#problems.push({ offset, line, column, length: image.length, message });
  }
}

/** Whether a message is about a brace, and not about the line it is shown at. */
export function isAboutBraces(message: string): boolean {
  return /is not closed: add '\}'|has no opening brace: add '\{'|its closing brace stands further down|^This closing brace /.test(
    message,
  );
}

function beginsFact(token: Token): boolean {
  return token.tokenType.name.endsWith(' first');
}

function blockOf(head: Token, following: Token | undefined): Block {
  const name =
    following?.startLine === head.startLine && /^[\p{L}]/u.test(following.image) ? following.image : undefined;
  return { head, name };
}

function named({ head, name }: Block): string {
  const kind = capital(head.image);
  return name === undefined ? `This ${head.image}` : `${kind} '${name}' (line ${head.startLine})`;
}

/** A brace that stands nowhere in the text; Langium leaves tokens without an offset out of the tree. */
function missing(image: '{' | '}', types: Readonly<Record<string, TokenType>>): IToken {
  const type = types[image]!;
  return new Token(type, image, Number.NaN, Number.NaN, Number.NaN, { line: Number.NaN, column: Number.NaN }, false);
}
