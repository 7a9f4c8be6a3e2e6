import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../../support/command.ts';
import { runInMemory } from '../../support/memory.ts';

const county = resolve(import.meta.dirname, '../../../examples/fictional-county');

/** The example with its sheets as CSV files beside it, one cell of which is changed. */
async function changedCsv(folder: TemporaryFolder, from: string, to: string): Promise<void> {
  folder.copy(county, 'county');
  await runInMemory(['export', 'county', '--format', 'csv', '-o', 'sheets'], folder.path);
  const costs = join(folder.path, 'sheets/Costs.csv');
  const text = readFileSync(costs, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from} in ${text}`);
  writeFileSync(costs, text.replace(from, to));
}

describe('pathway export and import', () => {
  it('writes a workbook, and brings it back unchanged', async () => {
    using folder = new TemporaryFolder();
    folder.copy(county, 'county');
    const { code, err } = await runInMemory(['export', 'county', '-o', 'county.xlsx'], folder.path);
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^Exported: county\.xlsx, 19 sheets with \d+ rows\.\n$/),
    });
    const back = await runInMemory(['import', 'county.xlsx', 'county'], folder.path);
    expect(back).toEqual({ code: 0, out: 'Nothing has been changed in the workbook.\n', err: '' });
  });

  it('is as large as the page about spreadsheets says', async () => {
    using folder = new TemporaryFolder();
    folder.copy(county, 'county');
    const { err } = await runInMemory(['export', 'county', '-o', 'rivershire.xlsx'], folder.path);
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/spreadsheets.md'), 'utf8');
    expect(page).toContain(`$ pathway export examples/fictional-county -o rivershire.xlsx\n${err}`);
  });

  it('says that a row is missing, and takes nothing out', async () => {
    using folder = new TemporaryFolder();
    await changedCsv(folder, '180000,actual', '180000,actual');
    const costs = join(folder.path, 'sheets/Costs.csv');
    const lines = readFileSync(costs, 'utf8').split('\n');
    writeFileSync(costs, lines.filter((line) => !line.includes('180000,actual')).join('\n'));
    const { code, out } = await runInMemory(['import', 'sheets', 'county'], folder.path);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^1 row of sheet 'Costs' is missing: nothing was taken out\. .*\nNothing else has been changed in the workbook\.\n$/,
      ),
    });
  });

  it('says what would change, then changes it', async () => {
    using folder = new TemporaryFolder();
    await changedCsv(folder, '180000,actual', '190000,actual');
    const north = join(folder.path, 'county/north.pathway');
    const before = readFileSync(north, 'utf8');
    const dry = await runInMemory(['import', 'sheets', 'county', '--dry-run'], folder.path);
    expect(dry.out).toContain('1 change:\n');
    expect(dry.out).toContain(
      "Stage 'Self-referral and advice': cost (actual for 2025/26 funded by Rivershire Council, Rivershire ICB) was £180,000",
    );
    expect(dry.out).toContain('Nothing was written (--dry-run). Without it, county/north.pathway would change.');
    expect(readFileSync(north, 'utf8')).toBe(before);
    const done = await runInMemory(['import', 'sheets', 'county'], folder.path);
    expect({ code: done.code, last: done.out.split('\n').at(-2) }).toEqual({
      code: 0,
      last: 'Written: county/north.pathway.',
    });
    expect(readFileSync(north, 'utf8')).toBe(before.replace('£180k', '£190,000'));
    expect(readdirSync(join(folder.path, 'county')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps the mark at the start of a file, and CRLF line ends', async () => {
    using folder = new TemporaryFolder();
    const text = '\uFEFFproject p\r\norganisation icb "ICB"\r\npathway a {\r\n  cost £5k\r\n  stage b\r\n}\r\n';
    const path = folder.write('p/a.pathway', text);
    await runInMemory(['export', 'p', '--format', 'csv', '-o', 'sheets'], folder.path);
    const costs = join(folder.path, 'sheets/Costs.csv');
    writeFileSync(
      costs,
      readFileSync(costs, 'utf8')
        .replace('5000', '6000')
        .replace(/(stage b,1,b,)/, '$17000'),
    );
    const { err } = await runInMemory(['import', 'sheets', 'p'], folder.path);
    expect(err).toBe('');
    expect(readFileSync(path, 'utf8')).toBe(
      text.replace('£5k', '£6,000').replace('  stage b\r\n', '  stage b {\r\n    cost £7,000\r\n  }\r\n'),
    );
  });

  it('reads what Excel saved in the characters of Western Europe, and refuses what nobody can read', async () => {
    using folder = new TemporaryFolder();
    folder.write('p/a.pathway', 'project p\npathway a {\n  purpose "Help"\n  stage b\n}\n');
    await runInMemory(['export', 'p', '--format', 'csv', '-o', 'sheets'], folder.path);
    const file = join(folder.path, 'sheets/Pathways.csv');
    const saved = readFileSync(file, 'utf8').slice(1).replace('Help', 'Café £5');
    writeFileSync(file, Buffer.from(saved, 'latin1'));
    expect((await runInMemory(['import', 'sheets', 'p'], folder.path)).err).toBe('');
    const after = readFileSync(join(folder.path, 'p/a.pathway'), 'utf8');
    expect(after).toContain('purpose "Café £5"');
    writeFileSync(file, Buffer.from(saved.replace('Café', 'Caf\x81'), 'latin1'));
    expect(await runInMemory(['import', 'sheets', 'p'], folder.path)).toEqual({
      ...{ code: 2, out: '' },
      err: 'Nothing was changed: sheets/Pathways.csv cannot be read as text: save it as CSV UTF-8 and try again.\n',
    });
    expect(readFileSync(join(folder.path, 'p/a.pathway'), 'utf8')).toBe(after);
  });

  it('changes nothing where anything is refused, and says where', async () => {
    using folder = new TemporaryFolder();
    await changedCsv(folder, '180000,actual', '190000,fictitious');
    const before = readFileSync(join(folder.path, 'county/north.pathway'), 'utf8');
    const { code, out, err } = await runInMemory(['import', 'sheets', 'county'], folder.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Sheet 'Costs', cell G2: 'fictitious' cannot be read: 'budget' or/);
    expect(err).toContain('Nothing was changed: 1 thing in the workbook cannot be brought in.');
    expect(readFileSync(join(folder.path, 'county/north.pathway'), 'utf8')).toBe(before);
  });

  it('asks for what it needs', async () => {
    using folder = new TemporaryFolder();
    folder.copy(county, 'county');
    const said = async (...args: readonly string[]) => (await runInMemory(args, folder.path)).err;
    expect(await said('export', 'county', '--format', 'xlsx')).toContain('Say where the workbook is to go');
    expect(await said('export', 'county', '--format', 'csv', '-o', 'county')).toContain('county holds other files');
    expect(await said('export', 'county', '--format', 'xlsx', '-o', 'x.pathway')).toContain(
      'is the name of a pathway file',
    );
    expect(await said('import', 'nothing.xlsx', 'county')).toContain('There is no file or folder nothing.xlsx.');
    expect(await said('import', 'county/north.pathway', 'county')).toContain('cannot be read as an XLSX workbook');
    folder.write('county/broken.pathway', 'pathway {');
    expect(await said('import', 'county', 'county')).toContain(
      "Put that right first; 'pathway check' says what it is.",
    );
  });
});
