import type { Strictness } from '../model/elements.ts';
import type { Project } from '../model/project.ts';
import type { RuleSeverity, Severity } from './finding.ts';
import type { Report, Rule } from './rule.ts';

/** Whether the project wants the rule: what it says of the rule itself comes first, then its strictness. */
export function isOn(project: Project, rule: Pick<Rule, 'name' | 'default'>): boolean {
  const set = settingOf(project, rule);
  if (set !== undefined) return set !== 'off';
  return rule.default === 'on' || strictnessOf(project) === 'assure';
}

/** How grave a report of the rule is in this project. */
export function severityOf(project: Project, rule: Rule, report: Report): Severity {
  const strictness = strictnessOf(project);
  const set = settingOf(project, rule);
  const own = report.severity ?? rule.severity;
  if (own === 'question' && strictness !== 'assure') return own;
  if (set !== undefined && set !== 'off') return set;
  return own === 'question' ? 'warning' : adjusted(own, rule, strictness);
}

function adjusted(severity: RuleSeverity, rule: Rule, strictness: Strictness): RuleSeverity {
  if (strictness === 'draft' && rule.family === 'gaps') return 'info';
  return strictness === 'assure' && severity === 'info' ? 'warning' : severity;
}

/** The project's last word on the rule. */
function settingOf(project: Project, rule: Pick<Rule, 'name'>): RuleSeverity | 'off' | undefined {
  return project.declaration?.rules.findLast((setting) => setting.rule === rule.name)?.set;
}

/** How strictly the project is to be checked. */
export function strictnessOf(project: Project): Strictness {
  return project.declaration?.strictness ?? 'review';
}
