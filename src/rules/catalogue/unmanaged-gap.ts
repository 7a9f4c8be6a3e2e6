import type { Flow, Issue, Pathway, Requirement, Stage, Transition } from '../../model/elements.ts';
import { absentFacts, type FactLines, type FactState, recorded, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { comparePlaces } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { openIssues } from '../issues.ts';
import { realisationOf } from '../realisation.ts';
import { requiredOfStage, requiredOfTransition } from '../requirements.ts';
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
      if (element === pathway || !isManaged)
        yield report(element, facts, requiredWords(project, pathway, element, facts));
    }
  },
};

type Element = Pathway | Stage | Transition | Flow;

interface Confirmed {
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

/** What of the facts the specification asks for: `, though 'wm-hj' requires cost, and`; else `but`. */
function requiredWords(project: Project, pathway: Pathway, element: Element, facts: Confirmed['facts']): string {
  const specification = realisationOf(project, pathway)?.specification;
  const asked = new Set(requirements(project, pathway, element).map(({ fact }) => fact));
  const words = facts.map(([fact]) => requirementOf[fact] ?? fact);
  const wanted = [...new Set(words)].filter((word) => (asked as ReadonlySet<string>).has(word));
  if (specification === undefined || wanted.length === 0) return ' but';
  return `, though '${specification.name}' requires ${inWords(wanted)}, and`;
}

function requirements(project: Project, pathway: Pathway, element: Element): readonly Requirement[] {
  switch (element.kind) {
    case 'pathway':
      return realisationOf(project, pathway)?.specification.requires ?? [];
    case 'stage':
      return requiredOfStage(project, pathway, element);
    case 'transition':
      return requiredOfTransition(project, pathway, element);
    case 'flow':
      return [];
  }
}

/** What a specification calls a fact that has another keyword, or that another one may stand for. */
const requirementOf: Readonly<Record<string, string>> = {
  send: 'information',
  threshold: 'criteria',
  receiver: 'lead',
};

function report(element: Element, facts: Confirmed['facts'], required: string): Report {
  const places = facts.flatMap(([, lines]) => absentFacts(lines)).map(({ place }) => place);
  const lacks = inWords(
    facts.map(([fact]) => (fact === 'send' ? 'information' : fact)),
    'or',
  );
  return {
    at: places.toSorted(comparePlaces)[0] ?? element.namePlace,
    message: `'${element.name}' has no ${lacks} (confirmed)${required} no gap is raised: raise a 'gap' or a 'risk' that affects it.`,
    element: element.name,
    facts: facts.map(([fact]) => fact),
  };
}
