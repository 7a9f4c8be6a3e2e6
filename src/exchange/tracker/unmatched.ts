import { withoutContacts } from '../../model/contacts.ts';
import type { Refusal } from '../sheets/given.ts';
import { columnsOf, onOneLine } from './columns.ts';
import { filled, type Grid } from './grid.ts';
import type { Mapping, SheetMapping } from './mapping.ts';
import { didYouMean, meant } from './meant.ts';
import { headingRowIn, type Table } from './table.ts';

/** A refusal for a line of the mapping. */
export const lineRefusal = (line: number, message: string): Refusal => ({
  sheet: '',
  message: `The mapping, line ${line}: ${withoutContacts(message)}`,
});

/** Sheets that a mapping speaks of and the tracker does not have, or does not show. */
export function unknownSheets(
  grids: readonly Grid[],
  hidden: readonly string[],
  { sheets }: Mapping,
): readonly Refusal[] {
  const names = grids.map(({ name }) => name);
  return [...sheets].flatMap(([name, { line, leaveOut }]) => {
    if (names.includes(name) || (hidden.includes(name) && leaveOut)) return [];
    if (hidden.includes(name))
      return [lineRefusal(line, `the sheet '${name}' is hidden, and is not read. Show it, or take it out here.`)];
    const guess = meant(name, names);
    const all = `There ${names.length === 1 ? 'is' : 'are'} ${names.map((one) => `'${one}'`).join(', ')}.`;
    return [lineRefusal(line, `there is no sheet '${name}'.${didYouMean(guess) || ` ${all}`}`)];
  });
}

/** What a mapping says of a sheet, and does not hold there: a row of headings, a heading. */
export function unknownHeadings(grid: Grid, table: Table | undefined, { sheets }: Mapping): readonly Refusal[] {
  const sheet = sheets.get(grid.name);
  if (!sheet || sheet.leaveOut) return [];
  const row = headingRowIn(grid, sheet);
  const headings = row === undefined ? undefined : grid.rows[row];
  if (row !== undefined && (!headings || filled(headings).length === 0)) return [emptyRow(grid, row, sheet)];
  const columns = table?.columns ?? (headings && columnsOf(grid, row!, headings, sheet)) ?? [];
  const keys = columns.map(({ key }) => key);
  const missing = [...sheet.columns]
    .filter(([key]) => !keys.includes(key))
    .map(([key, { line }]) => lineRefusal(line, missingHeading(grid, row, keys, key, sheet.columns)));
  if (table || missing.length > 0) return missing;
  return [
    lineRefusal(
      sheet.line,
      `no column of the sheet '${grid.name}' says what its rows are about. Say below 'columns' which one is the stage, the organisation, or a gap or risk; below 'heading-row' in which row the headings are; or leave-out: yes.`,
    ),
  ];
}

function emptyRow(grid: Grid, row: number, sheet: SheetMapping): Refusal {
  const { headingRow: _, ...rest } = sheet;
  const likely = headingRowIn(grid, rest);
  const hint = likely === undefined ? '' : ` Did you mean ${likely + 1}?`;
  return lineRefusal(
    sheet.headingRow?.line ?? sheet.line,
    `row ${row + 1} of the sheet '${grid.name}' is empty, and holds no headings.${hint}`,
  );
}

/** Says that a heading is not there, and which other one or which other row may be meant. */
function missingHeading(
  grid: Grid,
  row: number | undefined,
  keys: readonly string[],
  key: string,
  said: SheetMapping['columns'],
): string {
  const lacks = `the sheet '${grid.name}' has no heading '${key}'${row === undefined ? '' : ` in row ${row + 1}`}.`;
  const elsewhere = grid.rows.findIndex(
    (cells, at) => at !== row && filled(cells).some(({ text }) => onOneLine(text) === key),
  );
  if (elsewhere >= 0) return `${lacks} Row ${elsewhere + 1} has it: let 'heading-row' say where the headings are.`;
  const guess = meant(
    key,
    keys.filter((one) => !said.has(one)),
  );
  if (guess !== undefined) return `${lacks}${didYouMean(guess)}`;
  const named = keys.slice(0, MOST_NAMED).map((one) => `'${one}'`);
  const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : '';
  return keys.length === 0 ? lacks : `${lacks} There are ${named.join(', ')}${more}.`;
}

const MOST_NAMED = 12;
