import type { Declaration, Pathway, Scenario } from '../model/elements.ts';
import type { RefKind, TermKind } from '../model/facts.ts';
import { holds, type Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { AnyElement } from '../model/walk.ts';
import type { CheckedProject } from './checker.ts';
import type { PathwayFile } from './file-store.ts';
import type { ScopedRef } from './reading/reader.ts';

/** The kinds of things that a name can stand for, each with its own set of names. */
export type SymbolKind =
  | Exclude<RefKind, 'stage-transition-or-flow' | 'pathway-or-scenario'>
  | 'view'
  | 'scenario'
  | 'project'
  | 'vocabulary';

/** Something that is declared once and may be named in many places. */
export interface PathwaySymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The pathway, scenario or specification that it is declared in; for stages, transitions, flows, actions and required stages. */
  readonly scope?: string;
}

/** A place where a symbol is named: where it is declared, or where something refers to it. */
export interface Occurrence {
  readonly symbol: PathwaySymbol;
  readonly place: Place;
  readonly role: 'declaration' | 'reference';
}

/** A symbol's declaration: the element, whose `place` is the block and whose `namePlace` is the name. */
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
  const { model, refs } = file.reading;
  const declared = model.declarations
    .flatMap(declaredIn)
    .filter(({ symbol, element }) => symbol.name !== '' && isWritten(element))
    .map(({ symbol, element }): Occurrence => ({ symbol, place: element.namePlace, role: 'declaration' }));
  const referred = refs.flatMap((ref): Occurrence[] => {
    const symbol = symbolOf(project, ref);
    return symbol ? [{ symbol, place: ref.ref.place, role: 'reference' }] : [];
  });
  return [...declared, ...referred];
}

/** Every place in the project where the symbol is named; its declarations first. */
export function occurrencesOf(checked: CheckedProject, symbol: PathwaySymbol): readonly Occurrence[] {
  const all = checked.files
    .flatMap((file) => occurrencesIn(checked, file))
    .filter((one) => sameSymbol(one.symbol, symbol));
  return [...all.filter(({ role }) => role === 'declaration'), ...all.filter(({ role }) => role === 'reference')];
}

/** Where the symbol is declared; the first place, where a mistake has declared it twice. Library terms are found too. */
export function declarationOf(project: Project, symbol: PathwaySymbol): AnyElement | undefined {
  const declared = project.files.flatMap((file) => file.declarations).flatMap(declaredIn);
  return declared.find((one) => sameSymbol(one.symbol, symbol))?.element;
}

/** What a reference means: which of several kinds it is, and where that is declared. Nothing where it is not known. */
export function symbolOf(project: Project, { ref, in: scope = '' }: ScopedRef): PathwaySymbol | undefined {
  const { name } = ref;
  switch (ref.to) {
    case 'pathway-or-scenario':
      return project.pathways.has(name) ? { kind: 'pathway', name } : known(project.scenarios, 'scenario', name);
    case 'required-stage': {
      const specification = project.specifications.get(project.pathways.get(scope)?.realises?.name ?? scope);
      const there = specification?.stages.some((stage) => stage.name === name);
      return there ? { kind: 'required-stage', name, scope: specification!.name } : undefined;
    }
    case 'stage':
    case 'transition':
    case 'flow':
    case 'action':
    case 'stage-transition-or-flow':
      return symbolInside(project, ref.to, name, scope);
    default:
      return known(globalNames(project, ref.to), ref.to, name);
  }
}

/** What one declaration declares: itself, and what in it can be named from elsewhere. */
export function declaredIn(declaration: Declaration): readonly Declared[] {
  const own: Declared = { symbol: { kind: declaration.kind, name: declaration.name }, element: declaration };
  const inside = (kind: SymbolKind, elements: readonly AnyElement[]): Declared[] =>
    elements.map((element) => ({ symbol: { kind, name: element.name, scope: declaration.name }, element }));
  switch (declaration.kind) {
    case 'vocabulary':
      return [own, ...declaration.terms.map((term) => ({ symbol: { kind: term.of, name: term.name }, element: term }))];
    case 'specification':
      return [own, ...inside('required-stage', declaration.stages)];
    case 'pathway': {
      const { stages, uses, transitions, flows, actions } = declaration;
      return [
        own,
        ...inside('stage', [...stages, ...uses]),
        ...inside(
          'transition',
          transitions.filter(({ named }) => named),
        ),
        ...inside(
          'flow',
          flows.filter(({ named }) => named),
        ),
        ...inside('action', actions),
      ];
    }
    case 'scenario':
      return [own, ...inside('stage', addedStages(declaration))];
    default:
      return [own];
  }
}

export function sameSymbol(a: PathwaySymbol, b: PathwaySymbol): boolean {
  return a.kind === b.kind && a.name === b.name && a.scope === b.scope;
}

/** A used stage without `as` has no name of its own in the text: its name is that of the stage it uses. */
function isWritten(element: AnyElement): boolean {
  if (element.kind !== 'used-stage') return true;
  return (
    element.namePlace.line !== element.stage.place.line || element.namePlace.character > element.stage.place.character
  );
}

function addedStages(scenario: Scenario) {
  return scenario.edits.flatMap((edit) => (edit.edit === 'add-stage' ? [edit.stage] : []));
}

/** A name inside a pathway; in a scenario, of what it adds, else of the pathway that it changes. */
function symbolInside(project: Project, to: RefKind, name: string, scope: string): PathwaySymbol | undefined {
  const scenario = project.scenarios.get(scope);
  if (scenario && !project.pathways.has(scope)) {
    if (addedStages(scenario).some((stage) => stage.name === name)) return { kind: 'stage', name, scope };
    return symbolInside(project, to, name, scenario.changes?.name ?? '');
  }
  const pathway = project.pathways.get(scope);
  const kind = pathway && kindInside(pathway, to, name);
  return kind && { kind, name, scope };
}

function kindInside(pathway: Pathway, to: RefKind, name: string): SymbolKind | undefined {
  const has = (elements: readonly { readonly name: string }[]): boolean =>
    elements.some((element) => element.name === name);
  const mixed = to === 'stage-transition-or-flow';
  if ((mixed || to === 'stage') && (has(pathway.stages) || has(pathway.uses))) return 'stage';
  if ((mixed || to === 'transition') && has(pathway.transitions)) return 'transition';
  if ((mixed || to === 'flow') && has(pathway.flows)) return 'flow';
  return to === 'action' && has(pathway.actions) ? 'action' : undefined;
}

type Names = ReadonlyMap<string, unknown>;

function known(names: Names | undefined, kind: SymbolKind, name: string): PathwaySymbol | undefined {
  return names?.has(name) ? { kind, name } : undefined;
}

function globalNames(project: Project, kind: RefKind): Names | undefined {
  if (kind in project.terms) return project.terms[kind as TermKind];
  const registers: Partial<Record<RefKind, Names>> = {
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
