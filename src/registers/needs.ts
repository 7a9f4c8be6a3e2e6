import { issuesIn } from './elements.ts';
import { issueColumns, issueRow } from './issues.ts';
import type { Given, Register } from './register.ts';

/** What people need and what makes it hard to give. */
export function needs({ project }: Given): Register {
  return {
    name: 'needs',
    title: 'Needs and challenges',
    group: 'findings',
    about: 'What people need, and what makes it hard to give it to them.',
    columns: issueColumns('Need or challenge'),
    rows: issuesIn(project)
      .filter(({ issue }) => issue.kind === 'need' || issue.kind === 'challenge')
      .map((one) => issueRow(project, one)),
    notes: [],
    empty: 'No need and no challenge is recorded.',
  };
}
