import type { Data, Pathway, Span, Stage } from './data.ts';
import { inherited, linesOf, standing, valuesOf } from './data.ts';
import { costsOf, whole } from './money.ts';
import type { Activity, Cell, Cost, Names, Wanted, WantedRow } from './words.ts';
import { activityWords, costWords, dated, fact, inPathway, nameFact, pounds, whereOf } from './words.ts';

/** What each stage costs and does, period by period. */
export function costs(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways) {
    if (linesOf(pathway, 'cost').length + linesOf(pathway, 'activity').length > 0)
      for (const figures of figuresOf(names, pathway))
        rows.push({ ...inPathway(names, pathway), stage: 'Whole pathway', ...figures });
    for (const stage of pathway.stages) {
      const bodies = (fact_: 'provider' | 'commissioner'): Wanted =>
        fact(names, inherited<{ readonly organisation: string }>(pathway, stage, fact_).lines, (one) =>
          names.of('organisation', one.organisation),
        );
      for (const figures of figuresOf(names, stage, pathway))
        rows.push({
          ...whereOf(names, pathway, stage),
          ...figures,
          provider: bodies('provider'),
          commissioner: bodies('commissioner'),
          level: nameFact(names, stage, 'level', 'level'),
        });
    }
  }
  return rows;
}

function figuresOf(names: Names, block: Stage | Pathway, whole_?: Pathway): readonly WantedRow[] {
  const same = (one: Span | undefined, other: Span | undefined): boolean =>
    one?.start === other?.start && one?.end === other?.end;
  const money = valuesOf<Cost>(block, 'cost');
  const activity = valuesOf<Activity>(block, 'activity');
  const done = (period: Span | undefined): Wanted => {
    const those = activity.filter((one) => same(one.period, period));
    return those.length > 0
      ? { text: those.map((one) => activityWords(names, one)).join('; ') }
      : lacking(names, block, 'activity', whole_);
  };
  const rows: WantedRow[] = [];
  for (const { of: currency, amount, period } of costsOf(block)) {
    const lines = money.filter((one) => one.amount.currency === currency && same(one.period, period));
    const funders = [...new Set(lines.flatMap(({ fundedBy }) => fundedBy))];
    rows.push({
      period: dated(period),
      cost: { text: pounds({ amount, currency }), amount, currency },
      nature: [...new Set(whole(lines).map(({ nature }) => nature ?? 'not said'))].join(', '),
      funders: funders.map((one) => names.of('organisation', one)).join('; '),
      activity: done(period),
      'per-case': block.kind === 'stage' ? perCase(money, activity, amount, currency, period, same) : '',
      lines: lines.map((one) => costWords(names, one)).join('; '),
    });
  }
  for (const { period } of activity) {
    // Lines of one period make one row.
    if (rows.some((row) => spanOf(row) === (period?.text ?? ''))) continue;
    rows.push({ period: dated(period), cost: lacking(names, block, 'cost', whole_), activity: done(period) });
  }
  if (rows.length > 0) {
    // A question that no period without a figure tells stands in a row of its own.
    const [cost, counted] = ['cost', 'activity'].map((of) => restOf(names, block, of));
    const periods = (values: readonly { readonly period?: Span }[]) => values.map(({ period }) => period?.text ?? '');
    const beyond = (some: readonly string[], of: readonly string[]): boolean => of.some((one) => !some.includes(one));
    const costOpen = cost?.state === 'unknown' && !beyond(periods(money), periods(activity));
    const countOpen = counted?.state === 'unknown' && !beyond(periods(activity), periods(money));
    if (costOpen || countOpen)
      rows.push({
        period: 'Other periods',
        ...(costOpen && { cost }),
        ...(countOpen && { activity: counted }),
      });
    return rows;
  }
  return [{ cost: lacking(names, block, 'cost', whole_), activity: lacking(names, block, 'activity', whole_) }];
}

function spanOf({ period }: WantedRow): string {
  return typeof period === 'string' ? period : (period?.text ?? '');
}

/** What one of those is called that the projects count. */
const cases: Readonly<Record<string, string>> = { people: 'person', referrals: 'referral' };

/** One cost and one count of people or what is done for one of them, both of the same period, and nothing besides. */
function perCase(
  money: readonly Cost[],
  activity: readonly Activity[],
  amount: number,
  currency: string,
  period: Span | undefined,
  same: (one: Span | undefined, other: Span | undefined) => boolean,
): string {
  const costsThen = money.filter((one) => same(one.period, period));
  const countsThen = activity.filter((one) => same(one.period, period));
  if (period === undefined || costsThen.length !== 1 || countsThen.length !== 1) return '';
  const { quantity, from } = countsThen[0]!;
  const one = cases[quantity.unit ?? ''];
  if (one === undefined || from !== undefined || !['exactly', 'about'].includes(quantity.precision)) return '';
  const each = amount / quantity.amount;
  const rounded = each >= 10 ? Math.round(each) : Math.round(each * 100) / 100;
  const about = rounded !== each || quantity.precision === 'about' ? 'about ' : '';
  return `${about}${pounds({ amount: rounded, currency })} per ${one}`;
}

/** Why there is no figure: the pathway has one for the whole, or what the lines say instead. */
function lacking(names: Names, block: Stage | Pathway, fact_: string, whole_?: Pathway): Wanted {
  const lines = linesOf(block, fact_);
  if (lines.length === 0 && whole_ !== undefined && valuesOf(whole_, fact_).length > 0)
    return { text: 'In the figure for the whole pathway', state: 'not-applicable' };
  return standing(lines) === 'recorded' ? restOf(names, block, fact_) : fact(names, lines, () => '');
}

/** What is said besides the figures, of the periods that have none. */
function restOf(names: Names, block: Stage | Pathway, fact_: string): Cell {
  const others = linesOf(block, fact_).filter(({ state }) => state !== 'recorded');
  return fact(names, others, () => '');
}
