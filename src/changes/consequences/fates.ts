import { groupBy } from '../../model/group.ts';
import type { Project } from '../../model/project.ts';
import { elementsIn, ownDeclarations } from '../../model/walk.ts';
import type { Finding } from '../../rules/finding.ts';
import { identityOf, keyOf } from '../../rules/identity.ts';
import { allRules } from '../../rules/registry.ts';
import { isOn, strictnessOf } from '../../rules/settings.ts';
import { type Naming, namingOf } from './naming.ts';
import type { Sides } from './sides.ts';

/**
 * What has become of a finding. What was accepted is not closed, and is opened no more than reopened; what a rule no
 * longer looks for is hidden, not closed.
 */
export type Fate = 'opened' | 'closed' | 'accepted' | 'reopened' | 'shown' | 'hidden';

/** A finding of either side, with the names that it is about on the side after. */
export interface Found {
  readonly finding: Finding;
  readonly key: string;
  readonly pathway?: string;
  readonly element?: string;
  /** Why it is shown or hidden: a rule is turned on or off, or open questions count as findings where all is checked. */
  readonly by?: 'rule' | 'strictness';
  /** What came or went with it, where that is on one side only: the whole pathway, or the element. */
  readonly with?: 'pathway' | 'element';
}

/** Findings that are on one side only, or are accepted on one side only, by what has become of them. */
export type Fates = { readonly [F in Fate]: readonly Found[] };

/** Sorts findings by what has become of them. Open questions are left out. */
export function fatesOf({ before, after, naming }: Sides): Fates {
  const fates: Record<Fate, Found[]> = { opened: [], closed: [], accepted: [], reopened: [], shown: [], hidden: [] };
  const [namesBefore, namesAfter] = [namesIn(before.project, naming), namesIn(after.project, namingOf(new Map()))];
  const was = groupBy(
    before.findings.map((finding) => toFound(finding, asAfter(finding, naming), namesAfter)),
    ({ key }) => key,
  );
  const is = groupBy(
    after.findings.map((finding) => toFound(finding, finding, namesBefore)),
    ({ key }) => key,
  );
  const strict = strictnessOf(before.project) !== strictnessOf(after.project);
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [byState(was.get(key) ?? []), byState(is.get(key) ?? [])];
    const [gone, come] = surplus(a.open, b.open);
    const [excused, newlyExcused] = surplus(a.accepted, b.accepted);
    const accepted = newlyExcused.slice(0, gone.length);
    const reopened = come.slice(0, excused.length);
    fates.accepted.push(...accepted);
    fates.reopened.push(...reopened);
    // Where the project is strict its open questions are findings.
    for (const found of come.slice(reopened.length)) {
      const by = reasonOf(found, strict && a.questions.length > 0, before.project);
      fates[by === undefined ? 'opened' : 'shown'].push(by === undefined ? found : { ...found, by });
    }
    for (const found of gone.slice(accepted.length)) {
      const by = reasonOf(found, strict && b.questions.length > 0, after.project);
      fates[by === undefined ? 'closed' : 'hidden'].push(by === undefined ? found : { ...found, by });
    }
  }
  return withoutSame(fates);
}

/** A finding that speaks of fewer facts of its element than before, or of more, has neither come nor gone. */
function withoutSame({ opened, closed, ...fates }: Fates): Fates {
  const left = new Set(closed);
  const byElement = groupBy(closed, elementKey);
  const fresh = opened.filter((found) => {
    const old = byElement.get(elementKey(found))?.find((one) => left.has(one) && sharesFact(one, found));
    if (old !== undefined) left.delete(old);
    return old === undefined;
  });
  return { ...fates, opened: fresh, closed: closed.filter((found) => left.has(found)) };
}

const elementKey = ({ finding, pathway, element }: Found): string => JSON.stringify([finding.rule, pathway, element]);

function sharesFact(a: Found, b: Found): boolean {
  return a.element !== undefined && a.finding.facts.some((fact) => b.finding.facts.includes(fact));
}

const rules = new Map(allRules.map((rule) => [rule.name, rule]));

/** Why the other side does not tell of it although it may be so there too. */
function reasonOf(found: Found, isQuestion: boolean, other: Project): Found['by'] {
  if (isQuestion) return 'strictness';
  return looksFor(other, found) ? undefined : 'rule';
}

/** Whether the project wants what found it; faults of the text are always found. */
function looksFor(project: Project, { finding }: Found): boolean {
  const rule = rules.get(finding.rule);
  return rule === undefined || isOn(project, rule);
}

interface ByState {
  readonly open: readonly Found[];
  readonly accepted: readonly Found[];
  readonly questions: readonly Found[];
}

function byState(all: readonly Found[]): ByState {
  return {
    open: all.filter(({ finding: { severity } }) => severity !== 'accepted' && severity !== 'question'),
    accepted: all.filter(({ finding: { severity } }) => severity === 'accepted'),
    questions: all.filter(({ finding: { severity } }) => severity === 'question'),
  };
}

/** What the one has more than the other, and the other way round; of several those that say something else. */
function surplus(a: readonly Found[], b: readonly Found[]): readonly [readonly Found[], readonly Found[]] {
  const more = (some: readonly Found[], others: readonly Found[]): readonly Found[] => {
    if (some.length <= others.length) return [];
    const said = new Set(others.map(({ finding }) => finding.message));
    const fresh = (found: Found): number => (said.has(found.finding.message) ? 1 : 0);
    return some.toSorted((x, y) => fresh(x) - fresh(y)).slice(0, some.length - others.length);
  };
  return [more(a, b), more(b, a)];
}

type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** The names of everything in each pathway, and under '' of all else, as they are on the side after. */
function namesIn(project: Project, naming: Naming): Names {
  const names = new Map<string, Set<string>>([['', new Set()]]);
  for (const declaration of ownDeclarations(project)) {
    const block = declaration.kind === 'pathway' ? declaration.name : undefined;
    const key = block === undefined ? '' : naming.pathway(block);
    const found = names.get(key) ?? new Set();
    for (const { name } of elementsIn(declaration)) found.add(elementAfter(block, name, naming));
    names.set(key, found);
  }
  return names;
}

/** A finding of the side before, as it would be by the names of the side after. */
function asAfter(finding: Finding, naming: Naming): Finding {
  const { pathway, element, message } = finding;
  return {
    ...finding,
    message: naming.text(message),
    ...(pathway === undefined ? {} : { pathway: naming.pathway(pathway) }),
    ...(element === undefined ? {} : { element: elementAfter(pathway, element, naming) }),
  };
}

/** The name of a transition without one is made of its ends: `a to b`. */
function elementAfter(pathway: string | undefined, element: string, naming: Naming): string {
  const called = (name: string): string =>
    pathway === undefined ? naming.anything(name) : naming.inside(pathway, name);
  const now = called(element);
  const ends = now === element ? /^(\S+) to (\S+)$/.exec(element) : null;
  return ends === null ? now : `${called(ends[1]!)} to ${called(ends[2]!)}`;
}

function toFound(finding: Finding, named: Finding, others: Names): Found {
  const { pathway, element } = named;
  const key = keyOf(identityOf(named));
  const names = others.get(pathway ?? '');
  const alone = names === undefined ? 'pathway' : element === undefined || names.has(element) ? undefined : 'element';
  return {
    finding,
    key,
    ...(pathway === undefined ? {} : { pathway }),
    ...(element === undefined ? {} : { element }),
    ...(alone === undefined ? {} : { with: alone }),
  };
}
