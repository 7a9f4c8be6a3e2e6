import {
  definitions,
  headings,
  keyHeadings,
  type PartColumn,
  partColumns,
  type SheetDefinition,
} from './definitions.ts';
import { columnLetters, type GivenBook, type GivenTable, OWN, type Refusal } from './given.ts';
import { HEAD } from './shapes.ts';

/** A row of a workbook that asks for something. */
export interface ChangedRow {
  readonly definition: SheetDefinition;
  readonly number: number;
  /** What its first column says. */
  readonly wish: '' | 'add' | 'clear' | 'remove';
  readonly pathway: string;
  readonly element: string;
  readonly fact: string | undefined;
  readonly line: number;
  /** Its cells, by heading, as given and as they were exported. */
  readonly cells: ReadonlyMap<string, string>;
  readonly exported: ReadonlyMap<string, string>;
  /** The columns of parts that differ. */
  readonly changed: readonly PartColumn[];
  /** Where the cell of a heading stands. */
  readonly cellAt: (heading: string) => string;
}

type Cells = ReadonlyMap<string, string>;

/**
 * The rows of a workbook that differ from what was exported, and those that are new. `known` are the sheets as they
 * were exported, or else as the text has them now.
 */
export function changedRows(
  book: GivenBook,
  known: readonly GivenTable[],
): { readonly rows: readonly ChangedRow[]; readonly refusals: readonly Refusal[] } {
  const rows: ChangedRow[] = [];
  const refusals: Refusal[] = [...book.refusals];
  for (const table of book.tables) {
    const definition = definitions.find(({ name }) => name === table.name);
    if (!definition) {
      const message = `there is no such sheet in an export. Take it out, or let its name begin with ${OWN} so that it is left alone.`;
      refusals.push({ sheet: table.name, message });
      continue;
    }
    const reader = new TableReader(
      definition,
      table,
      known.find(({ name }) => name === table.name),
      refusals,
    );
    rows.push(...reader.rows());
  }
  return { rows, refusals };
}

const wishes: ReadonlySet<string> = new Set(['', 'add', 'clear', 'remove']);

class TableReader {
  readonly #definition: SheetDefinition;
  readonly #table: GivenTable;
  readonly #known: ReadonlyMap<string, Cells>;
  /** The numbers of the rows in which a cell could not be read: what they lack has been told. */
  readonly #unread: ReadonlySet<number>;
  readonly #refusals: Refusal[];
  readonly #parts: readonly PartColumn[];

  constructor(definition: SheetDefinition, table: GivenTable, known: GivenTable | undefined, refusals: Refusal[]) {
    this.#definition = definition;
    this.#table = table;
    this.#refusals = refusals;
    this.#known = new Map((known ? cellsOf(known) : []).map(({ cells }) => [rowKey(cells), cells]));
    this.#unread = new Set(
      refusals.flatMap(({ sheet, cell }) => (sheet === table.name && cell ? [Number(/\d+$/.exec(cell)?.[0])] : [])),
    );
    this.#parts = partColumns(definition).filter(({ heading }) => table.headings.includes(heading));
  }

  rows(): readonly ChangedRow[] {
    if (!this.#headingsFit()) return [];
    const seen = new Map<string, number>();
    return cellsOf(this.#table).flatMap(({ number, cells }) => {
      if (this.#unread.has(number)) return [];
      const wish = (cells.get(headings.wish) ?? '').trim().toLowerCase();
      if (!wishes.has(wish)) {
        this.#refuse(number, headings.wish, `'${wish}' is not known: write add, clear or remove, or nothing.`);
        return [];
      }
      if (wish === 'add') return [this.#row(number, 'add', cells, new Map())];
      const key = rowKey(cells);
      const before = seen.get(key);
      if (before !== undefined) {
        const message = `this row is about the same line as row ${before}: keep one of them, or write add in the new one and leave its Line empty.`;
        this.#refuse(number, headings.line, message);
        return [];
      }
      seen.set(key, number);
      return this.#knownRow(number, wish as ChangedRow['wish'], cells, key);
    });
  }

  #knownRow(number: number, wish: ChangedRow['wish'], cells: Cells, key: string): readonly ChangedRow[] {
    const exported = this.#known.get(key);
    if (!exported) {
      const message = `there is no such line: ${this.#inWords(cells)}. For something new write add in the column ${headings.wish} and leave Line empty.`;
      this.#refuse(number, headings.element, message);
      return [];
    }
    for (const heading of [headings.name, headings.says])
      if (this.#table.headings.includes(heading) && same(cells, exported, heading) === false)
        this.#refuse(
          number,
          heading,
          `this column is there to be read only: it said '${exported.get(heading) ?? ''}'. ${this.#whereToChange(heading, cells)}`,
        );
    const row = this.#row(number, wish, cells, exported);
    return row.changed.length > 0 || wish === 'remove' ? [row] : [];
  }

  #row(number: number, wish: ChangedRow['wish'], cells: Cells, exported: Cells): ChangedRow {
    const cell = (heading: string): string => (cells.get(heading) ?? '').trim();
    const { rows, facts } = this.#definition;
    const fact = rows === 'blocks' ? undefined : cell(headings.fact) || (rows === 'lines' ? facts[0] : undefined);
    return {
      ...{ definition: this.#definition, number, wish, cells, exported, fact },
      ...{ pathway: cell(headings.pathway), element: cell(headings.element) },
      line: Number(cell(headings.line) || 0),
      changed: this.#parts.filter(({ heading }) => !same(cells, exported, heading)),
      cellAt: (heading) => this.#cellAt(number, heading),
    };
  }

  /** Where that can be changed which a column shows to be read only. */
  #whereToChange(heading: string, cells: Cells): string {
    const kind = /^\S*/.exec((cells.get(headings.element) ?? '').trim().split('/').at(-1)!)![0];
    const wanted = heading === headings.name ? HEAD : (cells.get(headings.fact) ?? '').trim();
    const fitting = definitions.filter(
      ({ kinds, facts }) => kinds.some((one) => one === kind) && facts.includes(wanted),
    );
    const own = fitting.find((one) => one === this.#definition);
    const definition = own ?? fitting[0];
    if (!definition) return 'Change it in the pathway file.';
    const on = own ? '' : ` on the sheet '${definition.name}'`;
    if (heading !== headings.name) return `Change it${on}.`;
    const title = partColumns(definition).find(({ fact }) => fact === HEAD)!.heading;
    return `Change the column '${title}'${on}.`;
  }

  #inWords(cells: Cells): string {
    const { pathway, element, fact, line } = headings;
    return [pathway, element, fact, line]
      .flatMap((heading) => {
        const cell = (cells.get(heading) ?? '').trim();
        return cell === '' ? [] : [`${heading} '${cell}'`];
      })
      .join(', ');
  }

  /** Whether the columns that find a line again are there, and none that nobody knows. */
  #headingsFit(): boolean {
    const keys = keyHeadings(this.#definition);
    const all = new Set([...keys, ...partColumns(this.#definition).map(({ heading }) => heading)]);
    const before = this.#refusals.length;
    const { name, headings: given } = this.#table;
    const refuse = (index: number, message: string): void =>
      void this.#refusals.push({ sheet: name, cell: `${columnLetters(index)}1`, message });
    for (const [index, heading] of given.entries()) {
      if (heading === '' && this.#table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== ''))
        refuse(
          index,
          'this column has no heading: give it one that begins with _ and it is left alone, or take it out.',
        );
      if (heading === '' || heading.startsWith(OWN)) continue;
      if (!all.has(heading))
        refuse(
          index,
          `there is no column '${heading}' in an export. Let its heading begin with ${OWN} so that it is left alone, or take it out.`,
        );
      if (given.indexOf(heading) !== index) refuse(index, `the column '${heading}' is there twice: take one out.`);
    }
    const lacking = keys.filter(
      (heading) => heading !== headings.name && heading !== headings.says && !given.includes(heading),
    );
    if (lacking.length > 0)
      refuse(0, `the column '${lacking[0]}' is missing, which finds the lines again: put it back as it was exported.`);
    return this.#refusals.length === before;
  }

  #cellAt(number: number, heading: string): string {
    return `${columnLetters(Math.max(0, this.#table.headings.indexOf(heading)))}${number}`;
  }

  #refuse(number: number, heading: string, message: string): void {
    this.#refusals.push({ sheet: this.#table.name, cell: this.#cellAt(number, heading), message });
  }
}

/** What finds a row again. */
export function rowKey(cells: Cells): string {
  const { pathway, element, fact, line } = headings;
  return [pathway, element, fact, line].map((heading) => (cells.get(heading) ?? '').trim()).join('\n');
}

export function cellsOf({
  headings: all,
  rows,
}: GivenTable): readonly { readonly number: number; readonly cells: Cells }[] {
  return rows.map(({ number, cells }) => ({
    number,
    cells: new Map(all.flatMap((heading, index) => (cells[index] ? [[heading, cells[index]] as const] : []))),
  }));
}

/** Whether two rows say the same in a column; how a text ends, and spaces around it, count for nothing. */
function same(one: Cells, other: Cells, heading: string): boolean {
  return (one.get(heading) ?? '').trim() === (other.get(heading) ?? '').trim();
}
