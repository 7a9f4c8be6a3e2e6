import type { Pathway } from '../../model/elements.ts';
import { groupBy } from '../../model/group.ts';
import { labelOf } from '../../model/project.ts';
import { type AnyElement, elementsIn, ownDeclarations } from '../../model/walk.ts';
import { type Finding, severities } from '../../rules/finding.ts';
import { type MergedFinding, mergeFindings } from '../../rules/merge.ts';
import { allRules } from '../../rules/registry.ts';
import { type Fate, type Found, fatesOf } from './fates.ts';
import { acceptedInWords, countsInWords, severityInWords, wrongInWords } from './finding-words.ts';
import type { Draft, Sides } from './sides.ts';
import { listed, someOf } from './words.ts';

/** In the order in which a person should read them: what is worse first. */
const fates: readonly Fate[] = ['opened', 'reopened', 'hidden', 'accepted', 'shown', 'closed'];

/**
 * Findings that came and went, a sentence for each that there is something to do about; many of one kind, and all that
 * came or went with one element or pathway, are one sentence.
 */
export function findingConsequences(sides: Sides): readonly Draft[] {
  if (!sides.checked) return [];
  const sorted = fatesOf(sides);
  const pathways = unclearIn(sides, sorted.opened);
  const unclear = sorted.closed.filter((found) => found.with === undefined && pathways.has(found.pathway));
  const silent = new Set(unclear);
  const closed = sorted.closed.filter((found) => !silent.has(found));
  const unclearGroups = [...groupBy(unclear, ({ pathway }) => pathway)].map(
    ([pathway, found]): Group => ({ ...(pathway && { pathway }), findings: merged(found), unclear: true }),
  );
  return [
    ...fates.flatMap((fate) =>
      groupsOf(fate === 'closed' ? closed : sorted[fate], fate).map((group) => toDraft(sides, fate, group)),
    ),
    ...unclearGroups.map((group) => toDraft(sides, 'closed', group)),
  ];
}

/**
 * The pathways in which something new cannot be read or is not known. Where rules stay silent for that, nothing has been
 * put right.
 */
function unclearIn({ pathways }: Sides, opened: readonly Found[]): ReadonlySet<string | undefined> {
  const faults = opened.filter(({ finding: { rule } }) => rule === 'unknown-name' || rule === 'syntax-error');
  const files = new Set(faults.filter((found) => found.pathway === undefined).map(({ finding }) => finding.place.file));
  const within = pathways.filter(({ after }) => after !== undefined && files.has(after.pathway.place.file));
  return new Set([...faults.flatMap(({ pathway }) => pathway ?? []), ...within.map(({ key }) => key)]);
}

/** Findings that one sentence speaks of. */
interface Group {
  readonly findings: readonly MergedFinding[];
  /** The pathway that all are of, by its name on the side after. */
  readonly pathway?: string;
  readonly element?: string;
  readonly with?: 'pathway' | 'element';
  /** Why they are shown or hidden. */
  readonly by?: 'rule' | 'strictness';
  /** Nobody can tell whether they were put right. */
  readonly unclear?: true;
}

/** From so many findings of one sort on, one sentence counts them. */
const MANY = 4;

function groupsOf(all: readonly Found[], fate: Fate): readonly Group[] {
  // A line of the project shows or hides all that a rule finds, wherever it is.
  if (fate === 'shown' || fate === 'hidden') {
    const byRule = groupBy(all, ({ finding, by }) => (by === 'strictness' ? '' : finding.rule));
    return [...byRule.values()].map((found) => ({ findings: merged(found), by: found[0]!.by ?? 'rule' }));
  }
  const owners = groupBy(all, (found) => {
    if (found.with === 'pathway') return `pathway ${found.pathway}`;
    return found.with === 'element' ? `element ${found.pathway} ${found.element}` : `in ${found.pathway}`;
  });
  return [...owners.values()].flatMap((found) => ownedGroups(found));
}

function ownedGroups(found: readonly Found[]): readonly Group[] {
  const { pathway, element, with: owner } = found[0]!;
  const common = pathway === undefined ? {} : { pathway };
  if (owner === 'pathway') return [{ ...common, findings: merged(found), with: owner }];
  if (owner === 'element') return [{ ...common, ...(element && { element }), findings: merged(found), with: owner }];
  const elements = new Map(found.map(({ finding, element: name }) => [finding, name]));
  const sorts = groupBy(merged(found), ({ parts }) =>
    parts
      .map(({ rule }) => rule)
      .toSorted()
      .join(' '),
  );
  return [...sorts.values()].flatMap((findings): readonly Group[] => {
    const alike = new Set(findings.map(({ message }) => message)).size === 1;
    if (findings.length >= MANY || alike) {
      const name = alike ? elements.get(findings[0]!.parts[0]!) : undefined;
      return [{ ...common, ...(name === undefined ? {} : { element: name }), findings }];
    }
    return findings.map((one) => {
      const name = elements.get(one.parts[0]!);
      return { ...common, ...(name === undefined ? {} : { element: name }), findings: [one] };
    });
  });
}

const merged = (found: readonly Found[]): readonly MergedFinding[] =>
  mergeFindings(found.map(({ finding }) => finding)).toSorted((a, b) => gravity(a) - gravity(b));

const gravity = ({ severity }: Finding): number => severities.indexOf(severity);

const kinds = {
  opened: 'finding-opened',
  closed: 'finding-closed',
  accepted: 'finding-accepted',
  reopened: 'finding-reopened',
  shown: 'finding-shown',
  hidden: 'finding-hidden',
} as const;

const tones = {
  opened: 'worse',
  closed: 'better',
  accepted: 'open',
  reopened: 'worse',
  shown: 'open',
  hidden: 'worse',
} as const;

function toDraft(sides: Sides, fate: Fate, group: Group): Draft {
  const { findings, pathway, element } = group;
  const first = findings[0]!;
  const side = fate === 'closed' || fate === 'hidden' ? 'before' : 'after';
  const rules = new Set(findings.flatMap(({ parts }) => parts.map(({ rule }) => rule)));
  const about = element === undefined ? undefined : elementCalled(sides, pathway, element);
  return {
    kind: kinds[fate],
    // What went with its element was not put right.
    tone: fate === 'closed' && (group.with !== undefined || group.unclear) ? 'open' : tones[fate],
    sentence: sentenceOf(sides, fate, group, about),
    brief: briefOf(findings),
    ...(pathway === undefined ? {} : { pathway }),
    ...(about === undefined ? {} : { about: { kind: about.kind, name: element! } }),
    ...(findings.length > 1 ? { count: findings.length } : {}),
    [side]: (fate === 'accepted' ? first.acceptance : undefined)?.place ?? first.place,
    ...(rules.size === 1 ? { rule: first.rule } : {}),
    severity: first.severity,
  };
}

/** What is wrong: of several of which each says something else, of what sorts they are. */
function briefOf(findings: readonly MergedFinding[]): string {
  const said = new Set(findings.map(wrongInWords));
  return said.size === 1 ? [...said][0]! : listed(sortsOf(findings).map((sort) => `“${sort}”`));
}

function sentenceOf(sides: Sides, fate: Fate, group: Group, about: AnyElement | undefined): string {
  const { findings, pathway, with: owner } = group;
  const version = sides.pathways.find(({ key }) => key === pathway);
  const where = version && labelOf((version.after ?? version.before)!.pathway);
  const at = where === undefined ? '' : ` in ${where}`;
  const counts = countsInWords(findings);
  const title = titleOf(findings[0]!.rule);
  if (group.by === 'strictness') {
    const sorts = someOf(sortsOf(findings));
    return fate === 'hidden'
      ? `${counts} only asked as open questions now, since the project is checked less strictly: ${sorts}.`
      : `${counts} told of now that were only asked as open questions, since the project is checked more strictly: ${sorts}.`;
  }
  if (group.unclear) return `${counts} no longer told of${at}, where something cannot be understood now${list()}.`;
  if (fate === 'hidden')
    return `${counts} no longer told of, since the project does not look for “${title}” now${list()}.`;
  if (fate === 'shown') return `${counts} told of now, since the project looks for “${title}”${list()}.`;
  const alike = new Set(findings.map(({ message }) => message)).size === 1;
  if (alike) return singleInWords(fate, findings, at, owner !== undefined);
  if (owner !== undefined) {
    const what = owner === 'pathway' ? where : about ? labelOf(about) : `'${group.element}'`;
    const sorts = someOf(sortsOf(findings));
    return fate === 'closed'
      ? `${counts} gone with ${what}, and not put right: ${sorts}.`
      : `${what} is new, and ${counts} found in it: ${sorts}.`;
  }
  return `${counts} ${became[fate]}${at}, “${sortsOf(findings).join('” and “')}”${list()}.`;

  function list(): string {
    const names = findings.flatMap(({ element, parts }) => {
      const found = element === undefined ? undefined : elementCalled(sides, pathway ?? parts[0]?.pathway, element);
      return found ? labelOf(found) : (element ?? []);
    });
    const listed = names.length > 0 ? names : findings.map(wrongInWords);
    return `: ${someOf([...new Set(listed)])}`;
  }
}

const became = {
  opened: 'new',
  closed: 'put right',
  accepted: 'accepted now',
  reopened: 'no longer accepted',
} as const;

/** Of one finding, or of several that say the same. */
function singleInWords(
  fate: keyof typeof became,
  findings: readonly MergedFinding[],
  at: string,
  alone: boolean,
): string {
  const finding = findings[0]!;
  const what = `${severityInWords(finding)}${findings.length === 1 ? '' : `, in ${findings.length} places`}`;
  switch (fate) {
    case 'closed':
      return alone
        ? `Gone${at} with what it was about, and not put right: ${wrongInWords(finding)} (${what}).`
        : `Put right${at}: ${wrongInWords(finding)} (${what}).`;
    case 'accepted':
      return `Accepted now${at}${acceptedInWords(finding)}: ${wrongInWords(finding)}.`;
    case 'reopened':
      return `No longer accepted${at}, ${what} again: ${finding.message}`;
    case 'opened':
      return `New${at}, ${what}: ${finding.message}`;
  }
}

const titles = new Map([
  ...allRules.map(({ name, title }) => [name, title] as const),
  ['unknown-name', 'Unknown name'],
  ['syntax-error', 'Text that cannot be understood'],
  ['rule-failed', 'Rule that failed'],
]);

const titleOf = (rule: string): string => titles.get(rule) ?? rule;

/** `No cost (3)`, the most frequent first; of one sort only its title. */
function sortsOf(findings: readonly MergedFinding[]): readonly string[] {
  const sorts = groupBy(
    findings.flatMap(({ parts }) => parts),
    ({ rule }) => titleOf(rule),
  );
  if (sorts.size === 1) return [...sorts.keys()];
  const counts = [...sorts].toSorted(([, a], [, b]) => b.length - a.length);
  return counts.map(([title, those]) => (those.length === 1 ? title : `${title} (${those.length})`));
}

/** The element of that name, on the side after or else before. */
function elementCalled({ before, after, pathways }: Sides, pathway: string | undefined, name: string) {
  const version = pathways.find(({ key }) => key === pathway);
  const blocks: readonly AnyElement[] =
    pathway === undefined
      ? [after, before].flatMap(({ project }) => ownDeclarations(project).filter(({ kind }) => kind !== 'pathway'))
      : [version?.after?.pathway, version?.before?.pathway].filter((one): one is Pathway => one !== undefined);
  return blocks.flatMap(elementsIn).find((element) => element.name === name);
}
