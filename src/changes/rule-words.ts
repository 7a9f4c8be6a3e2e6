import type { RuleSetting } from '../model/elements.ts';
import { allRules } from '../rules/registry.ts';
import type { LineDifference } from './lines.ts';

type Set = RuleSetting['set'];

/** How grave a rule is as a project's line sets it, or as it is where no line does. */
export function setBy(rule: string, setting: RuleSetting | undefined): Set {
  if (setting) return setting.set in graveness ? setting.set : 'info';
  const usual = allRules.find(({ name }) => name === rule);
  if (usual === undefined) return 'warning';
  return usual.default === 'on' ? usual.severity : 'off';
}

/** How much a rule counts for. */
export const graveness: Readonly<Record<Set, number>> = { off: 0, info: 1, warning: 2, error: 3 };

/** How grave the rule of such a line was and is; nothing where that is the same. */
export function ruleChange({ fact, part, was, is }: LineDifference) {
  if (fact !== 'rule' || part !== 'value') return undefined;
  const [old, now] = [was?.value as RuleSetting | undefined, is?.value as RuleSetting | undefined];
  const { rule } = (now ?? old)!;
  const [from, to] = [setBy(rule, old), setBy(rule, now)];
  return from === to ? undefined : { rule, from, to, ...(now?.because !== undefined && { because: now.because }) };
}

/** `Project 'County' makes less of the rule 'no-cost' (“No cost”): it was a warning, is now a note.` */
export function ruleSentence(who: string, change: NonNullable<ReturnType<typeof ruleChange>>): string {
  const { rule, from, to, because } = change;
  const title = allRules.find(({ name }) => name === rule)?.title;
  const which = `the rule '${rule}'${title === undefined ? '' : ` (“${title}”)`}`;
  const why = because === undefined ? '' : `, because '${because.replace(/\s+/g, ' ').trim()}'`;
  if (to === 'off') return `${who} now turns off ${which}${why}; it was ${words[from]}.`;
  if (from === 'off') return `${who} now turns on ${which}, as ${words[to]}${why}.`;
  const makes = graveness[to] < graveness[from] ? 'makes less' : 'makes more';
  return `${who} ${makes} of ${which}: it was ${words[from]}, is now ${words[to]}${why}.`;
}

const words: Readonly<Record<Set, string>> = {
  off: 'off',
  info: 'a note',
  warning: 'a warning',
  error: 'an error',
};
