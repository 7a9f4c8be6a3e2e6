import type { Pathway } from '../../model/elements.ts';
import { indexOf, isElsewhere, type PathwayIndex } from '../../model/pathway-index.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { isEntry, isIsolated } from '../ways.ts';

/**
 * Silent where there is no entry at all, since no-way-in-or-out says so once for all stages, and where a transition
 * ends at an unknown stage, since any stage may be the one that was meant.
 */
export const unreachableStage: PathwayRule = {
  name: 'unreachable-stage',
  title: 'Unreachable stage',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const index = indexOf(project, pathway);
    if (index.brokenEnd) return;
    const reached = reachedFromEntries(pathway, index);
    if (reached.size === 0) return;
    for (const stage of index.stages) {
      const isolated = isIsolated(index, stage);
      if (reached.has(stage.name) && !isolated) continue;
      const why = isolated
        ? "no transition leads to it and it has no 'enters'"
        : 'no stage where people come in leads to it';
      yield {
        at: (stage.used ?? stage.stage ?? pathway).namePlace,
        message: `Nobody can reach '${stage.name}': ${why}. Add a transition to it, or 'enters' if people come to it from outside.`,
        element: stage.name,
        facts: ['enters'],
      };
    }
  },
};

/** What a transition from an unknown stage leads to counts as reached: people may come to the stage that was meant. */
function reachedFromEntries(pathway: Pathway, index: PathwayIndex): ReadonlySet<string> {
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
