import { readPeriod } from '../../model/units/period.ts';
import { type FieldName, fields } from './fields.ts';

/** What a heading says besides what its column is about. */
export interface Heading {
  readonly text: string;
  /** The period that it names, such as `2024/25`. */
  readonly period?: string;
  /** What the numbers below it count, where brackets or its own words say so: `referrals`, `£`. */
  readonly unit?: string;
  /** `year`, where the numbers are counted over one. */
  readonly per?: string;
  /** 1000 below `Cost (£k)` and `£000s`. */
  readonly times?: number;
  readonly nature?: 'budget' | 'actual' | 'estimate' | 'grant' | 'pooled';
}

/** What a heading says of the numbers below it. `above` is the title over it that reaches over several columns. */
export function readHeading(text: string, above = ''): Heading {
  const whole = text.replace(/\s+/g, ' ').trim();
  const period = periodIn(whole) ?? periodIn(above);
  const unit = unitIn(whole.replace(/\bref['’]?ls\b/i, 'referrals'));
  const per = PER_YEAR.test(whole) ? 'year' : PER_MONTH.test(whole) ? 'month' : undefined;
  const nature = natures.find(([words]) => words.test(whole))?.[1] ?? natures.find(([words]) => words.test(above))?.[1];
  return {
    text: whole,
    ...(period !== undefined && { period }),
    ...(unit !== undefined && { unit }),
    ...(per !== undefined && { per }),
    ...(/(?:£|€|\$)\s?(?:k|000|'000)|\b000s?\b|\bthousands?\b/i.test(whole) && { times: 1000 }),
    ...(/£\s?m\b|\bmillions?\b/i.test(whole) && { times: 1_000_000 }),
    ...(nature !== undefined && { nature }),
  };
}

const PER_YEAR = /\b(?:per (?:year|annum)|p\.?\s?a\b|annual(?:ly)?|a year|yearly)/i;
const PER_MONTH = /\b(?:per month|monthly|pcm)\b/i;

const natures = [
  [/\bestimate|\bforecast|\bprojected/i, 'estimate'],
  [/\bactual|\boutturn/i, 'actual'],
  [/\bbudget|\ballocation/i, 'budget'],
  [/\bgrant/i, 'grant'],
  [/\bpooled/i, 'pooled'],
] as const;

const counted =
  /\b(referrals?|people|patients|admissions?|episodes?|contacts?|beds?|places?|weeks?|days?|months?|hours?|calls?|assessments?|sessions?)\b/i;

function unitIn(text: string): string | undefined {
  return counted.exec(text)?.[1]?.toLowerCase();
}

/** The financial year or year that a text names: `2024/25`, `24-25`, `FY24/25`, `2024-2025`. */
export function periodIn(text: string): string | undefined {
  const years = /(?<![\d/-])(?:FY\s?)?(20\d\d|\d\d)\s?[/–-]\s?(20\d\d|\d\d)(?![\d/-])/i.exec(text);
  if (years) {
    const first = years[1]!.length === 2 ? `20${years[1]}` : years[1]!;
    const period = `${first}/${years[2]!.slice(-2)}`;
    if ('value' in readPeriod(period)) return period;
  }
  return /(?<![\d/–-])(20\d\d)(?![\d/–-])/.exec(text)?.[1];
}

/** What a column is about, by its heading; nothing where no heading that is known fits. */
export function fieldOf(heading: string): FieldName | undefined {
  const plain = plainHeading(heading);
  if (/^[#№]$/.test(heading.trim())) return 'ref';
  if (plain === '') return undefined;
  const whole = exact.get(plain) ?? exact.get(withoutFillers(plain));
  if (whole !== undefined) return whole;
  const parts = heading.split(/\/|,|\band\b|&/).map((part) => {
    const words = plainHeading(part);
    return exact.get(words) ?? exact.get(withoutFillers(words));
  });
  const [first] = parts;
  return first !== undefined && parts.every((part) => part === first) ? first : undefined;
}

const exact = new Map<string, FieldName>();

/** Small letters, singular, without brackets, years, signs and `per year`. */
function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/(?:\bfy\s?)?\b(?:20\d\d|\d\d)\s?[/–-]\s?(?:20\d\d|\d\d)\b|\b20\d\d\b/g, ' ')
    .replace(/[£€$]\s?(?:k|m|000s?|'000s?)?\b|['’]/g, '')
    .replace(/\b(?:p\.?\s?a\b\.?|per annum)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map(singular)
    .filter((word) => word !== '')
    .join(' ');
}

const singular = (word: string): string => (/[^s]s$/.test(word) ? word.slice(0, -1) : word);

const fillers = new Set([
  'the',
  'of',
  'main',
  'current',
  'total',
  'key',
  'name',
  'in',
  'for',
  'per',
  'year',
  'annual',
  'any',
  'detail',
  'known',
]);

function withoutFillers(heading: string): string {
  return heading
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');
}

for (const field of fields)
  for (const heading of field.headings.map(plainHeading)) if (!exact.has(heading)) exact.set(heading, field.name);
