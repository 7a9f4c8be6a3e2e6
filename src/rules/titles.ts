import { allRules } from './registry.ts';

/** What each rule is called, and what is told of beside the rules: by its name, in the order of reading. */
export const ruleTitles: ReadonlyMap<string, string> = new Map([
  ['syntax-error', 'Cannot be read'],
  ['unknown-name', 'Unknown name'],
  ['rule-failed', 'A rule failed'],
  ...allRules.map(({ name, title }) => [name, title] as const),
]);
