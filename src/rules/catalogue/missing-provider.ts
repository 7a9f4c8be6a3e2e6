import { missingFact } from '../missing-fact.ts';
import type { PathwayRule } from '../rule.ts';

export const missingProvider: PathwayRule = {
  name: 'missing-provider',
  title: 'No provider',
  family: 'gaps',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  check: (pathway, project) => missingFact(project, pathway, 'provider', message),
};

const message = (stage: string): string =>
  `Stage '${stage}' has no provider recorded: name one, or write 'provider unknown'.`;
