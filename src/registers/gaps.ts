import type { Flow, Pathway, Stage, Transition } from '../model/elements.ts';
import { type Absent, absentFacts, type FactLines, recorded, stateOf } from '../model/facts.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isClosed, isOpen, standingOf } from '../model/status.ts';
import { ownPathways } from '../model/walk.ts';
import { factWords } from '../model/wording.ts';
import { evidenceOf, list, text } from './cells.ts';
import { type IssueIn, issuesIn, linkName, pathwayCells } from './elements.ts';
import { issueColumns, issueRow } from './issues.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

type Owner = Pathway | Stage | Transition | Flow;

/** A fact of an element that somebody confirmed to be absent. */
interface Confirmed {
  readonly pathway: Pathway;
  readonly owner: Owner;
  readonly fact: string;
  readonly line: Absent;
}

/**
 * What is lacking: the gaps that the authors raise, and each fact that is confirmed to be absent. Where a gap answers
 * for such a fact, the two are one gap, and stand in one row.
 */
export function gaps({ project }: Given): Register {
  const raised = issuesIn(project).filter(({ issue }) => issue.kind === 'gap');
  const confirmed = confirmedIn(project);
  const alone = confirmed.filter((one) => !raised.some((gap) => answers(gap, one)));
  const [what, pathway, footprint, kind, affects, ...others] = issueColumns('Gap');
  return {
    name: 'gaps',
    title: 'Gaps',
    group: 'findings',
    about: 'What is lacking, how serious it is, who owns it and what is being done.',
    columns: [
      ...[what!, pathway!, footprint!, kind!, affects!],
      ...columnsOf(['absent', 'Confirmed absent', 'list']),
      ...others,
    ],
    rows: [
      ...raised.map((gap) =>
        raisedRow(
          project,
          gap,
          confirmed.filter((one) => answers(gap, one)),
        ),
      ),
      ...alone.map((one) => aloneRow(project, one)),
    ],
    notes: [
      'A gap is raised by the authors; ‘confirmed absent’ is a fact that somebody recorded as none, with the reason given, and not of what is closed. It stands in the row of the open gap that is raised in the same place or affects it; where there is no such gap, in a row of its own. What is only unknown or not yet recorded is not a gap in the service: see the open questions.',
    ],
    empty: 'No gap is recorded.',
  };
}

function confirmedIn(project: Project): readonly Confirmed[] {
  const open = ownPathways(project).filter((pathway) => !isClosed(pathway));
  return open.flatMap((pathway) => {
    const stages = pathway.stages.filter((stage) => standingOf(pathway, stage) !== 'closed');
    const owners = [pathway, ...stages, ...pathway.transitions, ...pathway.flows];
    return owners.flatMap((owner) => confirmedOf(pathway, owner));
  });
}

function confirmedOf(pathway: Pathway, owner: Owner): readonly Confirmed[] {
  const all = owner.facts as Readonly<Record<string, FactLines<unknown>>>;
  return Object.entries(all).flatMap(([fact, lines]): readonly Confirmed[] => {
    if (stateOf(lines) !== 'none') return [];
    return [{ pathway, owner, fact, line: absentFacts(lines).find(({ state }) => state === 'none')! }];
  });
}

/** Whether an open gap stands where the fact is absent, or says that it affects that. */
function answers({ pathway, issue, owner }: IssueIn, absent: Confirmed): boolean {
  if (pathway !== absent.pathway || !isOpen(issue)) return false;
  const refs = recorded(issue.facts.affects);
  // A gap of the pathway that says what it affects is none of the pathway as a whole.
  if (owner === absent.owner) return owner.kind !== 'pathway' || refs.length === 0;
  return refs.some(({ name }) => name === absent.owner.name);
}

function raisedRow(project: Project, gap: IssueIn, confirmed: readonly Confirmed[]): Row {
  const row = issueRow(project, gap);
  const isOfMany = (row.cells['affects']?.items?.length ?? 0) > 1;
  const said = confirmed.map((one) => absentWords(one, isOfMany ? ` (${ownerName(project, one)})` : ''));
  return { ...row, cells: { ...row.cells, absent: list(said) } };
}

function aloneRow(project: Project, one: Confirmed): Row {
  const { pathway, owner, line } = one;
  return {
    cells: {
      ...pathwayCells(project, pathway),
      kind: text('Confirmed absent'),
      what: text(absentWords(one)),
      affects: text(ownerName(project, one)),
    },
    place: line.place,
    pathway: pathway.name,
    element: owner.kind === 'pathway' ? undefined : { kind: owner.kind, name: owner.name },
    evidence: evidenceOf(project, [line]),
  };
}

function ownerName(project: Project, { pathway, owner }: Confirmed): string {
  const isLink = owner.kind === 'transition' || owner.kind === 'flow';
  return isLink ? linkName(project, { pathway, link: owner }) : labelOf(owner);
}

/** `No training (Hub): No programme on trauma`. */
function absentWords({ fact, line }: Confirmed, where = ''): string {
  return `No ${factWords(fact)}${where}${line.because === undefined ? '' : `: ${line.because}`}`;
}
