import type { RuleSetting, Strictness } from '../model/elements.ts';
import type { Project } from '../model/project.ts';
import type { RuleSeverity, Severity } from './finding.ts';
import type { Report, Rule } from './rule.ts';

/** Whether the project wants the rule: what it says of the rule itself comes first, then its strictness. */
export function isOn(project: Project, rule: Pick<Rule, 'name' | 'default'>): boolean {
  const set = settingOf(project, rule);
  if (set !== undefined) return set !== 'off';
  return isOnByItself(project, rule);
}

/** Whether the rule runs where the project says nothing of it. */
function isOnByItself(project: Project, rule: Pick<Rule, 'default'>): boolean {
  return rule.default === 'on' || strictnessOf(project) === 'assure';
}

/** The lines by which the project turns off rules that would otherwise run. */
export function turnedOff(project: Project, rules: readonly Rule[]): readonly RuleSetting[] {
  const wanted = new Set(rules.filter((rule) => isOnByItself(project, rule)).map(({ name }) => name));
  const last = new Map((project.declaration?.rules ?? []).map((setting) => [setting.rule, setting]));
  return [...last.values()].filter(({ rule, set }) => set === 'off' && wanted.has(rule));
}

/** How serious a report of the rule is in this project. */
export function severityOf(project: Project, rule: Rule, report: Report): Severity {
  const strictness = strictnessOf(project);
  const set = settingOf(project, rule);
  const own = report.severity ?? rule.severity;
  if (own === 'question' && strictness !== 'assure') return own;
  if (set !== undefined && set !== 'off') return set;
  if (strictness === 'draft' && own === 'warning' && isGap(rule, report)) return 'info';
  return own === 'question' || (strictness === 'assure' && own === 'info') ? 'warning' : own;
}

/** Whether something is not written down yet, wherever the rule stands, rather than wrong. */
const isGap = ({ family }: Rule, { lacks }: Report): boolean => family === 'gaps' || lacks !== undefined;

/** The project's last word on the rule. */
function settingOf(project: Project, rule: Pick<Rule, 'name'>): RuleSeverity | 'off' | undefined {
  return project.declaration?.rules.findLast((setting) => setting.rule === rule.name)?.set;
}

/** How strictly the project is to be checked. */
export function strictnessOf(project: Project): Strictness {
  return project.declaration?.strictness ?? 'review';
}
