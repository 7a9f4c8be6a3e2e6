import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider, type GrammarAST } from 'langium';
import { nearest } from '../model/nearest.ts';
import { blockWords } from './braces.ts';
import { surplusAdvice } from './line-advice.ts';
import { lineWordsOf } from './line-words.ts';
import { reserved } from './tokens.ts';

/** Says in plain English what a line lacks and what may stand there instead. */
export class PlainErrorMessages extends AbstractParserErrorMessageProvider implements IParserErrorMessageProvider {
  readonly #grammar: GrammarAST.Grammar;
  /** The words that may start a line in the block of each grammar rule; gathered with the first error. */
  #lineWords: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(grammar: GrammarAST.Grammar) {
    super();
    this.#grammar = grammar;
  }

  override buildMismatchTokenMessage(options: {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
  }): string {
    const { expected, actual, previous, ruleName } = options;
    if (expected.name === 'EOF') return this.#notInBlock(actual, 'File');
    if (expected.name === '}') return this.#notInBlock(actual, ruleName.replace(/\u200B$/, ''));
    return wanted(actual, previous, [expected.name]);
  }

  override buildNoViableAltMessage(options: {
    expectedPathsPerAlt: TokenType[][][];
    actual: IToken[];
    previous: IToken;
  }): string {
    const first = options.expectedPathsPerAlt.flatMap((paths) => paths.map((path) => path[0]?.name ?? ''));
    return wanted(options.actual[0]!, options.previous, [...new Set(first)].filter(Boolean));
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken }): string {
    return this.#notInBlock(firstRedundant, 'File');
  }

  #notInBlock(actual: IToken, rule: string): string {
    this.#lineWords ??= lineWordsOf(this.#grammar);
    return notInBlock(actual, rule, this.#lineWords);
  }
}

/** What the terminals of the grammar are called. */
const terminals: Readonly<Record<string, string>> = {
  NAME: 'a name',
  TEXT: 'a text between double quotes',
  MONEY: 'an amount of money such as £75k',
  NUMBER: 'a number',
  PERCENT: 'a percentage such as 40%',
  DATE: 'a date such as 2016-04',
  FINANCIAL_YEAR: 'a financial year such as 2014/15',
};

function notInBlock(actual: IToken, rule: string, lineWords: ReadonlyMap<string, readonly string[]>): string {
  const word = `'${actual.image}'`;
  const block = rule === 'File' ? 'at the top level of a file' : `in ${blockName(rule)}`;
  const known = lineWords.get(rule) ?? [];
  if (actual.image === '}') return "This closing brace closes nothing: take it out, or add the '{' that it belongs to.";
  const homes = [...lineWords]
    .filter(([home, words]) => home !== rule && words.includes(actual.image))
    .map(([home]) => home);
  // A word that stands elsewhere was hardly meant for one that stands here and only looks like it.
  const guess = homes.length > 0 ? undefined : nearest(actual.image, known, 1)[0];
  if (guess !== undefined && guess !== actual.image) return `${word} is not known ${block}. Did you mean '${guess}'?`;
  if ('first' in actual && !actual.first) return `${word}${TOO_MUCH}`;
  if (homes.length > 0)
    return `${word} can't stand ${block}: put it into ${list([...new Set(homes.flatMap(blockNames))], 'or')}.`;
  return `${word} can't stand ${block}. Each line starts with a word such as ${list(known.slice(0, 5), 'or')}.`;
}

/** Whether a message says what must come after a word, rather than that a word can't stand where it does. */
export function saysWhatIsLacking(message: string): boolean {
  return message.startsWith(LACKING);
}

/** A message about a word of a line; `before` is what stands before it there, and `block` the keyword of the block around. */
export function onItsLine(message: string, word: string, before: string, block: string | undefined): string {
  const advice = message === `'${word}'${TOO_MUCH}` ? surplusAdvice(word, before) : undefined;
  if (advice !== undefined) return `'${word}' is too much on this line: ${advice}`;
  return block === undefined ? message : message.replace(/ in an (?:issue|action)\b/, ` in ${article(block)}`);
}

const TOO_MUCH = ' is too much on this line: each fact stands on a line of its own, after its keyword.';

/** The word of which a message says that it stands in a block of another kind than it may. */
export function misplacedWord(message: string): string | undefined {
  return /^'([^']+)' can't stand in an? /.exec(message)?.[1];
}

/** The blocks of which a message says that a word may stand there, in its words: `stage`, `required stage`. */
export function homesIn(message: string): readonly string[] {
  const homes = /^'[^']+' can't stand .*: put it into (.*)\.$/.exec(message)?.[1];
  return homes?.split(/, | or /).map((home) => home.replace(/^an? /, '')) ?? [];
}

/** The word that a message says was probably meant. */
export function meantWord(message: string): string | undefined {
  return /Did you mean '([^']+)'\?$/.exec(message)?.[1];
}

const LACKING = 'After ';

function wanted(actual: IToken, previous: IToken, names: readonly string[]): string {
  if (reserved.has(actual.image) && !names.includes(actual.image)) return notAbsent(actual, previous);
  const ordered = [...names.filter((name) => name in terminals), ...names.filter((name) => !(name in terminals))];
  const choices = ordered.map((name) => terminals[name] ?? `'${name}'`);
  const after = previous?.image ? `${LACKING}${quoted(previous)} comes ` : 'Here comes ';
  const guess = meantBy(actual, names);
  const meant = guess !== undefined && !startsLine(actual) ? ` Did you mean '${guess}'?` : '';
  const found = startsLine(actual) || !actual.image ? '' : `, not ${quoted(actual)}`;
  return `${after}${list(choices, 'or')}${found}.${meant}`;
}

/** What was probably meant by a word that can't stand where it does: a word that may, or an amount with its sign. */
function meantBy(actual: IToken, names: readonly string[]): string | undefined {
  if (names.includes('MONEY') && actual.tokenType.name === 'NUMBER') return `£${actual.image}`;
  const words = names.filter((name) => !(name in terminals));
  return nearest(actual.image, words, 1)[0];
}

/** `unknown`, `none` or `not-applicable`, where neither a name nor that fact may be so. */
function notAbsent(actual: IToken, previous: IToken): string {
  const declares = blockWords.has(previous?.image ?? '');
  if (declares) return `'${actual.image}' can't be a name: it says that something is not there. Choose another name.`;
  return `'${previous?.image ?? ''}' can't be '${actual.image}': give its value, or leave the line out until it is known.`;
}

function startsLine(token: IToken): boolean {
  return token.tokenType?.name.endsWith(' first') ?? false;
}

function quoted(token: IToken): string {
  return token.image.startsWith('"') ? 'this text' : `'${token.image}'`;
}

/** How the block of a grammar rule is called; the grammar has one rule for blocks with different keywords. */
function blockNames(rule: string): readonly string[] {
  return rule === 'Issue' ? ['a gap', 'a risk'] : [blockName(rule)];
}

function blockName(rule: string): string {
  const words = rule.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return article(words);
}

function article(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}

/** `a, b or c`, with long lists cut short. */
export function list(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length <= 1) return words[0] ?? 'something else';
  if (words.length > 14) return `${words.slice(0, 12).join(', ')} …`;
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
