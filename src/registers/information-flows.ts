import type { Flow, Pathway, Transition } from '../model/elements.ts';
import { absentFacts, type Ref, recorded, recordedFacts } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import type { Send } from '../model/values.ts';
import { ownPathways } from '../model/walk.ts';
import { absence, absenceInWords, evidenceOf, fact, list, missing, nameOf, text } from './cells.ts';
import { endName, type LinkIn, linkName, ofLink, pathwayCells } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What goes with people and what is sent though nobody moves: who sends what to whom, how, under what right. */
export function informationFlows({ project }: Given): Register {
  return {
    name: 'information-flows',
    title: 'Information flows',
    group: 'moving',
    about: 'Who sends what to whom, by which system, under which agreement and lawful basis.',
    columns: columnsOf(
      ['information', 'Information', 'text', 'filter'],
      ['data', 'Data in it', 'list', 'filter'],
      ['from', 'Sent by', 'text', 'filter'],
      ['to', 'Sent to', 'text', 'filter'],
      ['using', 'From system'],
      ['into', 'Into system'],
      ['under', 'Agreement', 'text', 'filter'],
      ['basis', 'Lawful basis', 'list'],
      ['condition', 'Condition', 'list'],
      ['when', 'When'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['goes', 'Goes', 'text', 'filter'],
      ['link', 'From stage to stage'],
    ),
    rows: ownPathways(project).flatMap((pathway) =>
      [...pathway.transitions, ...pathway.flows].flatMap((link) => rowsOf(project, { pathway, link })),
    ),
    notes: ['Goes: with people on a transition; by itself on a flow, where nobody moves.'],
    empty: 'Nothing is recorded about what is sent.',
  };
}

function rowsOf(project: Project, each: LinkIn<Transition | Flow>): readonly Row[] {
  const { pathway, link } = each;
  const where = whereOf(project, pathway, link);
  const sends = recordedFacts(link.facts.send).map(
    (line): Row => ({
      ...ofLink(each),
      place: line.place,
      evidence: evidenceOf(project, [line]),
      cells: { ...where, ...cellsOf(project, link, line.value) },
    }),
  );
  const absent = absentFacts(link.facts.send).map(
    (line): Row => ({
      ...ofLink(each),
      place: line.place,
      evidence: evidenceOf(project, [line]),
      cells: { ...where, information: { text: absenceInWords(project, line), state: line.state } },
    }),
  );
  return [...sends, ...absent];
}

function whereOf(project: Project, pathway: Pathway, link: Transition | Flow): Row['cells'] {
  return {
    ...pathwayCells(project, pathway),
    goes: text(link.kind === 'transition' ? 'With people' : 'By itself'),
    link: text(
      link.label === undefined
        ? linkName(project, { pathway, link })
        : `${link.label}: ${endName(project, pathway, link.from)} → ${endName(project, pathway, link.to)}`,
    ),
  };
}

function cellsOf(project: Project, link: Transition | Flow, send: Send): Row['cells'] {
  const information = project.information.get(send.information.name);
  const under = send.under ? [send.under] : recorded(link.facts.agreement);
  const agreements = under.flatMap(({ name }) => project.agreements.get(name) ?? []);
  const right = (name: 'lawfulBasis' | 'condition'): Cell =>
    agreements.length === 0
      ? text('')
      : fact(
          project,
          name,
          agreements.flatMap(({ facts }) => facts[name]),
        );
  return {
    information: text(nameOf(project, send.information)),
    data: list((information?.containing ?? []).map((ref) => nameOf(project, ref))),
    from: said(project, send.from),
    to: said(project, send.to),
    using: text(send.using && nameOf(project, send.using)),
    into: text(send.into && nameOf(project, send.into)),
    under:
      under.length === 0
        ? absence(project, link.facts.agreement)
        : text([...new Set(under.map((ref) => nameOf(project, ref)))].join('; ')),
    basis: right('lawfulBasis'),
    condition: right('condition'),
    when: text(send.when),
  };
}

const said = (project: Project, ref: Ref | undefined): Cell =>
  ref === undefined ? missing : text(nameOf(project, ref));
