import type { ILexingError, TokenType } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult, TokenizeOptions } from 'langium';
import { repairBraces } from './braces.ts';
import { repairQuotes } from './quotes.ts';
import { Token, type Words, wordsOf } from './tokens.ts';
import { type Repairs, repairWords } from './unknown-words.ts';

/**
 * Cuts text into words. Written by hand because it decides by position whether a keyword may be a name, ends a text
 * without a closing quote at its line, gives back missing quotes and braces, and can
 * leave out what cannot be understood; and because it is several times faster.
 * The patterns are the grammar's own.
 */
export class PathwayLexer implements Lexer {
  readonly #words: Words;
  readonly #patterns: { readonly [name: string]: RegExp };
  readonly #numbers: readonly { readonly type: TokenType; readonly pattern: RegExp }[];
  #repairs: Repairs = new Map();

  constructor(services: LangiumCoreServices) {
    this.#words = wordsOf(services.Grammar);
    this.#patterns = Object.fromEntries(this.#words.terminals.map(({ type, pattern }) => [type.name, pattern]));
    const numeric = ['FINANCIAL_YEAR', 'DATE', 'PERCENT', 'NUMBER'];
    this.#numbers = numeric.map((name) => this.#words.terminals.find(({ type }) => type.name === name)!);
  }

  get definition(): Record<string, TokenType> {
    return this.#words.types;
  }

  get words(): Words {
    return this.#words;
  }

  /** Does something with a text read again, in which some words are taken for others or left out. */
  repairing<T>(repairs: Repairs, act: () => T): T {
    this.#repairs = repairs;
    try {
      return act();
    } finally {
      this.#repairs = new Map();
    }
  }

  tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const run = new Run(text);
    while (run.offset < text.length) this.#step(run);
    // While one is typing, a brace that is not there yet is no mistake: completion wants the text as it is.
    if (options?.mode === 'partial') return { tokens: run.tokens, hidden: run.hidden, errors: [] };
    const words = repairWords(run.tokens, this.#repairs, this.#words.keywords);
    const quoted = repairQuotes(words, text, this.#words.types);
    const { tokens, problems } = repairBraces(quoted.tokens, this.#words.types);
    return { tokens, hidden: run.hidden, errors: [...run.errors, ...quoted.problems, ...problems] };
  }

  #step(run: Run): void {
    const code = run.text.charCodeAt(run.offset);
    if (code === 10) return run.newLine();
    if (code === 32 || code === 9 || code === 13 || code === 12 || code === 0xa0 || code === 0xfeff) {
      run.offset++;
      return;
    }
    if (code === 35) return run.comment(this.#match('COMMENT', run)!, this.#words.types['COMMENT']!);
    if (code === 34) return this.#text(run);
    if (code >= 48 && code <= 57) return this.#number(run);
    if (code === 123 || code === 125)
      return run.push(this.#words.keywords.get(run.text[run.offset]!)!.first, run.text[run.offset]!);
    const word = this.#match('NAME', run);
    if (word !== undefined) return this.#word(word, run);
    const money = this.#match('MONEY', run);
    if (money !== undefined) return run.push(this.#words.types['MONEY']!, money);
    const curly = curlyText(run);
    if (curly === undefined) return run.unexpected();
    run.error(curly, 'Texts stand between straight double quotes, "like this": replace the curly ones.');
    run.push(this.#words.types['TEXT']!, curly);
  }

  #word(word: string, run: Run): void {
    const keyword = this.#words.keywords.get(word);
    if (keyword === undefined) return run.push(this.#words.types['NAME']!, word);
    run.push(run.first || continuesFact(run, word) ? keyword.first : keyword.inside, word);
  }

  #number(run: Run): void {
    for (const { type, pattern } of this.#numbers) {
      pattern.lastIndex = run.offset;
      const image = pattern.exec(run.text)?.[0];
      if (image !== undefined) return run.push(type, image);
    }
  }

  #text(run: Run): void {
    let image = this.#match('TEXT', run)!;
    if (isClosed(image, run.text[run.offset + image.length])) return run.push(this.#words.types['TEXT']!, image);
    if (image === '""') {
      // Three quotes that never close: the rest of the line is taken for the text.
      image = /.*/y.exec(run.text.slice(run.offset))![0];
      run.error(
        image.trimEnd(),
        'This text starts with three quotes and never ends: close it with three quotes (""").',
      );
      return run.push(this.#words.types['TEXT']!, image.trimEnd());
    }
    // A brace at the end of the line was meant to open a block, not to be read aloud.
    image = image.replace(/\s*\{?\s*$/, '');
    run.error(image, 'This text has no closing quote: add " at its end.');
    run.push(this.#words.types['TEXT']!, image);
  }

  #match(name: string, run: Run): string | undefined {
    const pattern = this.#patterns[name]!;
    pattern.lastIndex = run.offset;
    return pattern.exec(run.text)?.[0];
  }
}

/** One pass over one text. */
class Run {
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly hidden: Token[] = [];
  readonly errors: ILexingError[] = [];
  offset = 0;
  first = true;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  newLine(): void {
    this.offset++;
    this.#line++;
    this.#lineStart = this.offset;
    this.first = true;
  }

  push(type: TokenType, image: string): void {
    this.tokens.push(this.#token(type, image));
    this.first = false;
  }

  comment(image: string, type: TokenType): void {
    this.hidden.push(this.#token(type, image));
  }

  error(image: string, message: string): void {
    const { offset } = this;
    this.errors.push({ offset, line: this.#line, column: offset - this.#lineStart + 1, length: image.length, message });
  }

  /** One error for a run of characters that mean nothing, not one for each of them. */
  unexpected(): void {
    const image =
      /^[^\s"#{}\p{L}\p{N}£€$]+/u.exec(this.text.slice(this.offset, this.offset + 80))?.[0] ?? this.text[this.offset]!;
    this.error(image, `'${image}' means nothing here: ${unexpectedAdvice(image)}`);
    this.offset += image.length;
    this.first = false;
  }

  #token(type: TokenType, image: string): Token {
    const { offset } = this;
    const line = this.#line;
    const column = offset - this.#lineStart + 1;
    this.offset += image.length;
    let end = { line, column: column + image.length - 1 };
    if (image.includes('\n')) {
      this.#line += image.split('\n').length - 1;
      this.#lineStart = offset + image.lastIndexOf('\n') + 1;
      end = { line: this.#line, column: this.offset - this.#lineStart };
    }
    return new Token(type, image, offset, line, column, end, this.first);
  }
}

/** Words that go on with a line after an amount, so that they are never taken for its unit. */
export const afterAmount: ReadonlySet<string> = new Set([
  'per',
  'measuring',
  'from',
  'for',
  'target',
  'of',
  'before',
  'by',
  'to',
  'and',
  'according',
  'confidence',
  'wte',
]);

/** What may be required, when it follows directly. */
const requirable =
  /\s+(?:provider|commissioner|activity|cost|governance|criteria|lead|information|agreement)(?![\w-])/y;

/** Whether a keyword cannot be the optional name that might stand in its place. */
function continuesFact({ tokens, text, offset }: Run, word: string): boolean {
  const last = tokens.at(-1);
  const type = last?.tokenType.name;
  if (type === 'NUMBER' || type === 'PERCENT') return afterAmount.has(word);
  // `{ require information  require lead }` on one line requires two things, and not an information called `require`.
  if (word !== 'require' || last?.image !== 'information' || last.first || tokens.at(-2)?.image !== 'require')
    return false;
  requirable.lastIndex = offset + word.length;
  return requirable.test(text);
}

/** Whether a text has its closing quote: `""` before a third quote is the start of a longer text, `\"` is no end. */
function isClosed(image: string, next: string | undefined): boolean {
  if (image.length < 2 || !image.endsWith('"')) return false;
  if (image === '""') return next !== '"';
  return image.at(-2) !== '\\' || image.startsWith('"""') || /^"(\\.|[^"\\])*"$/.test(image);
}

/** A text between the curly quotes that word processors write. */
function curlyText({ text, offset }: Run): string | undefined {
  const pattern = /[“”„«][^“”„»"\r\n]*[“”»"]/y;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function unexpectedAdvice(image: string): string {
  if (/^[-–—]+$/.test(image)) return "a range is written with 'to', as in 'ages 10 to 18'.";
  if (/^[,;]/.test(image)) return 'write each fact on a line of its own.';
  if (/^[“”„«»‘’']/.test(image)) return 'texts stand between straight double quotes, "like this".';
  if (image.startsWith(':') || image.startsWith('=')) return 'a fact is its keyword, a space and its value.';
  if (image.startsWith('//') || image.startsWith('/*')) return 'a comment starts with #.';
  return 'take it out, or put it into a text between double quotes.';
}
