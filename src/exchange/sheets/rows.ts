import type { Outline } from '../../changes/outline.ts';
import { itemInWords } from '../../changes/words.ts';
import type { Pathway, Stage } from '../../model/elements.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import { type Cells, cellOf } from './cells.ts';
import { headings, type PartColumn, partColumns, restingElsewhere, type SheetDefinition } from './definitions.ts';
import { type Entry, type EntryLine, linesOf } from './entries.ts';
import type { Clause } from './shapes.ts';

/** Stands for a line that sheets cannot take apart. */
export const ELSEWHERE = '(written in the pathway file only)';

/** One row of a sheet, with its cells by heading; empty cells are left out. */
export interface Row {
  readonly entry: Entry;
  /** The fact, where the row is about one only. */
  readonly fact?: string;
  /** Which line of its fact it is, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** What making rows needs to know. */
export interface Making extends Cells {
  readonly project: Project;
  readonly entries: readonly Entry[];
}

/** The rows of a sheet as the text has them now. */
export function rowsOf(making: Making, definition: SheetDefinition): readonly Row[] {
  const { kinds, facts, rows } = definition;
  const entries = making.entries.filter(({ outline }) => kinds.includes(outline.element.kind));
  switch (rows) {
    case 'blocks':
      return entries.flatMap((entry) => blockRows(making, definition, entry));
    case 'lines':
      return entries.flatMap((entry) => facts.flatMap((fact) => lineRows(making, definition, entry, fact)));
    default:
      return making.entries.flatMap((entry) => listRows(making, definition, entry));
  }
}

function blockRows(making: Making, definition: SheetDefinition, entry: Entry): readonly Row[] {
  const columns = partColumns(definition);
  const byFact = new Map(definition.facts.map((fact) => [fact, linesOf(entry, fact)]));
  const most = Math.max(1, ...[...byFact.values()].map((lines) => lines.length));
  return Array.from({ length: most }, (_, index) => {
    const cells = new Map(keyCells(entry, undefined, index + 1));
    for (const column of columns) {
      const line = byFact.get(column.fact!)![index];
      if (line) put(cells, column, cellOfPart(making, column, line));
    }
    return { entry, line: index + 1, cells };
  });
}

function lineRows(making: Making, definition: SheetDefinition, entry: Entry, fact: string): readonly Row[] {
  const lines = linesOf(entry, fact);
  if (lines.length > 0) return lines.map((line, index) => lineRow(making, definition, entry, fact, line, index + 1));
  const wanted = definition.blanks?.includes(entry.outline.element.kind) && fact === definition.facts[0];
  if (!wanted || isInherited(entry, fact)) return [];
  return [{ entry, fact, line: 1, cells: new Map(keyCells(entry, fact, 1)) }];
}

function lineRow(
  making: Making,
  definition: SheetDefinition,
  entry: Entry,
  fact: string,
  line: EntryLine,
  number: number,
): Row {
  const cells = new Map(keyCells(entry, fact, number));
  for (const column of partColumns(definition)) put(cells, column, cellOfPart(making, column, line));
  return { entry, fact, line: number, cells };
}

/** A stage that says nothing of who provides, commissions or oversees it takes that from its pathway. */
function isInherited({ outline, parent }: Entry, fact: string): boolean {
  if (outline.element.kind !== 'stage' || parent?.outline.element.kind !== 'pathway') return false;
  if (fact !== 'provider' && fact !== 'commissioner' && fact !== 'governance') return false;
  return effective(parent.outline.element as Pathway, outline.element as Stage, fact).lines.length > 0;
}

function listRows(making: Making, definition: SheetDefinition, entry: Entry): readonly Row[] {
  const facts = new Set(entry.outline.items.filter(({ isFact }) => isFact).map(({ fact }) => fact));
  return [...facts].flatMap((fact) =>
    linesOf(entry, fact).flatMap((line, index) => {
      const isListed =
        definition.rows === 'unknown' ? line.statement?.state === 'unknown' : !restingElsewhere.has(fact);
      if (!isListed || !line.statement) return [];
      const row = lineRow(making, definition, entry, fact, line, index + 1);
      const cells = new Map(row.cells).set(headings.says, saying(making, entry.outline, fact, index));
      return [{ ...row, cells }];
    }),
  );
}

/** What a line of a block says, as people say it. */
export function saying({ project }: Making, outline: Outline, fact: string, index: number): string {
  const item = outline.items.filter((one) => one.isFact && one.fact === fact)[index]!;
  return itemInWords(project, item, outline.scope);
}

function keyCells(entry: Entry, fact: string | undefined, line: number): readonly (readonly [string, string])[] {
  const { element } = entry.outline;
  const label = 'text' in element && element.text !== '' ? element.text : element.label;
  const name = (label ?? element.name).replace(/\s+/g, ' ');
  return [
    ...(entry.pathway === '' ? [] : [[headings.pathway, entry.pathway] as const]),
    [headings.element, entry.element],
    ...(fact === undefined ? [] : [[headings.fact, fact] as const]),
    [headings.line, String(line)],
    [headings.name, name],
  ];
}

function put(cells: Map<string, string>, { heading }: PartColumn, cell: string): void {
  if (cell !== '') cells.set(heading, cell);
}

/** What the cell of a part says of a line. */
export function cellOfPart(making: Cells, { clause, main }: PartColumn, { shape, statement }: EntryLine): string {
  if (!statement) return main ? ELSEWHERE : '';
  if (statement.state !== 'recorded' && shape.clauses.some(({ column }) => column === clause.column))
    return main ? statement.state : '';
  return partCell(making, clause, statement.pieces.get(clause.column) ?? []);
}

function partCell(making: Cells, clause: Clause, pieces: readonly { readonly value: readonly string[] }[]): string {
  if (pieces.length === 0) return clause.bare ? 'yes' : '';
  return cellOf(
    making,
    clause,
    pieces.map(({ value }) => value),
  );
}
