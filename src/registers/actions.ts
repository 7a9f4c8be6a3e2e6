import type { Action, Pathway } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';
import { capital } from '../model/wording.ts';
import {
  absence,
  deadline,
  evidenceOf,
  evidenceOfBlock,
  fact,
  judgedOn,
  lateness,
  list,
  optional,
  text,
} from './cells.ts';
import { affectedElement, affectedName, type IssueIn, issuesIn, pathwayCells } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What is to be done, by whom and by when: the nearest first. */
export function actions({ project, asOf }: Given): Register {
  const issues = groupBy(issuesIn(project), ({ pathway }) => pathway);
  const rows = ownPathways(project).flatMap((pathway) =>
    pathway.actions.map((action) => rowOf(project, pathway, action, issues.get(pathway) ?? [], asOf)),
  );
  const end = ({ cells }: Row): string => `${cells['due']?.order ?? '9999'}`;
  return {
    name: 'actions',
    title: 'Actions and milestones',
    group: 'findings',
    about: 'What is to be done, by whom and by when, the earliest first.',
    columns: columnsOf(
      ['due', 'Due', 'period'],
      ['kind', 'Kind', 'text', 'filter'],
      ['what', 'Action'],
      ['owner', 'Owner', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['answers', 'Answers', 'list'],
      ['affects', 'Affects', 'list'],
      ['cost', 'Cost', 'list'],
      ['output', 'Output', 'list'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
    ),
    rows: rows.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0)),
    notes: [lateness(asOf, 'not done')],
    empty: 'No action and no milestone is recorded.',
  };
}

function rowOf(project: Project, pathway: Pathway, action: Action, issues: readonly IssueIn[], asOf: string): Row {
  const { owner, status, cost, output, affects } = action.facts;
  const refs = recorded(affects);
  const answers = issues.filter(({ issue }) => recorded(issue.facts.action).some(({ name }) => name === action.name));
  return {
    cells: {
      due: dueCell(project, action, judgedOn(pathway, asOf)),
      kind: text(capital(action.kind)),
      what: text(action.text || action.name),
      owner: fact(project, 'owner', owner),
      status:
        status.length === 0 ? { text: 'Not recorded', state: 'missing' } : text(capital(recorded(status).at(-1) ?? '')),
      answers: list(answers.map(({ issue }) => `${capital(issue.kind)}: ${issue.text || issue.name}`)),
      affects: list(refs.map((ref) => affectedName(project, pathway, ref))),
      cost: optional(project, 'cost', cost),
      output: optional(project, 'output', output),
      ...pathwayCells(project, pathway),
    },
    place: action.namePlace,
    pathway: pathway.name,
    element: affectedElement(pathway, refs),
    evidence: evidenceOf(project, Object.values(action.facts).flat()) ?? evidenceOfBlock(project, action, pathway),
  };
}

/** When it is due; marked as late where that is over and it is not done. */
function dueCell(project: Project, { facts }: Action, today: string): Cell {
  const due = recorded(facts.due).at(-1);
  if (due === undefined)
    return facts.due.length === 0 ? { text: 'No date', state: 'missing' } : absence(project, facts.due);
  return deadline(due, today, recorded(facts.status).includes('done'));
}
