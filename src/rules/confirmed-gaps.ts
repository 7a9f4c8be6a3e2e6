import type { Flow, Issue, Pathway, Stage, Transition } from '../model/elements.ts';
import { type FactLines, type FactState, recorded, stateOf } from '../model/facts.ts';
import { indexOf } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';
import { openIssues } from './issues.ts';
import { plannedOrBroken } from './transitions.ts';

/**
 * What is confirmed to be absent in the pathway as it is today, and no gap or risk answers for. One answers for the
 * element that it stands in and for those that it names with `affects`; one of the pathway that names none answers for
 * the pathway and everything in it; a closed one for nothing. Nothing where such a name cannot be found, since any
 * element may be the one that was meant.
 */
export function unmanagedGaps(project: Project, pathway: Pathway): readonly Confirmed[] {
  const lacking = elementsOf(project, pathway).flatMap(confirmedOf);
  const concerns = new Set(openIssues(pathway).filter(({ kind }) => kind === 'gap' || kind === 'risk'));
  const affected = affectedNames(project, pathway, concerns);
  const ofAll = pathway.issues.some((issue) => concerns.has(issue) && issue.facts.affects.length === 0);
  if (ofAll || affected === undefined) return [];
  return lacking.filter(({ element }) => {
    const isManaged = affected.has(element.name) || element.issues.some((issue) => concerns.has(issue));
    return element === pathway || !isManaged;
  });
}

/** What a gap can affect. */
export type Element = Pathway | Stage | Transition | Flow;

/** An element, and the lines of each fact that is confirmed to be absent there. */
export interface Confirmed {
  readonly element: Element;
  readonly facts: readonly (readonly [string, FactLines<unknown>])[];
}

const maybeThere: ReadonlySet<FactState> = new Set(['recorded', 'unknown', 'unreadable']);

/** Facts of which one will do: where the other one is recorded or may be, nothing is known to be lacking. */
const alternatives: ReadonlyMap<string, string> = new Map([
  ['criteria', 'threshold'],
  ['threshold', 'criteria'],
  ['lead', 'receiver'],
  ['receiver', 'lead'],
]);

/** What is there today. */
function elementsOf(project: Project, pathway: Pathway): readonly Element[] {
  const links = [...pathway.transitions, ...pathway.flows].filter((link) => !plannedOrBroken(project, pathway, link));
  return [pathway, ...pathway.stages.filter(isCurrent), ...links];
}

function confirmedOf(element: Element): readonly Confirmed[] {
  const all: readonly (readonly [string, FactLines<unknown>])[] = Object.entries(element.facts);
  const facts = all.filter(([fact, lines]) => {
    const other = all.find(([one]) => one === alternatives.get(fact));
    return stateOf(lines) === 'none' && !maybeThere.has(stateOf(other?.[1] ?? []));
  });
  return facts.length === 0 ? [] : [{ element, facts }];
}

/** The elements that the issues say they affect; nothing where one of these names cannot be found. */
function affectedNames(
  project: Project,
  pathway: Pathway,
  issues: ReadonlySet<Issue>,
): ReadonlySet<string> | undefined {
  const links = [...pathway.transitions, ...pathway.flows].map(({ name }) => name);
  const known = new Set([...indexOf(project, pathway).byName.keys(), ...links]);
  const lines = [...issues].flatMap(({ facts }) => facts.affects);
  const names = recorded(lines).map(({ name }) => name);
  return names.length === lines.length && names.every((name) => known.has(name)) ? new Set(names) : undefined;
}
