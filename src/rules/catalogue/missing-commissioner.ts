import { missingFact } from '../missing-fact.ts';
import type { PathwayRule } from '../rule.ts';

export const missingCommissioner: PathwayRule = {
  name: 'missing-commissioner',
  title: 'No commissioner',
  family: 'gaps',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  check: (pathway, project) => missingFact(project, pathway, 'commissioner', message),
};

const message = (stage: string): string =>
  `Stage '${stage}' has no commissioner recorded: name one, or write 'commissioner unknown'.`;
