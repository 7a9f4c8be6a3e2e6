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
  const { stages, transitions, flows } = pathway;
  const confirmed = [pathway, ...stages, ...transitions, ...flows].flatMap(confirmedOf);
  const lacking = confirmed.filter(({ element }) => isThere(project, pathway, element));
  if (lacking.length === 0) return [];
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

/** Whether it is there today. */
function isThere(project: Project, pathway: Pathway, element: Element): boolean {
  if (element.kind === 'pathway') return true;
  return element.kind === 'stage' ? isCurrent(element) : !plannedOrBroken(project, pathway, element);
}

function confirmedOf(element: Element): readonly Confirmed[] {
  const all: Readonly<Record<string, FactLines<unknown>>> = element.facts;
  const facts: [string, FactLines<unknown>][] = [];
  for (const fact in all) {
    const lines = all[fact]!;
    if (lines.length === 0 || stateOf(lines) !== 'none') continue;
    const other = all[alternatives.get(fact) ?? ''] ?? [];
    if (!maybeThere.has(stateOf(other))) facts.push([fact, lines]);
  }
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
