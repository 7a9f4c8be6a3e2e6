import type { Pathway, Stage } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { isWhole } from '../model/totals.ts';
import { comparePeriods, type Period, periodKey } from '../model/units/period.ts';

/** What stages count in one unit and period. */
export interface ActivityTotal {
  readonly unit: string;
  readonly period?: Period;
  readonly amount: number;
  /** Whether one of the counts is only about right. */
  readonly about: boolean;
  /** How many stages or pathways count it. */
  readonly stages: number;
}

/**
 * Adds up what the stages count, or what pathways count as a whole, unit by unit and period by period, the latest first. Left out are shares, limits
 * such as `fewer than 5`, parts of an area, and a stage that counts the same unit twice for a period, since nobody can
 * know whether those are the same people.
 */
export function activityTotals(stages: readonly (Stage | Pathway)[]): readonly ActivityTotal[] {
  const single = stages.flatMap((stage) => {
    const counts = recorded(stage.facts.activity).filter(
      (one) => isWhole(one) && one.quantity.unit !== undefined && one.quantity.unit !== 'percent',
    );
    const groups = groupBy(counts, ({ quantity, period }) => `${quantity.unit} ${periodKey(period)}`);
    return [...groups.values()].filter(({ length }) => length === 1).map(([one]) => one!);
  });
  const together = groupBy(single, ({ quantity, period }) => `${quantity.unit} ${periodKey(period)}`);
  const totals = [...together.values()].map((those): ActivityTotal => {
    const { quantity, period } = those[0]!;
    return {
      unit: quantity.unit!,
      ...(period === undefined ? {} : { period }),
      amount: sumOf(those.map((one) => one.quantity.amount)),
      about: those.some((one) => one.quantity.precision === 'about'),
      stages: those.length,
    };
  });
  return totals.toSorted(latestFirst);
}

/** Sums of decimals come out as people would write them: 0.1 and 0.2 are 0.3. */
function sumOf(amounts: readonly number[]): number {
  return Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(6));
}

function latestFirst(a: ActivityTotal, b: ActivityTotal): number {
  if (a.period && b.period) return comparePeriods(b.period, a.period);
  return a.period ? -1 : b.period ? 1 : 0;
}
