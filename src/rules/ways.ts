import type { PathwayStage } from '../model/graph.ts';
import type { PathwayIndex } from '../model/pathway-index.ts';

/**
 * Whether people come in at the stage: it says `enters`, people arrive from another pathway, or nothing leads to it.
 * A shared stage that cannot be found counts, because nobody knows what it says.
 */
export function isEntry(index: PathwayIndex, stage: PathwayStage): boolean {
  return comesFromOutside(index, stage) || !index.incoming.has(stage.name);
}

/** Whether people are said to come to the stage from outside of the pathway. */
export function comesFromOutside(index: PathwayIndex, { name, stage }: PathwayStage): boolean {
  return stage === undefined || stage.facts.enters.length > 0 || index.arrivals.has(name);
}

/** Whether people are said to leave the pathway at the stage; a shared stage that cannot be found may say so. */
export function leaves({ stage }: PathwayStage): boolean {
  return stage === undefined || stage.facts.leaves.length > 0;
}

/** Whether the pathway has stages and none of them is an entry. */
export function hasNoWayIn(index: PathwayIndex): boolean {
  return !index.brokenStart && index.stages.length > 0 && !index.stages.some((stage) => isEntry(index, stage));
}

/** Whether no transition touches the stage and nobody is said to come to it from outside. */
export function isIsolated(index: PathwayIndex, stage: PathwayStage): boolean {
  return !comesFromOutside(index, stage) && !index.incoming.has(stage.name) && !index.outgoing.has(stage.name);
}
