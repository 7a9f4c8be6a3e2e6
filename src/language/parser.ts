import type { IRecognitionException, IToken } from 'chevrotain';
import {
  type CstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultValueConverter,
  EmptyFileSystem,
  type GrammarAST,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  type ValueType,
} from 'langium';
import { isAboutBraces } from './braces.ts';
import { homesIn, meantWord, misplacedWord, onItsLine, PlainErrorMessages, saysWhatIsLacking } from './errors.ts';
import type { File } from './generated/ast.ts';
import { CarePathwaysGeneratedModule, CarePathwaysGeneratedSharedModule } from './generated/module.ts';
import { type Block, blocksOf, lateBraces } from './late-braces.ts';
import { PathwayLexer } from './lexer.ts';
import { createLineParser } from './line-recovery.ts';
import { type SpacedName, spacedNameAt } from './spaced-names.ts';
import { readText } from './text.ts';
import type { Token } from './tokens.ts';
import type { Repair } from './unknown-words.ts';

/** Something wrong with the text itself, with the offsets at which it stands. */
export interface SyntaxProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Parsed {
  /** What was understood; whole where there are no problems. */
  readonly tree: File;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** The lines, from zero, of which something was left out or taken for something else. */
  readonly brokenLines: ReadonlySet<number>;
}

export type PathwayServices = LangiumCoreServices;

/** The Langium services of the language: the parser and what completion needs. Linking and checking are ours. */
export function createServices(): PathwayServices {
  const shared = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    CarePathwaysGeneratedSharedModule,
  ) as LangiumSharedCoreServices;
  const services = inject(createDefaultCoreModule({ shared }), CarePathwaysGeneratedModule, pathwayModule);
  shared.ServiceRegistry.register(services);
  return services;
}

/** Parses one file. Never throws: what cannot be understood becomes a problem, and the rest is still in the tree. */
export function parse(services: PathwayServices, text: string): Parsed {
  const { result, problems: understood } = parseAround(services, text);
  const problems = [
    ...result.lexerErrors.map(({ message, offset, length }) => ({ message, start: offset, end: offset + length })),
    ...understood,
  ].toSorted((a, b) => a.start - b.start);
  const declared = result.value.declarations.map(({ $cstNode }) => $cstNode?.offset ?? 0);
  const shown = onePerLine(withoutLeftBehind(problems, declared), text);
  const inLines = shown.filter(({ message }) => !isAboutBraces(message));
  return { tree: result.value, problems: shown, brokenLines: new Set(inLines.map(({ start }) => lineAt(text, start))) };
}

/**
 * Lines that stand outside of all blocks follow from the first of them, or from the brace before that ended their block
 * too early, up to the next declaration.
 */
function withoutLeftBehind(problems: readonly SyntaxProblem[], declared: readonly number[]): readonly SyntaxProblem[] {
  return problems.filter(({ message, start }, index) => {
    const before = problems[index - 1];
    if (!before || !isLeftBehind(message) || declared.some((at) => before.start < at && at < start)) return true;
    return !isLeftBehind(before.message) && !isAboutBraces(before.message);
  });
}

function isLeftBehind(message: string): boolean {
  return homesIn(message).length > 0 && / can't stand at the top level /.test(message);
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** A word that is taken for another opens a block in which there may be more of them; few texts need more than two. */
const mostRounds = 8;

/** As many names with spaces are looked for, each of which may mean to parse once more. */
const mostNames = 10;

/**
 * Parses a text again without the words that were not understood, so that what follows them still is. A text in which
 * nothing is wrong is parsed once.
 */
function parseAround(services: PathwayServices, text: string) {
  const { LangiumParser } = services.parser;
  const lexer = services.parser.Lexer as PathwayLexer;
  const repairs = new Map<number, Repair>();
  const repairedLines = new Set<number>();
  const problems: SyntaxProblem[] = [];
  const names: SpacedName[] = [];
  // A text that can be parsed as it stands is right, whatever it looks like.
  let result = LangiumParser.parse<File>(text);
  if (result.parserErrors.length === 0) return { result, problems };
  const parseAgain = () => lexer.repairing(repairs, () => LangiumParser.parse<File>(text));
  const lexAgain = () => lexer.repairing(repairs, () => lexer.tokenize(text));
  // Where nothing looks like a text without quotes or a name with spaces, it would be parsed just as before.
  if (slipsOf(lexAgain().errors) !== slipsOf(result.lexerErrors)) result = parseAgain();
  for (let round = 0; ; ) {
    // What a repaired line still lacks follows from what was left out of it.
    const errors = result.parserErrors.filter((error) => !repairedLines.has(lineOf(error)));
    if (errors.length === 0) return { result, problems };
    const tokens: readonly IToken[] = lexAgain().tokens;
    // With a name known, more that follows from its spaces is understood.
    const found = round < mostRounds && names.length < mostNames ? spacedNamesAt(errors, tokens) : [];
    names.push(...found);
    for (const { start, end } of found) repairs.set(start, { joinTo: end });
    if (found.length > 0) {
      result = parseAgain();
      continue;
    }
    const blocks = blocksOf(tokens);
    const homes = new Map(errors.map(({ token, message }) => [token.startOffset, homesIn(message)]));
    const late = round < mostRounds ? lateBraces(blocks, homes) : [];
    for (const { brace, before, message } of late) {
      repairs.set(before.startOffset, { closes: true }).set(brace.startOffset, { leaveOut: 'word' });
      problems.push({ message, ...rangeOfToken(tokens[tokens.indexOf(before) - 1]) });
    }
    // What stands between is looked at again once the brace is in its place.
    const others = errors.filter(({ token: { startOffset: at } }) => {
      return !late.some(({ before, brace }) => before.startOffset <= at && at < brace.startOffset);
    });
    problems.push(...others.map((error) => problemOf(error, text, blocks)));
    const repairable = others.some((error) => repairOf(error) !== undefined);
    if (round === mostRounds || (late.length === 0 && !repairable)) return { result, problems };
    for (const error of others) {
      const repair = repairOf(error);
      if (repair && !repairs.has(error.token.startOffset)) repairs.set(error.token.startOffset, repair);
      repairedLines.add(lineOf(error));
    }
    result = parseAgain();
    round++;
  }
}

type LexerErrors = readonly { readonly message: string; readonly offset: number }[];

const slipsOf = (errors: LexerErrors): string => errors.map(({ message, offset }) => `${offset} ${message}`).join('\n');

function spacedNamesAt(errors: readonly ParserError[], tokens: readonly IToken[]): readonly SpacedName[] {
  const repairable = errors.filter((error) => repairOf(error) !== undefined);
  return repairable.flatMap(({ token }) => spacedNameAt(tokens as readonly Token[], token.startOffset) ?? []);
}

function problemOf(error: ParserError, text: string, blocks: ReadonlyMap<number, Block>): SyntaxProblem {
  const { token, message } = error;
  const at = token.startOffset >= 0 ? token.startOffset : text.length;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return { message: onItsLine(message, token.image, before, blocks.get(at)?.head.image), ...rangeOf(error) };
}

type ParserError = IRecognitionException & { readonly previousToken?: IToken };

/** The line that an error is about: the one above its token, where that one was broken off or the text has ended. */
function lineOf({ token, previousToken: before, message }: ParserError): number {
  const above = before?.endLine;
  const line = token.startOffset >= 0 ? token.startLine : above;
  const brokenOff = saysWhatIsLacking(message) && above !== undefined && (line ?? 0) > above;
  return (brokenOff ? above : line) ?? 0;
}

/** What to do about the word that an error stands at; nothing where the error is not the word's. */
function repairOf(error: ParserError): Repair | undefined {
  const { token, previousToken: before, message } = error;
  if (!(token.startOffset >= 0) || token.image === '' || token.image === '{' || token.image === '}') return undefined;
  const meant = meantWord(message);
  const first = 'first' in token && token.first === true;
  if (saysWhatIsLacking(message)) {
    return !first && token.startLine === before?.endLine ? { leaveOut: 'rest' } : undefined;
  }
  if (!first) return { leaveOut: 'rest' };
  if (meant !== undefined) return { meant };
  return token.tokenType.name === 'NAME' || misplacedWord(message) !== undefined ? { leaveOut: 'line' } : undefined;
}

/** What goes wrong further on in a line follows from the first slip in it; more than one error a line only confuses. */
function onePerLine(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  return problems.filter((problem, index) => {
    const before = problems[index - 1];
    return before === undefined || text.slice(before.start, problem.start).includes('\n');
  });
}

/**
 * Where an error shows: at its token; at the word before where the file has ended or a brace was given back, and where a
 * line was broken off, so that nobody has to look for it on the next one.
 */
function rangeOf(error: ParserError): { start: number; end: number } {
  const { token, previousToken: before } = error;
  const brokenOff = saysWhatIsLacking(error.message) && (token.startLine ?? 0) > (before?.endLine ?? Number.MAX_VALUE);
  const at = token.startOffset >= 0 && !brokenOff ? token : before;
  return rangeOfToken(at);
}

function rangeOfToken(token: IToken | undefined): { start: number; end: number } {
  if (!token || !(token.startOffset >= 0)) return { start: 0, end: 0 };
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

/** Keeps words as they are written; only texts lose their quotes. Numbers and money are read by the model. */
class ValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, _node: CstNode): ValueType {
    return rule.name === 'TEXT' ? readText(input) : input;
  }
}

const pathwayModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    Lexer: (services) => new PathwayLexer(services),
    LangiumParser: (services) => createLineParser(services, (services.parser.Lexer as PathwayLexer).definition),
    ValueConverter: () => new ValueConverter(),
    ParserErrorMessageProvider: (services) => new PlainErrorMessages(services.Grammar),
  },
};
