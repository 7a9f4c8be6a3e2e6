import { type Cell, cellOf, type Register } from '../registers/register.ts';
import type { Report } from './report.ts';

/** The whole report for other programs. */
export function jsonOf({ made, registers, where }: Report): string {
  const { title, day, commit, asOf } = made;
  const counts = made.counts.map(({ key, count, register }) => ({ name: key, count, register }));
  const about = { title, made: day, ...(commit === undefined ? {} : { commit }), asOf, counts };
  return `${JSON.stringify({ version: 1, ...about, registers: registers.map((one) => plainOf(one, where)) }, null, 2)}\n`;
}

/** A register as plain data: rows by the keys of its columns. */
export function plainOf(register: Register, where: Report['where']): object {
  const { name, title, group, about, columns, rows, notes } = register;
  return {
    name,
    title,
    group,
    about,
    notes,
    columns: columns.map(({ key, heading, kind }) => ({ key, heading, kind })),
    rows: rows.map((row) => ({
      cells: Object.fromEntries(columns.map((column) => [column.key, plainCell(cellOf(row, column))])),
      ...(row.evidence === undefined ? {} : { evidence: row.evidence }),
      ...(row.pathway === undefined ? {} : { pathway: row.pathway }),
      ...(row.element === undefined ? {} : { element: row.element }),
      where: where(row.place),
    })),
  };
}

/** What other programs need of a cell: how it is ordered and shown in little room is for people. */
function plainCell({ text, state, items, amount, currency }: Cell): object {
  return {
    text,
    ...(state === undefined ? {} : { state }),
    ...(items === undefined ? {} : { items }),
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
  };
}
