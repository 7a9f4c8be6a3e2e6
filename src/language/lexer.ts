import type { ILexingError, TokenType } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult, TokenizeOptions } from 'langium';
import { formatNumber } from '../model/units/quantity.ts';
import { repairBraces } from './braces.ts';
import { rangeAdvice } from './line-advice.ts';
import { repairQuotes } from './quotes.ts';
import { repairSpacedNames } from './spaced-names.ts';
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
  /** Nothing where the text is read as it stands. */
  #repairs: Repairs | undefined;

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

  /**
   * Does something with a text read again that could not be parsed as it stands: some words are taken for others or left
   * out, and what looks like a text without quotes or a name with spaces is taken for one.
   */
  repairing<T>(repairs: Repairs, act: () => T): T {
    this.#repairs = repairs;
    try {
      return act();
    } finally {
      this.#repairs = undefined;
    }
  }

  tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const run = new Run(text);
    while (run.offset < text.length) this.#step(run);
    // While one is typing, a brace that is not there yet is no mistake: completion wants the text as it is.
    if (options?.mode === 'partial') return { tokens: run.tokens, hidden: run.hidden, errors: [] };
    const meant = this.#repairs === undefined ? run.tokens : this.#repaired(run, this.#repairs);
    const { tokens, problems } = repairBraces(meant, this.#words.types);
    return { tokens, hidden: run.hidden, errors: [...run.errors, ...problems] };
  }

  #repaired(run: Run, repairs: Repairs): Token[] {
    const words = repairWords(run.tokens, repairs, this.#words.keywords);
    const named = repairSpacedNames(words, this.#words.types, repairs);
    const quoted = repairQuotes(named.tokens, run.text, this.#words.types);
    run.errors.push(...named.problems, ...quoted.problems);
    return quoted.tokens;
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
    if (code === 36 || code === 163 || code === 8364) return this.#money(run);
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

  /** An amount of money; also one with a slip in it, which is told of once, and the rest of the line is understood. */
  #money(run: Run): void {
    const type = this.#words.types['MONEY']!;
    const money = this.#match('MONEY', run);
    const slip = moneySlip(run, money);
    if (slip === undefined) return money === undefined ? run.unexpected() : run.push(type, money);
    const { written, meant } = slip;
    if (/\s/.test(written) && meant !== undefined) {
      run.error(written, `'${written}' has a space in it: write '${meant}'.`);
      return run.push(type, meant, written.length);
    }
    const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
    run.error(written, `'${written}' is no amount of money: write its digits, and k, m or bn behind them.${hint}`);
    run.push(type, meant ?? money ?? written, written.length);
  }

  #number(run: Run): void {
    const years = shortYears(run);
    if (years !== undefined) {
      run.error(years.written, `'${years.written}' is not a financial year: write '${years.meant}'.`);
      return run.push(this.#words.types['FINANCIAL_YEAR']!, years.meant, years.written.length);
    }
    const short = shortNumber(run);
    if (short !== undefined) {
      const { written, meant, isMoney } = short;
      run.error(
        written,
        `'${written}' ${isMoney ? 'has no currency sign' : 'is not written in full'}: write '${meant}'.`,
      );
      return run.push(this.#words.types[isMoney ? 'MONEY' : 'NUMBER']!, meant, written.length);
    }
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

  /** `length` is how much of the text it stands for, where that is not the length of its image. */
  push(type: TokenType, image: string, length = image.length): void {
    this.tokens.push(this.#token(type, image, length));
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
    this.error(image, `'${image}' means nothing here: ${unexpectedAdvice(image, this.#lineBefore())}`);
    this.offset += image.length;
    this.first = false;
  }

  /** What stands before this place on its line. */
  #lineBefore(): string {
    return this.text.slice(this.#lineStart, this.offset);
  }

  #token(type: TokenType, image: string, length = image.length): Token {
    const { offset } = this;
    const line = this.#line;
    const column = offset - this.#lineStart + 1;
    this.offset += length;
    let end = { line, column: column + length - 1 };
    if (image.includes('\n')) {
      this.#line += image.split('\n').length - 1;
      this.#lineStart = offset + image.lastIndexOf('\n') + 1;
      end = { line: this.#line, column: this.offset - this.#lineStart };
    }
    return new Token(type, image, offset, line, column, end, this.first, length);
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

/** A whole amount of money. */
const isAmount = /^[£€$][0-9][0-9,]*(?:\.[0-9]+)?(?:[kKmM]|bn|BN)?$/;

/** An amount with a slip in it: a space, letters that are no digits, or a word where a letter is enough. */
function moneySlip(
  { text, offset }: Run,
  money: string | undefined,
): { readonly written: string; readonly meant: string | undefined } | undefined {
  const pattern =
    /[£€$][ \t\u00A0]*[0-9][\p{L}\p{N},]*(?:\.[0-9][\p{L}\p{N}]*)?(?:[ \t\u00A0]+(?:k|mn?|bn|thousand|million|billion)(?![\p{L}\p{N}_-]))?/iuy;
  pattern.lastIndex = offset;
  const matched = pattern.exec(text)?.[0];
  if (matched === undefined || matched === money) return undefined;
  const written = /^.\s/.test(matched) && /^\.(?!\d)/.test(text.slice(pattern.lastIndex)) ? `${matched}.` : matched;
  const plain = written
    .replaceAll(/\s/g, '')
    .replace(/[.,]+$/, '')
    .replace(/(?<=\d)(?:(thousand)|(million|mn)|(billion|bn))$/i, (_, k, m) => (k ? 'k' : m ? 'm' : 'bn'));
  const meant = [plain, plain.replaceAll(/[oO]/g, '0').replaceAll(/[lI]/g, '1')].find((each) => isAmount.test(each));
  return { written, meant };
}

/**
 * `180k`, which is money where it is a cost; else a number in thousands, which only amounts of money can leave to a
 * letter: `1.2k referrals` would be 1.2 of them.
 */
function shortNumber({
  tokens,
  text,
  offset,
}: Run): { readonly written: string; readonly meant: string; readonly isMoney: boolean } | undefined {
  const pattern = /(\d[\d,]*(?:\.\d+)?)(k|m|bn)(?![\p{L}\p{N}_/-])/iuy;
  pattern.lastIndex = offset;
  const [written, digits = '', scale] = pattern.exec(text) ?? [];
  if (written === undefined) return undefined;
  const last = tokens.at(-1);
  const isCost = last?.image === 'cost' && (last.first || tokens.at(-2)?.image === 'set');
  if (isCost) return { written, meant: `£${written}`, isMoney: true };
  if (!/k/i.test(scale!) || digits.includes(',')) return undefined;
  return { written, meant: formatNumber(Math.round(Number(digits) * 1000)), isMoney: false };
}

/** `for 25/26`, which was meant for the financial year 2025/26. */
function shortYears({ tokens, text, offset }: Run): { readonly written: string; readonly meant: string } | undefined {
  if (tokens.at(-1)?.image !== 'for') return undefined;
  const pattern = /(\d\d)\/(\d\d)(?![\d/])/y;
  pattern.lastIndex = offset;
  const [written, first, second] = pattern.exec(text) ?? [];
  if (written === undefined || (Number(first) + 1) % 100 !== Number(second)) return undefined;
  return { written, meant: `${Number(first) < 70 ? 20 : 19}${first}/${second}` };
}

/** A text between the curly quotes that word processors write. */
function curlyText({ text, offset }: Run): string | undefined {
  const pattern = /[“”„«][^“”„»"\r\n]*[“”»"]/y;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function unexpectedAdvice(image: string, before: string): string {
  const figure = /^[-–—]+$/.test(image) ? rangeAdvice(before) : undefined;
  if (figure !== undefined) return figure;
  if (/^[-–—]+$/.test(image)) return "a range is written with 'to', as in 'ages 10 to 18'.";
  if (/^[,;]/.test(image)) return 'write each fact on a line of its own.';
  if (/^[“”„«»‘’']/.test(image)) return 'texts stand between straight double quotes, "like this".';
  if (image.startsWith(':') || image.startsWith('=')) return 'a fact is its keyword, a space and its value.';
  if (image.startsWith('//') || image.startsWith('/*')) return 'a comment starts with #.';
  return 'take it out, or put it into a text between double quotes.';
}
