import { createCompletionParser, GrammarAST, GrammarUtils, type LangiumCompletionParser } from 'langium';
import { findFirstFeatures, findNextFeatures, type NextFeature } from 'langium/lsp';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { RefKind } from '../model/facts.ts';
import { holds } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { type PathwayFile, sharedServices } from './file-store.ts';
import { lineWordsOf } from './line-words.ts';
import { kindNames, type Names } from './names.ts';
import type { Token } from './tokens.ts';

export interface CompletionContext {
  readonly project: Project;
  readonly names: Names;
  readonly file: PathwayFile;
}

/**
 * What may stand at a place of the text: the words of the language that may come next, and the names of the right
 * kind. The editor narrows them down by what has been typed of the word.
 */
export function completionsAt(context: CompletionContext, line: number, character: number): readonly CompletionItem[] {
  const { text } = context.file;
  const offset = offsetAt(text, line, character);
  const start = wordStart(text, offset);
  if (insideTextOrComment(text, start)) return [];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const place: Site = { startsLine: /^\s*$|\{\s*$/.test(before), line, character };
  const items = featuresAt(text.slice(0, start)).flatMap((feature) => itemsOf(feature, context, place));
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.label) && seen.add(item.label));
}

/** Where completion was asked for. */
interface Site {
  /** Whether the word is the first on its line or in its block, where only a keyword may stand. */
  readonly startsLine: boolean;
  readonly line: number;
  readonly character: number;
}

let parser: LangiumCompletionParser | undefined;
let lineWords: ReadonlySet<string> | undefined;

function featuresAt(before: string): readonly GrammarAST.AbstractElement[] {
  const services = sharedServices();
  parser ??= createCompletionParser(services);
  const { tokens, tokenIndex, elementStack } = parser.parse(declarationBefore(before));
  if (tokenIndex === 0) {
    const entry = GrammarUtils.getEntryRule(services.Grammar)!;
    return findFirstFeatures(entry.definition).flatMap((path: NextFeature[]) => path.at(-1)?.feature ?? []);
  }
  const stack = elementStack.map((feature) => ({ feature }));
  return findNextFeatures([stack], [...tokens].slice(tokenIndex)).map((next) => next.feature);
}

/** The text from the start of the declaration that is still open at its end: all that decides what may come next. */
function declarationBefore(text: string): string {
  const tokens = sharedServices().parser.Lexer.tokenize(text, { mode: 'partial' }).tokens as Token[];
  let depth = 0;
  let start = 0;
  for (const token of tokens) {
    if (depth === 0 && token.first) start = token.startOffset;
    if (token.image === '{') depth++;
    if (token.image === '}') depth = Math.max(0, depth - 1);
  }
  return text.slice(start);
}

function itemsOf(
  feature: GrammarAST.AbstractElement,
  context: CompletionContext,
  site: Site,
): readonly CompletionItem[] {
  if (GrammarAST.isKeyword(feature)) return keywordItems(feature.value, site);
  if (GrammarAST.isCrossReference(feature)) return site.startsLine ? [] : nameItems(feature, context, site);
  return [];
}

function keywordItems(word: string, site: Site): readonly CompletionItem[] {
  lineWords ??= new Set([...lineWordsOf(sharedServices().Grammar).values()].flat());
  if (!/^[a-z]/.test(word) || (site.startsLine && !lineWords.has(word))) return [];
  return [{ label: word, kind: CompletionItemKind.Keyword, sortText: `1 ${word}` }];
}

/** Which set of names each type of the grammar stands for. */
const refKinds: Readonly<Record<string, RefKind>> = {
  Source: 'source',
  Footprint: 'footprint',
  Organisation: 'organisation',
  System: 'system',
  Information: 'information',
  Agreement: 'agreement',
  Board: 'board',
  Specification: 'specification',
  RequiredStage: 'required-stage',
  Pathway: 'pathway',
  Stage: 'stage',
  StageHere: 'stage',
  StageThere: 'stage',
  Affected: 'stage-transition-or-flow',
  Drawable: 'pathway-or-scenario',
  Transition: 'transition',
  Action: 'action',
  KindTerm: 'kind',
  SettingTerm: 'setting',
  LevelTerm: 'level',
  MovementTerm: 'movement',
  BasisTerm: 'basis',
  DomainTerm: 'domain',
  CohortTerm: 'cohort',
  DataTerm: 'data',
};

function nameItems(
  feature: GrammarAST.CrossReference,
  context: CompletionContext,
  site: Site,
): readonly CompletionItem[] {
  const type = feature.type.ref?.name ?? '';
  const kind = refKinds[type];
  if (kind === undefined) return [];
  const names = context.names.of(kind, enclosingScope(context, site));
  return [...names.keys()].map((name) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    detail: labelOfName(context.project, kind, name),
    sortText: `0 ${name}`,
  }));
}

/** The pathway, scenario or specification around the place, whose stages may be named there. */
function enclosingScope({ file }: CompletionContext, { line, character }: Site): string | undefined {
  const around = file.reading.model.declarations.findLast(({ place }) => holds(place, line, character));
  return around?.name;
}

function labelOfName(project: Project, kind: RefKind, name: string): string {
  const found = named(project, kind)?.get(name);
  return found && found.label !== undefined ? labelOf(found) : kindNames[kind];
}

function named(project: Project, kind: RefKind): ReadonlyMap<string, { name: string; label?: string }> | undefined {
  if (kind in project.terms) return project.terms[kind as keyof Project['terms']];
  const registers: Partial<Record<RefKind, ReadonlyMap<string, { name: string; label?: string }>>> = {
    source: project.sources,
    footprint: project.footprints,
    organisation: project.organisations,
    system: project.systems,
    information: project.information,
    agreement: project.agreements,
    board: project.boards,
    specification: project.specifications,
    pathway: project.pathways,
  };
  return registers[kind];
}

function offsetAt(text: string, line: number, character: number): number {
  let start = 0;
  for (let count = 0; count < line; count++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  return Math.min(start + character, text.length);
}

/** Where the word that ends at the offset starts. */
function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[\p{L}\p{N}_-]/u.test(text[start - 1]!)) start--;
  return start;
}

function insideTextOrComment(text: string, offset: number): boolean {
  const { tokens, hidden } = sharedServices().parser.Lexer.tokenize(text, { mode: 'partial' });
  const around = [...tokens, ...hidden].find((token) => token.startOffset < offset && offset <= (token.endOffset ?? 0));
  if (!around) return false;
  return around.image.startsWith('"') || around.image.startsWith('#');
}
