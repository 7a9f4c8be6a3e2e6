import { issuesIn } from './elements.ts';
import { issueRow } from './issues.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** What people need and what makes it hard to give. */
export function needs({ project }: Given): Register {
  return {
    name: 'needs',
    title: 'Needs and challenges',
    group: 'findings',
    about: 'What people need, and what makes it hard to give it to them.',
    columns: columnsOf(
      ['what', 'Need or challenge'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['affects', 'Affects', 'list'],
      ['severity', 'Severity', 'rating', 'filter'],
      ['owner', 'Owner', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['action', 'Action', 'list'],
    ),
    rows: issuesIn(project)
      .filter(({ issue }) => issue.kind === 'need' || issue.kind === 'challenge')
      .map((one) => issueRow(project, one)),
    notes: [],
    empty: 'No need and no challenge is recorded.',
  };
}
