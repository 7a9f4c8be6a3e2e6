import { csvLines } from '../sheets/csv.ts';
import { type Grid, type GridCell, gridOf } from './grid.ts';

/** Reads a CSV file as somebody saved it: in UTF-8, or as Excel does, in the characters of Western Europe. */
export function gridOfCsv(name: string, bytes: Uint8Array): Grid {
  const text = decoded(bytes);
  const lines = csvLines(text, separatorOf(text));
  return gridOf(
    name,
    lines.map((line, row) => line.map((cell, column) => cellOf({ sheet: name, row, column }, cell))),
  );
}

function cellOf(at: Pick<GridCell, 'sheet' | 'row' | 'column'>, cell: string): GridCell | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return { ...at, text, is: 'number' };
  if (text.startsWith('='))
    return { ...at, text: '', is: 'text', problem: 'this cell holds a formula: put its value in its place.' };
  return { ...at, text, is: 'text' };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What most of the first lines are parted by: titles above the headings often have no separator at all. */
function separatorOf(text: string): string {
  const first = text.split('\n', 20).join('\n');
  const count = (separator: string): number => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
