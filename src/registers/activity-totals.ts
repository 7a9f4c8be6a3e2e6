import type { Stage } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { isWhole } from '../model/totals.ts';
import { comparePeriods, type Period } from '../model/units/period.ts';

/** What stages count in one unit and period. */
export interface ActivityTotal {
  readonly unit: string;
  readonly period?: Period;
  readonly amount: number;
  /** Whether one of the counts is only about right. */
  readonly about: boolean;
  /** How many stages count it. */
  readonly stages: number;
}

/**
 * Adds up what the stages count, unit by unit and period by period, the latest first. Left out are shares, limits
 * such as `fewer than 5`, parts of an area, and a stage that counts the same unit twice for a period, since nobody can
 * know whether those are the same people.
 */
export function activityTotals(stages: readonly Stage[]): readonly ActivityTotal[] {
  const single = stages.flatMap((stage) => {
    const counts = recorded(stage.facts.activity).filter(
      (one) => isWhole(one) && one.quantity.unit !== undefined && one.quantity.unit !== 'percent',
    );
    const groups = groupBy(counts, ({ quantity, period }) => `${quantity.unit} ${period?.text}`);
    return [...groups.values()].filter(({ length }) => length === 1).map(([one]) => one!);
  });
  const together = groupBy(single, ({ quantity, period }) => `${quantity.unit} ${period?.text}`);
  const totals = [...together.values()].map((those): ActivityTotal => {
    const { quantity, period } = those[0]!;
    return {
      unit: quantity.unit!,
      ...(period === undefined ? {} : { period }),
      amount: those.reduce((sum, one) => sum + one.quantity.amount, 0),
      about: those.some((one) => one.quantity.precision === 'about'),
      stages: those.length,
    };
  });
  return totals.toSorted(latestFirst);
}

function latestFirst(a: ActivityTotal, b: ActivityTotal): number {
  if (a.period && b.period) return comparePeriods(b.period, a.period);
  return a.period ? -1 : b.period ? 1 : 0;
}
