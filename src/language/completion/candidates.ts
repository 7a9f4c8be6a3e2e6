import type { Pathway } from '../../model/elements.ts';
import type { RefKind } from '../../model/facts.ts';
import { namedInProject, type Project } from '../../model/project.ts';
import type { AnyElement } from '../../model/walk.ts';
import { fileName } from '../../rules/words.ts';
import { kindNames } from '../names.ts';
import { LIBRARY } from '../workspace.ts';
import type { CompletionContext } from './offer.ts';

/** A name that may stand somewhere, and what it is declared as. */
export interface Candidate {
  readonly name: string;
  readonly element?: AnyElement;
}

/** The names of one kind, in the order in which they are declared: stages in the order of the flow. */
export function candidatesOf(
  { project, names }: CompletionContext,
  kind: RefKind,
  scope?: string,
): readonly Candidate[] {
  const elements = elementsOf(project, kind, scope);
  return [...names.of(kind, scope).keys()].map((name) => {
    const element = elements.get(name);
    return { name, ...(element && { element }) };
  });
}

function elementsOf(project: Project, kind: RefKind, scope = ''): ReadonlyMap<string, AnyElement> {
  switch (kind) {
    case 'pathway-or-scenario':
      return new Map<string, AnyElement>([...project.scenarios, ...project.pathways]);
    case 'required-stage': {
      const name = project.pathways.get(scope)?.realises?.name ?? scope;
      return byName(project.specifications.get(name)?.stages ?? []);
    }
    case 'stage':
    case 'transition':
    case 'flow':
    case 'stage-transition-or-flow':
    case 'action': {
      const changed = project.scenarios.get(scope)?.changes?.name ?? '';
      const pathway = project.pathways.get(scope) ?? project.pathways.get(changed);
      return byName(pathway ? elementsIn(pathway) : []);
    }
    default:
      return namedInProject(project, kind) ?? new Map();
  }
}

function elementsIn({ stages, uses, transitions, flows, actions }: Pathway): readonly AnyElement[] {
  return [...actions, ...flows, ...transitions, ...uses, ...stages];
}

function byName(elements: readonly AnyElement[]): ReadonlyMap<string, AnyElement> {
  return new Map(elements.map((element) => [element.name, element]));
}

/** What tells one name from another: its label, its kind and its footprint. */
export function describe({ element }: Candidate, kind: RefKind, project: Project): string {
  const parts = [labelOrText(element), ...(element ? kindAndFootprint(element, project) : [])].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : kindNames[kind];
}

/** The label; for what has a text in its place, that text. */
export function labelOrText(element: AnyElement | undefined): string {
  if (!element) return '';
  return element.label ?? ('text' in element && typeof element.text === 'string' ? element.text : '');
}

function kindAndFootprint(element: AnyElement, { terms, footprints }: Project): readonly (string | undefined)[] {
  const footprint = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : (footprints.get(name)?.label ?? name);
  const kind = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : (terms.kind.get(name)?.label ?? name);
  switch (element.kind) {
    case 'organisation': {
      const covers = element.facts.covers.flatMap((line) => (line.state === 'recorded' ? [line.value.name] : []));
      return [kind(element.is?.name), ...covers.map(footprint)];
    }
    case 'footprint':
      return [kind(element.is?.name), footprint(element.within?.name)];
    case 'pathway':
    case 'specification':
      return [element.kind, footprint(element.footprint?.name)];
    case 'information':
    case 'agreement':
      return [element.is];
    case 'term':
      return [element.flags.join(', ')];
    default:
      return [];
  }
}

/** Where it is declared, as a sentence. */
export function declaredAt({ element }: Candidate): string {
  if (!element) return '';
  const means = element.kind === 'term' && element.describes ? `${element.describes} ` : '';
  if (element.place.file.startsWith(LIBRARY)) return `${means}A term that is always there.`;
  return `${means}Declared in ${fileName(element.place.file)}, line ${element.namePlace.line + 1}.`;
}
