import type { Confidence, FactState } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Currency } from '../model/units/money.ts';
import type { Finding } from '../rules/finding.ts';

/** What registers are made from. */
export interface Given {
  readonly project: Project;
  /** Everything that is found in the project. */
  readonly findings: readonly Finding[];
  /** The day that counts as today, as YYYY-MM-DD. */
  readonly asOf: string;
}

/** A table that somebody takes away: plain data, the same for a page, a spreadsheet and another program. */
export interface Register {
  /** What it goes by in addresses and file names: `cost-totals`. */
  readonly name: string;
  readonly title: string;
  /** The part of a report that it stands in. */
  readonly group: Group;
  /** What it is for, in one sentence. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How it is to be read: what is counted, and what is not. */
  readonly notes: readonly string[];
  /** What to say where there are no rows. */
  readonly empty: string;
}

export type Group = 'check' | 'region' | 'services' | 'money' | 'moving' | 'oversight' | 'findings' | 'sources';

/** What stands in a column. A matrix has a column for each footprint, level or organisation. */
export type ColumnKind = 'text' | 'list' | 'number' | 'money' | 'period' | 'rating' | 'matrix';

export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Readers may want only the rows that have one value here. */
  readonly filter?: true;
}

/** How a cell stands that is more, or less, than a value. */
export type CellState = Exclude<FactState, 'recorded'> | 'provided' | 'proposed' | 'omitted' | 'closed' | 'late';

export interface Cell {
  /** As people read it; empty where there is nothing to say. */
  readonly text: string;
  readonly state?: CellState;
  /** The same in two or three words, where there is little room. */
  readonly brief?: string;
  /** Of several things, each one; the text joins them. */
  readonly items?: readonly string[];
  /** The number, or the amount in whole units of the currency. */
  readonly amount?: number;
  readonly currency?: Currency;
  /** What it is ordered by, where that is not its text: a day as YYYY-MM-DD, a rank. */
  readonly order?: string | number;
}

/** What a row rests on. */
export interface RowEvidence {
  /** The source as readers know it. */
  readonly source?: string;
  readonly at?: string;
  readonly confidence?: Confidence;
}

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>;
  /** The line or block that it was read from. */
  readonly place: Place;
  readonly evidence?: RowEvidence | undefined;
  /** The pathway that it is about, by name. */
  readonly pathway?: string | undefined;
  /** What it is about in the picture of that pathway. */
  readonly element?: { readonly kind: 'stage' | 'transition' | 'flow'; readonly name: string } | undefined;
}

/** The cell of a row in a column; an empty one where the row has none. */
export function cellOf(row: Row, column: Pick<Column, 'key'>): Cell {
  return row.cells[column.key] ?? nothing;
}

const nothing: Cell = { text: '' };

/** Columns as most registers have them, in few words: `['stage', 'Stage']`, `['cost', 'Cost', 'money']`. */
export function columnsOf(
  ...all: readonly (readonly [key: string, heading: string, kind?: ColumnKind, filter?: 'filter'])[]
): readonly Column[] {
  return all.map(([key, heading, kind = 'text', filter]) => ({
    key,
    heading,
    kind,
    ...(filter === undefined ? {} : { filter: true }),
  }));
}
