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
import { meantWord, misplacedWord, onItsLine, PlainErrorMessages, saysWhatIsLacking } from './errors.ts';
import type { File } from './generated/ast.ts';
import { CarePathwaysGeneratedModule, CarePathwaysGeneratedSharedModule } from './generated/module.ts';
import { PathwayLexer } from './lexer.ts';
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
  const { result, problems: found } = parseAround(services, text);
  const problems = [
    ...result.lexerErrors.map(({ message, offset, length }) => ({ message, start: offset, end: offset + length })),
    ...found,
  ];
  const shown = onePerLine(
    problems.toSorted((a, b) => a.start - b.start),
    text,
  );
  const inLines = shown.filter(({ message }) => !isAboutBraces(message));
  return { tree: result.value, problems: shown, brokenLines: new Set(inLines.map(({ start }) => lineAt(text, start))) };
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** A parser that comes upon a word that it does not know gives up the blocks around it, and all that follows in them. */
const mostRounds = 4;

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
  const wordsNow = (): readonly IToken[] => lexer.repairing(repairs, () => lexer.tokenize(text)).tokens;
  result = lexer.repairing(repairs, () => LangiumParser.parse<File>(text));
  const problemOf = (error: ParserError): SyntaxProblem => {
    const { token, message } = error;
    const at = token.startOffset >= 0 ? token.startOffset : text.length;
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const block = misplacedWord(message) !== undefined ? blockAround(wordsNow(), at) : undefined;
    return { message: onItsLine(message, token.image, before, block), ...rangeOf(error) };
  };
  for (let round = 0; ; ) {
    // What a repaired line still lacks follows from what was left out of it.
    const errors = result.parserErrors.filter((error) => !repairedLines.has(lineOf(error)));
    const candidates = round < mostRounds ? errors.filter((error) => repairOf(error) !== undefined) : [];
    const declarations = candidates.length > 1 ? declarationsIn(wordsNow()) : [];
    const repairable = candidates.filter((error) => !isOutOfStep(error, declarations));
    if (repairable.length === 0) return { result, problems: [...problems, ...errors.map(problemOf)] };
    // With a name known, more that follows from its spaces is understood.
    const words = names.length < mostNames ? (wordsNow() as readonly Token[]) : [];
    const found = repairable.flatMap(({ token }) => spacedNameAt(words, token.startOffset) ?? []);
    for (const { start, end } of found) repairs.set(start, { joinTo: end });
    names.push(...found);
    if (found.length === 0) round++;
    for (const error of found.length === 0 ? repairable : []) {
      repairs.set(error.token.startOffset, repairOf(error)!);
      repairedLines.add(lineOf(error));
      problems.push(problemOf(error));
    }
    result = lexer.repairing(repairs, () => LangiumParser.parse<File>(text));
  }
}

/** The first word of each declaration of a file, which stands outside of all braces. */
function declarationsIn(tokens: readonly IToken[]): readonly IToken[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.image === '}') depth--;
    const outside =
      depth === 0 && token.image !== '}' && token.image !== '{' && 'first' in token && token.first === true;
    if (token.image === '{') depth++;
    return outside;
  });
}

/**
 * Whether the parser had lost its way when it came upon the error: having given up a pathway, it takes its line
 * `agreement unknown` for an agreement declared on its own. It is asked again when the first error is out of the way.
 */
function isOutOfStep({ token, context }: ParserError, declarations: readonly IToken[]): boolean {
  const around = declarations.findLast(({ startOffset }) => startOffset <= token.startOffset);
  return around !== undefined && !context.ruleStack.some((rule) => rule.toLowerCase().startsWith(around.image));
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

/** The keyword of the block that a place stands in. */
function blockAround(tokens: readonly IToken[], offset: number): string | undefined {
  const open: (string | undefined)[] = [];
  let head: string | undefined;
  for (const token of tokens) {
    if (token.startOffset >= offset) break;
    if ('first' in token && token.first === true) head = token.image;
    if (token.image === '{') open.push(head);
    else if (token.image === '}') open.pop();
  }
  return open.at(-1);
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
  if (!at || !(at.startOffset >= 0)) return { start: 0, end: 0 };
  return { start: at.startOffset, end: (at.endOffset ?? at.startOffset) + 1 };
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
    ValueConverter: () => new ValueConverter(),
    ParserErrorMessageProvider: (services) => new PlainErrorMessages(services.Grammar),
  },
};
