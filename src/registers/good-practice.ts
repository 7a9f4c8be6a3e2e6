import { issuesIn } from './elements.ts';
import { issueRow } from './issues.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** What works well and may be copied. */
export function goodPractice({ project }: Given): Register {
  return {
    name: 'good-practice',
    title: 'Good practice',
    group: 'findings',
    about: 'What works well, and where, so that others may do the same.',
    columns: columnsOf(
      ['what', 'Good practice'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['affects', 'Where', 'list'],
    ),
    rows: issuesIn(project)
      .filter(({ issue }) => issue.kind === 'strength')
      .map((one) => issueRow(project, one)),
    notes: [],
    empty: 'No strength is recorded.',
  };
}
