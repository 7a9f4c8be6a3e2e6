/** From so many rows on, a table is long. */
const many = 100;

/** What a table shows of its columns and rows without its having all of them laid out, in pixels. */
interface Measures {
  readonly columns: readonly { readonly least: number; readonly most: number }[];
  /** How high a row is that nobody has looked at yet. */
  readonly row: number;
}

/** How high the rows of a page are, by their ids. */
export type Heights = ReadonlyMap<string, number>;

/** The heights of the rows of long tables, to be used again for a page that is filled anew. */
export function heightsIn(root: HTMLElement): Heights {
  const rows = [...root.querySelectorAll('.long > tbody > tr:not([hidden])')];
  return new Map(rows.map((row) => [row.id, row.getBoundingClientRect().height]));
}

/**
 * Makes long tables light: each row lays out itself, and only where it is seen, instead of the table laying out all of
 * them for the widths of its columns. Those are found by the rows that say most, and stay whatever is chosen. Rows that
 * are not seen have the heights that they had before, so that nothing moves under the reader.
 */
export function layOutLong(root: HTMLElement, before: Heights): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table.register')) {
    const rows = [...table.tBodies[0]!.rows];
    if (rows.length < many) continue;
    const { columns, row } = measured(table, rows);
    const widths = columns.map(({ least, most }) => `minmax(${least}px, ${most}fr)`);
    table.style.setProperty('--columns', widths.join(' '));
    table.style.setProperty('--least', `${columns.reduce((sum, { least }) => sum + least, 0)}px`);
    table.classList.add('long');
    for (const one of rows) one.style.containIntrinsicBlockSize = `auto ${before.get(one.id) ?? row}px`;
  }
}

/** Measures a table that has only some of its rows: those that say most, and some as they come. */
function measured(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): Measures {
  const sample = rows.filter((_, at) => at % Math.ceil(rows.length / 20) === 0);
  const shown = new Set([...tellingRows(rows), ...sample]);
  const hidden = rows.filter((row) => row.hidden);
  for (const row of rows) row.hidden = !shown.has(row);
  const headings = [...table.tHead!.rows[0]!.cells];
  const [least = [], most = []] = ['min-content', 'max-content'].map((width) => {
    table.style.cssText = `min-width: 0; width: ${width}`;
    return headings.map((heading) => Math.ceil(heading.getBoundingClientRect().width));
  });
  table.style.cssText = '';
  const heights = sample.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  for (const row of rows) row.hidden = false;
  for (const row of hidden) row.hidden = true;
  return {
    columns: least.map((width, at) => ({ least: width, most: most[at]! })),
    row: Math.round(heights / sample.length),
  };
}

/** For each column the row with the longest text, and the row with the longest word. */
function tellingRows(rows: readonly HTMLTableRowElement[]): ReadonlySet<HTMLTableRowElement> {
  const telling = new Map<string, { readonly row: HTMLTableRowElement; readonly length: number }>();
  const note = (key: string, row: HTMLTableRowElement, length: number): void => {
    if (length > (telling.get(key)?.length ?? 0)) telling.set(key, { row, length });
  };
  for (const row of rows) {
    for (const [at, { textContent }] of [...row.cells].entries()) {
      const text = textContent ?? '';
      note(`${at} text`, row, text.length);
      note(`${at} word`, row, Math.max(...text.split(/\s/).map(({ length }) => length)));
    }
  }
  return new Set([...telling.values()].map(({ row }) => row));
}
