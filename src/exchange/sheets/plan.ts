import { blockOf } from '../../language/actions/elements.ts';
import { takesFact } from '../../language/actions/insert.ts';
import { readCell } from './cells.ts';
import { type ChangedRow, changedRows } from './changed-rows.ts';
import { headings, type PartColumn, partColumns } from './definitions.ts';
import { type Entry, type EntryLine, keyOf, linesOf } from './entries.ts';
import type { GivenBook, GivenTable, Refusal } from './given.ts';
import { merged } from './merged-wishes.ts';
import { NewBlocks } from './new-blocks.ts';
import { cellOfPart, type Making, saying } from './rows.ts';
import { HEAD, mainOf, type Shape, shapeOf } from './shapes.ts';
import { absenceIn, contradiction, isAsking, isValue } from './states.ts';
import type { BlockWish, LineWish, Plan } from './wish.ts';

/** What a workbook asks of a project. `known` are its sheets as exported, or else as the text has them now. */
export function planOf(making: Making, book: GivenBook, known: readonly GivenTable[]): Plan {
  const { rows, refusals } = changedRows(book, known);
  const planner = new Planner(making, refusals);
  for (const row of rows) planner.take(row);
  const lines = merged(planner.lines, planner.refusals);
  return { lines, blocks: planner.blocks, refusals: planner.refusals };
}

/** The columns of one fact in a row. */
interface FactOfRow {
  readonly row: ChangedRow;
  readonly entry: Entry;
  readonly fact: string;
  readonly shape: Shape;
  readonly columns: readonly PartColumn[];
  readonly changed: readonly PartColumn[];
}

class Planner {
  readonly lines: LineWish[] = [];
  readonly blocks: BlockWish[] = [];
  readonly refusals: Refusal[];
  readonly #making: Making;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #newBlocks: NewBlocks;

  constructor(making: Making, refusals: readonly Refusal[]) {
    this.#making = making;
    this.refusals = [...refusals];
    this.#entries = new Map(making.entries.map((entry) => [keyOf(entry.pathway, entry.element), entry]));
    this.#newBlocks = new NewBlocks(this.#entries);
  }

  take(row: ChangedRow): void {
    const entry = this.#entries.get(keyOf(row.pathway, row.element));
    if (entry) {
      if (row.wish === 'add' && row.changed.length === 0)
        this.#refuse(row, headings.wish, 'this row is to be added, and says nothing yet: fill it in.');
      if (this.#hasFact(row)) for (const one of factsOf(row, entry)) this.#fact(one);
      if (row.wish === 'remove' && row.definition.rows !== 'lines')
        this.#refuse(
          row,
          headings.wish,
          'remove works on sheets with one fact in each row. Here, empty the cells and write clear.',
        );
      return;
    }
    if (row.wish === 'add' && row.definition.rows === 'blocks') {
      const added = this.#newBlocks.of(row, this.#making);
      if ('block' in added) this.blocks.push(added.block);
      else for (const { heading, message } of added.problems) this.#refuse(row, heading, message);
      return;
    }
    const where = row.pathway === '' ? '' : ` in pathway '${row.pathway}'`;
    this.#refuse(row, headings.element, `'${row.element}' is not in the project (any more)${where}.`);
  }

  /** Whether the sheet has a place for what a row with a fact of its own is about. */
  #hasFact(row: ChangedRow): boolean {
    const { rows, facts } = row.definition;
    if (row.fact === undefined) return true;
    if (rows !== 'lines' && row.wish === 'add') {
      this.#refuse(row, headings.wish, 'nothing can be added here: add it on the sheet of its fact.');
      return false;
    }
    if (rows !== 'lines' || facts.includes(row.fact)) return true;
    this.#refuse(row, headings.fact, `'${row.fact}' is not known here: write ${facts.join(' or ')}.`);
    return false;
  }

  #fact(one: FactOfRow): void {
    const { row, fact, entry, shape } = one;
    if (fact !== HEAD && !takesFact(blockOf(entry.outline.element), shape.keyword[0]!)) {
      const message = `this does not apply to ${entry.element}: leave it empty.`;
      return this.#refuse(row, one.changed[0]?.heading ?? headings.fact, message);
    }
    if (row.wish === 'add') return this.#add(one);
    const isList = row.definition.rows === 'unknown' || row.definition.rows === 'resting';
    const before = isList || one.columns.some(({ heading }) => row.exported.has(heading));
    const lines = linesOf(entry, fact);
    const line = fact === HEAD ? lines[0] : before ? this.#find(one, lines) : undefined;
    if (before && !line)
      return this.#refuse(
        row,
        headings.line,
        `this line has been changed or taken out in the pathway files since the export: export anew.`,
      );
    const now = !before && fact !== HEAD ? lines[row.line - 1] : undefined;
    if (now)
      return this.#refuse(
        row,
        one.changed[0]!.heading,
        `somebody has written this in the pathway files since the export: export anew.`,
      );
    if (line && !line.statement)
      return this.#refuse(
        row,
        one.changed[0]?.heading ?? headings.line,
        'this line can only be changed in the pathway file.',
      );
    if (row.wish === 'remove') return this.#remove(one, line);
    return line ? this.#change(one, line) : this.#state(one);
  }

  /** The line that a row is about: it still says what was exported, and may stand elsewhere among its like by now. */
  #find({ row, columns, entry, fact }: FactOfRow, lines: readonly EntryLine[]): EntryLine | undefined {
    const said = row.exported.get(headings.says);
    const says = (line: EntryLine): boolean =>
      (said === undefined || said === saying(this.#making, entry.outline, fact, lines.indexOf(line))) &&
      columns.every((column) => cellOfPart(this.#making, column, line).trim() === exportedIn(row, column));
    const own = lines[row.line - 1];
    return own && says(own) ? own : lines.find(says);
  }

  #remove(one: FactOfRow, line: EntryLine | undefined): void {
    const { row, entry, fact, shape } = one;
    if (!line) return this.#refuse(row, headings.wish, 'there is nothing to remove: nothing is written here yet.');
    if (one.changed.length > 0)
      return this.#refuse(
        row,
        one.changed[0]!.heading,
        'this row is to be removed, and its cells were changed too: do one of them.',
      );
    this.#wish(
      one,
      { entry, fact, shape, line, removed: true, state: line.statement!.state, parts: new Map() },
      headings.wish,
    );
  }

  /** A line that is there, some parts of which are to be others. */
  #change(one: FactOfRow, line: EntryLine): void {
    const { row, entry, fact, shape, changed } = one;
    const statement = line.statement!;
    const main = one.columns.find((column) => column.main);
    const given = (heading: string): string => (row.cells.get(heading) ?? '').trim();
    const said = main && changed.includes(main) ? absenceIn(shape, given(main.heading)) : undefined;
    const isStated = main && changed.includes(main) && given(main.heading) !== '' && said === undefined;
    const state = said ?? (isStated ? 'recorded' : statement.state);
    const emptied = changed.filter(({ heading }) => given(heading) === '');
    const switched = state !== statement.state;
    if (emptied.length > 0 && row.wish !== 'clear' && !switched)
      return this.#refuse(
        row,
        emptied[0]!.heading,
        `this cell was emptied; it said '${row.exported.get(emptied[0]!.heading)!.slice(0, 60)}'. Write clear in the column ${headings.wish} to take that out, or unknown or none where that is so.`,
      );
    if (!switched && main && emptied.includes(main) && !main.clause.bare && fact !== HEAD) {
      const left = one.columns.filter(
        (column) => isFilled(row, column) && (changed.includes(column) || !isAside(column.clause.column)),
      );
      if (left.length > 0)
        return this.#refuse(
          row,
          main.heading,
          `the line cannot do without this cell: empty '${left[0]!.heading}' too to take the whole line out, or fill it in.`,
        );
      if (this.#conflicts(one, line, one.columns)) return;
      return this.#wish(one, { entry, fact, shape, line, removed: true, state, parts: new Map() }, main.heading);
    }
    if (this.#contradicts(one, changed, state) || this.#conflicts(one, line, switched ? one.columns : changed)) return;
    const columns = switched ? this.#ofOtherState(one, state) : changed;
    const parts = this.#read(one, columns, line);
    if (parts)
      this.#wish(one, { entry, fact, shape, line, removed: false, state, parts }, (changed[0] ?? main!).heading);
  }

  /** Refuses cells that a line which says this kind of thing has no place for: nothing is left out without a word. */
  #contradicts({ row, shape, entry }: FactOfRow, changed: readonly PartColumn[], state: string): boolean {
    const against = changed.flatMap((column) => {
      const message = contradiction(shape, state, column, entry.element);
      return column.main || message === undefined || !isFilled(row, column) ? [] : [{ column, message }];
    });
    for (const { column, message } of against) this.#refuse(row, column.heading, message);
    return against.length > 0;
  }

  /** The columns that count where a line says another kind of thing than before. */
  #ofOtherState({ row, columns, changed, shape }: FactOfRow, state: string): readonly PartColumn[] {
    const counts = (column: PartColumn): boolean => (state === 'recorded' ? isValue(shape, column) : isAsking(column));
    const kept = columns.filter((column) => counts(column) && isFilled(row, column));
    return [...kept, ...changed.filter((column) => !isValue(shape, column) && !isAsking(column))];
  }

  /** Whether somebody has changed in the text what the row changes too. */
  #conflicts(one: FactOfRow, line: EntryLine, columns: readonly PartColumn[]): boolean {
    for (const column of columns) {
      const now = cellOfPart(this.#making, column, line).trim();
      const was = exportedIn(one.row, column);
      if (now === was || now === (one.row.cells.get(column.heading) ?? '').trim()) continue;
      this.#refuse(
        one.row,
        column.heading,
        `somebody has changed this in the pathway files since the export, from '${was}' to '${now}': export anew.`,
      );
      return true;
    }
    return false;
  }

  /** A line where none is yet, in a row that was there to be filled in. */
  #state(one: FactOfRow): void {
    const { row, entry, fact, shape } = one;
    const main = one.columns.find((column) => column.main);
    const filled = one.columns.filter((column) => isFilled(row, column));
    if (filled.length === 0) return;
    if (main && !filled.includes(main) && !(fact === 'valid' && filled.length > 0))
      return this.#refuse(row, main.heading, `fill this cell in too: the line cannot do without it.`);
    const state = (main && absenceIn(shape, row.cells.get(main.heading) ?? '')) ?? 'recorded';
    if (this.#contradicts(one, filled, state)) return;
    const columns = this.#ofOtherState({ ...one, changed: filled }, state);
    const parts = this.#read(one, columns, undefined);
    if (parts) this.#wish(one, { entry, fact, shape, removed: false, state, parts }, filled[0]!.heading);
  }

  #add(one: FactOfRow): void {
    if (one.row.line !== 0)
      return this.#refuse(one.row, headings.line, 'leave this empty in a row that is to be added.');
    if (one.fact === HEAD) {
      const filled = one.columns.find(({ heading }) => one.row.cells.has(heading));
      if (filled && one.row.cells.get(filled.heading)?.trim())
        this.#refuse(
          one.row,
          filled.heading,
          `'${one.row.element}' is there already: leave this cell empty, or give the new one a name of its own.`,
        );
      return;
    }
    this.#state(one);
  }

  #read(
    one: FactOfRow,
    columns: readonly PartColumn[],
    line: EntryLine | undefined,
  ): Map<string, readonly string[]> | undefined {
    const parts = new Map<string, readonly string[]>();
    const refused = this.refusals.length;
    for (const column of columns) {
      const cell = one.row.cells.get(column.heading) ?? '';
      if (column.main && absenceIn(one.shape, cell) !== undefined) continue;
      if (column.clause.bare && /^yes$/i.test(cell.trim())) {
        parts.set(column.clause.column, []);
        continue;
      }
      const old = line?.statement?.pieces.get(column.clause.column)?.[0]?.value ?? [];
      const read = readCell(this.#making, column.clause, cell, old);
      if ('problem' in read) this.#refuse(one.row, column.heading, read.problem);
      else parts.set(column.clause.column, read.values);
    }
    return this.refusals.length === refused ? parts : undefined;
  }

  #wish({ row }: FactOfRow, wish: Omit<LineWish, 'origin'>, heading: string): void {
    this.lines.push({ ...wish, origin: { sheet: row.definition.name, cell: row.cellAt(heading) } });
  }

  #refuse(row: ChangedRow, heading: string, message: string): void {
    this.refusals.push({ sheet: row.definition.name, cell: row.cellAt(heading), message });
  }
}

const exportedIn = ({ exported }: ChangedRow, { heading }: PartColumn): string => (exported.get(heading) ?? '').trim();

const isFilled = ({ cells }: ChangedRow, { heading }: PartColumn): boolean => (cells.get(heading) ?? '').trim() !== '';

const isAside = (column: string): boolean => column === 'Source' || column === 'Source: at' || column === 'Confidence';

/** The facts that a row speaks of, each with its columns; those only that something is asked of. */
function factsOf(row: ChangedRow, entry: Entry): readonly FactOfRow[] {
  const all = partColumns(row.definition);
  const facts = row.fact === undefined ? [...new Set(all.map(({ fact }) => fact!))] : [row.fact];
  return facts.flatMap((fact) => {
    const shape = shapeOf(entry.outline.element.kind, fact);
    if (!shape) return [];
    const mine = (column: PartColumn): boolean => column.fact === undefined || column.fact === fact;
    const columns = all.filter((column) => mine(column)).map((column) => asMain(column, shape, row));
    const changed = columns.filter(({ heading }) => row.changed.some((one) => one.heading === heading));
    if (changed.length === 0 && row.wish !== 'remove') return [];
    return [{ row, entry, fact, shape, columns, changed }];
  });
}

/** In sheets whose rows have facts of their own, each row has its own main column. */
function asMain(column: PartColumn, shape: Shape, { definition }: ChangedRow): PartColumn {
  if (definition.rows !== 'lines') return column;
  return { ...column, main: column.clause.column === mainOf(shape).column };
}
