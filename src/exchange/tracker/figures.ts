import { formatMoney, readMoney } from '../../model/units/money.ts';
import { formatNumber, readNumber } from '../../model/units/quantity.ts';
import type { GridCell } from './grid.ts';
import { type Heading, periodIn } from './headings.ts';

/** A fact's words as read from a cell; `freely` where the cell may mean something else, so that it is cited. */
export interface Figure {
  readonly words: string;
  readonly freely?: true;
}

const ABOUT =
  /^(?:about|approx(?:imately)?\.?|around|roughly|circa|ca?\.|c(?=\s?[£\d])|~|est(?:imated?)?\.?(?:\s+at)?)\s*/i;
const ESTIMATE = /\s*\(?\b(?:est(?:\.|imated?)?|approx(?:\.|imately)?)\)?\.?$/i;
const PER =
  /\s*(?:\/|per|an?\b|each)\s*(year|annum|month|week|day|quarter)\b|\s*\bp\.?\s?a\.?(?![a-z])|\s+(annually|monthly|weekly)\b/i;

/** A remark that leaves the amount as it stands: the cell is cited with it. */
const VAT = /\s*\(?(?:incl?|including|inclusive of|excl?|excluding|exclusive of|plus|\+)\.?\s*VAT\)?$/i;

const NATURE = /\s+\(?(budget|actual|grant|pooled)\)?$/i;

/**
 * The words of a `cost` line. Nothing where the amount isn't certain: a range, one without its unit, a text. Amounts
 * without a sign are in the project's currency, as the heading or the number's own format tells of another one.
 */
export function readCost(cell: GridCell, heading: Heading): Figure | undefined {
  const parts = withoutPeriod(cell, heading);
  const plain = parts.text.replace(VAT, '');
  const own = NATURE.exec(plain)?.[1]?.toLowerCase();
  const stem = stemOf(plain.replace(NATURE, ''));
  const perYear = stem.per === undefined || /year|annum|p\.?\s?a|annually/i.test(stem.per);
  if (!perYear) return undefined;
  const amount = amountIn(stem.text, cell, heading);
  if (amount === undefined) return undefined;
  const nature = stem.about ? 'estimate' : (own ?? heading.nature);
  const words = [amount, nature, parts.period && `for ${parts.period}`].filter(
    (word) => word !== undefined && word !== '',
  );
  const isFree = stem.about || plain !== parts.text || /\.\d{3,}/.test(stem.text);
  return { words: words.join(' '), ...(isFree && { freely: true }) };
}

function amountIn(text: string, cell: GridCell, heading: Heading): string | undefined {
  const match = /^([£€$])?\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|million|thousand)?$/i.exec(text);
  if (!match) return undefined;
  const [, sign, digits = '', suffix] = match;
  // `£45` below `£000s` may be either.
  if (heading.times !== undefined && sign !== undefined && suffix === undefined) return undefined;
  const scale = suffix === undefined ? '' : suffix.toLowerCase().replace('million', 'm').replace('thousand', 'k');
  const currency = sign ?? cell.sign ?? /[£€$]/.exec(heading.text)?.[0] ?? '£';
  const read = readMoney(`${currency}${cell.is === 'number' ? toPence(digits) : digits}${scale}`);
  if ('problem' in read) return undefined;
  const times = suffix === undefined ? (heading.times ?? 1) : 1;
  return formatMoney({ ...read.value, pence: read.value.pence * times });
}

/** What a formula works out has more decimals than money has. */
function toPence(digits: string): string {
  return /\.\d{3,}$/.test(digits) ? Number(digits).toFixed(2) : digits;
}

/** The words of an `activity`, `capacity` or `wait` line. Nothing where the number isn't certain. */
export function readQuantity(
  cell: GridCell,
  heading: Heading,
  fact: 'activity' | 'capacity' | 'wait',
): Figure | undefined {
  const parts = withoutPeriod(cell, heading);
  const stem = stemOf(parts.text);
  const match =
    /^(<|fewer than|less than|under|up to|max(?:imum)?\.?(?: of)?|≤)?\s*(\d[\d,]*(?:\.\d+)?%?)\s*(\p{L}[\p{L} -]*)?$/iu.exec(
      stem.text,
    );
  if (!match) return undefined;
  const [, bound, digits = '', unitWords] = match;
  const read = readNumber(digits);
  if ('problem' in read) return undefined;
  const precision = stem.about
    ? 'about'
    : bound === undefined
      ? ''
      : /^(?:up|max|≤)/i.test(bound)
        ? 'up to'
        : 'fewer than';
  const unit = unitOf(unitWords?.trim() || heading.unit);
  if (fact === 'wait' && unit.name === undefined) return undefined;
  const per = spanOf(stem.per) ?? (fact === 'activity' ? heading.per : undefined);
  const measuring =
    fact === 'activity' ? (unit.measuring ?? (unitWords === undefined ? titleOf(heading) : undefined)) : undefined;
  if (fact !== 'activity' && unit.measuring !== undefined) return undefined;
  const words = [
    precision,
    `${formatNumber(read.value)}${digits.endsWith('%') ? '%' : ''}`,
    unit.name,
    per && `per ${per}`,
    measuring && `measuring ${JSON.stringify(measuring)}`,
    fact !== 'wait' && parts.period && `for ${parts.period}`,
  ];
  return { words: words.filter((word) => word).join(' '), ...(stem.about && { freely: true }) };
}

/** `Activity` says nothing of what is counted; `Young people seen` does. */
function titleOf({ text, unit }: Heading): string | undefined {
  const title = text.replace(/\([^)]*\)|\b(?:20\d\d|\d\d)\s?[/–-]\s?(?:20\d\d|\d\d)\b|["\\]/g, '').trim();
  if (/^(?:annual )?(?:activity|volume|capacity|numbers?)(?: level| per year)?$/i.test(title)) return undefined;
  return unit === undefined || title.split(' ').length > 3 ? title : undefined;
}

function unitOf(words: string | undefined): { readonly name?: string; readonly measuring?: string } {
  if (words === undefined) return {};
  const one = words
    .toLowerCase()
    .replace(/^wks?$/, 'weeks')
    .replace(/^(?:yp|cyp|pts)$/, 'people');
  if (/^\p{L}+$/u.test(one)) return { name: one };
  return { measuring: words };
}

function spanOf(per: string | undefined): string | undefined {
  if (per === undefined) return undefined;
  const span = /year|annum|month|week|day|quarter|annually/i.exec(per)?.[0].toLowerCase();
  return span === undefined || span === 'annum' || span === 'annually' ? 'year' : span;
}

interface Stem {
  readonly text: string;
  readonly about: boolean;
  readonly per?: string;
}

/** The number and its unit, without `about` and `per year`. */
function stemOf(whole: string): Stem {
  const per = PER.exec(whole)?.[0];
  const text = whole.replace(PER, '').trim();
  const about = ABOUT.test(text) || ESTIMATE.test(text);
  return {
    text: text.replace(ABOUT, '').replace(ESTIMATE, '').trim(),
    about,
    ...(per !== undefined && { per }),
  };
}

/** The cell without the period that it names; where it names none, the heading's. */
function withoutPeriod(cell: GridCell, heading: Heading) {
  const text = cell.text.replace(/\s+/g, ' ');
  const own =
    cell.is === 'text'
      ? /\(?(?:\b(?:in|for)\s+)?\b(?:FY\s?)?(?:20\d\d|\d\d)\s?[/–-]\s?(?:20\d\d|\d\d)\)?$/i.exec(text)
      : null;
  const period = own ? periodIn(own[0]) : undefined;
  if (!own || period === undefined || own.index === 0) return { text, period: heading.period };
  return { text: text.slice(0, own.index).replace(/[\s,(]+$/, ''), period };
}

/** The words of an `ages` line. Nothing where the cell says more, or less, than from when to when. */
export function readAges(text: string): Figure | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\b(?:years?|yrs?|y\/?o)\b(?: olds?| of age)?\.?|^ages?d? |^from /g, '')
    .trim();
  const range = /^(\d{1,2})\s?(?:-|–|—|to|until)\s?(\d{1,2})$/.exec(plain);
  if (range && Number(range[1]) <= Number(range[2])) return freely(text, `${Number(range[1])} to ${Number(range[2])}`);
  const upTo = /^up to (\d{1,2})$/.exec(plain);
  if (upTo) return freely(text, `0 to ${upTo[1]}`);
  const over = /^(\d{1,2})\s?(?:\+|and over|and above|or over|plus)$|^over (\d{1,2})s?$/.exec(plain);
  if (over) return freely(text, `${over[1] ?? over[2]} and over`);
  const under = /^(?:under|below|<) ?(\d{1,2})s?$/.exec(plain);
  if (under) return freely(text, `under ${under[1]}`);
  return plain === 'all' || plain === 'all ages' ? freely(text, '0 and over') : undefined;
}

/** `10-17` is only another way to write it; `over 18s` may be meant in another way. */
function freely(text: string, words: string): Figure {
  return /^(?:over|up to|all)/i.test(text.trim()) ? { words, freely: true } : { words };
}

/** A date or period as pathway files write it: also `31/03/2026`, `March 2026` and `Mar-26`. */
export function readDue(cell: GridCell): string | undefined {
  const text = cell.text.trim();
  if (/^20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(text)) return text;
  const day = /^(\d{1,2})[/.](\d{1,2})[/.](20\d\d|\d\d)$/.exec(text);
  if (day) return dateOf(day[3]!, Number(day[2]), Number(day[1]));
  const month = /^(?:end (?:of )?)?([a-z]{3})[a-z]*[\s-]+(20\d\d|\d\d)$/i.exec(text);
  const number = month ? months.indexOf(month[1]!.toLowerCase()) + 1 : 0;
  if (month && number > 0) return dateOf(month[2]!, number);
  return periodIn(text) !== undefined && /^(?:FY)?[\d/–-]+$/i.test(text) ? periodIn(text) : undefined;
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
