import type { Organisation, Pathway } from '../model/elements.ts';
import type { Absent, Evidence, Fact, FactLines, Ref } from '../model/facts.ts';
import { absentFacts, isAsked, recorded, stateOf } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { labelOf, namedInProject, type Project } from '../model/project.ts';
import { todayOf } from '../model/status.ts';
import { haveOf } from '../model/totals.ts';
import { formatMoney, type Money } from '../model/units/money.ts';
import type { Period } from '../model/units/period.ts';
import { formatNumber } from '../model/units/quantity.ts';
import type { Rating } from '../model/values.ts';
import { capital, type Saying, wordsOf } from '../model/wording.ts';
import type { Cell, RowEvidence } from './register.ts';

/** What a name stands for; marked where it stands for nothing. */
export function nameOf(project: Project, ref: Ref): string {
  const named = namedInProject(project, ref.to);
  const element = named?.get(ref.name);
  if (element) return element.kind === 'organisation' ? organisationName(project, element) : labelOf(element);
  return named ? `? ${ref.name}` : ref.name;
}

/** An organisation as readers know it; with its name in the text where another one is called the same. */
export function organisationName(project: Project, organisation: Organisation): string {
  const label = labelOf(organisation);
  return namesakes(project).has(label) ? `${label} (${organisation.name})` : label;
}

const sharedLabels = new WeakMap<Project, ReadonlySet<string>>();

/** What more than one organisation is called. */
function namesakes(project: Project): ReadonlySet<string> {
  const known = sharedLabels.get(project);
  if (known) return known;
  const byLabel = groupBy(project.organisations.values(), labelOf);
  const shared = new Set([...byLabel].filter(([, those]) => those.length > 1).map(([label]) => label));
  sharedLabels.set(project, shared);
  return shared;
}

export function sayingOf(project: Project): Saying {
  return { name: (ref) => nameOf(project, ref), text: (text) => text.replace(/\s+/g, ' ').trim() };
}

/** A text on one line; an empty cell where there is none. */
export function text(words: string | undefined): Cell {
  return { text: (words ?? '').replace(/\s+/g, ' ').trim() };
}

export function list(items: readonly string[]): Cell {
  return { text: items.join('; '), items };
}

export function number(amount: number): Cell {
  return { text: formatNumber(amount), amount };
}

export function money(amount: Money): Cell {
  return { text: formatMoney(amount), amount: amount.pence / 100, currency: amount.currency };
}

/** A period, ordered by its last day; a financial year always written in the short way, so that it is one value. */
export function period(when: Period | undefined): Cell {
  if (when === undefined) return { text: '' };
  const { kind, start, end } = when;
  return { text: kind === 'financial-year' ? `${start.slice(0, 4)}/${end.slice(2, 4)}` : when.text, order: end };
}

/** A day on which something is wanted; marked as late where that is over, and it is not done. */
export function deadline(when: Period, today: string, isDone = false): Cell {
  if (isDone || when.end >= today) return period(when);
  return { ...period(when), text: `${when.text} (late)`, state: 'late' };
}

/**
 * The day by which registers judge what is late in a pathway: that of the report, or the pathway's own `as of` where
 * that is later. What was not late on the day that a map describes is late today.
 */
export function judgedOn(pathway: Pathway | undefined, asOf: string): string {
  const own = pathway === undefined ? asOf : todayOf(pathway, asOf);
  return own > asOf ? own : asOf;
}

/** How registers that tell what is late judge it. */
export function lateness(asOf: string, what: string): string {
  return `Late: wanted before ${asOf}, the day of this report, and ${what}; where a pathway is as of a later day, that day counts.`;
}

const ranks: Readonly<Record<Rating, number>> = { low: 1, medium: 2, high: 3 };

/** `high` counts 3, `medium` 2, `low` 1. */
export function rankOf(rating: Rating | undefined): number | undefined {
  return rating && ranks[rating];
}

export function rating(lines: FactLines<Rating>): Cell {
  const [first] = recorded(lines);
  return first === undefined ? notSaid(lines) : { text: capital(first), order: ranks[first] };
}

/** What is recorded period by period. */
const figures: ReadonlySet<string> = new Set(['activity', 'cost', 'capacity']);

/** A fact as its lines say it: each value, or the absence that they state, or that there is no line. */
export function fact(project: Project, name: string, lines: FactLines<unknown>): Cell {
  if (stateOf(lines) !== 'recorded') return absence(project, lines);
  const say = sayingOf(project);
  const open = figures.has(name) && isAsked(lines) ? [besides(project, lines).text] : [];
  return list([...new Set(recorded(lines).map((value) => wordsOf(say, name, value))), ...open]);
}

/** A fact that nobody misses where no line says anything of it. */
export function optional(project: Project, name: string, lines: FactLines<unknown>): Cell {
  return lines.length === 0 ? { text: '' } : fact(project, name, lines);
}

/** What the lines say of periods for which they record no figure: an open question is never merely not recorded. */
export function besides(project: Project, lines: FactLines<unknown>): Cell {
  return absence(
    project,
    lines.filter(({ state }) => state !== 'recorded'),
  );
}

/** Unknown, none and not applicable with their reasons; else that nothing is recorded. */
export function absence(project: Project, lines: FactLines<unknown>): Cell {
  const state = stateOf(lines);
  if (state === 'missing' || state === 'recorded') return missing;
  if (state === 'unreadable') return { text: 'Cannot be read', state };
  const line = absentFacts(lines).find((one) => one.state === state)!;
  return { text: absenceInWords(project, line), state };
}

/** `Unknown: ask Rivershire ICB by 2026-09. The contract is not split by age`. */
export function absenceInWords(project: Project, absent: Absent): string {
  return `${states[absent.state]}${reasonInWords(project, absent)}`;
}

/** What stands behind the state itself: `: ask Rivershire ICB by 2026-09. The contract is not split by age`. */
export function reasonInWords(project: Project, { ask, by, because }: Omit<Absent, 'state'>): string {
  const until = by === undefined ? '' : ` by ${by.text}`;
  const whom =
    ask === undefined ? (by === undefined ? '' : `: wanted${until}`) : `: ask ${nameOf(project, ask)}${until}`;
  const why = because === undefined ? '' : `${whom === '' ? ': ' : '. '}${because.replace(/\s+/g, ' ').trim()}`;
  return `${whom}${why}`;
}

const states: Readonly<Record<Absent['state'], string>> = {
  unknown: 'Unknown',
  none: 'None',
  'not-applicable': 'Not applicable',
};

/** Nothing is written of it: the mapping is unfinished. It is never 0. */
export const missing: Cell = { text: 'Not recorded', state: 'missing' };

function notSaid(lines: FactLines<unknown>): Cell {
  return stateOf(lines) === 'unknown' ? { text: 'Unknown', state: 'unknown' } : missing;
}

/** What the first of the lines rests on that rests on anything. */
export function evidenceOf(project: Project, lines: readonly Fact<unknown>[]): RowEvidence | undefined {
  const found = lines.find(({ evidence }) => evidence !== undefined)?.evidence;
  return found && toRowEvidence(project, found);
}

/** What a block rests on, by its own `evidence` lines. */
export function evidenceOfBlock(
  project: Project,
  ...blocks: readonly { readonly evidence: readonly Omit<Evidence, 'inherited'>[] }[]
): RowEvidence | undefined {
  const found = blocks.flatMap(({ evidence }) => evidence)[0];
  return found && toRowEvidence(project, found);
}

export function toRowEvidence(project: Project, { source, at, confidence }: Omit<Evidence, 'inherited'>): RowEvidence {
  return {
    ...(source === undefined ? {} : { source: nameOf(project, source) }),
    ...(at === undefined ? {} : { at }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** `Contract returns, p.3, confidence low`; empty where it rests on nothing. */
export function evidenceInWords(evidence: RowEvidence | undefined): string {
  const { source, at, confidence } = evidence ?? {};
  return [source, at, confidence && `confidence ${confidence}`].filter(Boolean).join(', ');
}

/** `4 of 7 stages have a cost`. */
export function countedOf(part: number, of: number, one: string, have: readonly [one: string, many: string]): string {
  return `${part} of ${of} ${haveOf(part, of, one, have)}`;
}
