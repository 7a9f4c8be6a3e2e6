import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvLines } from '../../src/exchange/sheets/csv.ts';
import { unescaped } from '../../src/exchange/sheets/escape.ts';
import { ensureOffice } from '../e2e/debian.ts';
import { run } from '../e2e/processes.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** Every workbook that we write is opened in LibreOffice, which says in CSV what it shows in each cell of each sheet. */

const folder = new TemporaryFolder();

/** Commas, quotes, UTF-8; cells as they are shown, formulas not; every sheet into a file of its own. */
const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** Beside the county: what spreadsheet programs might take for something else. */
const awkward = `pathway awkward "=1+1" {
  purpose "-5 to +5, \\"quoted\\", it's 2014-03 & <b>"
  stage a "@SUM(A1)" {
    voice "1/2"
    cost £1,234.50 actual for 2014/15
    activity 12.5% for 2010-01
    activity 1,200 people for 2014
  }
  stage b "TRUE" {
    cost €5,000 for 2015
  }
  action c "00123" { due 2010-01-15 }
}
`;

beforeAll(async () => {
  const office = await ensureOffice();
  if ('missing' in office) throw new Error(office.missing);
  folder.copy(resolve(import.meta.dirname, '../../examples/fictional-county'), 'county');
  folder.write('county/awkward.pathway', awkward);
  for (const args of [
    ['export', 'county', '-o', 'sheets.xlsx'],
    ['report', 'county', '--format', 'xlsx', '-o', 'report.xlsx'],
  ]) {
    const { code, err } = await runInMemory(args, folder.path);
    if (code !== 0) throw new Error(err);
  }
  // One start for all, with settings that are nobody's.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder.path, 'profile')).href}`;
  const files = ['sheets.xlsx', 'report.xlsx'];
  await run(office.path, [profile, '--headless', '--convert-to', filter, '--outdir', 'csv', ...files], {
    cwd: folder.path,
  });
}, 180_000);
afterAll(() => folder[Symbol.dispose]());

it.each([
  ['sheets', 22],
  ['report', 28],
])('LibreOffice shows in each cell of %s.xlsx what was written', async (book, count) => {
  const sheets = await readXlsxFile(readFileSync(join(folder.path, `${book}.xlsx`)));
  expect(sheets.length).toBe(count);
  const shown = readdirSync(join(folder.path, 'csv')).filter((name) => name.startsWith(`${book}-`));
  expect(shown.toSorted()).toEqual(sheets.map(({ sheet }) => `${book}-${sheet}.csv`).toSorted());
  let cells = 0;
  for (const { sheet, data } of sheets) {
    const { lines } = csvLines(readFileSync(join(folder.path, 'csv', `${book}-${sheet}.csv`), 'utf8'));
    const width = Math.max(0, ...data.map((row) => row.length));
    const read = lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ''));
    const written = data.map((row, y) =>
      Array.from({ length: width }, (_, x) => likeShown(row[x] ?? null, read[y]?.[x] ?? '')),
    );
    expect(read, sheet).toEqual(written);
    cells += written.flat().filter((cell) => cell !== '').length;
  }
  expect(cells).toBeGreaterThan(1500);
});

it('takes no text for a formula, a number or a day, and shows money with its sign', () => {
  const csv = (name: string): string => readFileSync(join(folder.path, 'csv', `${name}.csv`), 'utf8');
  for (const text of ["'=1+1", "'@SUM(A1)", 'TRUE', '€5,000', '"£1,234.50"'])
    expect(csv('report-Cost and activity by stage')).toContain(text);
  for (const text of ["'=1+1", '1/2', '00123', '2010-01-15', '12.5%'])
    expect(
      `${csv('sheets-Pathways')}${csv('sheets-Stages')}${csv('sheets-Actions')}${csv('sheets-Activity')}`,
    ).toContain(text);
});

/** What was written, as LibreOffice shows it: a number, an amount or a share in its own way, if it is the same one. */
function likeShown(written: unknown, shown: string): string {
  if (written === null) return '';
  if (written instanceof Date) return written.toISOString().slice(0, 10);
  if (typeof written !== 'number') return unescaped(String(written));
  const bare = Number(shown.replace(/[£€$,%]/g, '')) / (shown.endsWith('%') ? 100 : 1);
  return Math.abs(bare - written) < 1e-9 ? shown : String(written);
}
