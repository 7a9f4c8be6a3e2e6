import { formatMoney, readMoney } from '../../model/units/money.ts';
import { formatNumber, readNumber } from '../../model/units/quantity.ts';
import { abbreviated, isSpan } from '../../model/units/span.ts';
import type { GridCell } from './grid.ts';
import { type Heading, periodIn } from './headings.ts';

/** A figure's words as read from a cell; `freely` where the cell may mean something else, so that it is cited. */
export interface Figure {
  readonly words: string;
  readonly freely?: true;
  /** The period that it is said to be for. */
  readonly period?: string;
  /** What it counts besides the number: figures of one fact that count the same add up. */
  readonly counts: string;
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
 * `year` is the period of the row, where neither the cell nor its heading names one.
 */
export function readCost(cell: GridCell, heading: Heading, year?: string): Figure | undefined {
  const parts = withoutPeriod(cell, heading, year);
  const plain = parts.text.replace(VAT, '');
  const own = NATURE.exec(plain)?.[1]?.toLowerCase();
  const stem = stemOf(plain.replace(NATURE, ''));
  const perYear = stem.per === undefined || /year|annum|p\.?\s?a|annually/i.test(stem.per);
  if (!perYear) return undefined;
  const amount = doubtIn({ ...cell, text: stem.text }, heading, true) ? undefined : amountIn(stem.text, cell, heading);
  if (amount === undefined) return undefined;
  const nature = stem.about ? 'estimate' : (own ?? heading.nature);
  const words = [amount, nature, parts.period && `for ${parts.period}`].filter(
    (word) => word !== undefined && word !== '',
  );
  const isFree = stem.about || plain !== parts.text || /\.\d{3,}/.test(stem.text);
  return {
    words: words.join(' '),
    counts: nature === undefined || nature === 'estimate' ? '' : nature,
    ...(isFree && { freely: true }),
    ...(parts.period !== undefined && { period: parts.period }),
  };
}

/**
 * Why a figure is not taken, though it could be read. A point with three digits behind it may part thousands, as it does
 * in other countries; and what is large already may have been written in full below a heading of thousands.
 */
export function doubtIn(
  { text, is }: GridCell,
  { text: title, times = 1 }: Heading,
  isMoney: boolean,
): string | undefined {
  const [, digits = '', behind = ''] = FIRST_FIGURE.exec(text) ?? [];
  if (RATE.test(title)) return 'its heading tells of a rate';
  const isInMillions = times > 1000 || /^(?:m|bn)/i.test(behind);
  if (!isMoney && behind !== '' && !/^[k%]$/i.test(behind)) return 'its number is not in full, such as 1,500,000';
  if (
    MAY_PART_THOUSANDS.test(digits) &&
    behind !== '%' &&
    !(isMoney && (isInMillions || (is === 'number' && times > 1)))
  )
    return 'its point may part thousands: write 1,200 or 1.2, as it is meant';
  const most = times > 1000 ? 1000 : 10_000;
  if (times === 1 || behind !== '' || Number(digits.replaceAll(',', '')) < most) return undefined;
  return `it stands below ${times > 1000 ? 'millions' : 'thousands'}, and may be in full: write its unit, such as ${isMoney ? '£12.5m or £95k' : '95k'}`;
}

const FIRST_FIGURE =
  /(\d(?:[\d.,]*\d)?)(%|k\b|\s?(?:m|mn|bn|millions?|thousands?|billions?|mill?|hundreds?|dozen|k|000s)\b)?/i;

/** `Referrals (per 1,000)`. */
const RATE = /\bper\s+(?:\d|hundred|thousand|million|head\b|capita)/i;

const MAY_PART_THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

function amountIn(text: string, cell: GridCell, heading: Heading): string | undefined {
  const match = /^([£€$])?\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|million|thousand)?$/i.exec(text);
  if (!match) return undefined;
  const [, sign, digits = '', suffix] = match;
  // `£45` below `£000s` may be either.
  if (heading.times !== undefined && sign !== undefined && suffix === undefined) return undefined;
  const scale = suffix === undefined ? '' : suffix.toLowerCase().replace('million', 'm').replace('thousand', 'k');
  const currency = sign ?? cell.sign ?? /[£€$]/.exec(heading.text)?.[0] ?? '£';
  const read = readMoney(`${currency}${digits}${scale}`);
  if ('problem' in read) return undefined;
  if (suffix !== undefined || heading.times === undefined) return formatMoney(read.value);
  // Rounded once, to pence: 12.125 below thousands is £12,125.
  const pence = Math.round(rounded(Number(digits.replaceAll(',', '')) * heading.times * 100));
  return Number.isSafeInteger(pence) ? formatMoney({ ...read.value, pence }) : undefined;
}

/** The words of an `activity`, `capacity` or `wait` line. Nothing where the number isn't certain. */
export function readQuantity(
  cell: GridCell,
  heading: Heading,
  fact: 'activity' | 'capacity' | 'wait',
  year?: string,
): Figure | undefined {
  const parts = withoutPeriod(cell, heading, year);
  const stem = stemOf(parts.text);
  const match =
    /^(<|fewer than|less than|under|up to|max(?:imum)?\.?(?: of)?|≤)?\s*(\d[\d,]*(?:\.\d+)?(?:%|k(?!\p{L}))?)\s*(\p{L}[\p{L} -]*)?$/iu.exec(
      stem.text,
    );
  if (!match || doubtIn({ ...cell, text: stem.text }, heading, false) !== undefined) return undefined;
  const [, bound, digits = '', unitWords] = match;
  const value = countIn(digits, unitWords === undefined, heading);
  if (value === undefined) return undefined;
  const precision = stem.about
    ? 'about'
    : bound === undefined
      ? ''
      : /^(?:up|max|≤)/i.test(bound)
        ? 'up to'
        : 'fewer than';
  const unit =
    fact === 'wait' ? spanUnit(unitWords?.trim(), digits, heading) : unitOf(unitWords?.trim() || heading.unit);
  if (fact === 'wait' && !isSpan(unit.name ?? '')) return undefined;
  const per = spanOf(stem.per) ?? (fact === 'activity' ? heading.per : undefined);
  const measuring =
    fact === 'activity' ? (unit.measuring ?? (unitWords === undefined ? titleOf(heading) : undefined)) : undefined;
  if (fact !== 'activity' && unit.measuring !== undefined) return undefined;
  const amount = `${formatNumber(value)}${digits.endsWith('%') ? '%' : ''}`;
  const counts = [unit.name, per && `per ${per}`, measuring && `measuring ${JSON.stringify(measuring)}`];
  const words = [precision, amount, ...counts, fact !== 'wait' && parts.period && `for ${parts.period}`];
  return {
    words: words.filter((word) => word).join(' '),
    counts: counts.filter((word) => word).join(' '),
    ...(stem.about && { freely: true }),
    ...(parts.period !== undefined && { period: parts.period }),
  };
}

/** The number that is counted: `1.2k` is 1,200, and so is a bare `1.2` below thousands. */
function countIn(digits: string, isBare: boolean, { times = 1 }: Heading): number | undefined {
  const read = readNumber(digits.replace(/k$/i, ''));
  if ('problem' in read) return undefined;
  if (/k$/i.test(digits)) return rounded(read.value * 1000);
  if (times === 1 || digits.endsWith('%')) return read.value;
  // `12 referrals` below thousands may be either.
  return isBare ? rounded(read.value * times) : undefined;
}

const rounded = (value: number): number => Number(value.toPrecision(15));

/** `Activity` says nothing of what is counted; `Young people seen` does. */
function titleOf({ text, unit }: Heading): string | undefined {
  const title = text
    .replace(
      /\([^)]*\)|['’]?\b000s?\b|\b(?:in )?(?:thousand|million)s?\b|\b(?:20\d\d|\d\d)\s?[/–-]\s?(?:20\d\d|\d\d)\b|["\\]/g,
      '',
    )
    .trim();
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

/** `mths` are months, where only a time is meant. */
function spanUnit(words: string | undefined, digits: string, { unit }: Heading): ReturnType<typeof unitOf> {
  const whole = abbreviated(words ?? '');
  if (whole === undefined) return unitOf(words || unit);
  return { name: digits === '1' ? whole.replace(/s$/, '') : whole };
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

/** The cell without the period that it names; where it names none, the heading's, else the row's. */
function withoutPeriod(cell: GridCell, heading: Heading, year: string | undefined) {
  const text = cell.text.replace(/\s+/g, ' ');
  const own =
    cell.is === 'text'
      ? /\(?(?:\b(?:in|for)\s+)?\b(?:FY\s?)?(?:20\d\d|\d\d)\s?[/–-]\s?(?:20\d\d|\d\d)\)?$/i.exec(text)
      : null;
  const period = own ? periodIn(own[0]) : undefined;
  if (!own || period === undefined || own.index === 0) return { text, period: heading.period ?? year };
  return { text: text.slice(0, own.index).replace(/[\s,(]+$/, ''), period };
}

/** The words of an `ages` line. Nothing where the cell says more, or less, than from when to when. */
export function readAges(text: string): Omit<Figure, 'counts'> | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\b(?:years?|yrs?|y\/?o)\b(?: olds?| of age)?\.?|^ages?d? |^from /g, '')
    .trim();
  const range = /^(\d{1,2})\s?(?:-|–|—|to|until)\s?(\d{1,2})$/.exec(plain);
  if (range && Number(range[1]) <= Number(range[2])) return freely(text, `${Number(range[1])} to ${Number(range[2])}`);
  const over = /^(\d{1,2})\s?(?:\+|and over|and above|or over|plus)$|^over (\d{1,2})s?$/.exec(plain);
  if (over) return freely(text, `${over[1] ?? over[2]} and over`);
  const under = /^(?:under|below|<) ?(\d{1,2})s?$/.exec(plain);
  if (under) return freely(text, `under ${under[1]}`);
  return plain === 'all' || plain === 'all ages' ? freely(text, '0 and over') : undefined;
}

/** `10-17` is only another way to write it; `over 18s` may be meant in another way. */
function freely(text: string, words: string): Omit<Figure, 'counts'> {
  return /^(?:over|all)/i.test(text.trim()) ? { words, freely: true } : { words };
}
