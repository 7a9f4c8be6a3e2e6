import { recorded, recordedFacts } from '../../model/facts.ts';
import type { Send } from '../../model/values.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';

/** A time `before` for the whole transition will do for everything that is sent. */
export const lateInformation: PathwayRule = {
  name: 'late-information',
  title: 'Information too late for release',
  family: 'transitions',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      const { movement, within, send } = transition.facts;
      if (!recorded(movement).some(({ name }) => name === 'out-of-secure')) continue;
      if (within.some((line) => line.state !== 'recorded' || line.value.relation === 'before')) continue;
      if (plannedOrBroken(project, pathway, transition)) continue;
      for (const { value, place } of recordedFacts<Send>(send)) {
        const { name } = value.information;
        if (value.when !== undefined || !project.information.has(name)) continue;
        yield {
          at: place,
          message: `'${name}' has no timing before release: write 'when' and say when it is sent.`,
          element: transition.name,
          facts: ['send'],
        };
      }
    }
  },
};
