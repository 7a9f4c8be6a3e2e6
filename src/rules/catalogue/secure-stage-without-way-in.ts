import { indexOf } from '../../model/pathway-index.ts';
import { isCurrent } from '../../model/status.ts';
import { hasSecureSetting } from '../detention.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { comesFromOutside, isIsolated, placeOfStage } from '../ways.ts';

/**
 * Silent about isolated stages, of which unreachable-stage speaks, and where a transition ends at an unknown stage,
 * since any stage may be the one that was meant.
 */
export const secureStageWithoutWayIn: PathwayRule = {
  name: 'secure-stage-without-way-in',
  title: 'Secure stage with no way in',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const index = indexOf(project, pathway);
    if (index.brokenEnd) return;
    for (const stage of index.stages) {
      if (stage.stage === undefined || !isCurrent(stage.stage) || !hasSecureSetting(project, stage.stage)) continue;
      const cameIn = index.incoming.has(stage.name) || comesFromOutside(index, stage);
      if (cameIn || isIsolated(index, stage)) continue;
      yield {
        at: placeOfStage(pathway, stage),
        message: `No route into secure stage '${stage.name}' is described: add a transition to it, or write 'enters' if people come to it from outside.`,
        element: stage.name,
        facts: ['enters'],
      };
    }
  },
};
