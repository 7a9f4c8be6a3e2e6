import type { Transition } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import { evidenceOf, evidenceOfBlock, fact, list, nameOf, optional, text } from './cells.ts';
import { endName, type LinkIn, ofLink, pathwayCells, transitionsIn } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** Every transition: where people go, on what criteria, who leads and who receives them, and what goes with them. */
export function handovers({ project }: Given): Register {
  return {
    name: 'handovers',
    title: 'Transitions and handovers',
    group: 'moving',
    about: 'Where people move, on what criteria, who leads the move and who receives them, and how soon.',
    columns: columnsOf(
      ['from', 'From stage'],
      ['to', 'To stage'],
      ['label', 'Called'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['movement', 'Movement', 'list', 'filter'],
      ['criteria', 'Criteria', 'list'],
      ['threshold', 'Threshold', 'list'],
      ['trigger', 'Trigger', 'list'],
      ['access', 'Access', 'list'],
      ['lead', 'Led by', 'list', 'filter'],
      ['receiver', 'Received by', 'list', 'filter'],
      ['within', 'Within', 'list'],
      ['send', 'What is sent', 'list'],
      ['agreement', 'Agreement', 'list', 'filter'],
      ['activity', 'Activity', 'list'],
    ),
    rows: transitionsIn(project).map((each) => rowOf(project, each)),
    notes: [],
    empty: 'There are no transitions yet.',
  };
}

function rowOf(project: Project, each: LinkIn<Transition>): Row {
  const { pathway, link } = each;
  const { facts } = link;
  return {
    ...ofLink(each),
    cells: {
      ...pathwayCells(project, pathway),
      from: text(endName(project, pathway, link.from)),
      to: text(endName(project, pathway, link.to)),
      label: text(link.label),
      movement: fact(project, 'movement', facts.movement),
      // A threshold is a criterion too: where one is said, the other is not missing.
      criteria: (facts.threshold.length > 0 ? optional : fact)(project, 'criteria', facts.criteria),
      threshold: optional(project, 'threshold', facts.threshold),
      trigger: optional(project, 'trigger', facts.trigger),
      access: optional(project, 'access', facts.access),
      lead: fact(project, 'lead', facts.lead),
      receiver: fact(project, 'receiver', facts.receiver),
      within: optional(project, 'within', facts.within),
      send: informationCell(project, link),
      agreement: agreementCell(project, link),
      activity: fact(project, 'activity', facts.activity),
    },
    evidence: evidenceOf(project, Object.values(facts).flat()) ?? evidenceOfBlock(project, link, pathway),
  };
}

function informationCell(project: Project, { facts }: Transition): Cell {
  const sent = recorded(facts.send).map(({ information }) => nameOf(project, information));
  return sent.length === 0 ? fact(project, 'send', facts.send) : list([...new Set(sent)]);
}

/** The agreements of the move, and those under which the information that goes with it is sent. */
function agreementCell(project: Project, { facts }: Transition): Cell {
  const refs = [...recorded(facts.agreement), ...recorded(facts.send).flatMap(({ under }) => under ?? [])];
  return refs.length === 0
    ? fact(project, 'agreement', facts.agreement)
    : list([...new Set(refs.map((ref) => nameOf(project, ref)))]);
}
