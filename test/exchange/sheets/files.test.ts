import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Book, bookOf } from '../../../src/exchange/sheets/book.ts';
import { csvLines, csvOf, readCsvBook } from '../../../src/exchange/sheets/csv.ts';
import { csvTextOf } from '../../../src/exchange/sheets/decode.ts';
import { escaped, unescaped } from '../../../src/exchange/sheets/escape.ts';
import { readXlsxBook, xlsxOf } from '../../../src/exchange/sheets/xlsx.ts';
import { unpackedSize } from '../../../src/exchange/sheets/zip-size.ts';
import { exported, imported, projectOf } from './given.ts';

const texts = {
  'a.pathway': `organisation icb "=HYPERLINK(\\"x\\")"
organisation minus "-5 to +5"
organisation quoted "'=1+1"
pathway a "@sum" {
  purpose "unknown"
  voice "_x0041_ & <b> 'x'"
  cost £1,234.50 actual for 2014/15
  stage b {
    activity 12.5% for 2010-01
    activity 1,200 people for 2014
    commissioner icb share 60%
  }
  action c { due 2010-01-15 }
}
`,
};

/** The sheets of a workbook as a library reads them that is not the one that wrote them. */
async function otherReader(book: Book): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const sheets = await readXlsxFile(Buffer.from(await xlsxOf(book)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('the XLSX file', () => {
  const book = bookOf(projectOf(texts));

  it('is read by another library as it was meant, with numbers, percentages and dates as such', async () => {
    const sheets = await otherReader(book);
    const cell = (sheet: string, row: number, heading: string): unknown => {
      const [headings = [], ...rows] = sheets.get(sheet)!;
      return rows[row]![headings.indexOf(heading)];
    };
    expect([...sheets.keys()].slice(0, 3)).toEqual(['Read me', 'Pathways', 'Stages']);
    expect(cell('Costs', 0, 'Amount')).toBe(1234.5);
    expect(cell('Activity', 0, 'Amount')).toBe(0.125);
    expect(cell('Activity', 1, 'Amount')).toBe(1200);
    expect(cell('Activity', 1, 'Period')).toBe('2014');
    expect(cell('Commissioners', 0, 'Share')).toBe(0.6);
    expect(cell('Actions', 0, 'Due')).toEqual(new Date('2010-01-15T00:00:00Z'));
    expect(cell('Pathways', 0, 'Voice')).toBe("_x0041_ & <b> 'x'");
    expect(cell('Pathways', 0, 'Purpose')).toBe('"unknown"');
  });

  it('holds every cell of the book and no other, for that library too', async () => {
    const sheets = await otherReader(book);
    for (const { name, columns, rows } of book.tables) {
      const filled = (all: readonly (readonly unknown[])[]) =>
        all.map((row) => row.map((one) => one !== null && one !== ''));
      const expected = [columns.map(() => true), ...rows.map((row) => row.map((one) => one !== ''))];
      expect(filled(sheets.get(name)!), name).toEqual(expected);
    }
  });

  it('holds no formula, and texts that look like one come back as they were', async () => {
    const sheets = await otherReader(book);
    expect(
      sheets
        .get('Organisations')!
        .slice(1)
        .map((row) => row[4]),
    ).toEqual(['\'=HYPERLINK("x")', "'-5 to +5", "''=1+1"]);
    const given = await exported(texts);
    expect(given.tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual(book.tables.map(({ rows }) => rows));
    const { after, refusals } = imported(texts, given);
    expect({ after, refusals }).toEqual({ after: texts, refusals: [] });
  });

  it('has a list to choose from, a note on each heading, and headings that stay in sight', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(await xlsxOf(book), { readStyles: true });
    const providers = sheets.find(({ name }) => name === 'Providers')!;
    expect(providers.freezePane).toEqual({ rows: 1, columns: 4 });
    for (const [index, heading] of providers.rows[0]!.entries())
      expect(providers.cells?.get(`0,${index}`)?.comment?.text, String(heading)).toMatch(/\.$/);
    const [list] = providers.dataValidations!.filter(({ range }) => range.startsWith('G2:'));
    expect(list).toMatchObject({ type: 'list', formula1: expect.stringMatching(/^Lists!\$[A-Z]+\$2:\$[A-Z]+\$7$/) });
    expect(sheets.filter(({ hidden, veryHidden }) => hidden || veryHidden).map(({ name }) => name)).toEqual([
      'Lists',
      'As exported',
    ]);
  });
});

describe('a file that is given', () => {
  it('is refused where it is no workbook', async () => {
    expect((await readXlsxBook(new TextEncoder().encode('no'))).refusals[0]?.message).toMatch(
      /^The file cannot be read as an XLSX workbook/,
    );
    const why = async (...bytes: readonly number[]) =>
      (await readXlsxBook(Uint8Array.from(bytes))).refusals[0]?.message;
    expect(await why(0xd0, 0xcf, 0x11, 0xe0, 1, 2)).toMatch(
      /: it has a password, or it is in the old format of Excel\./,
    );
    expect(await why(0x50, 0x4b, 3, 4, 5)).toMatch(/: it is damaged, or holds something else\./);
    const whole = await xlsxOf(bookOf(projectOf(texts)));
    expect(await why(...whole.subarray(0, whole.length / 2))).toMatch(/: it is damaged/);
    expect((await readXlsxBook(new Uint8Array(30_000_001))).refusals[0]?.message).toMatch(
      /larger than any project needs/,
    );
  });

  it('is refused before it is unpacked where that would fill the memory', async () => {
    const bytes = await xlsxOf(bookOf(projectOf(texts)));
    const size = unpackedSize(bytes)!;
    expect(size).toBeGreaterThan(bytes.length);
    const list = Buffer.from(bytes).lastIndexOf(Buffer.from('PK\x01\x02'));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(list + 24, 0xfffffff0, true);
    expect((await readXlsxBook(bytes)).refusals[0]?.message).toMatch(/400 MB unpacked/);
    expect(unpackedSize(new Uint8Array(5))).toBeUndefined();
  });

  it('is refused where a cell holds a formula or an error', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [['Pathway'], [3]];
    const cells = new Map([['1,0', { formula: '1+2', formulaResult: 3 }]]);
    const { refusals } = await readXlsxBook(await writeXlsx({ sheets: [{ name: 'Costs', rows, cells }] }));
    expect(refusals).toEqual([
      { sheet: 'Costs', cell: 'A2', message: 'this cell holds a formula: paste its value in its place.' },
    ]);
  });
});

describe('CSV', () => {
  it('is read with commas or semicolons, quotes and lines in cells', () => {
    const lines = (text: string) => csvLines(text).lines;
    expect(lines('\uFEFFa,b\r\n"1,""x""\r\n2",\r\n')).toEqual([
      ['a', 'b'],
      ['1,"x"\n2', ''],
    ]);
    expect(lines('a;b;c\n1;"2;3";4')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2;3', '4'],
    ]);
    expect(lines('a\tb\n1,5\t2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  it('tells where a quotation mark takes in the rows below it', () => {
    const unclosed = (text: string) => csvLines(text).unclosed;
    expect(unclosed('a,b\n1,"2\n3,4\n')).toBe(2);
    expect(unclosed('a,b\n"x\ny",2\n1,"2\n3,"4"\n')).toBe(4);
    expect(unclosed('a,b\n1,"two\nlines" ,3\n4,5" pipe\n')).toBeUndefined();
    const { tables, refusals } = readCsvBook([{ name: 'Costs.csv', text: 'Pathway\n"a\nb\n' }]);
    expect([tables, refusals]).toEqual([
      [],
      [{ sheet: 'Costs', message: expect.stringMatching(/^line 2: a quotation mark .* is not closed in it/) }],
    ]);
  });

  it('is refused where a cell holds a character that cannot be seen', () => {
    expect(readCsvBook([{ name: 'Costs.csv', text: 'Pathway,Name\na,B\u0000\u0001\n' }]).refusals).toEqual([
      { sheet: 'Costs', cell: 'B2', message: 'this cell holds a character that cannot be seen: type its text anew.' },
    ]);
  });

  it('is read in the characters that it was saved in, or not at all', () => {
    const text = 'Café – £5';
    expect(csvTextOf(Buffer.from(text))).toBe(text);
    expect(csvTextOf(Buffer.from('Caf\xe9 \x96 \xa35', 'latin1'))).toBe(text);
    expect(csvTextOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
    expect(csvTextOf(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toBe(text);
    expect(csvTextOf(Uint8Array.of(0x80, 0x85, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x96, 0x99, 0x9f))).toBe('€…Ž‘’“”–™Ÿ');
    expect(csvTextOf(Uint8Array.of(0x43, 0x81))).toBeUndefined();
    expect(csvTextOf(Uint8Array.of(0xff, 0xfe, 0x43))).toBeUndefined();
  });

  it('escapes what a spreadsheet program would run', () => {
    const organisations = csvOf(bookOf(projectOf(texts))).find(({ name }) => name === 'Organisations.csv')!;
    expect(organisations.text).toContain(`"'=HYPERLINK(""x"")"`);
    for (const { text } of csvOf(bookOf(projectOf(texts)))) expect(text).not.toMatch(/(?:^|,)"?[=+\-@]/m);
  });
});

it('what is escaped comes back', () => {
  for (const text of ['=1', "'=1", "''+x", '-', '@a', "'plain", 'plain', "'", '\tx'])
    expect(unescaped(escaped(text))).toBe(text);
});
