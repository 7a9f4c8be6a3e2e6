import { personalDataIn } from './personal-data.ts';

/** What stands in the place of an e-mail address or a telephone number. */
export const LEFT_OUT = '(contact left out)';

/** The text without its e-mail addresses and telephone numbers; the same text where it has none. */
export function withoutContacts(text: string): string {
  const found = contactsIn(text);
  if (found.length === 0) return text;
  let kept = '';
  let from = 0;
  for (const { start, end } of found) {
    kept += text.slice(from, start) + LEFT_OUT;
    from = end;
  }
  return kept + text.slice(from);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where contacts stand, in order and apart. What looks like an NHS number is none: that is refused elsewhere. */
function contactsIn(text: string): readonly Span[] {
  const all = [...addressesIn(text), ...numbersIn(text)].toSorted((a, b) => a.start - b.start);
  if (all.length === 0) return all;
  const personal = personalDataIn(text);
  const apart: Span[] = [];
  for (const span of all) {
    if (personal.some(({ start, end }) => start < span.end && span.start < end)) continue;
    const { start, end } = withBrackets(text, span);
    const last = apart.at(-1);
    if (last && start < last.end) apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else apart.push({ start, end });
  }
  return apart;
}

/** The brackets that hold a contact and nothing else go with it. */
function withBrackets(text: string, { start, end }: Span): Span {
  return text[start - 1] === '(' && text[end] === ')' ? { start: start - 1, end: end + 1 } : { start, end };
}

const ADDRESS =
  /(?:mailto:)?(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]+(?:@|\s?[([]\s?at\s?[)\]]\s?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

const addressesIn = (text: string): readonly Span[] =>
  [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** What may stand between two digits of one number. */
const BETWEEN = '[ \\u00a0\\u202f().\\u2010-\\u2013-]{0,3}';

/** A run of digits that begins as a number of the United Kingdom does, or with the plus of another country. */
const RUN = new RegExp(
  `(?<![\\d£$€])(?<!\\d\\.)\\(?(?:\\+\\s?\\d\\d|00[1-9]\\d|0[1235789]\\d|44 ?7\\d|7\\d{3}[ -]?\\d{3}[ -]?\\d{3}(?!\\d))(?:${BETWEEN}\\d)*(?:,?\\s*(?:ext(?:ension|n)?\\.?|x)\\s?\\d{1,6})?`,
  'gi',
);

/** Numbers of helplines that are shorter than others. */
const SHORT = /^(?:08001111|08454647)$/;

function numbersIn(text: string): readonly Span[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const length = lengthOf(run);
    return length === undefined ? [] : [{ start: index, end: index + length }];
  });
}

/** How much of a run is the number: without a short one behind it, which is another thing. */
function lengthOf(run: string): number | undefined {
  const digits = run.replace(/\D/g, '');
  const least = /^\(?(?:44|00)/.test(run) ? 11 : 10;
  if (digits.length < least) return SHORT.test(digits) ? run.length : undefined;
  if (/x/i.test(run) || !/^\(?0[1-9]/.test(run)) return run.length;
  let count = 0;
  for (const group of run.matchAll(/\d+/g)) {
    count += group[0].length;
    if ((count === 10 || count === 11) && digits.length - count > 0 && digits.length - count < 6)
      return group.index + group[0].length;
  }
  return run.length;
}
