import type { Declaration, Pathway, Scenario, Specification, UsedStage } from '../model/elements.ts';
import type { RefKind } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { holds, type Place } from '../model/place.ts';
import { namedInProject, type Project } from '../model/project.ts';
import { type AnyElement, elementsIn } from '../model/walk.ts';
import type { CheckedProject } from './checker.ts';
import { type PathwayFile, positions } from './file-store.ts';
import type { ScopedRef } from './reading/reader.ts';

/** The kinds of things that a name can stand for. */
export type SymbolKind =
  | Exclude<RefKind, 'stage-transition-or-flow' | 'pathway-or-scenario' | 'view-word'>
  | 'view'
  | 'scenario'
  | 'project'
  | 'vocabulary'
  | 'field'
  | 'issue'
  | 'outcome'
  | 'indicator';

/** Something that is declared and may be named in many places. */
export interface PathwaySymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The pathway, scenario or specification that it is declared in; for all that is named inside of one. */
  readonly scope?: string;
  /** Its declaration; the first one, where a mistake has declared it twice. */
  readonly element: AnyElement;
}

/** A place where a symbol is named: where it is declared, or where something refers to it. */
export interface Occurrence {
  readonly symbol: PathwaySymbol;
  readonly place: Place;
  readonly role: 'declaration' | 'reference';
  /**
   * The `uses stage` lines, without a name of their own, through which the name finds a stage of another pathway: the
   * nearest one first. Absent where it finds its symbol directly.
   */
  readonly via?: readonly UsedStage[];
}

/** A symbol with its declaration: the element, whose `place` is the block and whose `namePlace` is the name. */
export interface Declared {
  readonly symbol: PathwaySymbol;
  readonly element: AnyElement;
}

/** What is named at a place of a file, if anything: the caret may stand anywhere in the word or right behind it. */
export function occurrenceAt(
  checked: CheckedProject,
  file: PathwayFile,
  line: number,
  character: number,
): Occurrence | undefined {
  return occurrencesIn(checked, file).find(({ place }) => holds(place, line, character));
}

/** Every place of a file where something known is named, in no particular order. */
export function occurrencesIn({ project }: CheckedProject, file: PathwayFile): readonly Occurrence[] {
  return [...declarationsIn(project, file), ...referencesIn(project, file), ...fieldsIn(project, file)];
}

/** Every place in the project where the symbol is named; its declaration first. */
export function occurrencesOf({ project, files }: CheckedProject, symbol: PathwaySymbol): readonly Occurrence[] {
  const all = files
    .flatMap((file) => [
      ...declarationsIn(project, file, symbol.name),
      ...referencesIn(project, file, symbol.name),
      ...(symbol.kind === 'field' ? fieldsIn(project, file) : []),
    ])
    .filter((one) => sameSymbol(one.symbol, symbol));
  return [...all.filter(({ role }) => role === 'declaration'), ...all.filter(({ role }) => role === 'reference')];
}

/** What a reference means: which of several kinds it is, and where that is declared. Nothing where it is not known. */
export function symbolOf(project: Project, ref: ScopedRef): PathwaySymbol | undefined {
  return find(project, ref)?.symbol;
}

/**
 * What one declaration declares: itself, and all that is named in it. A transition or flow without a name is not
 * among them.
 */
export function declaredIn(declaration: Declaration): readonly Declared[] {
  const cached = declaredCache.get(declaration);
  if (cached) return cached;
  const made = elementsIn(declaration).flatMap((element): Declared[] => {
    const kind = symbolKindOf(element);
    if (!kind) return [];
    const scope = element === declaration || declaration.kind === 'vocabulary' ? {} : { scope: declaration.name };
    return [{ symbol: { kind, name: element.name, ...scope, element }, element }];
  });
  declaredCache.set(declaration, made);
  return made;
}

const declaredCache = new WeakMap<Declaration, readonly Declared[]>();

export function sameSymbol(a: PathwaySymbol, b: PathwaySymbol): boolean {
  return a.kind === b.kind && samePlace(a.element.namePlace, b.element.namePlace);
}

/** Where the symbol's name is declared. */
export function nameOf({ element }: PathwaySymbol): Place {
  return element.kind === 'used-stage' && !hasOwnName(element) ? element.stage.place : element.namePlace;
}

/** A used stage without `as` has no name of its own in the text: its name is that of the stage it uses. */
export function hasOwnName({ namePlace, stage }: UsedStage): boolean {
  return (
    namePlace.line > stage.place.line ||
    (namePlace.line === stage.place.line && namePlace.character > stage.place.character)
  );
}

/** The specification whose required stages the stages of a pathway or scenario realise, where it is known. */
export function specificationOf(project: Project, around: Pathway | Scenario): Specification | undefined {
  const pathway =
    around.kind === 'pathway' ? around : around.changes && indexOf(project).pathways.get(around.changes.name)?.[0];
  return pathway?.realises && project.specifications.get(pathway.realises.name);
}

/** The declaration of the project, library included, that the element is or stands in. */
export function declarationAround(project: Project, { namePlace: { file, line, character } }: AnyElement) {
  const declarations = project.files.find((model) => model.file === file)?.declarations ?? [];
  return declarations.find(({ place }) => holds(place, line, character));
}

function declarationsIn(project: Project, file: PathwayFile, name?: string): readonly Occurrence[] {
  return file.reading.model.declarations
    .flatMap(declaredIn)
    .filter(({ symbol }) => symbol.name !== '' && (name === undefined || symbol.name === name))
    .filter(({ element }) => element.kind !== 'used-stage' || hasOwnName(element) || !used(project, element))
    .map(({ symbol }): Occurrence => ({ symbol, place: nameOf(symbol), role: 'declaration' }));
}

function referencesIn(project: Project, file: PathwayFile, name?: string): readonly Occurrence[] {
  const refs = name === undefined ? file.reading.refs : file.reading.refs.filter(({ ref }) => ref.name === name);
  return refs.flatMap((scoped): Occurrence[] => {
    const found = find(project, scoped);
    return found ? [{ ...found, place: scoped.ref.place, role: 'reference' }] : [];
  });
}

/** The names of an author's own fields stand in lines of their own, which the model keeps as a whole. */
function fieldsIn({ fields }: Project, file: PathwayFile): readonly Occurrence[] {
  const lines = file.reading.model.declarations
    .flatMap((declaration) => elementsIn(declaration))
    .flatMap((element) => element.fields);
  const position = lines.length > 0 ? positions(file.text) : undefined;
  return lines.flatMap(({ field, place }): Occurrence[] => {
    const element = fields.get(field);
    const space = /field\s+/y;
    space.lastIndex = offsetOf(file.text, place.line, place.character);
    if (!element || !position || !space.test(file.text)) return [];
    const start = position(space.lastIndex);
    const end = { endLine: start.line, endCharacter: start.character + field.length };
    const symbol = { kind: 'field' as const, name: field, element };
    return [{ symbol, place: { file: file.uri, ...start, ...end }, role: 'reference' }];
  });
}

/** The offset in a text of a line and character. */
export function offsetOf(text: string, line: number, character: number): number {
  let start = 0;
  for (let left = line; left > 0; left--) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + character, text.length);
}

type Found = Pick<Occurrence, 'symbol' | 'via'>;

function find(project: Project, { ref, in: scope = '' }: ScopedRef): Found | undefined {
  const { name } = ref;
  if (name === '') return undefined;
  switch (ref.to) {
    case 'view-word':
      return undefined;
    case 'pathway-or-scenario':
      return known(project.pathways, 'pathway', name) ?? known(project.scenarios, 'scenario', name);
    case 'required-stage':
      return inAny(specificationsFor(project, scope, ref.place), ['required-stage'], name);
    case 'stage':
    case 'transition':
    case 'flow':
    case 'action':
      return throughUses(project, inAny(placesFor(project, scope, ref.place), [ref.to], name));
    case 'stage-transition-or-flow':
      return throughUses(project, inAny(placesFor(project, scope, ref.place), ['stage', 'transition', 'flow'], name));
    default:
      return known(namedInProject(project, ref.to), ref.to, name);
  }
}

/** The stage that a used stage without a name of its own stands for; nothing where it is not known. */
function used(project: Project, element: UsedStage, seen: readonly UsedStage[] = []): Found | undefined {
  if (seen.includes(element)) return undefined;
  const { stage, pathway } = element;
  const found = stage.name && inAny(placesFor(project, pathway.name, stage.place), ['stage'], stage.name);
  return found ? throughUses(project, found, [...seen, element]) : undefined;
}

function throughUses(project: Project, found: Found | undefined, seen: readonly UsedStage[] = []): Found | undefined {
  const element = found?.symbol.element;
  const further = element?.kind === 'used-stage' && !hasOwnName(element) && used(project, element, seen);
  if (further) return further;
  return found && seen.length > 0 ? { ...found, via: seen } : found;
}

/** The first of the declarations in which one of the kinds is called so, the kinds tried in their order. */
function inAny(
  declarations: readonly Declaration[],
  kinds: readonly SymbolKind[],
  name: string,
): { readonly symbol: PathwaySymbol } | undefined {
  for (const declaration of declarations) {
    const names = localNames(declaration);
    for (const kind of kinds) {
      const symbol = names.get(`${kind} ${name}`);
      if (symbol) return { symbol };
    }
  }
  return undefined;
}

const localCache = new WeakMap<Declaration, ReadonlyMap<string, PathwaySymbol>>();

function localNames(declaration: Declaration): ReadonlyMap<string, PathwaySymbol> {
  const cached = localCache.get(declaration);
  if (cached) return cached;
  const names = new Map<string, PathwaySymbol>();
  for (const { symbol } of declaredIn(declaration)) {
    const key = `${symbol.kind} ${symbol.name}`;
    if (symbol.element !== declaration && !names.has(key)) names.set(key, symbol);
  }
  localCache.set(declaration, names);
  return names;
}

interface Index {
  readonly pathways: ReadonlyMap<string, readonly Pathway[]>;
  readonly scenarios: ReadonlyMap<string, readonly Scenario[]>;
  readonly specifications: ReadonlyMap<string, readonly Specification[]>;
}

const indexes = new WeakMap<Project, Index>();

/** Every declaration of a name: one that stands twice is one mistake, and what is in either is still known. */
function indexOf(project: Project): Index {
  const cached = indexes.get(project);
  if (cached) return cached;
  const all = project.files.flatMap((file) => file.declarations);
  const byName = <T extends { readonly name: string }>(some: readonly T[]) => groupBy(some, ({ name }) => name);
  const made: Index = {
    pathways: byName(all.filter((one) => one.kind === 'pathway')),
    scenarios: byName(all.filter((one) => one.kind === 'scenario')),
    specifications: byName(all.filter((one) => one.kind === 'specification')),
  };
  indexes.set(project, made);
  return made;
}

/** Where the names inside a pathway or scenario are looked up; that around the reference comes before its namesakes. */
function placesFor(project: Project, scope: string, from: Place): readonly Declaration[] {
  const { pathways, scenarios } = indexOf(project);
  const called = [...(pathways.get(scope) ?? []), ...(scenarios.get(scope) ?? [])];
  return nearestFirst(called, from).flatMap((one) =>
    one.kind === 'scenario' ? [one, ...(pathways.get(one.changes?.name ?? '') ?? [])] : [one],
  );
}

/** The specifications that a required stage named in a pathway, scenario or specification may be one of. */
function specificationsFor(project: Project, scope: string, from: Place): readonly Declaration[] {
  const { pathways, scenarios, specifications } = indexOf(project);
  const own = specifications.get(scope) ?? [];
  const around = nearestFirst([...own, ...(pathways.get(scope) ?? []), ...(scenarios.get(scope) ?? [])], from);
  return around.flatMap((one) => {
    if (one.kind === 'specification') return [one];
    const specification = specificationOf(project, one);
    return specification ? [specification] : [];
  });
}

function nearestFirst<T extends Declaration>(declarations: readonly T[], { file, line, character }: Place) {
  if (declarations.length < 2) return declarations;
  const around = (one: T): boolean => one.place.file === file && holds(one.place, line, character);
  return [...declarations.filter(around), ...declarations.filter((one) => !around(one))];
}

function symbolKindOf(element: AnyElement): SymbolKind | undefined {
  switch (element.kind) {
    case 'term':
      return element.of;
    case 'used-stage':
      return 'stage';
    case 'milestone':
      return 'action';
    case 'gap':
    case 'risk':
    case 'challenge':
    case 'strength':
    case 'need':
      return 'issue';
    case 'transition':
    case 'flow':
      return element.named ? element.kind : undefined;
    case 'required-transition':
      return undefined;
    default:
      return element.kind;
  }
}

type Names = ReadonlyMap<string, AnyElement>;

function known(names: Names | undefined, kind: SymbolKind, name: string): { symbol: PathwaySymbol } | undefined {
  const element = names?.get(name);
  return element && { symbol: { kind, name, element } };
}

/** Whether two places start at the same character. */
export function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.character === b.character;
}
