import { stateOf } from '../../model/facts.ts';
import { isGrave, openIssues } from '../issues.ts';
import { openQuestion } from '../open-question.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { strictnessOf } from '../settings.ts';

/** Asks of the grave ones only, unless the project is to be assured. That nobody owns it (`owner none`) is an answer. */
export const unownedFinding: PathwayRule = {
  name: 'unowned-finding',
  title: 'Finding without owner',
  family: 'findings',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const strict = strictnessOf(project) === 'assure';
    for (const issue of openIssues(pathway)) {
      if ((issue.kind !== 'gap' && issue.kind !== 'risk') || !(strict || isGrave(issue))) continue;
      const { owner } = issue.facts;
      const state = stateOf(owner);
      if (state === 'unknown') {
        yield openQuestion(issue, 'owner', owner, `Who owns ${issue.kind} '${issue.name}' is unknown`);
      }
      if (state !== 'missing') continue;
      yield {
        at: issue.namePlace,
        message: `${issue.kind === 'gap' ? 'Gap' : 'Risk'} '${issue.name}' has no owner: name the organisation that looks after it, or write 'owner unknown'.`,
        element: issue.name,
        facts: ['owner'],
      };
    }
  },
};
