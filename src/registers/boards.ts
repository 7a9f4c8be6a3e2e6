import type { Board } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import { ownDeclarations } from '../model/walk.ts';
import { evidenceOf, evidenceOfBlock, fact, number, optional, text } from './cells.ts';
import { stagesIn } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** Who sits where, and whom each board answers to. */
export function boards({ project }: Given): Register {
  return {
    name: 'boards',
    title: 'Boards: who sits where',
    group: 'oversight',
    about: 'Each board, who chairs it, who sits on it, whom it reports to and how many stages it oversees.',
    columns: columnsOf(
      ['board', 'Board'],
      ['chair', 'Chaired by', 'list', 'filter'],
      ['members', 'Members', 'list', 'filter'],
      ['reports', 'Reports to', 'list'],
      ['meets', 'Meets', 'list'],
      ['stages', 'Stages overseen', 'number'],
    ),
    rows: ownDeclarations(project).flatMap((one) => (one.kind === 'board' ? [rowOf(project, one)] : [])),
    notes: ['Stages overseen: by the board itself, not through an agreement or a board below it.'],
    empty: 'No board is recorded.',
  };
}

function rowOf(project: Project, board: Board): Row {
  const { chair, member, reportsTo, meets } = board.facts;
  const overseen = stagesIn(project).filter(({ pathway, stage }) =>
    recorded(effective(pathway, stage, 'governance').lines).some(
      ({ by, body }) => by === 'board' && body.name === board.name,
    ),
  );
  return {
    cells: {
      board: text(labelOf(board)),
      chair: fact(project, 'chair', chair),
      members: fact(project, 'member', member),
      reports: board.top ? text('Nobody: it is the top') : fact(project, 'reportsTo', reportsTo),
      meets: optional(project, 'meets', meets),
      stages: number(overseen.length),
    },
    place: board.namePlace,
    evidence: evidenceOf(project, Object.values(board.facts).flat()) ?? evidenceOfBlock(project, board),
  };
}
