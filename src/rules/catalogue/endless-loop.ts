import type { PathwayStage } from '../../model/graph.ts';
import { endlessLoops } from '../endless-loops.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { placeOfStage } from '../ways.ts';

/** Speaks once of each loop, where people come into it. */
export const endlessLoop: PathwayRule = {
  name: 'endless-loop',
  title: 'Loop with no way out',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const loop of endlessLoops(project, pathway)) {
      const [first, ...others] = loop;
      yield {
        at: placeOfStage(pathway, first!),
        message: `People can never leave ${inWords(loop)}: add a transition out of it, or write 'leaves' where they leave.`,
        element: first!.name,
        facts: ['leaves'],
        related: others.slice(0, mostStages).map((stage) => ({
          message: `'${stage.name}' belongs to the loop.`,
          place: placeOfStage(pathway, stage),
        })),
      };
    }
  },
};

/** More stages than these say no more of a loop. */
const mostStages = 8;

/** `'a', which leads only back to itself`, `the loop a > b > c`. */
function inWords(loop: readonly PathwayStage[]): string {
  if (loop.length === 1) return `'${loop[0]!.name}', which leads only back to itself`;
  const names = loop.slice(0, mostStages).map(({ name }) => name);
  return `the loop ${[...names, ...(loop.length > mostStages ? ['…'] : [])].join(' > ')}`;
}
