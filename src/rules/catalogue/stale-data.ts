import { type Recorded, stateOf } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import { isClosed } from '../../model/status.ts';
import { comparePeriods, type Period } from '../../model/units/period.ts';
import type { Activity, Capacity, Cost } from '../../model/values.ts';
import { figureInWords, figuresOf, linesOf } from '../figures.ts';
import type { PathwayRule, Report } from '../rule.ts';

type Dated = Recorded<(Activity | Capacity | Cost) & { readonly period: Period }>;

/**
 * Of several figures that count the same, only the newest is judged: the older ones are its history. Silent where the
 * project sets no limit, and where an `unknown` beside the figure says that a newer one is being looked for. What an
 * action cost is history too.
 */
export const staleData: PathwayRule = {
  name: 'stale-data',
  title: 'Out-of-date data',
  family: 'data-quality',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project, { today }): Iterable<Report> {
    const limit = project.declaration?.staleAfterYears;
    if (limit === undefined || isClosed(pathway)) return;
    for (const figures of figuresOf(pathway)) {
      const { owner, fact, lines } = figures;
      if (owner.kind === 'action' || owner.kind === 'milestone') continue;
      if (linesOf(owner, fact).some((line) => stateOf([line]) === 'unknown')) continue;
      for (const series of groupBy(lines.filter(isDated), (line) => seriesOf(line)).values()) {
        const newest = series.toSorted((a, b) => comparePeriods(a.value.period, b.value.period)).at(-1)!;
        const { period } = newest.value;
        if (yearsLater(period.end, limit) >= today) continue;
        yield {
          at: newest.place,
          message: `${figureInWords(figures)} is from ${period.text}, and figures older than ${limit === 1 ? '1 year' : `${limit} years`} count as out of date: record a newer one, or accept this one.`,
          element: owner.name,
          facts: [fact],
        };
      }
    }
  },
};

function isDated(line: Recorded<Activity | Capacity | Cost>): line is Dated {
  return line.value.period !== undefined;
}

/** What a figure counts: figures of one series follow each other in time. */
function seriesOf({ value }: Dated): string {
  if (!('quantity' in value)) return '';
  const { unit, per } = value.quantity;
  const told = 'measuring' in value || 'from' in value ? [value.measuring, value.from?.name] : [];
  return JSON.stringify([unit, per, ...told]);
}

/** The same day so many years later; days are compared as text, so that 29 February needs no care. */
function yearsLater(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
