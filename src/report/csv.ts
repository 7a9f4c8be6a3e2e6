import { escaped } from '../exchange/sheets/escape.ts';
import { evidenceInWords } from '../registers/cells.ts';
import { type Cell, type Column, cellOf, type Register } from '../registers/register.ts';
import type { Report } from './report.ts';

/**
 * A register as a CSV file: what people read in each column; of money and numbers also the bare number, so that a
 * spreadsheet can add them up; then what a row rests on and where it stands.
 */
export function csvOf(register: Register, where: Report['where']): string {
  const columns = register.columns.flatMap(fieldsOf);
  const headings = [...columns.map(({ heading }) => heading), 'Evidence', 'Where'];
  const rows = register.rows.map((row) => [
    ...columns.map(({ column, of }) => of(cellOf(row, column))),
    evidenceInWords(row.evidence),
    where(row.place),
  ]);
  return `${[headings, ...rows].map((fields) => fields.map(quoted).join(',')).join('\r\n')}\r\n`;
}

interface Field {
  readonly heading: string;
  readonly column: Column;
  readonly of: (cell: Cell) => string;
}

function fieldsOf(column: Column): readonly Field[] {
  const read: Field = { heading: column.heading, column, of: ({ text }) => text };
  if (column.kind !== 'money' && column.kind !== 'number') return [read];
  const bare = (heading: string, of: Field['of']): Field => ({ heading: `${column.heading} (${heading})`, column, of });
  const amount = bare('number', ({ amount: one }) => (one === undefined ? '' : String(one)));
  return column.kind === 'number' ? [read, amount] : [read, amount, bare('currency', ({ currency }) => currency ?? '')];
}

/** A field in quotes where it needs them. What a spreadsheet would take for a formula is marked as text. */
function quoted(field: string): string {
  const safe = /^-?\d+(\.\d+)?$/.test(field) ? field : escaped(field);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
