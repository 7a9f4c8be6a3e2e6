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
import { PlainErrorMessages, saysWhatIsLacking } from './errors.ts';
import type { File } from './generated/ast.ts';
import { CarePathwaysGeneratedModule, CarePathwaysGeneratedSharedModule } from './generated/module.ts';
import { PathwayLexer } from './lexer.ts';
import { readText } from './text.ts';

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
  const result = services.parser.LangiumParser.parse<File>(text);
  const problems = [
    ...result.lexerErrors.map(({ message, offset, length }) => ({ message, start: offset, end: offset + length })),
    ...result.parserErrors.map((error) => ({ message: error.message, ...rangeOf(error) })),
  ];
  return {
    tree: result.value,
    problems: onePerLine(
      problems.toSorted((a, b) => a.start - b.start),
      text,
    ),
  };
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
function rangeOf(error: IRecognitionException & { readonly previousToken?: IToken }): { start: number; end: number } {
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
