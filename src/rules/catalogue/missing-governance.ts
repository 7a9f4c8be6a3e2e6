import { missingFact } from '../missing-fact.ts';
import type { PathwayRule } from '../rule.ts';

export const missingGovernance: PathwayRule = {
  name: 'missing-governance',
  title: 'No governance',
  family: 'gaps',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  check: (pathway, project) => missingFact(project, pathway, 'governance', message),
};

const message = (stage: string): string =>
  `Nothing oversees '${stage}': no board or agreement is recorded. Name one, or write 'governance unknown'.`;
