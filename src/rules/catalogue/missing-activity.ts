import { missingFact } from '../missing-fact.ts';
import type { PathwayRule } from '../rule.ts';

export const missingActivity: PathwayRule = {
  name: 'missing-activity',
  title: 'No activity',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  check: (pathway, project) => missingFact(project, pathway, 'activity', message),
};

const message = (stage: string): string =>
  `No activity recorded for '${stage}': give a figure, or write 'activity unknown'.`;
