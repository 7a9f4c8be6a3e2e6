import type {
  Agreement,
  Board,
  Declaration,
  FieldDefinition,
  Footprint,
  Information,
  Organisation,
  Pathway,
  ProjectDeclaration,
  Scenario,
  Source,
  Specification,
  System,
  Term,
  View,
} from './elements.ts';
import type { RefKind, TermKind } from './facts.ts';
import type { PersonalData } from './personal-data.ts';
import type { Place } from './place.ts';

/** What one file declares, in its order. A function of the file's text alone. */
export interface FileModel {
  /** The file's URI. */
  readonly file: string;
  /** True for files of the built-in library, whose names a project's own take the place of. */
  readonly library: boolean;
  readonly declarations: readonly Declaration[];
  /** Where its text, comments and all, holds what looks like data about a person; left out where it does not. */
  readonly personalData?: readonly PersonalMark[];
}

/** A piece of a text that looks like data about a person. What it says is not kept. */
export interface PersonalMark {
  readonly looksLike: PersonalData['looksLike'];
  readonly place: Place;
}

type Named<T> = ReadonlyMap<string, T>;

/** A pathway project: everything that its files declare, by name. Where a name stands twice, the first one holds. */
export interface Project {
  /** The project's name, or the folder's where no file declares one. */
  readonly name: string;
  readonly declaration?: ProjectDeclaration;
  readonly files: readonly FileModel[];
  readonly sources: Named<Source>;
  readonly footprints: Named<Footprint>;
  readonly organisations: Named<Organisation>;
  readonly systems: Named<System>;
  readonly information: Named<Information>;
  readonly agreements: Named<Agreement>;
  readonly boards: Named<Board>;
  readonly terms: { readonly [K in TermKind]: Named<Term> };
  readonly fields: Named<FieldDefinition>;
  readonly specifications: Named<Specification>;
  readonly pathways: Named<Pathway>;
  readonly views: Named<View>;
  readonly scenarios: Named<Scenario>;
}

/**
 * Joins the files of a project. Names of the library come last, so that a project's own declaration of the same
 * name takes their place. Never fails: names that stand twice are for the rules to speak of.
 */
export function joinFiles(name: string, files: readonly FileModel[]): Project {
  const own = files.filter((file) => !file.library);
  const ordered = [...own, ...files.filter((file) => file.library)];
  const all = ordered.flatMap((file) => file.declarations);
  const ownDeclarations = own.flatMap((file) => file.declarations);
  const declaration = ownDeclarations.find((d) => d.kind === 'project');
  return {
    name: declaration?.name ?? name,
    ...(declaration === undefined ? {} : { declaration }),
    files: ordered,
    sources: byName(all, 'source'),
    footprints: byName(all, 'footprint'),
    organisations: byName(all, 'organisation'),
    systems: byName(all, 'system'),
    information: byName(all, 'information'),
    agreements: byName(all, 'agreement'),
    boards: byName(all, 'board'),
    terms: termsByKind(all),
    fields: first(all.flatMap((d) => (d.kind === 'vocabulary' ? d.fieldDefinitions : []))),
    specifications: byName(all, 'specification'),
    pathways: byName(all, 'pathway'),
    views: byName(all, 'view'),
    scenarios: byName(all, 'scenario'),
  };
}

/** What can be named from anywhere in the project, by the kind of reference; nothing for what is named inside a block. */
export function namedInProject(project: Project, kind: RefKind): ReadonlyMap<string, Declaration | Term> | undefined {
  switch (kind) {
    case 'source':
      return project.sources;
    case 'footprint':
      return project.footprints;
    case 'organisation':
      return project.organisations;
    case 'system':
      return project.systems;
    case 'information':
      return project.information;
    case 'agreement':
      return project.agreements;
    case 'board':
      return project.boards;
    case 'specification':
      return project.specifications;
    case 'pathway':
      return project.pathways;
    default:
      return kind in project.terms ? project.terms[kind as TermKind] : undefined;
  }
}

/** What is called `label` where there is one, else the name. */
export function labelOf(element: { readonly name: string; readonly label?: string }): string {
  return element.label ?? element.name;
}

function byName<K extends Declaration['kind']>(
  all: readonly Declaration[],
  kind: K,
): Named<Extract<Declaration, { kind: K }>> {
  return first(all.filter((d): d is Extract<Declaration, { kind: K }> => d.kind === kind));
}

function first<T extends { readonly name: string }>(elements: readonly T[]): Named<T> {
  const map = new Map<string, T>();
  for (const element of elements) if (!map.has(element.name)) map.set(element.name, element);
  return map;
}

function termsByKind(all: readonly Declaration[]): Project['terms'] {
  const terms = all.flatMap((d) => (d.kind === 'vocabulary' ? d.terms : []));
  const of = (kind: TermKind): Named<Term> => first(terms.filter((term) => term.of === kind));
  return {
    kind: of('kind'),
    setting: of('setting'),
    level: of('level'),
    movement: of('movement'),
    basis: of('basis'),
    domain: of('domain'),
    cohort: of('cohort'),
    data: of('data'),
  };
}
