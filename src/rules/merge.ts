import { groupBy } from '../model/group.ts';
import { type Finding, type Lack, severities } from './finding.ts';
import { allRules } from './registry.ts';
import type { Family } from './rule.ts';
import { inWords } from './words.ts';

/** One finding as people see it, and the findings of single rules that it stands for. */
export interface MergedFinding extends Finding {
  readonly parts: readonly Finding[];
}

/**
 * Findings for people: those about what one element lacks become one, which names every missing fact and has the
 * gravest severity. Questions and accepted findings are kept apart from the others.
 */
export function mergeFindings(findings: readonly Finding[]): readonly MergedFinding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  findings.forEach((finding, index) => {
    const key = mergedFamilies.has(families.get(finding.rule) ?? 'names') ? keyOf(finding) : `alone ${index}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  });
  return [...groups.values()].map((group) => merge(group.sort((a, b) => orderOf(a) - orderOf(b))));
}

const mergedFamilies: ReadonlySet<Family> = new Set<Family>(['gaps', 'transitions', 'specification']);

const orders: ReadonlyMap<string, number> = new Map(allRules.map((rule, order) => [rule.name, order]));

/** Facts are named in the order of the catalogue, whatever their severity. */
const orderOf = (finding: Finding): number => orders.get(finding.rule) ?? allRules.length;

const families: ReadonlyMap<string, Family> = new Map(allRules.map((rule) => [rule.name, rule.family]));

/** Findings on one element stand at one place; so do no others. */
function keyOf({ severity, place, element, pathway }: Finding): string {
  const kept = severity === 'question' || severity === 'accepted' ? severity : 'open';
  return [kept, place.file, place.line, place.character, pathway, element].join(' ');
}

function merge(group: readonly [Finding, ...Finding[]]): MergedFinding {
  const [first, ...rest] = group;
  if (rest.length === 0) return { ...first, parts: group };
  const gravest = group.reduce((a, b) => (severities.indexOf(b.severity) < severities.indexOf(a.severity) ? b : a));
  const related = group.flatMap((finding) => finding.related ?? []);
  return {
    ...gravest,
    message: messageOf(group),
    facts: [...new Set(group.flatMap((finding) => finding.facts))],
    ...(related.length === 0 ? {} : { related }),
    parts: group,
  };
}

/** What is missing, in one sentence for each thing to do about it, then whatever else there is to say. */
function messageOf(group: readonly Finding[]): string {
  const lacking = groupBy(
    group.filter(({ lacks }) => lacks !== undefined),
    ({ lacks }) => lacks?.advice ?? NAME_THEM,
  );
  const others = group.filter(({ lacks }) => lacks === undefined).map(({ message }) => message);
  return [...[...lacking].map(([advice, findings]) => sentenceOf(findings, advice)), ...others].join(' ');
}

const NAME_THEM = "name them, or write 'unknown'";

function sentenceOf(findings: readonly Finding[], advice: string): string {
  if (findings.length === 1) return findings[0]!.message;
  const lacks = findings.flatMap((finding) => finding.lacks ?? []);
  const facts = [...new Set(lacks.map(({ fact }) => fact))];
  return `${lacks[0]!.element} has no ${inWords(facts, 'or')} recorded${requirersOf(lacks, facts)}: ${advice}.`;
}

/** `, as 'wm-hj' requires`; where it does not require all of it, ` ('wm-hj' requires activity and cost)`. */
function requirersOf(lacks: readonly Lack[], facts: readonly string[]): string {
  const required = lacks.filter(({ requiredBy }) => requiredBy !== undefined);
  const specification = required[0]?.requiredBy;
  if (specification === undefined) return '';
  const named = [...new Set(required.map(({ fact }) => fact))];
  return named.length === facts.length
    ? `, as '${specification}' requires`
    : ` ('${specification}' requires ${inWords(named)})`;
}
