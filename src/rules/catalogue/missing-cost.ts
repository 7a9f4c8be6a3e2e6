import { missingFact } from '../missing-fact.ts';
import type { PathwayRule } from '../rule.ts';

export const missingCost: PathwayRule = {
  name: 'missing-cost',
  title: 'No cost',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  check: (pathway, project) => missingFact(project, pathway, 'cost', message),
};

const message = (stage: string): string => `No cost recorded for '${stage}': give a figure, or write 'cost unknown'.`;
