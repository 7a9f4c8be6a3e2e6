import type { Pathway, RequiredFact, Requirement, Stage, Transition } from '../../model/elements.ts';
import { recorded, stateOf } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Send } from '../../model/values.ts';
import { agreementFor } from '../handovers.ts';
import { openQuestion } from '../open-question.ts';
import { realisationOf } from '../realisation.ts';
import {
  keywordOf,
  linesOfStage,
  linesOfTransition,
  requiredOfStage,
  requiredOfTransition,
  type StageFact,
  type TransitionFact,
} from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';

/**
 * Speaks in the place of the rule for the fact itself, so that each missing fact is told of once. What is unknown is
 * asked by that rule; only what no other rule asks about is asked here.
 */
export const missingRequiredFact: PathwayRule = {
  name: 'missing-required-fact',
  title: 'Required fact absent',
  family: 'specification',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const specification = realisationOf(project, pathway)?.specification.name;
    if (specification === undefined) return;
    for (const stage of pathway.stages) {
      for (const requirement of first(requiredOfStage(project, pathway, stage))) {
        const lines = linesOfStage(pathway, stage, requirement.fact as StageFact);
        if (stateOf(lines) === 'missing') yield absent(specification, stage, requirement);
      }
    }
    for (const transition of pathway.transitions) {
      const requirements = requiredOfTransition(project, pathway, transition);
      for (const requirement of first(requirements)) {
        yield* checkTransition(specification, pathway, transition, requirement);
      }
      yield* checkInformation(project, specification, transition, requirements);
    }
  },
};

function* checkTransition(
  specification: string,
  pathway: Pathway,
  transition: Transition,
  requirement: Requirement,
): Iterable<Report> {
  const fact = requirement.fact as TransitionFact;
  const lines = linesOfTransition(pathway, transition, fact);
  const state = fact === 'agreement' ? agreementFor(transition) : stateOf(lines);
  if (state === 'missing') yield absent(specification, transition, requirement);
  if (state !== 'unknown' || (fact !== 'agreement' && fact !== 'activity' && fact !== 'governance')) return;
  if (transition.facts[fact].length === 0) return;
  const statement = `The ${fact} of transition '${transition.name}' is unknown, and '${specification}' requires it`;
  yield openQuestion(transition, fact, lines, statement);
}

/** Of information that is asked for by its name, where something else is sent and nothing is unknown. */
function* checkInformation(
  project: Project,
  specification: string,
  transition: Transition,
  requirements: readonly Requirement[],
): Iterable<Report> {
  const { send } = transition.facts;
  const sent = recorded<Send>(send).map(({ information }) => information.name);
  if (sent.length === 0 || sent.length < send.length || !sent.every((name) => project.information.has(name))) return;
  for (const { information, place } of requirements) {
    if (information === undefined || !project.information.has(information.name)) continue;
    if (sent.includes(information.name)) continue;
    yield {
      at: transition.namePlace,
      message: `'${specification}' requires that '${information.name}' is sent with '${transition.name}': write 'send ${information.name}', or 'send unknown'.`,
      element: transition.name,
      facts: ['send'],
      related: [{ message: `'${specification}' requires it here.`, place }],
    };
  }
}

function absent(specification: string, element: Stage | Transition, { fact, place }: Requirement): Report {
  const [what, how] = words[fact];
  const keyword = keywordOf(fact);
  return {
    at: element.namePlace,
    message: `'${specification}' requires ${what} for '${element.name}': ${how}, or write '${keyword} unknown'.`,
    element: element.name,
    facts: [keyword],
    lacks: {
      element: `${element.kind === 'stage' ? 'Stage' : 'Transition'} '${element.name}'`,
      fact,
      requiredBy: specification,
    },
    related: [{ message: `'${specification}' requires it here.`, place }],
  };
}

const words: { readonly [K in RequiredFact]: readonly [what: string, how: string] } = {
  provider: ['a provider', 'name one'],
  commissioner: ['a commissioner', 'name one'],
  activity: ['activity', 'give a figure'],
  cost: ['a cost', 'give a figure'],
  governance: ['governance', 'name a board or an agreement'],
  criteria: ['criteria', 'say who is referred'],
  lead: ['a lead', 'name who is responsible'],
  information: ['information', 'say what is sent'],
  agreement: ['an agreement', 'name it'],
};

/** One requirement for each fact, since it may stand for all stages and for one of them. */
function first(requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.filter((one, index) => requirements.findIndex(({ fact }) => fact === one.fact) === index);
}
