import type { Pathway, Transition } from '../model/elements.ts';
import type { PathwayStage } from '../model/graph.ts';
import { loopsOf } from '../model/loops.ts';
import { indexOf, isElsewhere, type PathwayIndex } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { hasNoWayOut, leaves, reachedFromEntries } from './ways.ts';

/**
 * The loops of stages that people can come to and never leave, each in the order in which people come to its stages.
 * None where the pathway has no exit at all, since no-way-in-or-out says so once; where a transition starts at an
 * unknown stage, since any stage may be the one that was meant; and none that nobody can reach, since
 * unreachable-stage speaks of its stages.
 */
export function endlessLoops(project: Project, pathway: Pathway): readonly (readonly PathwayStage[])[] {
  const index = indexOf(project, pathway);
  if (index.brokenStart || hasNoWayOut(pathway, index)) return [];
  const next = new Map(index.stages.map(({ name }) => [name, targetsOf(pathway, index, name)]));
  const reached = reachedFromEntries(pathway, index);
  return loopsOf(next.keys(), (name) => next.get(name) ?? []).flatMap((names) => {
    const loop = names.flatMap((name) => index.byName.get(name) ?? []);
    const within = new Set(names);
    const isClosed = loop.every(
      (stage) =>
        !leaves(stage) && (index.outgoing.get(stage.name) ?? []).every(({ to }) => leadsInto(pathway, to, within)),
    );
    return isClosed && (reached.size === 0 || reached.has(names[0]!)) ? [loop] : [];
  });
}

function targetsOf(pathway: Pathway, index: PathwayIndex, name: string): readonly string[] {
  return (index.outgoing.get(name) ?? []).flatMap(({ to }) => {
    const target = isElsewhere(pathway, to) ? undefined : to.stage?.name;
    return target !== undefined && index.byName.has(target) ? [target] : [];
  });
}

function leadsInto(pathway: Pathway, to: Transition['to'], stages: ReadonlySet<string>): boolean {
  return !isElsewhere(pathway, to) && stages.has(to.stage?.name ?? '');
}
