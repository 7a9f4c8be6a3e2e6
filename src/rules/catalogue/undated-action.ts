import type { Action } from '../../model/elements.ts';
import { type Recorded, recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import type { Period } from '../../model/units/period.ts';
import { openQuestion } from '../open-question.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** What is done needs no date any more. Confirmed absence of a date (`due none`) is an answer, so nothing is asked. */
export const undatedAction: PathwayRule = {
  name: 'undated-action',
  title: 'Action without date or overdue',
  family: 'findings',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, _project, { today }): Iterable<Report> {
    for (const action of pathway.actions) {
      if (recorded(action.facts.status).includes('done')) continue;
      const { due } = action.facts;
      const state = stateOf(due);
      if (state === 'missing') yield undated(action);
      else if (state === 'unknown') {
        yield openQuestion(action, 'due', due, `When ${action.kind} '${action.name}' is due is unknown`);
      } else yield* overdue(action, recordedFacts<Period>(due), today);
    }
  },
};

function undated(action: Action): Report {
  return {
    at: action.namePlace,
    message: `${titled(action)} has no due date: add 'due' and the date, or write 'due unknown'.`,
    element: action.name,
    facts: ['due'],
  };
}

/** Of several dates the last one counts: the others were put off. */
function* overdue(action: Action, due: readonly Recorded<Period>[], today: string): Iterable<Report> {
  const last = due.toSorted((a, b) => (a.value.end < b.value.end ? -1 : 1)).at(-1);
  if (last === undefined || last.value.end >= today) return;
  yield {
    at: last.place,
    message: `${titled(action)} was due ${last.value.text} and is not done: write 'status done', or give it the date that is now agreed.`,
    element: action.name,
    facts: ['due'],
  };
}

/** `Action 'bc-pilot'`, `Milestone 'signed'`. */
function titled({ kind, name }: Action): string {
  return `${kind === 'action' ? 'Action' : 'Milestone'} '${name}'`;
}
