import { recorded, recordedFacts, stateOf } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import type { Oversight } from '../model/values.ts';
import { capital } from '../model/wording.ts';
import { absence, evidenceOf, list, nameOf, text } from './cells.ts';
import { ofStage, type StageIn, stageCells, stagesIn } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** Who oversees each stage, and to whom that body answers, up to the top. */
export function governance({ project }: Given): Register {
  return {
    name: 'governance',
    title: 'Governance: who oversees each stage',
    group: 'oversight',
    about: 'Which board or agreement oversees each stage, and to whom it answers, up to the top.',
    columns: columnsOf(
      ['stage', 'Stage'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['body', 'Overseen by', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['line', 'Which answers to'],
      ['ends', 'How far that is known', 'text', 'filter'],
      ['from', 'Said by'],
    ),
    rows: stagesIn(project).flatMap((each) => rowsOf(project, each)),
    notes: [
      'A row for each board or agreement of each stage; a stage without boards of its own has those of its pathway, and one without agreements of its own has its agreements.',
    ],
    empty: 'There are no stages yet.',
  };
}

function rowsOf(project: Project, each: StageIn): readonly Row[] {
  const { pathway, stage } = each;
  const { lines, inherited } = effective(pathway, stage, 'governance');
  const where = stageCells(project, each);
  if (stateOf(lines) !== 'recorded') {
    return [
      { ...ofStage(each), cells: { ...where, body: absence(project, lines) }, evidence: evidenceOf(project, lines) },
    ];
  }
  return recordedFacts(lines).map((line) => ({
    ...ofStage(each),
    place: line.place,
    evidence: evidenceOf(project, [line]),
    cells: { ...where, ...overseenBy(project, line.value), from: text(inherited.includes(line) ? 'Pathway' : 'Stage') },
  }));
}

function overseenBy(project: Project, { by, body }: Oversight): Row['cells'] {
  const first = by === 'board' ? [body.name] : boardsOfAgreement(project, body.name);
  const above = by === 'board' ? upwards(project, first).slice(1) : upwards(project, first);
  const boards = [...(by === 'board' ? first : []), ...above];
  return {
    body: text(nameOf(project, body)),
    kind: text(capital(by)),
    line: list(above.map((name) => labelledBoard(project, name))),
    ends: endOf(project, boards),
  };
}

function boardsOfAgreement(project: Project, name: string): readonly string[] {
  const agreement = project.agreements.get(name);
  return recorded(agreement?.facts.governance ?? []).flatMap(({ by, body }) => (by === 'board' ? [body.name] : []));
}

/** The boards, and each one that one of them reports to, from the bottom up; each once, so that no loop goes on. */
function upwards(project: Project, from: readonly string[]): readonly string[] {
  const found = new Set(from);
  for (const name of found) {
    for (const above of recorded(project.boards.get(name)?.facts.reportsTo ?? [])) found.add(above.name);
  }
  return [...found];
}

/** Whether every line of reporting ends at a top; else beyond which boards nobody knows. */
function endOf(project: Project, names: readonly string[]): Cell {
  if (names.length === 0) return { text: 'No board named', state: 'missing' };
  const boards = names.map((name) => project.boards.get(name));
  if (boards.includes(undefined)) return { text: 'A name leads nowhere', state: 'unknown' };
  const last = boards.filter((board) => board?.top || recorded(board?.facts.reportsTo ?? []).length === 0);
  // Boards that report to one another in a circle end nowhere.
  const loose = last.length === 0 ? boards.slice(-1) : last.filter((board) => !board?.top);
  if (loose.length === 0) return { text: 'To the top' };
  return { text: `Not beyond ${loose.map((board) => labelOf(board!)).join(', ')}`, state: 'missing' };
}

function labelledBoard(project: Project, name: string): string {
  const board = project.boards.get(name);
  return board ? labelOf(board) : `? ${name}`;
}
