import type { Declaration, Pathway } from '../model/elements.ts';
import { maskPersonalData } from '../model/personal-data.ts';
import { comparePlaces, type Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import { todayOf } from '../model/status.ts';
import { ownPathways } from '../model/walk.ts';
import { acceptanceOf, declarationAt } from './acceptances.ts';
import { type Finding, severities } from './finding.ts';
import { allRules } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { isOn, severityOf } from './settings.ts';

export interface CheckOptions {
  /** Today, as YYYY-MM-DD, for pathways that give no `as of` of their own. */
  readonly asOf: string;
  /** The rules to run; all of them where none are given. */
  readonly rules?: readonly Rule[];
}

/** What the rules find in the whole project, in the order of the text. */
export function runRules(project: Project, options: CheckOptions): readonly Finding[] {
  const inPathways = ownPathways(project).flatMap((pathway) => checkPathway(project, pathway, options));
  const found = [...inPathways, ...checkProject(project, options)];
  return arrange([...found, ...checkAcceptances(project, found, options)]);
}

/** What the rules find in one pathway. Depends on that pathway and on what it refers to. */
export function checkPathway(project: Project, pathway: Pathway, options: CheckOptions): readonly Finding[] {
  const context = { today: todayOf(pathway, options.asOf) };
  return rulesOn(project, options).flatMap((rule) => {
    if (rule.about !== 'pathway') return [];
    const subject = { project, rule, context, pathway, fallback: pathway.namePlace };
    return collect(subject, () => rule.check(pathway, project, context));
  });
}

/** What the rules find outside of pathways: in the register, in specifications, in the project as a whole. */
export function checkProject(project: Project, options: CheckOptions): readonly Finding[] {
  const context = { today: options.asOf };
  return rulesOn(project, options).flatMap((rule) => {
    const subject = { project, rule, context, fallback: placeOf(project) };
    if (rule.about === 'project') return collect(subject, () => rule.check(project, context));
    if (rule.about === 'acceptances') return [];
    return collect(subject, () => rule.checkRest?.(project, context) ?? []);
  });
}

/** What is found of the acceptances of a project, once everything else in it has been found. */
export function checkAcceptances(
  project: Project,
  found: readonly Finding[],
  options: CheckOptions,
): readonly Finding[] {
  const rules = rulesOn(project, options);
  const context = {
    today: options.asOf,
    used: new Set(found.flatMap(({ acceptance }) => acceptance ?? [])),
    ran: new Set(rules.map(({ name }) => name)),
    known: new Set([...allRules, ...rules].map(({ name }) => name)),
  };
  return rules.flatMap((rule) => {
    if (rule.about !== 'acceptances') return [];
    return collect({ project, rule, context, fallback: placeOf(project) }, () => rule.check(project, context));
  });
}

/** Puts findings in the order of the text. A rule that failed is told of once, however often it failed. */
export function arrange(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.toSorted(
    (a, b) => comparePlaces(a.place, b.place) || gravity(a) - gravity(b) || compareNames(a.rule, b.rule),
  );
  const failed = new Set<string>();
  return sorted.filter((finding) => {
    if (finding.rule !== RULE_FAILED) return true;
    const told = failed.has(finding.element ?? '');
    failed.add(finding.element ?? '');
    return !told;
  });
}

const RULE_FAILED = 'rule-failed';

/** What a rule looks at, and where to speak of it if it fails. */
interface Subject {
  readonly project: Project;
  readonly rule: Rule;
  readonly context: RuleContext;
  readonly pathway?: Pathway;
  readonly fallback: Place;
}

/** The rules that the project wants, of those asked for. */
function rulesOn(project: Project, { rules = allRules }: CheckOptions): readonly Rule[] {
  if (lastOn?.project === project && lastOn.rules === rules) return lastOn.on;
  const on = rules.filter((rule) => isOn(project, rule));
  lastOn = { project, rules, on };
  return on;
}

/** The same is asked for one pathway after the other. */
let lastOn: { readonly project: Project; readonly rules: readonly Rule[]; readonly on: readonly Rule[] } | undefined;

/**
 * Takes what the rule reports until it fails or ends, so that one faulty rule costs nothing but its own findings. Of a
 * block without a name nothing is said, since its syntax error says it all.
 */
function collect(subject: Subject, check: () => Iterable<Report>): readonly Finding[] {
  const found: Finding[] = [];
  try {
    for (const report of check()) if (report.element !== '') found.push(toFinding(subject, report));
  } catch (error) {
    found.push(failure(subject, error));
  }
  return found;
}

function toFinding({ project, rule, context, pathway }: Subject, report: Report): Finding {
  const around: Declaration | undefined = pathway ?? declarationAt(project, report.at);
  const within = around?.kind === 'pathway' ? around : undefined;
  const today = within === undefined ? context.today : todayOf(within, context.today);
  const acceptance = around && acceptanceOf(around, rule.name, report.at, today);
  return {
    rule: rule.name,
    severity: acceptance === undefined ? severityOf(project, rule, report) : 'accepted',
    place: report.at,
    ...(within === undefined ? {} : { pathway: within.name }),
    ...(report.element === undefined ? {} : { element: report.element }),
    facts: report.facts ?? [],
    ...wordsOf(report),
    ...(acceptance === undefined ? {} : { acceptance }),
  };
}

/** What a finding says goes to many places, and a name may hold a number that must not go along. */
function wordsOf({ message, lacks, related }: Report): Pick<Finding, 'message' | 'lacks' | 'related'> {
  return {
    message: maskPersonalData(message),
    ...(lacks === undefined ? {} : { lacks: { ...lacks, element: maskPersonalData(lacks.element) } }),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, message: maskPersonalData(other.message) })) }),
  };
}

/** The element that such a finding is about is the rule. */
function failure({ rule, pathway, fallback }: Subject, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: RULE_FAILED,
    severity: 'error',
    message: `The rule '${rule.name}' failed (${reason}): your text is not to blame. Turn the rule off in the project and report the fault.`,
    place: fallback,
    ...(pathway === undefined ? {} : { pathway: pathway.name }),
    element: rule.name,
    facts: [],
  };
}

function placeOf(project: Project): Place {
  const file = project.files.find((one) => !one.library)?.file ?? '';
  return project.declaration?.namePlace ?? { file, line: 0, character: 0, endLine: 0, endCharacter: 0 };
}

const gravity = (finding: Finding): number => severities.indexOf(finding.severity);

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
