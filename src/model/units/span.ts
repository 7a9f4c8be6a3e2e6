import { nearest } from '../nearest.ts';

/** How many days each span of time has. */
const days: ReadonlyMap<string, number> = new Map([
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 30.4],
  ['year', 365],
]);

/** The length of a span such as `week` or `weeks`, in days; nothing where the word is no span of time. */
export function daysOfSpan(unit: string): number | undefined {
  return days.get(unit.toLowerCase().replace(/s$/, ''));
}

/** Whether a word is a span of time; also one of a kind of its own, such as `working-days`, which has no length for all. */
export function isSpan(unit: string): boolean {
  return daysOfSpan(unit.slice(unit.lastIndexOf('-') + 1)) !== undefined;
}

/** What is wrong with the unit of a figure that has to be a time, in plain words; nothing where it is one. */
export function spanProblem(amount: string, unit: string | undefined): string | undefined {
  const choices = 'minutes, hours, days, working-days, weeks, months or years';
  if (unit === undefined) return `'${amount}' does not say how long: write ${choices} behind it, as in '6 weeks'.`;
  if (isSpan(unit)) return undefined;
  const meant = abbreviated(unit) ?? nearest(unit, [...days.keys()].map(plural), 1)[0];
  const hint = meant === undefined ? '' : ` Did you mean '${amount === '1' ? meant.replace(/s$/, '') : meant}'?`;
  return `'${unit}' is no span of time: write ${choices}.${hint}`;
}

/** What `wks` stands for: `weeks`. */
export function abbreviated(unit: string): string | undefined {
  const stem = unit.toLowerCase().replace(/s$/, '');
  const short = {
    min: 'minute',
    h: 'hour',
    hr: 'hour',
    d: 'day',
    w: 'week',
    wk: 'week',
    mth: 'month',
    mo: 'month',
    y: 'year',
    yr: 'year',
  };
  const found = Object.entries(short).find(([each]) => each === stem)?.[1];
  return found && plural(found);
}

const plural = (unit: string): string => `${unit}s`;
