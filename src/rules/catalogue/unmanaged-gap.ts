import type { Flow, Issue, Pathway, Stage, Transition } from '../../model/elements.ts';
import { absentFacts, type FactLines, recorded, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { comparePlaces } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { openIssues } from '../issues.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';
import { inWords } from '../words.ts';

/**
 * Speaks once of each element, since one gap answers for all that is lacking there. A gap or risk answers for the
 * element that it stands in and for those that it names with `affects`; one of the pathway that names none answers for
 * the pathway and everything in it; a closed one for nothing. Silent where such a name cannot be found, since any
 * element may be the one that was meant. Of the register nothing is said, because no gap can affect it.
 */
export const unmanagedGap: PathwayRule = {
  name: 'unmanaged-gap',
  title: 'Confirmed gap not managed',
  family: 'gaps',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (isClosed(pathway)) return;
    const lacking = elementsOf(project, pathway).flatMap(confirmedOf);
    const concerns = new Set(openIssues(pathway).filter(({ kind }) => kind === 'gap' || kind === 'risk'));
    const affected = affectedNames(project, pathway, concerns);
    const ofAll = pathway.issues.some((issue) => concerns.has(issue) && issue.facts.affects.length === 0);
    if (lacking.length === 0 || ofAll || affected === undefined) return;
    for (const { element, facts } of lacking) {
      const isManaged = affected.has(element.name) || element.issues.some((issue) => concerns.has(issue));
      if (element === pathway || !isManaged) yield report(element, facts);
    }
  },
};

type Element = Pathway | Stage | Transition | Flow;

interface Confirmed {
  readonly element: Element;
  readonly facts: readonly (readonly [string, FactLines<unknown>])[];
}

/** Facts of which one will do: where the other one is recorded, nothing is lacking. */
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
    const other = alternatives.get(fact);
    return stateOf(lines) === 'none' && stateOf(all.find(([one]) => one === other)?.[1] ?? []) !== 'recorded';
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

function report(element: Element, facts: Confirmed['facts']): Report {
  const places = facts.flatMap(([, lines]) => absentFacts(lines)).map(({ place }) => place);
  const lacks = inWords(
    facts.map(([fact]) => (fact === 'send' ? 'information' : fact)),
    'or',
  );
  return {
    at: places.toSorted(comparePlaces)[0] ?? element.namePlace,
    message: `'${element.name}' has no ${lacks} (confirmed) but no gap is raised: raise a 'gap' or a 'risk' that affects it.`,
    element: element.name,
    facts: facts.map(([fact]) => fact),
  };
}
