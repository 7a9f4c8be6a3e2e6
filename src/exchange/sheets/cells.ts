import { readText, writeText } from '../../language/text.ts';
import { formatMoney, type Money, readMoney } from '../../model/units/money.ts';
import { readPeriod } from '../../model/units/period.ts';
import { formatNumber, readNumber } from '../../model/units/quantity.ts';
import type { Naming } from './names.ts';
import { type Clause, kindOfValue, type Value } from './shapes.ts';

/** Spreadsheet programs cut off what is longer. */
export const LONGEST = 32_000;

/** Ends the text of a cell that holds less than the file. */
export const CUT = ' … (the rest is in the pathway file, where it can be changed)';

/** What stands between several names in one cell. */
const SEPARATOR = '; ';

/** What writing and reading cells needs to know. */
export interface Cells {
  readonly naming: Naming;
  /** The project's currency: amounts in it are numbers, others keep their sign. */
  readonly currency: string;
}

/** What a cell says of a part of a line, from the words of its values. */
export function cellOf(cells: Cells, { value }: Clause, values: readonly (readonly string[])[]): string {
  return values.map((words) => cellOfOne(cells, value, words)).join(SEPARATOR);
}

function cellOfOne({ naming, currency }: Cells, value: Value, words: readonly string[]): string {
  const [word = ''] = words;
  switch (value.is) {
    case 'name':
      return naming.shown(value.of, word);
    case 'text':
    case 'choice-or-text':
      return shortened(literal(readText(word)));
    case 'money':
      return moneyCell(word, currency);
    case 'number':
    case 'amount':
    case 'percent':
      return plainNumber(word);
    case 'mark':
      return 'yes';
    default:
      return words.join(' ');
  }
}

/** A text that reads like the word for an absence stands in quotes. */
function literal(text: string): string {
  return /^"*(?:unknown|none|not-applicable|yes)"*$/i.test(text) ? `"${text}"` : text;
}

function shortened(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST - CUT.length) + CUT : text;
}

function moneyCell(word: string, currency: string): string {
  const reading = readMoney(word);
  if ('problem' in reading || reading.value.currency !== currency) return word;
  const { pence } = reading.value;
  return String(pence / 100);
}

/** A number as spreadsheet programs give it back: without commas, and without zeros that say nothing. */
export function plainNumber(word: string): string {
  const digits = word.replaceAll(',', '').replace('%', '');
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits.replace(/^0+(?=\d)/, '');
  return word.endsWith('%') ? `${plain}%` : plain;
}

/** The words that a cell stands for, or what is wrong with it: what is there, and what is expected. */
export type Read = { readonly values: readonly string[] } | { readonly problem: string };

/** Reads the cell of a part of a line. `old` is what stood there: an amount in another currency needs its sign. */
export function readCell(cells: Cells, clause: Clause, cell: string, old: readonly string[]): Read {
  if (cell.trim() === '') return { values: [] };
  const parts = clause.repeated ? cell.split(/;/).map((part) => part.trim()) : [cell];
  const values: string[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const read = readOne(cells, clause.value, part, old);
    if ('problem' in read) return read;
    values.push(...read.values);
  }
  return { values };
}

function readOne({ naming, currency }: Cells, value: Value, cell: string, old: readonly string[]): Read {
  const text = cell.trim();
  switch (value.is) {
    case 'name': {
      const found = naming.resolve(value.of, text);
      return 'problem' in found ? found : { values: [found.name] };
    }
    case 'text':
      return textWords(cell);
    case 'choice-or-text': {
      const known = value.of.find((one) => one === text.toLowerCase());
      return known === undefined ? textWords(cell) : { values: [known] };
    }
    case 'choice': {
      const known = value.of.find((one) => one === text.toLowerCase());
      return known === undefined ? expected(value, cell) : { values: [known] };
    }
    case 'mark':
      if (/^(?:yes|true|x|1)$/i.test(text)) return { values: [value.word] };
      return /^(?:no|false|0)$/i.test(text) ? { values: [] } : expected(value, cell);
    case 'money':
      return moneyWords(text, old[0], currency);
    case 'period': {
      const reading = readPeriod(text);
      return 'problem' in reading ? { problem: reading.problem } : { values: [text] };
    }
    case 'ages':
      return /^(?:\d+|\d+ to \d+|\d+ and over|under \d+)$/.test(text) ? { values: [text] } : expected(value, cell);
    case 'word':
      return /^[\p{L}][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*$/u.test(text)
        ? { values: [text] }
        : expected(value, cell);
    default:
      return numberWords(value, text);
  }
}

function textWords(cell: string): Read {
  const given = cell.replace(/\r\n?/g, '\n').trim();
  const text = /^"+(?:unknown|none|not-applicable|yes)"+$/i.test(given) ? given.slice(1, -1) : given;
  if (text.endsWith(CUT.trim()))
    return { problem: 'this text is too long for a cell and was cut short: change it in the pathway file.' };
  if (!text.includes('\n')) return { values: [writeText(text)] };
  if (text.includes('"""') || text.endsWith('"'))
    return { problem: 'a text of several lines cannot hold three quotation marks or end in one: put it on one line.' };
  return { values: [`"""\n${text}\n"""`] };
}

function moneyWords(text: string, old: string | undefined, currency: string): Read {
  const signed = readMoney(text.replace(/\s/g, ''));
  if ('value' in signed) return { values: [text.replace(/\s/g, '')] };
  const amount = Number(text.replaceAll(',', ''));
  const pence = Math.round(amount * 100);
  if (!/^\d[\d,]*(?:\.\d+)?$/.test(text) || Math.abs(amount * 100 - pence) > 1e-6 || !Number.isSafeInteger(pence))
    return expected({ is: 'money' }, text);
  const before = old === undefined ? undefined : readMoney(old);
  if (before && 'value' in before && before.value.currency !== currency)
    return { problem: `this was ${old}, and '${text}' does not say its currency: write it with its sign.` };
  return { values: [formatMoney({ pence, currency: currency as Money['currency'] })] };
}

function numberWords(value: Value, text: string): Read {
  const reading = readNumber(text);
  const percent = text.endsWith('%');
  if ('problem' in reading || (percent !== (value.is === 'percent') && value.is !== 'amount'))
    return expected(value, text);
  return { values: [formatNumber(reading.value) + (percent ? '%' : '')] };
}

function expected(value: Value, cell: string): Read {
  return { problem: `'${cell.trim()}' cannot be read: ${kindOfValue(value)} is expected.` };
}
