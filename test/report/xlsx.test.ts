import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { unescaped } from '../../src/exchange/sheets/escape.ts';
import { registersOf } from '../../src/registers/all.ts';
import { cellOf, columnsOf, type Register } from '../../src/registers/register.ts';
import { countsOf } from '../../src/report/counts.ts';
import type { Report } from '../../src/report/report.ts';
import { sheetNames } from '../../src/report/sheet-names.ts';
import { xlsxOf } from '../../src/report/xlsx.ts';
import { givenOf, textsOf } from '../registers/given.ts';

const where = (): string => 'a.pathway, line 3';

function reportOf(registers: readonly Register[], counts: Report['made']['counts'] = []): Report {
  const made = {
    title: 'County',
    day: '2026-05-01',
    date: '1 May 2026',
    commit: '3f2c1ab',
    today: '30 June 2026',
    asOf: '2026-06-30',
  };
  return { made: { ...made, counts }, registers, pictures: [], where };
}

const given = givenOf(textsOf('fictional-county'));
const registers = registersOf(given);
const report = reportOf(registers, countsOf(given, registers));

/** The sheets as a library reads them that is not the one that wrote them. */
async function read(made: Report): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const sheets = await readXlsxFile(Buffer.from(await xlsxOf(made)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('the workbook of a report', () => {
  const sheets = read(report);

  it('says on its first sheet what it is, what is not known, and which sheets there are', async () => {
    const about = (await sheets).get('About')!.map((row) => row.filter((cell) => cell !== null));
    expect(about.slice(0, 4)).toEqual([
      ['County'],
      ['Made on', '1 May 2026'],
      ['From', 'commit 3f2c1ab'],
      ['As on', '30 June 2026'],
    ]);
    expect(about).toContainEqual(['stages', 13]);
    expect(about).toContainEqual(['open question', 1]);
    for (const { title, rows, about: what } of registers)
      expect(about).toContainEqual([title, rows.length, expect.stringContaining(what)]);
  });

  it('has a sheet for each register, with every cell of every row, and figures as numbers', async () => {
    const all = [...(await sheets)];
    expect(all.length).toBe(registers.length + 1);
    let numbers = 0;
    for (const [at, register] of registers.entries()) {
      const [name, [headings = [], ...rows]] = all[at + 1]!;
      expect(rows.length, name).toBe(register.rows.length);
      for (const column of register.columns) {
        const index = headings.indexOf(column.heading);
        for (const [number, row] of register.rows.entries()) {
          const { text, amount, items } = cellOf(row, column);
          const value = index < 0 ? null : rows[number]![index];
          if (amount !== undefined) {
            expect(value, `${name}: ${column.heading}`).toBe(amount);
            numbers += 1;
          } else if (value instanceof Date) expect(value.toISOString().slice(0, 10)).toBe(text);
          else expect(unescaped(String(value ?? '')), name).toBe(items && items.length > 1 ? items.join('\n') : text);
        }
      }
    }
    expect(numbers).toBeGreaterThan(50);
  });

  it('has headings that stay in sight, filters, and links from its first sheet to all others', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets: written } = await readXlsx(await xlsxOf(report), { readStyles: true });
    const names = written.slice(1).map(({ name }) => name);
    const targets = [...written[0]!.cells!.values()].flatMap(({ hyperlink }) => hyperlink?.location ?? []);
    expect(new Set(targets)).toEqual(new Set(names.map((name) => `'${name}'!A1`)));
    for (const { name, freezePane, autoFilter, rows, columns } of written.slice(1)) {
      expect(freezePane, name).toEqual({ rows: 1, columns: 1 });
      expect(autoFilter?.range, name).toMatch(new RegExp(`^A1:[A-Z]+${Math.max(1, rows.length)}$`));
      for (const { width } of columns!) expect(width).toBeLessThan(50);
    }
    const costs = written.find(({ name }) => name === 'Cost and activity by stage')!;
    const formats = [...costs.cells!.values()].map(({ style }) => style?.numFmt);
    expect(formats).toContain('"£"#,##0');
  });

  it('is the same bytes each time', async () => expect(await xlsxOf(report)).toEqual(await xlsxOf(report)));

  it('takes no text for a formula, and a day for a day', async () => {
    const place = { file: 'file:///a.pathway', line: 2, character: 0, endLine: 2, endCharacter: 1 };
    const texts = ['=1+1', '+44 1', '-cmd', '@SUM(A1)', "'=1", '1200', '2026-02-30 or so'];
    const one: Register = {
      ...{ name: 'gaps', title: '=Gaps', group: 'findings', about: '=About', notes: ['@note'], empty: '' },
      columns: columnsOf(['what', '=What'], ['by', 'By', 'period']),
      rows: texts.map((text) => ({ cells: { what: { text }, by: { text: '2026-03-31' } }, place })),
    };
    const all = await read({ ...reportOf([one]), made: { ...reportOf([]).made, title: '=Title' } });
    const [headings, ...rows] = all.get('=Gaps')!;
    expect(headings?.[0]).toBe("'=What");
    expect(rows.map(([what]) => what)).toEqual([
      ...["'=1+1", "'+44 1", "'-cmd", "'@SUM(A1)", "''=1", '1200', '2026-02-30 or so'],
    ]);
    expect(rows[0]?.[1]).toEqual(new Date('2026-03-31T00:00:00Z'));
    expect(all.get('About')![0]![0]).toBe("'=Title");
    expect(all.get('About')!.flat()).toContain("'=About\n@note");
  });

  it('is made of a project without anything in it', async () => {
    const nothing = registersOf(givenOf([]));
    const all = await read(reportOf(nothing));
    expect(all.get('Gaps')!.length).toBe(1);
    expect(all.get('About')!.flat()).toContainEqual(expect.stringContaining('No gap is recorded.'));
  });
});

it('sheets have names that spreadsheet programs take, each its own', () => {
  expect(sheetNames(['Gaps', 'GAPS', 'About', 'a/b: [c]?', '', "'x'"])).toEqual([
    ...['Gaps', 'GAPS 2', 'About 2', 'a b c', 'Table', 'x'],
  ]);
  const long = 'Coverage: what each part of the county must have';
  expect(sheetNames([long])).toEqual(['Coverage']);
  const alike = sheetNames([`${long} (one)`, `${long} (two)`, 'x'.repeat(40), 'x'.repeat(41)]);
  expect(alike).toEqual([
    ...['Coverage what each part of the', 'Coverage what each part of 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`],
  ]);
});
