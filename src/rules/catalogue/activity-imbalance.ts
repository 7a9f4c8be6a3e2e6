import type { Pathway, Stage, Transition } from '../../model/elements.ts';
import { type FactLines, type Recorded, recordedFacts } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { formatQuantity, type Quantity } from '../../model/units/quantity.ts';
import type { Activity } from '../../model/values.ts';
import { capital } from '../../model/wording.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { isUsedElsewhere } from '../used-elsewhere.ts';

/** Counts are taken at different desks, so those who arrive may differ from those whom the stage counts by so much. */
const TOLERANCE = 0.1;

/**
 * Compares what counts the same: one unit, one period, one thing measured. Fewer may leave than came, and fewer may
 * arrive than the stage counts where people also come from outside, or where not every way in has a figure.
 */
export const activityImbalance: PathwayRule = {
  name: 'activity-imbalance',
  title: 'Activity does not add up',
  family: 'data-quality',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (pathway.transitions.every(({ facts }) => facts.activity.length === 0)) return;
    const { byName } = indexOf(project, pathway);
    for (const stage of pathway.stages) {
      if (!isCurrent(stage) || byName.get(stage.name)?.stage !== stage) continue;
      for (const [kind, line] of countsOf(stage.facts.activity)) {
        if (line !== undefined) yield* compare(project, pathway, stage, line, kind);
      }
    }
  },
};

function* compare(
  project: Project,
  pathway: Pathway,
  stage: Stage,
  line: Recorded<Activity>,
  kind: string,
): Iterable<Report> {
  const { incoming, outgoing } = indexOf(project, pathway);
  const counted = boundsOf([line]);
  const arriving = movesOf(project, pathway, incoming.get(stage.name) ?? [], kind);
  const arrived = boundsOf(arriving.lines);
  const tooMany = arrived.low > counted.high * (1 + TOLERANCE);
  const tooFew = arrived.high < counted.low * (1 - TOLERANCE);
  if (tooMany) yield report(stage, line, arriving.moves, arrived.low, 'arrive at');
  else if (tooFew && arriving.complete && !hasOtherWaysIn(project, pathway, stage)) {
    yield report(stage, line, arriving.moves, arrived.high, 'arrive at', ", or say with 'enters' who else comes");
  }
  const leaving = movesOf(project, pathway, outgoing.get(stage.name) ?? [], kind);
  const left = boundsOf(leaving.lines);
  const roughly = [line, ...leaving.lines].some(({ value }) => value.quantity.precision === 'about');
  if (left.low > counted.high * (roughly ? 1 + TOLERANCE : 1))
    yield report(stage, line, leaving.moves, left.low, 'leave');
}

/** Whether people come to the stage who stand in no transition of its pathway. */
function hasOtherWaysIn(project: Project, pathway: Pathway, { name, facts }: Stage): boolean {
  const { arrivals, brokenEnd } = indexOf(project, pathway);
  return facts.enters.length > 0 || arrivals.has(name) || brokenEnd || isUsedElsewhere(project, pathway, name);
}

interface Move {
  readonly transition: Transition;
  readonly line: Recorded<Activity>;
}

interface Moves {
  readonly moves: readonly Move[];
  readonly lines: readonly Recorded<Activity>[];
  /** Whether there are transitions and each of them has a figure of this kind. */
  readonly complete: boolean;
}

/** The figures of transitions that count the same; none where one of them has several. Ways that are planned are left out. */
function movesOf(project: Project, pathway: Pathway, transitions: readonly Transition[], kind: string): Moves {
  const { byName } = indexOf(project, pathway);
  const current = transitions.filter(({ from, to }) => {
    const stage = from.pathway === undefined ? byName.get(from.stage?.name ?? '')?.stage : undefined;
    return (stage === undefined || isCurrent(stage)) && from.stage?.name !== to.stage?.name;
  });
  const counts = current.map((transition) => ({ transition, counts: countsOf(transition.facts.activity) }));
  if (counts.some((one) => one.counts.has(kind) && one.counts.get(kind) === undefined)) {
    return { moves: [], lines: [], complete: false };
  }
  const moves = counts.flatMap(({ transition, counts: lines }) => {
    const line = lines.get(kind);
    return line === undefined ? [] : [{ transition, line }];
  });
  const complete = moves.length > 0 && moves.length === current.length;
  return { moves, lines: moves.map(({ line }) => line), complete };
}

/** The lines of a block by what they count; nothing where several count the same, for then nobody knows which holds. */
function countsOf(lines: FactLines<Activity>): ReadonlyMap<string, Recorded<Activity> | undefined> {
  const counts = new Map<string, Recorded<Activity> | undefined>();
  for (const line of recordedFacts(lines)) {
    const { quantity, measuring, from, period } = line.value;
    if (period === undefined || quantity.unit === 'percent') continue;
    const kind = JSON.stringify([quantity.unit, quantity.per, measuring, from?.name, period.start, period.end]);
    counts.set(kind, counts.has(kind) ? undefined : line);
  }
  return counts;
}

/** The least and the most that the figures together can mean. */
function boundsOf(lines: readonly Recorded<Activity>[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const { value } of lines) {
    const { precision, amount } = value.quantity;
    low += precision === 'up to' || precision === 'fewer than' ? 0 : amount;
    high += precision === 'fewer than' ? amount - 1 : amount;
  }
  return { low, high };
}

function report(
  stage: Stage,
  line: Recorded<Activity>,
  moves: readonly Move[],
  sum: number,
  verb: string,
  otherwise = '',
): Report {
  const { quantity, period } = line.value;
  const exact = moves.every((move) => move.line.value.quantity.precision === 'exactly');
  const moved: Quantity = { ...quantity, precision: exact ? 'exactly' : 'about', amount: sum };
  return {
    at: line.place,
    message: `${capital(formatQuantity(moved))} ${verb} '${stage.name}' in ${period!.text} but its activity is ${formatQuantity(quantity)}: correct the figure that is wrong${otherwise}.`,
    element: stage.name,
    facts: ['activity'],
    related: moves.map((move) => ({
      message: `${formatQuantity(move.line.value.quantity)} by transition '${move.transition.name}'.`,
      place: move.line.place,
    })),
  };
}
