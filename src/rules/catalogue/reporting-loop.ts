import type { Board } from '../../model/elements.ts';
import { type Recorded, type Ref, recordedFacts } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { ProjectRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Speaks at each line that closes a loop: without these lines there would be none. Boards are taken by name, so that
 * the same lines are told of wherever somebody moves a board to.
 */
export const reportingLoop: ProjectRule = {
  name: 'reporting-loop',
  title: 'Reporting loop',
  family: 'governance',
  severity: 'error',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    const done = new Set<string>();
    for (const name of [...project.boards.keys()].toSorted()) {
      if (!done.has(name)) yield* loopsFrom(project, project.boards.get(name)!, done);
    }
  },
};

/** One `reports to` on the way up from a board. */
interface Step {
  readonly board: Board;
  readonly lines: readonly Recorded<Ref>[];
  next: number;
}

/** Goes up from a board along every line, each once, and tells of each that leads back to a board on the way. */
function* loopsFrom(project: Project, start: Board, done: Set<string>): Iterable<Report> {
  const way: Step[] = [stepTo(start)];
  const onWay = new Map([[start.name, 0]]);
  for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
    const line = step.lines[step.next++];
    if (line === undefined) {
      way.pop();
      onWay.delete(step.board.name);
      done.add(step.board.name);
      continue;
    }
    const above = project.boards.get(line.value.name);
    const index = onWay.get(line.value.name);
    if (index !== undefined) yield loop(way.slice(index), line);
    else if (above !== undefined && !done.has(above.name)) {
      onWay.set(above.name, way.length);
      way.push(stepTo(above));
    }
  }
}

function stepTo(board: Board): Step {
  return { board, lines: recordedFacts(board.facts.reportsTo), next: 0 };
}

/** The last of the steps is the board whose line leads back to the first. */
function loop(steps: readonly Step[], line: Recorded<Ref>): Report {
  const last = steps.at(-1)!.board.name;
  const others = steps.slice(0, -1);
  const through = others.length === 0 ? '' : ` through ${inWords(others.map(({ board }) => `'${board.name}'`))}`;
  const related = others.map(({ board, lines, next }) => ({
    message: `'${board.name}' reports to '${lines[next - 1]!.value.name}' here.`,
    place: lines[next - 1]!.place,
  }));
  return {
    at: line.place,
    message: `'${last}' reports to itself${through}: take out ${others.length === 0 ? 'this line' : 'the line that is wrong'}.`,
    element: last,
    facts: ['reports to'],
    ...(related.length === 0 ? {} : { related }),
  };
}
