import type { Register } from '../../../src/registers/register.ts';
import type { Cell, Wanted, WantedRow } from './words.ts';

/**
 * Every way in which a register differs from the rows that were worked out by hand of it: a row too many or too few, a
 * cell that says something else, has another figure, currency, state or order, or that nobody worked out. Row by row in
 * the register's own order, which is part of what is promised.
 */
export function differences({ name, columns, rows }: Register, wanted: readonly WantedRow[]): readonly string[] {
  const found: string[] = [];
  if (rows.length !== wanted.length) {
    const is = rows.map((row) => columns.map(({ key }) => row.cells[key]?.text ?? '').join(' | '));
    const be = wanted.map((row) => columns.map(({ key }) => toCell(row[key] ?? '').text ?? '').join(' | '));
    return [
      `${name}: ${rows.length} rows, but ${wanted.length} were worked out`,
      ...is.filter((one) => !be.includes(one)).map((one) => `${name}: nobody worked out ${one}`),
      ...be.filter((one) => !is.includes(one)).map((one) => `${name}: there is no ${one}`),
    ];
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const should = wanted[index]!;
    for (const { key, heading } of columns) {
      const is = row.cells[key] ?? { text: '' };
      const be = toCell(should[key] ?? '');
      for (const part of ['text', 'amount', 'currency', 'state', 'order'] as const) {
        if (part === 'text' && be.text === undefined) continue;
        if (is[part] === be[part]) continue;
        found.push(`${name}, row ${index + 1}, ${heading}: ${part} is ${is[part]}, but ought to be ${be[part]}`);
      }
      if (is.amount !== undefined && readAmount(is.text) !== is.amount)
        found.push(`${name}, row ${index + 1}, ${heading}: shows ${is.text}, but counts ${is.amount}`);
    }
  }
  return found;
}

const toCell = (wanted: Wanted): Cell => (typeof wanted === 'string' ? { text: wanted } : wanted);

/** The figure that a reader takes from a text: 2100000 from `£2.1m`, 58 from `58% for 2024/25`. */
export function readAmount(text: string): number | undefined {
  const match = /^(?:about )?[£€$]?([\d,]+(?:\.\d+)?)(m\b|bn\b)?/.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]!.replaceAll(',', ''));
  const pence = { m: 1e8, bn: 1e11 }[match[2] ?? ''];
  return pence === undefined ? amount : Math.round(amount * pence) / 1e2;
}
