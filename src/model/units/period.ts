/** A span of time, as written: `2014/15` (April to March), `2014`, `2010-01`, `2010-01-15`. */
export interface Period {
  readonly kind: 'financial-year' | 'year' | 'month' | 'day';
  /** First day, as YYYY-MM-DD. */
  readonly start: string;
  /** Last day, as YYYY-MM-DD. */
  readonly end: string;
  /** As written. */
  readonly text: string;
}

/** Either the thing that was read, or what is wrong with the text, in plain words. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** Reads a period. Checks months, days, and that a financial year ends the year after it starts. */
export function readPeriod(text: string): Reading<Period> {
  const year = /^(\d{4})$/.exec(text);
  if (year) return { value: { kind: 'year', start: `${text}-01-01`, end: `${text}-12-31`, text } };
  const financial = /^(\d{4})\/(\d{2}|\d{4})$/.exec(text);
  if (financial) return readFinancialYear(text, Number(financial[1]), financial[2]!);
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (date) return readDate(text, Number(date[1]), Number(date[2]), date[3]);
  return { problem: `'${text}' is not a period: write 2014/15, 2014, 2010-01 or 2010-01-15.` };
}

/** The same for two ways of writing one period: `2014/15` and `2014/2015`. */
export function periodKey(period: Period | undefined): string {
  return period === undefined ? '' : `${period.start} ${period.end}`;
}

/** Whether both are of the same days, or neither says a period. */
export function samePeriod(a: Period | undefined, b: Period | undefined): boolean {
  return periodKey(a) === periodKey(b);
}

/** Orders periods by when they start, then by when they end. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start.localeCompare(b.start) || a.end.localeCompare(b.end);
}

function readFinancialYear(text: string, start: number, second: string): Reading<Period> {
  const next = start + 1;
  const fits = second.length === 4 ? Number(second) === next : Number(second) === next % 100;
  if (!fits) {
    return { problem: `'${text}' is not a financial year: ${start} is followed by ${start}/${pad(next % 100)}.` };
  }
  return { value: { kind: 'financial-year', start: `${start}-04-01`, end: `${next}-03-31`, text } };
}

function readDate(text: string, year: number, month: number, dayText: string | undefined): Reading<Period> {
  if (month < 1 || month > 12) return { problem: monthProblem(text, year, month) };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const stem = `${text.slice(0, 7)}`;
  if (dayText === undefined)
    return { value: { kind: 'month', start: `${stem}-01`, end: `${stem}-${pad(last)}`, text } };
  const day = Number(dayText);
  if (day < 1 || day > last) return { problem: `'${text}' is not a date: ${stem} has ${last} days.` };
  return { value: { kind: 'day', start: text, end: text, text } };
}

function monthProblem(text: string, year: number, month: number): string {
  if (month > year % 100) {
    return `'${text}' is not a month. If you mean the years ${year} to ${Math.floor(year / 100)}${pad(month)}, write '${year} to ${Math.floor(year / 100)}${pad(month)}'; if you mean a financial year, write '${year}/${pad((year + 1) % 100)}'.`;
  }
  return `'${text}' is not a month: months run from 01 to 12.`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
