import type { Flow, Pathway, Stage, Transition } from '../model/elements.ts';
import { absentFacts, type FactLines, stateOf } from '../model/facts.ts';
import { labelOf, type Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';
import { evidenceOf, text } from './cells.ts';
import { footprintName, issuesIn, linkName } from './elements.ts';
import { issueRow } from './issues.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** What is lacking: the gaps that the authors raise, and each fact that is confirmed to be absent. */
export function gaps({ project }: Given): Register {
  const raised = issuesIn(project)
    .filter(({ issue }) => issue.kind === 'gap')
    .map((one) => issueRow(project, one));
  const confirmed = ownPathways(project).flatMap((pathway) =>
    [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.flows].flatMap((owner) =>
      confirmedIn(project, pathway, owner),
    ),
  );
  return {
    name: 'gaps',
    title: 'Gaps',
    group: 'findings',
    about: 'What is lacking, how grave it is, who owns it and what is being done.',
    columns: columnsOf(
      ['what', 'Gap'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['affects', 'Affects', 'list'],
      ['severity', 'Severity', 'rating', 'filter'],
      ['owner', 'Owner', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['action', 'Action', 'list'],
    ),
    rows: [...raised, ...confirmed],
    notes: [
      'A gap is raised by the authors; ‘confirmed absent’ is a fact that somebody recorded as none, with the reason given. What is only unknown or not yet recorded is not a gap in the service: see the open questions.',
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
    const words = fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const why = line.because === undefined ? '' : `: ${line.because}`;
    return [
      {
        cells: {
          pathway: text(labelOf(pathway)),
          footprint: text(footprintName(project, pathway)),
          kind: text('Confirmed absent'),
          what: text(`No ${words}${why}`),
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
