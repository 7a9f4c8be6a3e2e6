import type { Flow, Pathway, Stage, Transition } from '../model/elements.ts';
import { absentFacts, type FactLines, stateOf } from '../model/facts.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isClosed, standingOf } from '../model/status.ts';
import { ownPathways } from '../model/walk.ts';
import { factWords } from '../model/wording.ts';
import { evidenceOf, text } from './cells.ts';
import { issuesIn, linkName, pathwayCells } from './elements.ts';
import { issueColumns, issueRow } from './issues.ts';
import type { Given, Register, Row } from './register.ts';

/** What is lacking: the gaps that the authors raise, and each fact that is confirmed to be absent. */
export function gaps({ project }: Given): Register {
  const raised = issuesIn(project)
    .filter(({ issue }) => issue.kind === 'gap')
    .map((one) => issueRow(project, one));
  const open = ownPathways(project).filter((pathway) => !isClosed(pathway));
  const confirmed = open.flatMap((pathway) => {
    const stages = pathway.stages.filter((stage) => standingOf(pathway, stage) !== 'closed');
    const owners = [pathway, ...stages, ...pathway.transitions, ...pathway.flows];
    return owners.flatMap((owner) => confirmedIn(project, pathway, owner));
  });
  return {
    name: 'gaps',
    title: 'Gaps',
    group: 'findings',
    about: 'What is lacking, how serious it is, who owns it and what is being done.',
    columns: issueColumns('Gap'),
    rows: [...raised, ...confirmed],
    notes: [
      'A gap is raised by the authors; ‘confirmed absent’ is a fact that somebody recorded as none, with the reason given, and not of what is closed. What is only unknown or not yet recorded is not a gap in the service: see the open questions.',
    ],
    empty: 'No gap is recorded.',
  };
}

function confirmedIn(project: Project, pathway: Pathway, owner: Pathway | Stage | Transition | Flow): readonly Row[] {
  const all = owner.facts as Readonly<Record<string, FactLines<unknown>>>;
  const isLink = owner.kind === 'transition' || owner.kind === 'flow';
  const name = isLink ? linkName(project, { pathway, link: owner }) : labelOf(owner);
  return Object.entries(all).flatMap(([fact, lines]): readonly Row[] => {
    if (stateOf(lines) !== 'none') return [];
    const line = absentFacts(lines).find(({ state }) => state === 'none')!;
    const why = line.because === undefined ? '' : `: ${line.because}`;
    return [
      {
        cells: {
          ...pathwayCells(project, pathway),
          kind: text('Confirmed absent'),
          what: text(`No ${factWords(fact)}${why}`),
          affects: text(name),
        },
        place: line.place,
        pathway: pathway.name,
        element: owner.kind === 'pathway' ? undefined : { kind: owner.kind, name: owner.name },
        evidence: evidenceOf(project, [line]),
      },
    ];
  });
}
