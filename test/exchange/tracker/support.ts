import { isNumber } from '../../../src/exchange/tracker/csv.ts';
import type { Grid, GridRow } from '../../../src/exchange/tracker/grid.ts';
import { gridOf } from '../../../src/exchange/tracker/grid.ts';
import { errorsIn, importTracker, type TrackerImport } from '../../../src/exchange/tracker/import.ts';
import { type Mapping, noMapping, withAnswers } from '../../../src/exchange/tracker/mapping.ts';
import { readTrackerXlsx, type Workbook } from '../../../src/exchange/tracker/xlsx.ts';
import { formatText } from '../../../src/language/format/format.ts';

/** A sheet of texts, as a CSV file would give it. */
export function sheetOf(name: string, lines: readonly (readonly string[])[]): Grid {
  return gridOf(
    name,
    lines.map(
      (line, row): GridRow =>
        line.map((text, column) =>
          text === '' ? undefined : { sheet: name, row, column, text, is: isNumber(text) ? 'number' : 'text' },
        ),
    ),
  );
}

export async function gridsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  return gridsIn(await readTrackerXlsx(bytes));
}

/** The sheets that were read. */
export function gridsIn(book: Workbook): readonly Grid[] {
  if ('problem' in book) throw new Error(book.problem);
  return book.grids;
}

/** Imports with nothing asked. */
export function imported(grids: readonly Grid[], mapping: Mapping = noMapping): TrackerImport {
  return importTracker(grids, withAnswers(mapping, { keepApart: true }), 'tracker.xlsx');
}

/** All texts as one. */
export const textOf = ({ files }: TrackerImport): string => files.map(({ text }) => text).join('\n');

/** What is wrong with the texts: errors of the check, and files that are not in canonical form. */
export function faultsOf({ files }: TrackerImport): readonly string[] {
  const unformatted = files.filter(({ text }) => {
    const formatted = formatText(text);
    return !('text' in formatted) || formatted.text !== text;
  });
  return [...errorsIn(files, '2026-06-30').map(({ message }) => message), ...unformatted.map(({ name }) => name)];
}
