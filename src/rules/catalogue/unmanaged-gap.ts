import type { Pathway, Requirement } from '../../model/elements.ts';
import { absentFacts } from '../../model/facts.ts';
import { comparePlaces } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { isClosed } from '../../model/status.ts';
import { type Confirmed, type Element, unmanagedGaps } from '../confirmed-gaps.ts';
import { realisationOf } from '../realisation.ts';
import { requiredOfStage, requiredOfTransition } from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Speaks once of each element, since one gap answers for all that is lacking there. Of the register nothing is said,
 * because no gap can affect it.
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
    for (const { element, facts } of unmanagedGaps(project, pathway)) {
      yield report(element, facts, requiredWords(project, pathway, element, facts));
    }
  },
};

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
