import { describe, expect, it } from 'vitest';
import { bookOf } from '../../../src/exchange/sheets/book.ts';
import { csvOf, readCsvBook } from '../../../src/exchange/sheets/csv.ts';
import { xlsxOf } from '../../../src/exchange/sheets/xlsx.ts';
import { changed, differences, exported, imported, projectOf, textsOf } from './given.ts';

describe.each(['fictional-county', 'west-midlands'])('the workbook of %s', (name) => {
  const texts = textsOf(name);
  const book = bookOf(projectOf(texts));
  const given = exported(texts);

  it('has a cell for every line that its sheets speak of', () => {
    const cells = book.tables.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell.includes('pathway file only'))).toEqual([]);
  });

  it('changes nothing when it comes back as it went', async () => {
    const { after, refusals, errors } = imported(texts, await given);
    expect({ refusals, errors }).toEqual({ refusals: [], errors: [] });
    expect(after).toEqual(texts);
  });

  it('says the same as a folder of CSV files', async () => {
    const csv = readCsvBook(csvOf(book));
    expect(csv).toEqual(await given);
  });

  it('is the same bytes every time', async () => {
    const [one, two] = [await xlsxOf(book), await xlsxOf(bookOf(projectOf(texts)))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

describe('a changed cell', () => {
  it('changes its fact and nothing else', async () => {
    const texts = textsOf('fictional-county');
    const book = changed(
      await exported(texts),
      { sheet: 'Costs', row: { Pathway: 'rivershire-hj', Element: 'stage hub' } },
      { Amount: '195000', Source: '', 'What to do': 'clear' },
    );
    const { after, refusals, sentences } = imported(texts, book);
    expect(refusals).toEqual([]);
    expect(differences(texts, after)).toEqual([
      '-    cost £180k actual for 2025/26 funded by council funded by icb according to contract-returns',
      '+    cost £195,000 actual for 2025/26 funded by council funded by icb',
    ]);
    expect(sentences).toHaveLength(2);
  });
});
