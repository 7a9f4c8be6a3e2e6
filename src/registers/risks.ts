import { recorded } from '../model/facts.ts';
import { number, rankOf, text } from './cells.ts';
import { issuesIn } from './elements.ts';
import { issueRow } from './issues.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** What may go wrong, the gravest first. */
export function risks({ project }: Given): Register {
  const scored = issuesIn(project)
    .filter(({ issue }) => issue.kind === 'risk')
    .map((one) => {
      const likelihood = rankOf(recorded(one.issue.facts.likelihood)[0]);
      const impact = rankOf(recorded(one.issue.facts.impact)[0]);
      const score = likelihood && impact && likelihood * impact;
      const { severity } = one.issue.facts;
      const row = issueRow(project, one);
      // Likelihood and impact say how grave a risk is: besides those nobody misses a severity.
      const cells = {
        ...row.cells,
        score: score ? number(score) : text(''),
        severity: score && severity.length === 0 ? text('') : row.cells['severity']!,
      };
      return { score: score ?? 0, grave: rankOf(recorded(severity)[0]) ?? 0, row: { ...row, cells } };
    });
  return {
    name: 'risks',
    title: 'Risks',
    group: 'findings',
    about: 'What may go wrong, how likely it is, how much would be lost, and who owns it.',
    columns: columnsOf(
      ['what', 'Risk'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['affects', 'Affects', 'list'],
      ['likelihood', 'Likelihood', 'rating', 'filter'],
      ['impact', 'Impact', 'rating', 'filter'],
      ['score', 'Score', 'number'],
      ['severity', 'Severity', 'rating', 'filter'],
      ['owner', 'Owner', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['action', 'Action', 'list'],
    ),
    rows: scored.toSorted((a, b) => b.score - a.score || b.grave - a.grave).map(({ row }) => row),
    notes: [
      'Score: likelihood times impact, where low counts 1, medium 2 and high 3. A risk for which one of the two is not recorded has no score; that does not make it small. Severity is what the authors say of it besides; risks with the same score, or none, stand in its order.',
    ],
    empty: 'No risk is recorded.',
  };
}
