import { readCell } from './cells.ts';
import type { ChangedRow } from './changed-rows.ts';
import { headings, type PartColumn, partColumns } from './definitions.ts';
import { type Entry, keyOf } from './entries.ts';
import { isName } from './names.ts';
import type { Making } from './rows.ts';
import { absences, HEAD, type Shape, shapeOf } from './shapes.ts';
import { composed } from './statement.ts';
import { absenceIn, contradiction } from './states.ts';
import type { BlockWish } from './wish.ts';

export interface Problem {
  readonly heading: string;
  readonly message: string;
}

/** The kinds of block that a row can add: those that a name alone makes. */
export const addable: ReadonlySet<string> = new Set([
  ...['stage', 'organisation', 'agreement', 'board', 'source'],
  ...['gap', 'risk', 'challenge', 'strength', 'need', 'action', 'milestone', 'outcome', 'indicator'],
]);

/** Those that stand at the top of a file. */
export const atTop: ReadonlySet<string> = new Set(['organisation', 'agreement', 'board', 'source']);

/** Makes new blocks of rows that ask for them. */
export class NewBlocks {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #asked = new Set<string>();

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  of(row: ChangedRow, making: Making): { readonly block: BlockWish } | { readonly problems: readonly Problem[] } {
    const refused = (message: string, heading: string = headings.element) => ({ problems: [{ heading, message }] });
    const at = row.element.lastIndexOf('/');
    const [kind = '', name = '', ...rest] = row.element.slice(at + 1).split(/\s+/);
    const inner = row.element.slice(0, Math.max(0, at));
    const example = `${row.definition.kinds.find((one) => addable.has(one)) ?? 'stage'} new-name`;
    if (!row.definition.kinds.some((one) => one === kind) || !addable.has(kind))
      return refused(
        `'${row.element}' is not in the project, and cannot be added here: write the kind and a new name, such as '${example}'.`,
      );
    if (rest.length > 0 || !isName(name) || absences.includes(name))
      return refused(
        `'${name}${rest.map((one) => ` ${one}`).join('')}' is not a name: use letters, digits and hyphens, such as '${example}'.`,
      );
    if (row.line !== 0) return refused('leave this empty in a row that is to be added.', headings.line);
    const key = keyOf(row.pathway, row.element);
    if (this.#asked.has(key)) return refused(`'${row.element}' is added twice: keep one of the rows.`);
    this.#asked.add(key);
    const parent = atTop.has(kind) ? undefined : inner === '' ? `pathway ${row.pathway}` : inner;
    if (parent !== undefined && !this.#entries.has(keyOf(row.pathway, parent)))
      return refused(
        row.pathway === ''
          ? 'say in which pathway it is to be.'
          : `there is no '${parent}' in pathway '${row.pathway}'.`,
        row.pathway === '' ? headings.pathway : headings.element,
      );
    return this.#block(row, making, kind, name, parent ?? '');
  }

  #block(
    row: ChangedRow,
    making: Making,
    kind: string,
    name: string,
    parent: string,
  ): { readonly block: BlockWish } | { readonly problems: readonly Problem[] } {
    const problems: Problem[] = [];
    const lines = new Map<string, string>();
    const all = partColumns(row.definition);
    for (const fact of new Set(all.map((column) => column.fact!))) {
      const shape = shapeOf(kind, fact);
      const line = shape && lineOf(row, making, fact, shape, problems);
      if (line !== undefined) lines.set(fact, line);
    }
    if (problems.length > 0) return { problems };
    const head = `${kind} ${name}${lines.get(HEAD) ? ` ${lines.get(HEAD)}` : ''}`;
    const facts = [...lines].filter(([fact]) => fact !== HEAD).map(([, line]) => line);
    const origin = { sheet: row.definition.name, cell: row.cellAt(headings.element) };
    return { block: { pathway: row.pathway, parent, kind, head, facts, origin } };
  }
}

function lineOf(row: ChangedRow, making: Making, fact: string, shape: Shape, problems: Problem[]): string | undefined {
  const parts = new Map<string, readonly string[]>();
  const cellIn = ({ heading }: PartColumn): string => (row.cells.get(heading) ?? '').trim();
  const columns = partColumns(row.definition).filter((column) => column.fact === fact && cellIn(column) !== '');
  const main = columns.find((column) => column.main);
  const absence = main && absenceIn(shape, cellIn(main));
  const state = absence ?? 'recorded';
  for (const column of columns) {
    if (column === main && absence !== undefined) continue;
    const { heading, clause } = column;
    const against = contradiction(shape, state, column, row.element);
    if (against !== undefined) {
      problems.push({ heading, message: against });
      continue;
    }
    const cell = cellIn(column);
    const read = clause.bare && /^yes$/i.test(cell) ? { values: [] } : readCell(making, clause, cell, []);
    if ('problem' in read) problems.push({ heading, message: read.problem });
    else parts.set(clause.column, read.values);
  }
  return parts.size === 0 && absence === undefined ? undefined : composed(shape, state, parts);
}
