import { recorded } from '../../model/facts.ts';
import { isGrave, openIssues } from '../issues.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Asks of serious gaps only. One with `status accepted` is left as it is on purpose. */
export const gapWithoutAction: PathwayRule = {
  name: 'gap-without-action',
  title: 'Gap without action',
  family: 'findings',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    for (const gap of openIssues(pathway)) {
      if (gap.kind !== 'gap' || !isGrave(gap) || gap.facts.action.length > 0) continue;
      if (recorded(gap.facts.status).includes('accepted')) continue;
      yield {
        at: gap.namePlace,
        message: `No action addresses gap '${gap.name}': add 'action' with the name of one, or write 'status accepted'.`,
        element: gap.name,
        facts: ['action'],
      };
    }
  },
};
