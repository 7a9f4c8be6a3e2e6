/** A sheet as somebody gave it: what was read of a file. */
export interface GivenTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly GivenRow[];
}

export interface GivenRow {
  /** As the spreadsheet program counts it. */
  readonly number: number;
  /** One for each heading. */
  readonly cells: readonly string[];
}

/** A workbook as somebody gave it. */
export interface GivenBook {
  readonly tables: readonly GivenTable[];
  /** The sheets as they were exported; nothing where the file does not say. */
  readonly exported: readonly GivenTable[] | undefined;
  /** What could not be read. */
  readonly refusals: readonly Refusal[];
}

/** Why nothing is changed, and where it stands in the workbook. */
export interface Refusal {
  readonly sheet: string;
  /** Such as `F7`. */
  readonly cell?: string;
  readonly message: string;
}

/** The hidden sheet that holds all others as they were exported. */
export const EXPORTED = 'As exported';

/** The first sheet, which explains the others. */
export const READ_ME = 'Read me';

/** Names of sheets and columns that are left alone begin with this. */
export const OWN = '_';

/** The letters of a column, from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1);
  return rest + String.fromCharCode(65 + (index % 26));
}

/** A sheet from the rows of a file, the first of which are its headings. Empty rows are left out. */
export function givenTable(name: string, lines: readonly (readonly string[])[]): GivenTable {
  const headings = (lines[0] ?? []).map((heading) => heading.trim());
  const rows = lines.slice(1).map((cells, index) => ({ number: index + 2, cells: padded(cells, headings.length) }));
  return { name, headings, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** The sheets as they were exported, from the rows of the sheet that keeps them: each begins with its sheet's name. */
export function exportedTables(lines: readonly (readonly string[])[]): readonly GivenTable[] {
  const tables = new Map<string, (readonly string[])[]>();
  for (const [name = '', ...cells] of lines) {
    const rows = tables.get(name);
    if (rows) rows.push(cells);
    else tables.set(name, [cells]);
  }
  return [...tables].map(([name, rows]) => {
    const width = rows[0]!.findLastIndex((heading) => heading !== '') + 1;
    return givenTable(
      name,
      rows.map((cells) => cells.slice(0, width)),
    );
  });
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, index) => cells[index] ?? '');
}
