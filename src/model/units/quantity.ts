import { meant, regroup, separatorsFit } from './money.ts';
import type { Reading } from './period.ts';
import { daysOfSpan } from './span.ts';

/** How exact a number is. */
export type Precision = 'exactly' | 'about' | 'up to' | 'fewer than';

/** A counted amount: `about 1,200 referrals per year`, `40 places`, `up to 30%`, `18 weeks`. */
export interface Quantity {
  readonly precision: Precision;
  readonly amount: number;
  /** `percent`, or the unit as written (`referrals`, `people`, `weeks`); absent when no unit is given. */
  readonly unit?: string;
  /** The span that the amount is counted over, as written after `per`: `year`, `month`. */
  readonly per?: string;
}

/** Reads `1,200`, `4.5` or `40%` as a plain number. */
export function readNumber(text: string): Reading<number> {
  const digits = text.replace(/%$/, '');
  const [whole = '', fraction] = digits.split('.');
  if (!/^\d[\d,]*(\.\d+)?$/.test(digits)) return { problem: `'${text}' is not a number: write 1,200 or 4.5.` };
  if (!separatorsFit(whole)) return { problem: `'${text}' has a comma out of place: write ${meant(whole)}.` };
  return { value: Number(fraction === undefined ? whole.replaceAll(',', '') : digits.replaceAll(',', '')) };
}

/** A number for people: `1,200`, `4.5`. */
export function formatNumber(amount: number): string {
  const [whole = '0', fraction] = String(Math.abs(amount)).split('.');
  return `${amount < 0 ? '-' : ''}${regroup(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A quantity as one would write it: `about 1,200 referrals per year`. */
export function formatQuantity(quantity: Quantity): string {
  const precision = quantity.precision === 'exactly' ? '' : `${quantity.precision} `;
  const unit = quantity.unit === 'percent' ? '%' : quantity.unit === undefined ? '' : ` ${quantity.unit}`;
  return `${precision}${formatNumber(quantity.amount)}${unit}${quantity.per === undefined ? '' : ` per ${quantity.per}`}`;
}

/** How many days a span of time is; nothing where its unit is none of time. */
export function daysOf({ amount, unit = '' }: Quantity): number | undefined {
  const each = daysOfSpan(unit);
  return each === undefined ? undefined : amount * each;
}
