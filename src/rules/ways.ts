import type { Pathway } from '../model/elements.ts';
import type { PathwayStage } from '../model/graph.ts';
import { isElsewhere, type PathwayIndex } from '../model/pathway-index.ts';
import type { Place } from '../model/place.ts';

/** Where the pathway names the stage. */
export function placeOfStage(pathway: Pathway, { used, stage }: PathwayStage): Place {
  return (used ?? stage ?? pathway).namePlace;
}

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

/** Whether the pathway has stages, at none of which people leave, and hands on to no other pathway. */
export function hasNoWayOut(pathway: Pathway, index: PathwayIndex): boolean {
  const handsOn = pathway.transitions.some((transition) => isElsewhere(pathway, transition.to));
  return index.stages.length > 0 && !handsOn && !index.stages.some(leaves);
}

/** Whether no transition touches the stage and nobody is said to come to it from outside. */
export function isIsolated(index: PathwayIndex, stage: PathwayStage): boolean {
  return !comesFromOutside(index, stage) && !index.incoming.has(stage.name) && !index.outgoing.has(stage.name);
}

/**
 * The names of all stages to which people come from an entry; none where there is no entry. What a transition from an
 * unknown stage leads to counts as reached: people may come to the stage that was meant.
 */
export function reachedFromEntries(pathway: Pathway, index: PathwayIndex): ReadonlySet<string> {
  const found = new Set(index.stages.filter((stage) => isEntry(index, stage)).map((stage) => stage.name));
  for (const { from, to } of pathway.transitions) {
    if (!isElsewhere(pathway, from) && !index.byName.has(from.stage?.name ?? '')) found.add(to.stage?.name ?? '');
  }
  const waiting = [...found];
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    for (const { to } of index.outgoing.get(stage) ?? []) {
      const next = isElsewhere(pathway, to) ? undefined : to.stage?.name;
      if (next === undefined || found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}
