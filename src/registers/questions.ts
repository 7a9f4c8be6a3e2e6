import { holds } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { capital } from '../model/wording.ts';
import { type OpenQuestion, openQuestions } from '../rules/questions.ts';
import { deadline, judgedOn, lateness, nameOf, text } from './cells.ts';
import { linkName, stageName } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** Everything that is honestly unknown, in the order of the text. */
export function questions({ project, asOf }: Given): Register {
  return {
    name: 'open-questions',
    title: 'Open questions',
    group: 'findings',
    about: 'Everything that is known to be unknown, with the reason that was given.',
    columns: columnsOf(
      ['what', 'Of'],
      ['fact', 'What is unknown', 'text', 'filter'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['because', 'Reason'],
      ['ask', 'Ask', 'text', 'filter'],
      ['by', 'By', 'period'],
    ),
    rows: openQuestions(project).map((question) => questionRow(project, question, asOf)),
    notes: [
      lateness(asOf, 'still unknown'),
      'What nobody has written down yet is not listed here: only what somebody marked as unknown.',
    ],
    empty: 'Nothing is marked as unknown.',
  };
}

/** The row of one question; the chase list orders the same rows by whom to ask. */
export function questionRow(project: Project, question: OpenQuestion, asOf: string): Row {
  const { ask, by, because, fact, kind, place } = question;
  const pathway = project.pathways.get(question.pathway ?? '');
  const inPicture = kind === 'stage' || kind === 'transition' || kind === 'flow';
  return {
    cells: {
      pathway: text(pathway ? labelOf(pathway) : question.pathway),
      kind: text(capital(kind.replaceAll('-', ' '))),
      what: text(called(project, question)),
      fact: text(capital(fact.replaceAll('-', ' '))),
      because: text(because),
      ask: ask === undefined ? { text: 'Nobody named', state: 'missing' } : text(nameOf(project, ask)),
      by: by === undefined ? text('') : deadline(by, judgedOn(pathway, asOf)),
    },
    place,
    pathway: question.pathway,
    element: inPicture ? { kind, name: question.element } : undefined,
  };
}

/** What the question is about, as readers know it. */
function called(project: Project, { kind, element, pathway: name, place }: OpenQuestion): string {
  const pathway = project.pathways.get(name ?? '');
  if (pathway === undefined || kind === 'pathway') return labelled(project, kind, element);
  if (kind === 'stage') return stageName(project, pathway, element);
  const link = [...pathway.transitions, ...pathway.flows].find((one) => one.kind === kind && one.name === element);
  if (link) return linkName(project, { pathway, link });
  const { issues, actions, stages, transitions, flows } = pathway;
  const inside = [...stages, ...transitions, ...flows].flatMap((owner) => owner.issues);
  // Two stages may each have a risk of one name: the line stands in one of them.
  const told = [...issues, ...actions, ...inside].find((one) => holds(one.place, place.line, place.character));
  return told?.text || element;
}

function labelled(project: Project, kind: OpenQuestion['kind'], name: string): string {
  const all = project.files.filter(({ library }) => !library).flatMap(({ declarations }) => declarations);
  const found = all.find((one) => one.kind === kind && one.name === name);
  return found ? labelOf(found) : name;
}
