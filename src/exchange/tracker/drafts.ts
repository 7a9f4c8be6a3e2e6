import type { Column } from './columns.ts';
import type { LeftOut } from './contacts.ts';
import type { FieldName } from './fields.ts';
import { type GridCell, placeOf } from './grid.ts';
import { folded, Names } from './names.ts';
import { Register } from './register.ts';
import type { Table, TableRow } from './table.ts';
import { Terms } from './terms.ts';

/** A stage that is being put together from the rows that speak of it. */
export interface StageDraft {
  readonly name: string;
  readonly label: string;
  readonly pathway: PathwayDraft;
  readonly lines: string[];
  /** Its gaps, risks and so on. */
  readonly blocks: string[];
  /** The rows that it is made of, for its evidence. */
  readonly rows: string[];
  /** What else it rests on. */
  readonly sources: string[];
  /** The figures that are written, by what they count and their year: the row and the cell that they stand in. */
  readonly figures: Map<string, readonly FigureDraft[]>;
  /** What its first row rests on: `tracker`, where it says nothing. */
  restsOn?: string;
  /** What holds for every transition into it. */
  readonly into: { readonly line: string; readonly cell: GridCell; readonly heading: string }[];
}

export interface FigureDraft {
  readonly place: string;
  readonly cell: GridCell;
  readonly words: string;
  readonly funders: string | undefined;
}

export interface TransitionDraft {
  readonly from: StageDraft;
  readonly to: StageDraft;
  readonly lines: string[];
}

export interface PathwayDraft {
  readonly name: string;
  readonly label: string;
  /** What the tracker calls it, without its footprint. */
  readonly base: string;
  readonly footprint?: string;
  readonly stages: Map<string, StageDraft>;
  /** What other cells call a stage by: its number. */
  readonly refs: Map<string, StageDraft>;
  readonly transitions: Map<string, TransitionDraft>;
  readonly notes: string[];
  readonly blocks: string[];
  readonly stageNames: Names;
  readonly issueNames: Map<string, Names>;
}

/** A cell that could not be understood, and is kept in its own words. */
export interface Kept {
  readonly cell: GridCell;
  readonly heading: string;
  readonly why: string;
  /** What it calls stages, and which ones that may be: for somebody to say. */
  readonly stages?: readonly { readonly text: string; readonly guess?: string }[];
}

/** A figure that adds to the one of an earlier row, of the same stage, kind and year. */
export interface Added {
  readonly cell: GridCell;
  readonly heading: string;
  /** The earlier row: `Services, row 2`. */
  readonly to: string;
}

/** A figure that is the same as an earlier one, of the same stage, kind and year: it is written once. */
export interface Same {
  readonly cell: GridCell;
  readonly as: GridCell;
  readonly heading: string;
}

/** All that an import puts together. */
export class Drafts {
  readonly pathways = new Map<string, PathwayDraft>();
  readonly terms = new Terms();
  readonly footprints = new Register('footprint');
  readonly boards = new Register('board');
  readonly assessments = new Register('information');
  readonly information = new Register('information');
  readonly sources = new Register('source', ['tracker']);
  readonly projectNotes: string[] = [];
  /** Lines of an organisation's declaration, by its name. */
  readonly bodyLines = new Map<string, string[]>();
  readonly kept: Kept[] = [];
  readonly added: Added[] = [];
  readonly same: Same[] = [];
  /** Cells of which a name was left out that may be a person's. */
  readonly withheld: LeftOut[] = [];
  /** What somebody has said which stage a text means. */
  readonly stagesSaid: ReadonlyMap<string, string>;
  /** Every text that was looked up as the name of a stage. */
  readonly stagesAsked = new Set<string>();
  readonly #pathwayNames = new Names();
  readonly #understood = new Map<Column, number>();
  readonly #noted = new Map<Column, number>();

  constructor(stagesSaid: ReadonlyMap<string, string>) {
    this.stagesSaid = stagesSaid;
  }

  /** The pathway of a name; one for each footprint that it is in. */
  pathway(base: string, area: string | undefined): PathwayDraft {
    const footprint = area === undefined ? undefined : this.footprints.of(area);
    const key = `${folded(base)}\n${footprint ?? ''}`;
    const known = this.pathways.get(key);
    if (known) return known;
    const label = area === undefined || folded(base).includes(folded(area)) ? base : `${base}, ${area}`;
    const text = label.replace(/\s+/g, ' ').trim();
    const made: PathwayDraft = {
      ...{ name: this.#pathwayNames.of(area === undefined ? text : `${area} ${base}`, 'pathway'), label: text, base },
      ...(footprint !== undefined && { footprint }),
      ...{ stages: new Map(), refs: new Map(), transitions: new Map(), notes: [], blocks: [] },
      ...{ stageNames: new Names(), issueNames: new Map() },
    };
    this.pathways.set(key, made);
    return made;
  }

  stage(pathway: PathwayDraft, label: string): StageDraft {
    const key = folded(label) || label;
    const known = pathway.stages.get(key);
    if (known) return known;
    const text = label.replace(/\s+/g, ' ').trim();
    const made: StageDraft = {
      ...{ name: pathway.stageNames.of(text, 'stage'), label: text, pathway },
      ...{ lines: [], blocks: [], rows: [], sources: [], into: [], figures: new Map() },
    };
    pathway.stages.set(key, made);
    return made;
  }

  /** Counts a cell as understood. */
  understood(column: Column): void {
    this.#understood.set(column, this.understoodIn(column) + 1);
  }

  understoodIn(column: Column): number {
    return this.#understood.get(column) ?? 0;
  }

  /** Counts a cell as kept in a note, since nothing that it could be a fact of is there. */
  noted(column: Column): void {
    this.#noted.set(column, this.notedIn(column) + 1);
  }

  notedIn(column: Column): number {
    return this.#noted.get(column) ?? 0;
  }

  /** Tells of a cell that something of it may be the name of a person, and is written nowhere. */
  withhold(cell: GridCell, column: Column): void {
    this.withheld.push({ cell, heading: column.heading.text });
  }

  keep(cell: GridCell, column: Column, why: string, stages?: Kept['stages']): void {
    this.kept.push({ cell, heading: column.heading.text, why, ...(stages && { stages }) });
  }
}

/** Adds lines that are not there yet. */
export function addOnce(lines: string[], more: readonly string[]): void {
  for (const line of more) if (!lines.includes(line)) lines.push(line);
}

/** The cell of a row in the column that is about something; nothing where it is empty. */
export function cellFor(table: Table, row: TableRow, field: FieldName): GridCell | undefined {
  const column = table.columns.find((one) => one.field === field);
  return column && row.cells.get(column.index);
}

/** The cells of a row with their columns, in the order of the sheet. */
export function cellsOf(table: Table, row: TableRow): readonly (readonly [GridCell, Column])[] {
  return table.columns.flatMap((column) => {
    const cell = row.cells.get(column.index);
    return cell === undefined || column.field === 'leave-out' ? [] : [[cell, column] as const];
  });
}

/** Such as `Stages, row 5`. */
export function rowPlace(table: Table, { row }: TableRow): string {
  return `${table.name}, row ${row + 1}`;
}

/** The row as one text, for a note: each cell below its heading, where there is one. */
export function rowInWords(cells: readonly GridCell[], columns: readonly Column[] = []): string {
  const heading = (cell: GridCell): string => {
    const column = columns.find(({ index }) => index === cell.column);
    return column ? `${column.heading.text}: ` : '';
  };
  return `${cells.map((cell) => heading(cell) + cell.text).join('; ')} (${placeOf(cells[0]!)})`;
}
