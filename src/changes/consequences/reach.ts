import type { PathwayStage } from '../../model/graph.ts';
import { groupBy } from '../../model/group.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { labelOf } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { isIsolated, placeOfStage, reachedFromEntries } from '../../rules/ways.ts';
import { type Both, type Draft, isBoth, type Sides, stagePairs, type Version } from './sides.ts';
import { counted, listed, stageLabel } from './words.ts';

/** Stages that nobody comes to any more, whatever way in they take, or that people come to now. */
export function reachConsequences(sides: Sides): readonly Draft[] {
  return sides.pathways.filter(isBoth).flatMap((pathway) => {
    const was = reachedIn(pathway.before);
    const is = reachedIn(pathway.after);
    if (was === undefined || is === undefined) return [];
    const stages = stagePairs(sides, pathway).filter(isBoth).filter(areCurrent);
    const differing = stages.filter(({ before, after }) => was.has(before.name) !== is.has(after.name));
    const groups = groupBy(differing, ({ after }) => is.has(after.name));
    return [...groups].map(([reached, group]) => toDraft(pathway, group, reached));
  });
}

function areCurrent({ before, after }: Both<PathwayStage>): boolean {
  return [before, after].every(({ stage }) => stage === undefined || isCurrent(stage));
}

/** The stages that people come to; nothing where a name leads nowhere, or where there is no way in at all. */
function reachedIn({ project, pathway }: Version): ReadonlySet<string> | undefined {
  const index = indexOf(project, pathway);
  if (index.brokenEnd) return undefined;
  const reached = reachedFromEntries(pathway, index);
  if (reached.size === 0) return undefined;
  const isolated = new Set(index.stages.filter((stage) => isIsolated(index, stage)).map(({ name }) => name));
  return new Set([...reached].filter((name) => !isolated.has(name)));
}

function toDraft({ before, after }: Both<Version>, group: readonly Both<PathwayStage>[], reached: boolean): Draft {
  const labels = group.map((pair) => stageLabel(pair.after));
  const one = group.length === 1;
  const whom = one ? labels[0]! : `${counted(group.length, 'stage')} of ${labelOf(after.pathway)} (${listed(labels)})`;
  return {
    kind: reached ? 'reachable' : 'unreachable',
    tone: reached ? 'better' : 'worse',
    sentence: reached
      ? `People can come to ${whom} now, which nobody could before.`
      : `Nobody can come to ${whom} any more: no way in leads there.`,
    brief: one
      ? `${labels[0]} can${reached ? '' : 'not'} be reached ${reached ? 'now' : 'any more'}`
      : `${counted(group.length, 'stage')} can${reached ? '' : 'not'} be reached ${reached ? 'now' : 'any more'}`,
    pathway: after.pathway.name,
    ...(one
      ? { about: { kind: group[0]!.after.used ? 'used-stage' : 'stage', name: group[0]!.after.name } as const }
      : {}),
    before: placeOfStage(before.pathway, group[0]!.before),
    after: placeOfStage(after.pathway, group[0]!.after),
  };
}
