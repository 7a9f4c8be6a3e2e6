import { describe, expect, it } from 'vitest';
import { gridOf, placeOf } from '../../../src/exchange/tracker/grid.ts';
import { noMapping, readMapping } from '../../../src/exchange/tracker/mapping.ts';
import { mappingText } from '../../../src/exchange/tracker/mapping-text.ts';
import { faultsOf, imported, sheetOf, textOf } from './support.ts';

const read = (rows: readonly (readonly string[])[], mapping = noMapping) => imported([sheetOf('S', rows)], mapping);
const kept = (of: ReturnType<typeof read>): readonly string[] =>
  of.kept.map(({ cell, heading, why }) => `${heading} ${cell.text}: ${why}`);
const tally = (of: ReturnType<typeof read>, heading: string): readonly (number | undefined)[] => {
  const table = of.tables[0]!;
  const counts = table.counts.get(table.columns.find((column) => column.heading.text === heading)!)!;
  return [counts.filled, counts.understood, counts.noted];
};

describe('a column that says the year', () => {
  const rows = [
    ['Service', 'Provider', 'Cost', 'Period', 'Referrals', 'Beds', 'Wait'],
    ['Release planning', 'Weir Trust', '210000', '2024/25', '40', '5', '6 wks'],
    ['Release planning', 'Weir Trust', '225000', '25/26', '42', '5', '6 weeks'],
    ['Mentoring', 'Weir Trust', 'none', 'FY 2025/26', 'TBC', 'n/a', '-'],
    ['CAMHS', 'Weir Trust', '£1.2m p.a.', 'April 2025', '', '', ''],
  ];

  it('says it in the cost, the activity and the capacity of its row', () => {
    const made = read(rows);
    const text = textOf(made);
    expect([made.refusals, made.kept, faultsOf(made)]).toEqual([[], [], []]);
    expect(text).toContain('cost £210,000 for 2024/25\n    cost £225,000 for 2025/26\n');
    expect(text).toContain('activity 40 referrals for 2024/25\n    activity 42 referrals for 2025/26\n');
    expect(text).toContain('capacity 5 beds for 2024/25\n    capacity 5 beds for 2025/26\n');
    expect(text.match(/wait 6 weeks\n/g)).toHaveLength(1);
    expect(text).toContain('cost £1.2m for 2025-04\n');
    expect(text).not.toContain('Period');
    expect(tally(made, 'Period')).toEqual([4, 4, 0]);
  });

  it('says it in the reason of what is not there, too', () => {
    const text = textOf(read(rows));
    expect(text).toContain('cost none because "S!C4 says \'none\' for 2025/26"');
    expect(text).toContain('activity unknown because "S!E4 says \'TBC\' for 2025/26"');
    expect(text).toContain('capacity not-applicable because "S!F4 says \'n/a\' for 2025/26"');
    expect(text).toContain('wait unknown because "S!G4 says \'-\' for 2025/26"');
  });

  it('can be said in a mapping, which names it among what a column can be about', () => {
    const odd = rows.map((row, at) => (at === 0 ? row.map((one) => (one === 'Period' ? 'When?!' : one)) : row));
    expect(mappingText(read(odd), noMapping)).toContain('#   period           the year of the row’s cost');
    const made = read(odd, readMapping('sheets:\n  "S":\n    columns:\n      "When?!": period\n'));
    expect(textOf(made)).toContain('cost £225,000 for 2025/26');
  });

  it('gives way to the year of a heading, and the difference is told', () => {
    const made = read([
      ['Service', 'Cost 25/26 £k', 'Year', 'Referrals'],
      ['Clinic', '10', '2024/25', '40'],
      ['Ward', '20', '2025/26', '41'],
      ['Hub', '', '2025/26', ''],
      ['Line', '30', 'Q1 2025/26', ''],
    ]);
    const text = textOf(made);
    expect(faultsOf(made)).toEqual([]);
    expect(text).toContain('activity 40 referrals for 2024/25\n    cost £10,000 for 2025/26\n');
    expect(text).toContain('note "Year: 2024/25 (S!C2)"');
    expect(text).toContain('note "Year: 2025/26 (S!C4)"');
    expect(kept(made)).toEqual([
      "Year 2024/25: 'Cost 25/26 £k' says 2025/26, and that is what was written",
      'Year Q1 2025/26: it is not one year or month, such as 2025/26',
    ]);
    expect(tally(made, 'Year')).toEqual([4, 1, 1]);
  });

  it('is no year of the headings beside it, where these say different ones', () => {
    const made = read([
      ['Service', 'Cost 24/25', 'Cost 25/26'],
      ['Clinic', '-', 'n/a'],
    ]);
    expect(textOf(made)).toContain(
      'cost unknown because "S!B2 says \'-\' for 2024/25"\n    cost not-applicable because "S!C2 says \'n/a\' for 2025/26"\n',
    );
  });
});

describe('figures of one stage in several rows, of one year', () => {
  it('are written side by side and listed, but for those that differ in who funds them or in what they count', () => {
    const made = read([
      ['Service', 'Cost', 'Activity', 'Funder', 'Year'],
      ['Clinic', '£5k', '40 people', '', '2025/26'],
      ['Clinic', '£6k', '40 people', '', '2025/26'],
      ['Clinic', '£7k', '90 calls', '', '2024/25'],
      ['Ward', '£5k', '', 'Kite ICB', '2025/26'],
      ['Ward', '£6k', '', 'Weir ICB', '2025/26'],
    ]);
    expect(faultsOf(made)).toEqual([]);
    expect(textOf(made)).toContain('cost £5,000 for 2025/26');
    expect(textOf(made)).toContain('cost £6,000 for 2025/26');
    expect(made.added.map(({ cell, heading, to }) => `${heading} ${cell.text}: ${to}`)).toEqual(['Cost £6k: S, row 2']);
  });
});

describe('figures of one stage that are the same in several rows', () => {
  const same = (of: ReturnType<typeof read>): readonly string[] =>
    of.same.map(({ cell, as }) => `${placeOf(cell)} ${cell.text} as ${placeOf(as)}`);
  const costs = (of: ReturnType<typeof read>): readonly string[] =>
    [...textOf(of).matchAll(/^ *((?:cost|activity|wait) .*)$/gm)].map(([, line]) => line!);

  it('are taken once, and all that is not written is listed as such', () => {
    const made = read([
      ['Pathway', 'Service', 'Provider', 'Commissioner', 'Cost 2025/26'],
      ['North', 'Hub', 'Kite Trust', 'Weir ICB', '£75k'],
      ['North', 'Hub', 'Heron Trust', 'Mill ICB', '£75k'],
      ['North', 'Hub', 'Reed Trust', 'Weir ICB', '£20k'],
      ['North', 'Hub', 'Reed Trust', 'Weir ICB', '£20k'],
      ['North', 'Hub', 'Fen Trust', 'Weir ICB', '£75k'],
    ]);
    expect(faultsOf(made)).toEqual([]);
    expect(costs(made)).toEqual(['cost £75,000 for 2025/26', 'cost £20,000 for 2025/26']);
    expect(made.added.map(({ cell, to }) => `${placeOf(cell)}: ${to}`)).toEqual(['S!E4: S, row 2']);
    expect(same(made)).toEqual(['S!E3 £75k as S!E2', 'S!E5 £20k as S!E4', 'S!E6 £75k as S!E2']);
  });

  it('are so whatever they rest on, and without a year, but not where others fund them', () => {
    const made = read([
      ['Service', 'Cost', 'Source', 'Funder', 'Referrals', 'Wait'],
      ['Clinic', '£5k', 'Ledger', '', '40', '6 weeks'],
      ['Clinic', '£5k', 'Budget', '', '40', '6 weeks'],
      ['Ward', '~£5k', 'Ledger', '', '', ''],
      ['Ward', '~£5k', 'Budget', '', '', ''],
      ['Hub', '£5k', 'Ledger', 'Kite ICB', '', ''],
      ['Hub', '£5k', 'Ledger', 'Weir ICB', '', ''],
      ['Hub', '£5k', 'Budget', 'Weir ICB', '', ''],
    ]);
    expect(faultsOf(made)).toEqual([]);
    expect(costs(made).map((line) => line.replace(/ according .*/, ''))).toEqual([
      ...['activity 40 referrals', 'cost £5,000', 'wait 6 weeks', 'cost £5,000 estimate'],
      ...['cost £5,000 funded by kite-icb', 'cost £5,000 funded by weir-icb'],
    ]);
    expect(same(made)).toEqual(['S!B3 £5k as S!B2', 'S!E3 40 as S!E2', 'S!B5 ~£5k as S!B4', 'S!B8 £5k as S!B7']);
    expect([made.kept, made.added]).toEqual([[], []]);
  });

  it('are not told of where it is one cell that stands for all rows of the stage', () => {
    const { rows } = sheetOf('S', [
      ['Service', 'Provider', 'Cost 2025/26'],
      ['Hub', 'Kite Trust', '£75k'],
      ['Hub', 'Reed Trust', ''],
    ]);
    const made = imported([gridOf('S', rows, [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }])]);
    expect(costs(made)).toEqual(['cost £75,000 for 2025/26']);
    expect(same(made)).toEqual([]);
  });
});

describe('costs of one stage and year, of which only one says who funds it', () => {
  it('are listed as added up, since both may be the same money', () => {
    const made = read([
      ['Service', 'Cost', 'Funder', 'Year'],
      ['Clinic', '£225k', '', '2025/26'],
      ['Clinic', '£225k', 'Kite ICB', '2025/26'],
      ['Ward', '£5k', 'Kite ICB', '2025/26'],
      ['Ward', '£5k', 'Weir ICB', '2025/26'],
    ]);
    expect(made.added.map(({ cell, to }) => `${cell.text}: ${to}`)).toEqual(['£225k: S, row 2']);
  });
});

describe('figures of one stage in several rows, without a year', () => {
  it('are not written side by side, where they would be added up', () => {
    const made = read([
      ['Service', 'Provider', 'Cost', 'Referrals', 'Wait', 'Year'],
      ['Clinic', 'Kite', '£5k', '40', '6 weeks', ''],
      ['Clinic', 'Weir', '£6k', '40', '9 weeks', ''],
      ['Ward', 'Kite', '£5k', '', '6 weeks', '2024/25'],
      ['Ward', 'Kite', '£6k', '', '9 weeks', '2025/26'],
    ]);
    const text = textOf(made);
    expect(faultsOf(made)).toEqual([]);
    expect(text).toContain('activity 40 referrals\n    cost £5,000\n    wait 6 weeks\n    note "Cost: £6k (S!C3)"\n');
    expect(text).toContain('note "Wait: 9 weeks (S!E3)"');
    expect(text).toContain('cost £5,000 for 2024/25\n    cost £6,000 for 2025/26\n    wait 6 weeks\n');
    expect(text).toContain('note "Wait: 9 weeks for 2025/26 (S!E5)"');
    expect(kept(made)).toEqual([
      "Cost £6k: 'S, row 2' says another one of the same stage, and no year tells them apart",
      "Wait 9 weeks: 'S, row 2' says another one of the same stage",
      "Wait 9 weeks: 'S, row 4' says another one of the same stage",
    ]);
    expect(tally(made, 'Cost')).toEqual([4, 3, 0]);
  });

  it('stand side by side where they are paid by different bodies, or are of different kinds', () => {
    const made = read([
      ['Service', 'Cost', 'Funder', 'Activity'],
      ['Clinic', '£5k', 'Kite', '40 referrals'],
      ['Clinic', '£6k', 'Weir', '90 contacts'],
    ]);
    expect(textOf(made)).toContain(
      'activity 40 referrals\n    activity 90 contacts\n    cost £5,000 funded by kite\n    cost £6,000 funded by weir\n',
    );
    expect(made.kept).toEqual([]);
  });
});

describe('what counts as understood', () => {
  it('was written as the fact: a date without an action is kept as a note', () => {
    const made = read([
      ['Service', 'Gap', 'Severity', 'Due', 'Next step', 'Action'],
      ['Clinic', 'No beds', 'High', 'March 2027', 'Ward', ''],
      ['Ward', '', 'Low', 'Q4 26/27', 'TBC', ''],
      ['Hub', 'none', '', '31/03/2027', '', 'Find beds'],
      ['Line', '', '', 'Q4 26/27', '', 'Find staff'],
    ]);
    const text = textOf(made);
    expect(text).toContain('note "Due: March 2027 (S!D2)"');
    expect(text).toContain('due 2027-03-31\n');
    expect(text).toContain('due unknown because "S!D5 says \'Q4 26/27\'"');
    expect(kept(made)).toEqual(['Due Q4 26/27: it is not a date']);
    expect(['Due', 'Gap', 'Severity', 'Next step'].map((one) => tally(made, one))).toEqual([
      [4, 1, 2],
      [2, 1, 1],
      [2, 1, 1],
      [2, 1, 1],
    ]);
  });
});
