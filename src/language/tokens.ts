import { Lexer as ChevrotainLexer, createToken, type IToken, type TokenType } from 'chevrotain';
import { AstUtils, GrammarAST, GrammarUtils } from 'langium';

/**
 * The words of the language, as the grammar gives them. A keyword has three token types, because any keyword may
 * be a name and yet a keyword first on its line is always a keyword:
 * - its own, which the parser asks for;
 * - `first`, for the first word of a line: a keyword and nothing else;
 * - `inside`, for anywhere else: a keyword, or a name.
 */
export interface Keyword {
  readonly first: TokenType;
  readonly inside: TokenType;
}

export interface Words {
  /** Every token type by name, as Langium's parser wants them. */
  readonly types: Record<string, TokenType>;
  readonly keywords: ReadonlyMap<string, Keyword>;
  readonly terminals: readonly Terminal[];
}

/** A terminal of the grammar, with its pattern ready to be tried at an offset. */
export interface Terminal {
  readonly type: TokenType;
  readonly pattern: RegExp;
}

/** Keywords that stay what they are everywhere: the three absences, which would be too easy to misread as names. */
export const reserved: ReadonlySet<string> = new Set(['unknown', 'none', 'not-applicable']);

/** Reads keywords and terminals from the grammar. */
export function wordsOf(grammar: GrammarAST.Grammar): Words {
  const terminals = grammar.rules.filter(GrammarAST.isTerminalRule).map(terminalOf);
  const name = terminals.find(({ type }) => type.name === 'NAME')!.type;
  const keywords = new Map<string, Keyword>();
  const types: Record<string, TokenType> = {};
  for (const word of keywordsOf(grammar)) {
    const keyword = createToken({ name: word, pattern: ChevrotainLexer.NA });
    types[word] = keyword;
    const soft = /^[\p{L}]/u.test(word) && !reserved.has(word);
    const first = createToken({ name: `${word} first`, pattern: ChevrotainLexer.NA, categories: [keyword] });
    const inside = soft
      ? createToken({ name: `${word} inside`, pattern: ChevrotainLexer.NA, categories: [keyword, name] })
      : first;
    types[first.name] = first;
    types[inside.name] = inside;
    keywords.set(word, { first, inside });
  }
  for (const { type } of terminals) types[type.name] = type;
  return { types, keywords, terminals };
}

/** Every keyword of the grammar, once. */
export function keywordsOf(grammar: GrammarAST.Grammar): readonly string[] {
  const words = new Set<string>();
  for (const rule of grammar.rules) {
    if (GrammarAST.isTerminalRule(rule)) continue;
    for (const node of AstUtils.streamAllContents(rule)) if (GrammarAST.isKeyword(node)) words.add(node.value);
  }
  return [...words];
}

/** A token with the positions that Chevrotain and Langium read: lines and columns from one, the end inclusive. */
export class Token implements IToken {
  readonly tokenTypeIdx: number;
  readonly image: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly tokenType: TokenType;
  /** Whether nothing but spaces stands before it on its line. */
  readonly first: boolean;

  /** `length` is how much of the text it stands for, where that is not the length of its image. */
  constructor(
    type: TokenType,
    image: string,
    offset: number,
    line: number,
    column: number,
    end: End,
    first: boolean,
    length = image.length,
  ) {
    this.tokenTypeIdx = type.tokenTypeIdx!;
    this.image = image;
    this.startOffset = offset;
    this.endOffset = offset + length - 1;
    this.startLine = line;
    this.startColumn = column;
    this.endLine = end.line;
    this.endColumn = end.column;
    this.tokenType = type;
    this.first = first;
  }
}

/** Where a token ends: its last line, and the column of its last character, both from one. */
export interface End {
  readonly line: number;
  readonly column: number;
}

function terminalOf(rule: GrammarAST.TerminalRule): Terminal {
  const regex = GrammarUtils.terminalRegex(rule);
  return {
    type: createToken({ name: rule.name, pattern: ChevrotainLexer.NA }),
    pattern: new RegExp(regex.source, `${regex.flags.replace(/[gy]/g, '')}y`),
  };
}
