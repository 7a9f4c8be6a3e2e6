import type { Pathway, Stage, Term } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { indexOf } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';

/** A level of a scheme, and its place among the others. */
export interface Step {
  readonly name: string;
  readonly scheme: string;
  readonly order: number;
}

/** How the stages of a pathway take the steps of one scheme. */
export interface Ladder {
  readonly scheme: string;
  readonly lowest: Step;
  readonly highest: Step;
  /** The whole steps between the two that no stage takes, in their order; what lies between two steps need not be there. */
  readonly missing: readonly Step[];
  /** The whole steps that a stage takes, in their order. */
  readonly taken: readonly Step[];
}

/**
 * One ladder for each scheme that the pathway's stages of today use. None where the level of one is an open question
 * or unknown to the project. Levels that were retired before today are left out.
 */
export function laddersOf(project: Project, pathway: Pathway, today: string): readonly Ladder[] {
  const stages = indexOf(project, pathway).stages;
  if (stages.some(({ stage }) => stage === undefined)) return [];
  const current = stages.flatMap(({ stage }) => (stage !== undefined && isCurrent(stage) ? [stage] : []));
  if (!current.every((stage) => isKnown(project, stage))) return [];
  const used = groupBy(
    current.flatMap((stage) => stepsOf(project, stage)),
    ({ scheme }) => scheme,
  );
  return [...used].map(([scheme, steps]) => ladderOf(scheme, steps, wholeSteps(project, scheme, today)));
}

/** The levels of a stage that have a place in a scheme. */
export function stepsOf(project: Project, { facts }: Stage): readonly Step[] {
  return recorded(facts.level).flatMap(({ name }) => toStep(project.terms.level.get(name)));
}

/** Those of the steps that lie between two others, without these. */
export function between(steps: readonly Step[], low: Step, high: Step): readonly Step[] {
  return steps.filter(({ order }) => order > low.order && order < high.order);
}

function ladderOf(scheme: string, used: readonly Step[], whole: readonly Step[]): Ladder {
  const orders = new Set(used.map(({ order }) => order));
  const sorted = used.toSorted((a, b) => a.order - b.order);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  return {
    scheme,
    lowest,
    highest,
    missing: between(whole, lowest, highest).filter(({ order }) => !orders.has(order)),
    taken: whole.filter(({ order }) => orders.has(order)),
  };
}

/** Whether the level is no open question, and every level that is named is one that the project knows. */
function isKnown(project: Project, { facts: { level } }: Stage): boolean {
  if (level.some(({ state }) => state === 'unknown' || state === 'unreadable')) return false;
  return recorded(level).every(({ name }) => project.terms.level.has(name));
}

function toStep(term: Term | undefined): readonly Step[] {
  if (term?.scheme === undefined || term.order === undefined) return [];
  return [{ name: term.name, scheme: term.scheme, order: term.order }];
}

/** The steps of a scheme that are in use today, in their order. */
function wholeSteps(project: Project, scheme: string, today: string): readonly Step[] {
  return [...project.terms.level.values()]
    .filter((term) => term.scheme === scheme && Number.isInteger(term.order))
    .filter(({ until }) => until === undefined || until.end >= today)
    .flatMap(toStep)
    .toSorted((a, b) => a.order - b.order);
}
