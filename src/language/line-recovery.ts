import { EOF, type IToken, isRecognitionException, MismatchedTokenException, type TokenType } from 'chevrotain';
import { createParser, type LangiumCoreServices, LangiumParser } from 'langium';

/**
 * A parser that passes over a line that cannot stand in its block, with the block that the line opens, and goes on
 * behind it in the same block. Langium's own looks for any word that may follow anywhere around, and gives up all the
 * blocks in between: a `provider` in a gap would be the end of the gap, because a pathway may have one.
 */
export function createLineParser(services: LangiumCoreServices, tokens: Record<string, TokenType>): LangiumParser {
  const parser = createParser(services.Grammar, new LineParser(services), tokens);
  parser.finalize();
  return parser;
}

class LineParser extends LangiumParser {
  constructor(services: LangiumCoreServices) {
    super(services);
    const { isInCurrentRuleReSyncSet } = this.wrapper as unknown as Recovery;
    const recovery: Partial<Recovery> & ThisType<Recovery> = {
      canTokenTypeBeInsertedInRecovery,
      tryInRepetitionRecovery,
      doSingleRepetition,
      // A line that is broken off or goes wrong is given up by itself, and no block around it.
      findReSyncTokenType: () => EOF,
      isInCurrentRuleReSyncSet(type) {
        return this.RULE_STACK_IDX > 0 || isInCurrentRuleReSyncSet.call(this, type);
      },
      reSyncTo: passOverLine,
    };
    Object.assign(this.wrapper, recovery);
  }
}

/** What of Chevrotain's recovery is replaced here, and what that needs. */
interface Recovery {
  canTokenTypeBeInsertedInRecovery(type: TokenType): boolean;
  tryInRepetitionRecovery(repeat: unknown, args: Repetition, isLine: () => boolean, expected: TokenType): void;
  doSingleRepetition(line: ReadLine): boolean;
  findReSyncTokenType(): TokenType;
  isInCurrentRuleReSyncSet(type: TokenType): boolean;
  reSyncTo(type: TokenType): IToken[];
  /** How many grammar rules are open around the present one. */
  readonly RULE_STACK_IDX: number;
  readonly errorMessageProvider: {
    buildMismatchTokenMessage(options: {
      expected: TokenType;
      actual: IToken;
      previous: IToken;
      ruleName: string;
    }): string;
  };
  getLexerPosition(): number;
  LA(ahead: number): IToken;
  SKIP_TOKEN(): IToken;
  SAVE_ERROR(error: MismatchedTokenException): void;
  tokenMatcher(token: IToken, type: TokenType): boolean;
  getCurrRuleFullName(): string;
}

type ReadLine = (this: Recovery) => void;

/** Which repetition of a grammar rule it is, and what is repeated. */
type Repetition = readonly [index: number, line: ReadLine | { readonly DEF: ReadLine }];

/** Braces match when the parser comes to them: to think one up would end a block before its end. */
function canTokenTypeBeInsertedInRecovery({ name }: TokenType): boolean {
  return name !== '}';
}

/** Called where neither another line of the block follows nor what is expected behind its lines. */
function tryInRepetitionRecovery(
  this: Recovery,
  _: unknown,
  [, line]: Repetition,
  isLine: () => boolean,
  expected: TokenType,
): void {
  // Not by repeating the whole, as Chevrotain does: with thousands of slips in one block, that goes too deep.
  while (!this.tokenMatcher(this.LA(1), expected)) {
    if (isLine.call(this)) {
      if (!this.doSingleRepetition(typeof line === 'function' ? line : line.DEF)) return;
      continue;
    }
    const [actual, previous] = [this.LA(1), this.LA(0)];
    if (actual.tokenType === EOF) return;
    const ruleName = this.getCurrRuleFullName();
    const message = this.errorMessageProvider.buildMismatchTokenMessage({ expected, actual, previous, ruleName });
    this.SAVE_ERROR(new MismatchedTokenException(message, actual, previous));
    passOver(this);
  }
}

/** Reads one line of a block; one of which not even the kind is clear is passed over. Returns whether it came further. */
function doSingleRepetition(this: Recovery, line: ReadLine): boolean {
  const before = this.getLexerPosition();
  try {
    line.call(this);
  } catch (error) {
    if (!isRecognitionException(error as Error)) throw error;
    if (this.getLexerPosition() === before) passOver(this);
    else passOverLine.call(this);
  }
  return this.getLexerPosition() > before;
}

/** Passes over a word with what is left of its line, and over the block that begins there. */
function passOver(parser: Recovery): void {
  if (parser.LA(1).image !== '{') parser.SKIP_TOKEN();
  passOverLine.call(parser);
  if (parser.LA(1).image !== '{') return;
  for (let depth = 0; parser.LA(1).tokenType !== EOF; ) {
    if (parser.LA(1).image === '{') depth++;
    else if (parser.LA(1).image === '}') depth--;
    parser.SKIP_TOKEN();
    if (depth === 0) return;
  }
}

/** Passes over what is left of a line, up to a brace. */
function passOverLine(this: Recovery): IToken[] {
  const passed: IToken[] = [];
  for (let token = this.LA(1); !endsLine(token); token = this.LA(1)) {
    passed.push(token);
    this.SKIP_TOKEN();
  }
  return passed;
}

function endsLine(token: IToken): boolean {
  const first = 'first' in token && token.first === true && !values.has(token.tokenType.name);
  return first || token.image === '{' || token.image === '}' || token.tokenType === EOF;
}

/** What no line begins with: where one stands first on a line, it goes on with the line above. */
const values: ReadonlySet<string> = new Set(['TEXT', 'MONEY', 'NUMBER', 'PERCENT', 'DATE', 'FINANCIAL_YEAR']);
