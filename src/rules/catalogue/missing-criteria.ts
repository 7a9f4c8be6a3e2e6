import { stateOf } from '../../model/facts.ts';
import { openQuestion } from '../open-question.ts';
import { isRequired } from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';

export const missingCriteria: PathwayRule = {
  name: 'missing-criteria',
  title: 'No criteria or threshold',
  family: 'transitions',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      const lines = [...transition.facts.criteria, ...transition.facts.threshold];
      const state = stateOf(lines);
      if ((state !== 'missing' && state !== 'unknown') || plannedOrBroken(project, pathway, transition)) continue;
      if (state === 'unknown') {
        const fact = stateOf(transition.facts.criteria) === 'unknown' ? 'criteria' : 'threshold';
        yield openQuestion(
          transition,
          fact,
          transition.facts[fact],
          `The ${fact} of transition '${transition.name}' ${fact === 'criteria' ? 'are' : 'is'} unknown`,
        );
        continue;
      }
      if (isRequired(project, pathway, transition, 'criteria')) continue;
      yield {
        at: transition.namePlace,
        message: `No referral criteria for '${transition.name}': say who is referred, or write 'criteria unknown'.`,
        element: transition.name,
        facts: ['criteria'],
        lacks: { element: `Transition '${transition.name}'`, fact: 'criteria' },
      };
    }
  },
};
