import { recorded, recordedFacts } from '../model/facts.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isOpen } from '../model/status.ts';
import { capital } from '../model/wording.ts';
import { evidenceOf, evidenceOfBlock, list, nameOf, rating, text } from './cells.ts';
import { affectedElement, affectedName, type IssueIn, linkName, pathwayCells } from './elements.ts';
import { type Cell, type Column, columnsOf, type Row } from './register.ts';

/** The columns of a register of them, under what each row is called there. */
export function issueColumns(what: string): readonly Column[] {
  return columnsOf(
    ['what', what],
    ['pathway', 'Pathway', 'text', 'filter'],
    ['footprint', 'Footprint', 'text', 'filter'],
    ['kind', 'Kind', 'text', 'filter'],
    ['affects', 'Affects', 'list'],
    ['severity', 'Severity', 'rating', 'filter'],
    ['owner', 'Owner', 'text', 'filter'],
    ['status', 'Status', 'text', 'filter'],
    ['action', 'Action', 'list'],
  );
}

/** The row of a gap, risk, challenge, strength or need; each register picks the columns that it shows. */
export function issueRow(project: Project, { pathway, issue, owner }: IssueIn): Row {
  const { affects, severity, likelihood, impact } = issue.facts;
  const refs = recorded(affects);
  const inside = owner.kind === 'pathway' ? [] : [owner];
  const own = inside.map((one) => (one.kind === 'stage' ? labelOf(one) : linkName(project, { pathway, link: one })));
  const facts = Object.values(issue.facts).flat();
  return {
    cells: {
      ...pathwayCells(project, pathway),
      kind: text(capital(issue.kind)),
      what: text(issue.text || issue.name),
      affects: list([...new Set([...own, ...refs.map((ref) => affectedName(project, pathway, ref))])]),
      severity: rating(severity),
      likelihood: rating(likelihood),
      impact: rating(impact),
      owner: ownerCell(project, { pathway, issue, owner }),
      status: {
        ...text(capital(recorded(issue.facts.status).at(-1) ?? 'open')),
        ...(isOpen(issue) ? {} : { state: 'closed' }),
      },
      action: actionsCell({ pathway, issue, owner }),
    },
    place: issue.namePlace,
    pathway: pathway.name,
    element: inside.map(({ kind, name }) => ({ kind, name }))[0] ?? affectedElement(pathway, refs),
    evidence: evidenceOf(project, facts) ?? evidenceOfBlock(project, issue, owner, pathway),
  };
}

function ownerCell(project: Project, { issue }: IssueIn): Cell {
  const owners = recordedFacts(issue.facts.owner);
  if (owners.length > 0) return list(owners.map(({ value }) => nameOf(project, value)));
  return issue.facts.owner.some(({ state }) => state === 'unknown')
    ? { text: 'Unknown', state: 'unknown' }
    : { text: 'Nobody named', state: 'missing' };
}

/** What is being done about it: the actions that it names, and those that name what it affects say so themselves. */
function actionsCell({ pathway, issue }: IssueIn): Cell {
  const actions = recorded(issue.facts.action).map(({ name }) => {
    const action = pathway.actions.find((one) => one.name === name);
    return action ? action.text || action.name : `? ${name}`;
  });
  return actions.length === 0 ? { text: '' } : list(actions);
}
