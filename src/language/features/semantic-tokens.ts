import type { Range } from 'vscode-languageserver-types';
import type { CheckedProject } from '../checker.ts';
import { type PathwayFile, sharedServices } from '../file-store.ts';
import { occurrencesIn, type PathwaySymbol, type SymbolKind } from '../symbols.ts';
import { keywordsOf } from '../tokens.ts';
import { type Position, type Word, wordsIn } from './syntax.ts';

/** The kinds of words that editors colour; the first ones are known to all editors, the last are our own. */
export const tokenTypes = [
  'namespace',
  'class',
  'interface',
  'function',
  'event',
  'type',
  'struct',
  'enum',
  'enumMember',
  'variable',
  'property',
  'decorator',
  'absenceUnknown',
  'absenceNone',
  'absenceNotApplicable',
] as const;

export const tokenModifiers = ['declaration', 'deprecated', 'defaultLibrary'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A word with its colour. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

let keywords: ReadonlySet<string> | undefined;

/** Words in the order of the text: names by what they stand for, and the three ways of saying that there is no value. */
export function semanticTokensOf(checked: CheckedProject, file: PathwayFile, range?: Range): readonly SemanticToken[] {
  const named = new Map(
    occurrencesIn(checked, file).map(({ place, symbol, role }) => [keyOf(place), { symbol, role }] as const),
  );
  keywords ??= new Set(keywordsOf(sharedServices().Grammar));
  return wordsIn(file)
    .filter((word) => !range || (word.start.line >= range.start.line && word.start.line <= range.end.line))
    .flatMap((word): SemanticToken[] => {
      const { line, character } = word.start;
      const place = { line, character, length: word.end.character - character };
      if (word.role === 'absence') return [{ ...place, type: absences[word.text]!, modifiers: [] }];
      if (word.role !== 'name') return [];
      const found = named.get(keyOf(word.start));
      if (!found) return unresolved(word).map((type) => ({ ...place, type, modifiers: [] }));
      const declared: readonly TokenModifier[] = found.role === 'declaration' ? ['declaration'] : [];
      return [{ ...place, type: types[found.symbol.kind], modifiers: [...declared, ...marks(checked, found.symbol)] }];
    });
}

/** Five numbers a word, each place told from the one before, as the Language Server Protocol wants them. */
export function encode(tokens: readonly SemanticToken[]): number[] {
  let line = 0;
  let character = 0;
  return tokens.flatMap((token) => {
    const down = token.line - line;
    const across = down === 0 ? token.character - character : token.character;
    line = token.line;
    character = token.character;
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
    return [down, across, token.length, tokenTypes.indexOf(token.type), modifiers];
  });
}

const absences: Readonly<Record<string, TokenType>> = {
  unknown: 'absenceUnknown',
  none: 'absenceNone',
  'not-applicable': 'absenceNotApplicable',
};

const types: Readonly<Record<SymbolKind, TokenType>> = {
  project: 'namespace',
  vocabulary: 'namespace',
  pathway: 'class',
  scenario: 'class',
  view: 'class',
  specification: 'interface',
  stage: 'function',
  'required-stage': 'function',
  transition: 'event',
  flow: 'event',
  organisation: 'type',
  board: 'struct',
  agreement: 'struct',
  footprint: 'enum',
  source: 'variable',
  system: 'variable',
  information: 'variable',
  kind: 'enumMember',
  setting: 'enumMember',
  level: 'enumMember',
  movement: 'enumMember',
  basis: 'enumMember',
  domain: 'enumMember',
  cohort: 'enumMember',
  data: 'enumMember',
  field: 'property',
  action: 'property',
  issue: 'property',
  outcome: 'property',
  indicator: 'property',
};

/** A rule is coloured as one; any other name that is known to nobody only where it would be taken for a keyword. */
function unresolved(word: Word): readonly TokenType[] {
  if (word.feature === 'rule') return ['decorator'];
  return keywords?.has(word.text) ? ['variable'] : [];
}

/** What has retired is struck through; what is built in can be told from one's own. */
function marks({ project }: CheckedProject, { element }: PathwaySymbol): readonly TokenModifier[] {
  const retired =
    (element.kind === 'term' && (element.until !== undefined || element.becomes !== undefined)) ||
    (element.kind === 'organisation' && element.facts.succeededBy.length > 0);
  const library = project.files.some((file) => file.library && file.file === element.place.file);
  return [...(retired ? ['deprecated' as const] : []), ...(library ? ['defaultLibrary' as const] : [])];
}

const keyOf = ({ line, character }: Position): string => `${line}:${character}`;
