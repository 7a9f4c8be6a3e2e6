import { formatMoney } from '../../model/units/money.ts';
import { formatQuantity } from '../../model/units/quantity.ts';
import type { Activity, Capacity, Cost } from '../../model/values.ts';
import { figureInWords, figuresOf } from '../figures.ts';
import type { PathwayRule, Report } from '../rule.ts';

/**
 * A share of the people who move on, such as `activity 40%` of a transition, is for the time of the figures that it
 * divides, so it needs none of its own. Places are there until they are not, so capacity needs none either.
 */
export const numberWithoutPeriod: PathwayRule = {
  name: 'number-without-period',
  title: 'Number without a period',
  family: 'data-quality',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    for (const figures of figuresOf(pathway)) {
      const { owner, fact, lines } = figures;
      if (fact === 'capacity') continue;
      for (const { value, place } of lines) {
        if (value.period !== undefined || (owner.kind === 'transition' && isShare(value))) continue;
        yield {
          at: place,
          message: `${figureInWords(figures)}, ${amountOf(value)}, does not say what time it is for: add 'for' and the year, as in 'for 2024/25'.`,
          element: owner.name,
          facts: [fact],
        };
      }
    }
  },
};

function isShare(value: Activity | Capacity | Cost): boolean {
  return 'quantity' in value && value.quantity.unit === 'percent';
}

function amountOf(value: Activity | Capacity | Cost): string {
  return 'quantity' in value ? formatQuantity(value.quantity) : formatMoney(value.amount);
}
