import { recorded, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { isCurrent } from '../../model/status.ts';
import { openQuestion } from '../open-question.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Silent where no stage has a level that the project knows: such a pathway uses no levels. */
export const missingLevel: PathwayRule = {
  name: 'missing-level',
  title: 'No level',
  family: 'gaps',
  severity: 'info',
  default: 'off',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const usesLevels = indexOf(project, pathway).stages.some(({ stage }) =>
      recorded(stage?.facts.level ?? []).some(({ name }) => project.terms.level.has(name)),
    );
    for (const stage of pathway.stages.filter(isCurrent)) {
      const state = stateOf(stage.facts.level);
      if (state === 'unknown') {
        yield openQuestion(stage, 'level', stage.facts.level, `The level of stage '${stage.name}' is unknown`);
      }
      if (state !== 'missing' || !usesLevels) continue;
      yield {
        at: stage.namePlace,
        message: `'${stage.name}' has no level though other stages do: name one, or write 'level unknown'.`,
        element: stage.name,
        facts: ['level'],
        lacks: { element: `Stage '${stage.name}'`, fact: 'level' },
      };
    }
  },
};
