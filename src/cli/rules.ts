import { rulePages } from '../language/rule-pages.ts';
import { groupBy } from '../model/group.ts';
import { allRules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { besideRules, besideRulesPage } from './check/beside-rules.ts';
import { unknownRule } from './check.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { pageOf } from './terminal/page.ts';
import { paintOf } from './terminal/paint.ts';

export interface RulesCommand {
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pathway rules`: lists what the check looks for, or explains one rule. */
export function rules(name: string | undefined, options: RulesCommand, io: Io): ExitCode {
  io.out(name === undefined ? list(options, io) : page(name, options, io));
  return 0;
}

function list({ format }: RulesCommand, io: Io): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, rules: allRules.map(factsOf) }, null, 2)}\n`;
    case 'markdown':
      return `| Rule | Title | Family | Severity |\n|---|---|---|---|\n${allRules
        .map((rule) => `| \`${rule.name}\` | ${rule.title} | ${rule.family} | ${severityOf(rule)} |\n`)
        .join('')}`;
    case 'text':
      return textList(io);
  }
}

function textList(io: Io): string {
  const { strong, faint, warning, error, info } = paintOf(io);
  const tones = { error, warning, info };
  const [names, severities] = [widest((rule) => rule.name), widest(severityOf)];
  const families = [...groupBy(allRules, ({ family }) => family)].map(([family, members]) => {
    const lines = members.map((rule) => {
      const severity = tones[rule.severity](severityOf(rule).padEnd(severities));
      return `  ${rule.name.padEnd(names)}  ${severity}  ${rule.title}\n`;
    });
    return `${strong(headings[family])}\n${lines.join('')}`;
  });
  return `${families.join('\n')}\n${faint("'pathway rules dead-end' explains one. A rule that is off runs with 'strictness assure', or when the project turns it on.")}\n`;
}

const headings: Readonly<Record<Rule['family'], string>> = {
  structure: 'Structure',
  names: 'Names',
  gaps: 'Gaps',
  commissioning: 'Commissioning',
  'ages-and-levels': 'Ages and levels',
  transitions: 'Transitions',
  governance: 'Governance',
  information: 'Information',
  specification: 'Specification',
  'data-quality': 'Data quality',
  findings: 'Findings',
};

const widest = (of: (rule: Rule) => string): number => Math.max(...allRules.map((rule) => of(rule).length));

const severityOf = ({ severity, default: by }: Rule): string => (by === 'off' ? `${severity}, off` : severity);

function page(name: string, { format }: RulesCommand, io: Io): string {
  const rule = allRules.find((one) => one.name === name);
  const other = besideRules.get(name);
  if (rule === undefined && other === undefined) throw new UsageError(unknownRule(name));
  const text = other === undefined ? (rulePages[name] ?? '') : besideRulesPage(name, other);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, ...(rule ? factsOf(rule) : { rule: name, title: other?.title, severity: other?.severity }), page: text }, null, 2)}\n`;
    case 'markdown':
      return text;
    case 'text':
      return pageOf(text, io);
  }
}

function factsOf({ name, title, family, severity, default: by }: Rule): object {
  return { rule: name, title, family, severity, default: by };
}
