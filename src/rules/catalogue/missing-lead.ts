import type { Transition } from '../../model/elements.ts';
import { stateOf } from '../../model/facts.ts';
import { changesProvider, changesSetting } from '../handovers.ts';
import { openQuestion } from '../open-question.ts';
import { isRequired } from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken, stagesAt } from '../transitions.ts';

/** Where people stay with the same provider in the same setting, nobody has to hand them over. */
export const missingLead: PathwayRule = {
  name: 'missing-lead',
  title: 'No responsible lead',
  family: 'transitions',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      const { lead, receiver } = transition.facts;
      const state = receiver.length === 0 ? stateOf(lead) : stateOf([...lead, ...receiver]);
      if (state === 'unknown' && !plannedOrBroken(project, pathway, transition)) yield question(transition);
      if (state !== 'missing' || isRequired(project, pathway, transition, 'lead')) continue;
      const ends = stagesAt(project, pathway, transition);
      if (ends === undefined) continue;
      if (!changesSetting(project, ends.from, ends.to) && !changesProvider(project, ends.from, ends.to)) continue;
      yield {
        at: transition.namePlace,
        message: `Nobody is named as responsible for '${transition.name}': write 'lead' or 'receiver' with the organisation, or 'lead unknown'.`,
        element: transition.name,
        facts: ['lead'],
        lacks: { element: `Transition '${transition.name}'`, fact: 'lead' },
      };
    }
  },
};

function question(transition: Transition): Report {
  const fact = stateOf(transition.facts.lead) === 'unknown' ? 'lead' : 'receiver';
  return openQuestion(
    transition,
    fact,
    transition.facts[fact],
    `The ${fact} of transition '${transition.name}' is unknown`,
  );
}
