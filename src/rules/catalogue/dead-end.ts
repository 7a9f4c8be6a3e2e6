import { indexOf } from '../../model/pathway-index.ts';
import { nobodyReceives } from '../detention.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { isIsolated, leaves, placeOfStage } from '../ways.ts';

/**
 * Silent about isolated stages, of which unreachable-stage speaks, about stages where people are detained, of which
 * release-to-nowhere speaks, and where a transition starts at an unknown stage, since any stage may be the one that was
 * meant.
 */
export const deadEnd: PathwayRule = {
  name: 'dead-end',
  title: 'Dead end',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const index = indexOf(project, pathway);
    if (index.brokenStart) return;
    for (const stage of index.stages) {
      if (leaves(stage) || index.outgoing.has(stage.name) || isIsolated(index, stage)) continue;
      if (nobodyReceives(project, pathway, stage)) continue;
      yield {
        at: placeOfStage(pathway, stage),
        message: `'${stage.name}' is a dead end: say where people go next with a transition, or write 'leaves'.`,
        element: stage.name,
        facts: ['leaves'],
      };
    }
  },
};
