import type { Pathway } from '../model/elements.ts';
import { stateOf } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';
import { openQuestion } from './open-question.ts';
import { isRequired } from './requirements.ts';
import type { Report } from './rule.ts';

/** The facts that a stage should have and that its pathway may give for all of its stages. */
export type SharedFact = 'provider' | 'commissioner' | 'governance' | 'activity' | 'cost';

/**
 * Speaks of each stage that has no line for the fact, where its pathway has none either. An unknown one is a
 * question, asked once where the `unknown` stands: at the stage, or at the pathway for all stages without a line of
 * their own. Stages that the pathway only uses are left to the pathway that describes them, and confirmed absence is
 * left to the rule for confirmed gaps, and a line that a specification requires to the rule for those.
 */
export function* missingFact(
  project: Project,
  pathway: Pathway,
  fact: SharedFact,
  message: (stage: string) => string,
): Iterable<Report> {
  const shared = pathway.facts[fact];
  if (stateOf(shared) === 'unknown') {
    yield openQuestion(pathway, fact, shared, `The ${fact} of pathway '${pathway.name}' is unknown`);
  }
  for (const stage of pathway.stages) {
    if (!isCurrent(stage)) continue;
    const state = stateOf(stage.facts[fact]);
    if (state === 'unknown') {
      yield openQuestion(stage, fact, stage.facts[fact], `The ${fact} of stage '${stage.name}' is unknown`);
    }
    if (state === 'missing' && shared.length === 0 && !isRequired(project, pathway, stage, fact)) {
      yield {
        at: stage.namePlace,
        message: message(stage.name),
        element: stage.name,
        facts: [fact],
        lacks: { element: `Stage '${stage.name}'`, fact },
      };
    }
  }
}
