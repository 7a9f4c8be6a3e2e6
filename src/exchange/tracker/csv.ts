import { csvLines, separatorIn, UNCLOSED } from '../sheets/csv.ts';
import { csvTextOf, UNDECODED } from '../sheets/decode.ts';
import { CONTROLS, holdsControls } from '../sheets/escape.ts';
import { type GridCell, gridOf } from './grid.ts';
import type { Workbook } from './xlsx.ts';

/** Reads a CSV file as somebody saved it, as a workbook of one sheet of that name. */
export function readTrackerCsv(name: string, bytes: Uint8Array): Workbook {
  const decoded = csvTextOf(bytes);
  if (decoded === undefined) return { problem: `The file ${UNDECODED}` };
  const text = withLines(decoded);
  // Titles above the headings often have no separator at all.
  const { lines, unclosed } = csvLines(text, separatorIn(text.split('\n', 20).join('\n')));
  if (unclosed !== undefined) return { problem: `Line ${unclosed}: ${UNCLOSED}` };
  const rows = lines.map((line, row) => line.map((cell, column) => cellOf({ sheet: name, row, column }, cell)));
  return { grids: [gridOf(name, rows)], hidden: [] };
}

/** The text with its rows on lines of their own, also where they end as on old Macs. Between quotation marks a line is part of a cell. */
function withLines(text: string): string {
  const isOfOldMac = !text.replace(/"[^"]*"/g, '').includes('\n');
  return isOfOldMac ? text.replace(/\r/g, '\n') : text;
}

function cellOf(at: Pick<GridCell, 'sheet' | 'row' | 'column'>, cell: string): GridCell | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (holdsControls(text)) return { ...at, text: '', is: 'text', problem: CONTROLS };
  if (isNumber(text)) return { ...at, text, is: 'number' };
  if (text.startsWith('='))
    return { ...at, text: '', is: 'text', problem: 'this cell holds a formula: put its value in its place.' };
  return { ...at, text, is: 'text' };
}

/** Not `1.200`: that may as well be one thousand two hundred, which no number of a workbook is. */
export function isNumber(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text) && !/^[1-9]\d{0,2}\.\d{3}$/.test(text);
}
