import { stateOf } from '../../model/facts.ts';
import { openQuestion } from '../open-question.ts';
import { isRequired } from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { endInWords, plannedOrBroken } from '../transitions.ts';

export const missingInformation: PathwayRule = {
  name: 'missing-information',
  title: 'No information passes',
  family: 'transitions',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      const { send } = transition.facts;
      const state = stateOf(send);
      if ((state !== 'missing' && state !== 'unknown') || plannedOrBroken(project, pathway, transition)) continue;
      const moves = `when people move from ${endInWords(transition.from)} to ${endInWords(transition.to)}`;
      if (state === 'unknown') {
        yield openQuestion(transition, 'send', send, `What is sent ${moves} is unknown`);
        continue;
      }
      if (isRequired(project, pathway, transition, 'information')) continue;
      yield {
        at: transition.namePlace,
        message: `Nothing is sent ${moves}: say what information goes with them, or write 'send unknown'.`,
        element: transition.name,
        facts: ['send'],
        lacks: { element: `Transition '${transition.name}'`, fact: 'information' },
      };
    }
  },
};
