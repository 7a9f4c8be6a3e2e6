/** Something in a text that looks as if it were about a person. */
export interface PersonalData {
  readonly looksLike: 'nhs-number' | 'birth-date';
  /** The offsets of the text at which it stands. */
  readonly start: number;
  readonly end: number;
}

/** What in a text looks like an NHS number or a date of birth, wherever it stands, in the order of the text. */
export function personalDataIn(text: string): readonly PersonalData[] {
  return [...nhsNumbersIn(text), ...birthDatesIn(text)].toSorted((a, b) => a.start - b.start);
}

/** The text with a dot for each digit that looks like data about a person, for whatever is shown elsewhere. */
export function maskPersonalData(text: string): string {
  if (!mayHold(text)) return text;
  const found = personalDataIn(text);
  if (found.length === 0) return text;
  let masked = '';
  let from = 0;
  for (const { start, end } of found) {
    masked += text.slice(from, start) + text.slice(Math.max(from, start), end).replace(/\d/g, '•');
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}

/** Cheaper than a proper look, for the many texts in which there is nothing. */
function mayHold(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
  }
  return digits >= 10 || /b(?:orn|irth)|d\.?o\.?b/i.test(text);
}

/** Ten digits or more, with at most a space or a hyphen between two of them. */
const LONG_RUN = /\d(?:(?:[ \u00a0\u202f]|[ \u00a0]?[-\u2010-\u2013][ \u00a0]?)?\d){9,}/g;

function nhsNumbersIn(text: string): readonly PersonalData[] {
  return [...text.matchAll(LONG_RUN)].flatMap(({ 0: run, index }) => {
    if (isOfAnotherKind(text, index, index + run.length)) return [];
    const groups = [...run.matchAll(/\d+/g)].map((group) => ({ digits: group[0], start: index + group.index }));
    return windowsOf(groups)
      .filter((group) => isNhsNumber(group.map(({ digits }) => digits).join('')))
      .map((group) => ({
        looksLike: 'nhs-number' as const,
        start: group[0]!.start,
        end: group.at(-1)!.start + group.at(-1)!.digits.length,
      }));
  });
}

interface Group {
  readonly digits: string;
  readonly start: number;
}

/** Where ten digits may be meant as one number: a whole run, or a part of it that is grouped as the NHS does. */
function windowsOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  if (mayBeOneNumber(groups)) return [groups];
  return groups.flatMap((group, at) => {
    if (group.digits.length === 10) return [[group]];
    const three = groups.slice(at, at + 3);
    return shapeOf(three) === '3 3 4' ? [three] : [];
  });
}

const shapeOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits.length).join(' ');

/** Dates, big numbers with spaces in them and telephone numbers have ten digits too. */
function mayBeOneNumber(groups: readonly Group[]): boolean {
  const shape = shapeOf(groups);
  if (groups.reduce((sum, { digits }) => sum + digits.length, 0) !== 10) return false;
  if (shape === '10' || shape === '3 3 4' || shape === '6 4') return true;
  if (groups.length > 4 || shape === '1 3 3 3' || groups[0]!.digits.startsWith('0')) return false;
  return !groups.some(({ digits }) => /^(?:19|20)\d\d$/.test(digits));
}

/** Parts of addresses of pages, amounts of money, decimals, ISBNs (which share the check digit), and `+44 (0)` numbers. */
function isOfAnotherKind(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  if (/(?:\/\/|www\.)[^\s"]*$/i.test(before)) return true;
  if (/[£$€+]\s?$|\d[.,/]$|\(0\)\s?$|\bISBN(?:[-\s]?10)?:?\s?$/i.test(before)) return true;
  return /^[.,/]\d/.test(text.slice(end, end + 2));
}

/** Whether the tenth digit is the one that the first nine call for (modulus 11). Ten equal digits are nobody's. */
function isNhsNumber(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATE = [
  '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})',
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+\\d{4}`,
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
].join('|');

/** A whole date right behind words that make it somebody's: `DOB 3/4/2005`, `born on 3 April 2005`. */
const BIRTH = new RegExp(
  `\\b(?:d\\.?o\\.?b\\b\\.?|date[\\s-]+of[\\s-]+birth|birth[\\s-]?date|born)(?:\\s+(?:is|was|on))*[\\s:=,(-]*(${DATE})(?!\\d)`,
  'giud',
);

function birthDatesIn(text: string): readonly PersonalData[] {
  return [...text.matchAll(BIRTH)].map((match) => {
    const [start, end] = match.indices![1]!;
    return { looksLike: 'birth-date', start, end };
  });
}
