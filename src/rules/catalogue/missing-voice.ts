import { indexOf } from '../../model/pathway-index.ts';
import { isClosed, isProposed } from '../../model/status.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** What people say of one stage is said of the pathway too. Silent where nobody uses the pathway yet, or any more. */
export const missingVoice: PathwayRule = {
  name: 'missing-voice',
  title: 'No service-user voice',
  family: 'gaps',
  severity: 'info',
  default: 'off',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const { stages } = indexOf(project, pathway);
    if (stages.length === 0 || isClosed(pathway) || isProposed(pathway)) return;
    if (pathway.facts.voice.length > 0) return;
    if (stages.some(({ stage }) => stage === undefined || stage.facts.voice.length > 0)) return;
    yield {
      at: pathway.namePlace,
      message: `No views of people using '${pathway.name}' are recorded: write 'voice' and what they say, in their words.`,
      element: pathway.name,
      facts: ['voice'],
    };
  },
};
