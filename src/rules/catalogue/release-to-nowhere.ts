import { indexOf } from '../../model/pathway-index.ts';
import { nobodyReceives } from '../detention.ts';
import { endlessLoops } from '../endless-loops.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { placeOfStage } from '../ways.ts';

/**
 * Speaks in place of dead-end where people are detained. Silent about isolated stages, as dead-end is, and about those
 * of a loop that people can never leave, since endless-loop says so once for all of them.
 */
export const releaseToNowhere: PathwayRule = {
  name: 'release-to-nowhere',
  title: 'Nobody receives people leaving detention',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const stages = indexOf(project, pathway).stages.filter((stage) => nobodyReceives(project, pathway, stage));
    if (stages.length === 0) return;
    const looping = new Set(endlessLoops(project, pathway).flatMap((loop) => loop.map(({ name }) => name)));
    for (const stage of stages) {
      if (looping.has(stage.name)) continue;
      yield {
        at: placeOfStage(pathway, stage),
        message: `People leaving '${stage.name}' have no receiving stage: add a transition to where they are not detained, or write 'leaves'.`,
        element: stage.name,
        facts: ['leaves'],
      };
    }
  },
};
