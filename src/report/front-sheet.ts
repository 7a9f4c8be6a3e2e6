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

type Said = readonly [value: string | number, kind: Kind, sheet?: string];

interface Line {
  readonly cells: readonly Said[];
  /** One of several alike, with a rule below; the last cell of others reaches to the end of the line. */
  readonly isRow: boolean;
}

const free = (...cells: readonly Said[]): Line => ({ cells, isRow: false });
const row = (...cells: readonly Said[]): Line => ({ cells, isRow: true });

const widths = [56, 12, 96];

/** The first sheet: what the workbook is, what is and is not known, and the way to all others. */
export function frontSheet(report: Report, sheets: readonly SheetOfRegister[]): WriteSheet {
  const all = linesOf(report, sheets);
  return {
    name: 'About',
    rows: all.map(({ cells }) =>
      cells.map(([value]): CellValue => (typeof value === 'string' ? escaped(storable(value)) : value)),
    ),
    cells: new Map(
      all.flatMap(({ cells, isRow }, at) =>
        cells.map((one, column) => [`${at},${column}`, cellOf(one, isRow)] as const),
      ),
    ),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(all.map((one, at) => [at, { height: roomOf(one) }])),
    merges: all.flatMap(({ cells: { length }, isRow }, at) =>
      isRow || length === 0 || length === widths.length
        ? []
        : [{ startRow: at, endRow: at, startCol: length - 1, endCol: widths.length - 1 }],
    ),
    view: { showGridLines: false },
    pageSetup: { ...page, orientation: 'landscape', paperSize: 'a4' },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

function linesOf({ made, registers }: Report, sheets: readonly SheetOfRegister[]): readonly Line[] {
  const sheetOf = new Map(sheets.map(({ register, sheet }) => [register.name, sheet]));
  const groups = [...new Set(registers.map(({ group }) => group))];
  return [
    free([made.title, 'title']),
    ...factsOf(made).map(([name, value]) => free([name, 'text'], [value, 'text'])),
    free(),
    free([explained, 'text']),
    free(),
    free(['At a glance', 'heading']),
    ...made.counts.map(({ name, count, register }) => row(said(name, sheetOf.get(register)), [count, 'number'])),
    ...groups.flatMap((group) => [
      free(),
      free([groupTitles[group], 'heading'], ['Rows', 'heading'], ['What it is for, and how to read it', 'heading']),
      ...sheets
        .filter(({ register }) => register.group === group)
        .map(({ register, sheet }) =>
          row(said(register.title, sheet), [register.rows.length, 'number'], [aboutOf(register), 'text']),
        ),
    ]),
  ];
}

function cellOf([value, kind, sheet]: Said, isRow: boolean): Partial<Cell> {
  const style = { ...styles[kind], ...(isRow ? { border: { bottom: line } } : {}) };
  if (sheet === undefined) return { style };
  const location = `'${sheet.replaceAll("'", "''")}'!A1`;
  return { style, hyperlink: { target: '', location, display: String(value) } };
}

const said = (words: string, sheet: string | undefined): Said =>
  sheet === undefined ? [words, 'text'] : [words, 'link', sheet];

function aboutOf({ about, notes, rows, empty }: Register): string {
  return [about, ...(rows.length === 0 ? [empty] : []), ...notes].join('\n');
}

function roomOf({ cells, isRow }: Line): number {
  if (cells[0]?.[1] === 'title') return 34;
  if (cells[0]?.[1] === 'heading') return 22;
  const last = cells.length - 1;
  const rest = widths.slice(last).reduce((sum, width) => sum + width, 0);
  // Letters are narrower than the figures by which columns are measured.
  const room = widths.map((width, at) => 1.1 * (at === last && !isRow ? rest : width));
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
