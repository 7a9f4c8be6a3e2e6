import type { Pathway, Stage } from './elements.ts';
import { type FactLines, recorded, stateOf } from './facts.ts';
import { groupBy } from './group.ts';
import { isCurrent } from './status.ts';
import { type Currency, formatMoney, type Money } from './units/money.ts';
import { comparePeriods, type Period, periodKey, samePeriod } from './units/period.ts';
import type { Activity, Cost } from './values.ts';

/** What the stages of a pathway cost together, in one currency and for one period. */
export interface Total {
  readonly amount: Money;
  readonly period?: Period;
  /** How many stages say what they cost then. */
  readonly stages: number;
}

/**
 * The totals of a pathway's own stages, the latest period first. Shared stages are counted where they are described,
 * what is only planned or closed is left out, and what is not recorded is not £0: each total says how many stages it
 * adds up, of those that may have a cost.
 */
export function totalsOf(pathway: Pathway): { readonly totals: readonly Total[]; readonly of: number } {
  const stages = pathway.stages.filter(isCurrent);
  return { totals: totalsOfStages(stages), of: askedFor(stages, 'cost').length };
}

/** The stages that may have the figure: not those of which somebody says that it does not apply to them. */
export function askedFor(stages: readonly Stage[], fact: 'cost' | 'activity'): readonly Stage[] {
  return stages.filter(({ facts }) => stateOf(facts[fact]) !== 'not-applicable');
}

/** What the stages cost together, a total for each currency and period, the latest first. */
export function totalsOfStages(stages: readonly Stage[]): readonly Total[] {
  return totalled(stages.flatMap(costsOf));
}

/** Adds up those of one currency and period, and how many stages they are of; the latest period comes first. */
export function totalled(all: readonly Total[]): readonly Total[] {
  const sums = new Map<string, Total>();
  for (const total of all) {
    const key = `${total.amount.currency} ${periodKey(total.period)}`;
    const before = sums.get(key);
    const pence = (before?.amount.pence ?? 0) + total.amount.pence;
    const stages = (before?.stages ?? 0) + total.stages;
    sums.set(key, { ...total, amount: { ...total.amount, pence }, stages });
  }
  return [...sums.values()].toSorted(latestFirst);
}

/** `£1.2m for 2014/15 (4 of 7 stages have a cost)`. */
export function totalInWords({ amount, period, stages }: Total, of: number): string {
  const when = period === undefined ? '' : ` for ${period.text}`;
  return `${formatMoney(amount)}${when} (${stages} of ${of} ${haveOf(stages, of, 'stage', ['has a cost', 'have a cost'])})`;
}

/** `stages have a cost` behind `4 of 7`, and `stages has a cost` behind `1 of 7`. */
export function haveOf(part: number, of: number, one: string, have: readonly [one: string, many: string]): string {
  return `${of === 1 ? one : `${one}s`} ${part === 1 || of === 1 ? have[0] : have[1]}`;
}

/** What a stage, or a pathway of itself, costs in each currency and period. */
export function costsOf(stage: { readonly facts: { readonly cost: FactLines<Cost> } }): readonly Total[] {
  const groups = groupBy(recorded(stage.facts.cost), (cost) => `${cost.amount.currency} ${periodKey(cost.period)}`);
  return [...groups.values()].map((costs) => {
    const { period } = costs[0]!;
    const currency: Currency = costs[0]!.amount.currency;
    const pence = wholeOf(costs).reduce((sum, cost) => sum + cost.amount.pence, 0);
    return { amount: { pence, currency }, stages: 1, ...(period === undefined ? {} : { period }) };
  });
}

/**
 * Of several lines for one period those that make up the whole: what was spent, else what was set aside, else what it
 * is thought to cost; budget and outturn of one year are the same money twice. Grants and pooled funds are the whole
 * only where nothing else is said.
 */
export function wholeOf(costs: readonly Cost[]): readonly Cost[] {
  for (const nature of ['actual', 'budget', undefined, 'estimate'] as const) {
    const those = costs.filter((cost) => cost.nature === nature);
    if (those.length > 0) return those;
  }
  return costs;
}

/** `£1,000 per referral`, where a stage has one cost and one count of people or the like for the same period. */
export function costPerCase(stage: Stage, cost: Cost): string | undefined {
  const { period } = cost;
  if (period === undefined || recorded(stage.facts.cost).filter((one) => samePeriod(one.period, period)).length !== 1)
    return undefined;
  const activities = recorded(stage.facts.activity).filter((activity) => samePeriod(activity.period, period));
  const [activity] = activities;
  if (activity === undefined || activities.length !== 1 || !isWhole(activity)) return undefined;
  const { amount, unit = '', precision } = activity.quantity;
  const one = caseOf(unit);
  if (one === undefined || amount <= 0) return undefined;
  const exact = cost.amount.pence / amount;
  const pence = exact >= 1000 ? Math.round(exact / 100) * 100 : Math.round(exact);
  const about = precision === 'about' || pence !== exact ? 'about ' : '';
  return `${about}${formatMoney({ ...cost.amount, pence })} per ${one}`;
}

/** Whether the count is all of the period: not a part of the area, not a limit, not so many a month. */
export function isWhole({ quantity: { precision, per }, from, period }: Activity): boolean {
  const yearly =
    per === undefined || (per === 'year' && (period?.kind === 'year' || period?.kind === 'financial-year'));
  return (precision === 'exactly' || precision === 'about') && from === undefined && yearly;
}

/** What one of a unit is called, for units that count people or what is done for one person. */
function caseOf(unit: string): string | undefined {
  const words = unit.split('-');
  const last = cases.get(words.at(-1)!.toLowerCase());
  return last === undefined ? undefined : [...words.slice(0, -1), last].join(' ');
}

const cases: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['children', 'child'],
  ['families', 'family'],
  ...(
    'patient client case referral admission assessment episode contact appointment attendance call visit entrant pupil ' +
    'student user prisoner offender detainee resident adult screening intervention discharge'
  )
    .split(' ')
    .map((one): [string, string] => [`${one}s`, one]),
]);

function latestFirst(a: Total, b: Total): number {
  if (a.period && b.period) return comparePeriods(b.period, a.period);
  return a.period ? -1 : b.period ? 1 : 0;
}
