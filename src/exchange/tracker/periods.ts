import type { GridCell } from './grid.ts';
import { periodIn } from './headings.ts';

/** The year or month that a whole cell names: `2024/25`, `FY 24-25`, `2025`, `April 2025`. Nothing where it says more. */
export function readPeriodCell({ text, is }: GridCell): string | undefined {
  if (is === 'date') return undefined;
  const plain = text.replace(/\s+/g, ' ').trim();
  const year = /^(?:(?:FY|financial year|year)\s?)?[\d\s/–-]+$/i.test(plain) ? periodIn(plain) : undefined;
  return year ?? yearOfMonths(plain) ?? readMonth(plain);
}

/** `Apr 2024 - Mar 2025` is a financial year. */
function yearOfMonths(text: string): string | undefined {
  const months = /^(?:1 )?apr(?:il)? (20\d\d|\d\d)\s?(?:-|–|to)\s?(?:31 )?mar(?:ch)? (20\d\d|\d\d)$/i.exec(text);
  return months ? periodIn(`${months[1]}/${months[2]}`) : undefined;
}

/** A date or period as pathway files write it: also `31/03/2026`, `March 2026` and `Mar-26`. */
export function readDue(cell: GridCell): string | undefined {
  const text = cell.text.trim();
  if (/^20\d\d-(?:0[1-9]|1[0-2])-\d\d$/.test(text)) return text;
  const day = /^(\d{1,2})[/.](\d{1,2})[/.](20\d\d|\d\d)$/.exec(text);
  if (day) return dateOf(day[3]!, Number(day[2]), Number(day[1]));
  const month = readMonth(text.replace(/^end (?:of )?/i, ''));
  if (month !== undefined) return month;
  return periodIn(text) !== undefined && /^(?:FY)?[\d/–-]+$/i.test(text) ? periodIn(text) : undefined;
}

/** `2026-03`, `March 2026`, `Mar-26`. */
function readMonth(text: string): string | undefined {
  if (/^20\d\d-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  const month = /^([a-z]{3})[a-z]*[\s-]+(20\d\d|\d\d)$/i.exec(text);
  const number = month ? months.indexOf(month[1]!.toLowerCase()) + 1 : 0;
  return month && number > 0 ? dateOf(month[2]!, number) : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(year: string, month: number, day?: number): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const two = (number: number): string => String(number).padStart(2, '0');
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${full}-${two(month)}`;
  const last = new Date(Date.UTC(Number(full), month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${full}-${two(month)}-${two(day)}` : undefined;
}
