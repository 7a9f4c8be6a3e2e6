import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { escaped, storable } from '../exchange/sheets/escape.ts';
import { FONT, heightOf, ink, line, page } from '../exchange/sheets/look.ts';
import { groupTitles } from '../registers/all.ts';
import type { Register } from '../registers/register.ts';
import { explained, factsOf } from './front.ts';
import type { Report } from './report.ts';

/** A register, and the sheet that it stands on. */
export interface SheetOfRegister {
  readonly register: Register;
  readonly sheet: string;
}

type Kind = 'title' | 'heading' | 'text' | 'link' | 'number';

interface Line {
  readonly cells: readonly (readonly [value: string | number, kind: Kind, sheet?: string])[];
  readonly parted?: true;
}

const widths = [56, 12, 96];

/** The first sheet: what the workbook is, what is and is not known, and the way to all others. */
export function frontSheet({ made, registers }: Report, sheets: readonly SheetOfRegister[]): WriteSheet {
  const sheetOf = new Map(sheets.map(({ register, sheet }) => [register.name, sheet]));
  const groups = [...new Set(registers.map(({ group }) => group))];
  const all: readonly Line[] = [
    { cells: [[made.title, 'title']] },
    ...factsOf(made).map(
      ([name, value]): Line => ({
        cells: [
          [name, 'text'],
          [value, 'text'],
        ],
      }),
    ),
    { cells: [] },
    { cells: [[explained, 'text']] },
    { cells: [] },
    { cells: [['At a glance', 'heading']] },
    ...made.counts.map(
      ({ name, count, register }): Line => ({
        cells: [said(name, register && sheetOf.get(register)), [count, 'number']],
        parted: true,
      }),
    ),
    ...groups.flatMap((group): readonly Line[] => [
      { cells: [] },
      {
        cells: [
          [groupTitles[group], 'heading'],
          ['Rows', 'heading'],
          ['What it is for, and how to read it', 'heading'],
        ],
      },
      ...sheets
        .filter(({ register }) => register.group === group)
        .map(
          ({ register, sheet }): Line => ({
            cells: [said(register.title, sheet), [register.rows.length, 'number'], [aboutOf(register), 'text']],
            parted: true,
          }),
        ),
    ]),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, { cells: those, parted }] of all.entries())
    for (const [at, [value, kind, sheet]] of those.entries())
      cells.set(`${row},${at}`, {
        style: { ...styles[kind], ...(parted ? { border: { bottom: line } } : {}) },
        ...(sheet === undefined
          ? {}
          : { hyperlink: { target: '', location: `'${sheet.replaceAll("'", "''")}'!A1`, display: String(value) } }),
      });
  return {
    name: 'About',
    rows: all.map(({ cells: those }) =>
      those.map(([value]): CellValue => (typeof value === 'string' ? escaped(storable(value)) : value)),
    ),
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(all.map((one, at) => [at, { height: roomOf(one) }])),
    merges: all.flatMap(({ cells: those }, row) =>
      those.length === 1 ? [{ startRow: row, endRow: row, startCol: 0, endCol: 2 }] : [],
    ),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'landscape', paperSize: 'a4' },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

const said = (words: string, sheet: string | undefined): Line['cells'][number] =>
  sheet === undefined ? [words, 'text'] : [words, 'link', sheet];

function aboutOf({ about, notes, rows, empty }: Register): string {
  return [about, ...(rows.length === 0 ? [empty] : []), ...notes].join('\n');
}

function roomOf({ cells }: Line): number {
  if (cells[0]?.[1] === 'title') return 34;
  if (cells[0]?.[1] === 'heading') return 22;
  const room = cells.length === 1 ? [widths.reduce((sum, one) => sum + one, 0)] : widths;
  return heightOf(
    cells.map(([value]) => String(value)),
    room,
  );
}

const top = { vertical: 'top', wrapText: true } as const;
const blue = { rgb: '005EB8' };

const styles: Readonly<Record<Kind, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 20, color: blue }, alignment: { vertical: 'center' } },
  heading: { font: { ...FONT, bold: true, size: 13, color: blue }, alignment: { vertical: 'center' } },
  text: { font: { ...FONT, color: ink }, alignment: top },
  link: { font: { ...FONT, color: blue, underline: true }, alignment: top },
  number: { font: { ...FONT, color: ink }, numFmt: '#,##0', alignment: { vertical: 'top', horizontal: 'left' } },
};
