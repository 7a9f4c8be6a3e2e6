import { indexOf } from '../../model/pathway-index.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { isIsolated, placeOfStage, reachedFromEntries } from '../ways.ts';

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
        at: placeOfStage(pathway, stage),
        message: `Nobody can reach '${stage.name}': ${why}. Add a transition to it, or 'enters' if people come to it from outside.`,
        element: stage.name,
        facts: ['enters'],
      };
    }
  },
};
