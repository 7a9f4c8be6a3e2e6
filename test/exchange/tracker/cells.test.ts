import { describe, expect, it } from 'vitest';
import { absenceIn } from '../../../src/exchange/tracker/absences.ts';
import { bodyPart } from '../../../src/exchange/tracker/bodies-in.ts';
import { isNumber } from '../../../src/exchange/tracker/csv.ts';
import { readAges, readCost, readQuantity } from '../../../src/exchange/tracker/figures.ts';
import type { GridCell } from '../../../src/exchange/tracker/grid.ts';
import { fieldOf, readHeading } from '../../../src/exchange/tracker/headings.ts';
import { containing, lookAlikes } from '../../../src/exchange/tracker/look-alikes.ts';
import { readDue, readPeriodCell } from '../../../src/exchange/tracker/periods.ts';
import { tiersIn } from '../../../src/exchange/tracker/terms.ts';

const cell = (text: string): GridCell => ({
  ...{ sheet: 'S', row: 0, column: 0, text },
  is: isNumber(text) ? 'number' : 'text',
});
const cost = (text: string, heading = 'Cost'): string | undefined => readCost(cell(text), readHeading(heading))?.words;
const activity = (text: string, heading = 'Activity'): string | undefined =>
  readQuantity(cell(text), readHeading(heading), 'activity')?.words;

describe('waits', () => {
  it.each([
    ['5 mths', '5 months'],
    ['1 mth', '1 month'],
    ['18mo', '18 months'],
    ['6 wks', '6 weeks'],
    ['1 wk', '1 week'],
    ['up to 48 hrs', 'up to 48 hours'],
    ['2 yrs', '2 years'],
    ['3 months', '3 months'],
    ['5', undefined],
    ['5 m', undefined],
    ['5 people', undefined],
  ])('%s', (text, words) => {
    expect(readQuantity(cell(text), readHeading('Wait'), 'wait')?.words).toBe(words);
    expect(readQuantity(cell(text.replace(/\D+/g, '')), readHeading('Wait (weeks)'), 'wait')?.words).toMatch(/weeks$/);
  });
});

describe('headings', () => {
  it.each([
    ['Service', 'stage'],
    ['Service / Team', 'stage'],
    ['Provider(s)', 'provider'],
    ['Commissioned by', 'commissioner'],
    ['Cost (£ p.a.)', 'cost'],
    ['Annual cost 2024/25', 'cost'],
    ['Spend £000s 23-24', 'cost'],
    ['AGE RANGE', 'ages'],
    ['Referral route / next step', 'next'],
    ['Gaps', 'gap'],
    ['Gaps / issues', 'gap'],
    ['Source of data', 'source'],
    ['No. of YP p.a.', 'activity'],
    ['Goes on to', 'next'],
    ['Contract end', undefined],
    ['Financial year', 'period'],
    ['FY', 'period'],
    ['Year / period', 'period'],
    ['Lead contact', 'leave-out'],
    ['Provider / commissioner', undefined],
    ['Provider comments', undefined],
    ['#', 'ref'],
    ['No.', 'ref'],
    ["Ref'ls p.a.", 'activity'],
    ['Referrals pa', 'activity'],
    ["What's missing / issues", 'gap'],
    ['What’s missing?', 'gap'],
    ['RAG', undefined],
    ['', undefined],
  ])('%s is about %s', (heading, field) => expect(fieldOf(heading)).toBe(field));

  it('say the period, the unit and the nature of what stands below', () => {
    expect(readHeading('Actual spend FY23/24 (£k)')).toMatchObject({
      period: '2023/24',
      times: 1000,
      nature: 'actual',
    });
    expect(readHeading('Referrals per year')).toMatchObject({ unit: 'referrals', per: 'year' });
    expect(readHeading("Ref'ls p.a.")).toMatchObject({ unit: 'referrals', per: 'year' });
    expect(readHeading('Cost', '2024-25')).toMatchObject({ period: '2024/25' });
    expect(readHeading('Cost 2015-17').period).toBeUndefined();
  });
});

describe('cells', () => {
  it.each([
    ['£1.2m', '£1.2m'],
    ['£45k', '£45,000'],
    ['45,000', '£45,000'],
    ['45k p.a.', '£45,000'],
    ['approx £40k', '£40,000 estimate'],
    ['£40k (est.)', '£40,000 estimate'],
    ['€5,000 grant', '€5,000 grant'],
    ['£40k 2023/24', '£40,000 for 2023/24'],
    ['£45,000 (incl VAT)', '£45,000'],
    ['£45k plus VAT', '£45,000'],
    ['£45,000 (incl rent)', undefined],
    ['£30k-£40k', undefined],
    ['£40k per month', undefined],
    ['-£5', undefined],
    ['about right', undefined],
    ['£1,00', undefined],
    ['95.000', undefined],
    ['£1.200', undefined],
    ['£1.200k', undefined],
    ['£1.234m', '£1,234,000'],
    ['1234.567', '£1,234.57'],
    ['0.125', '£0.13'],
  ])('cost %s is %s', (text, words) => expect(cost(text)).toBe(words));

  it('a bare number below thousands is in thousands; one with its own sign may be either', () => {
    expect([cost('45', 'Cost (£k)'), cost('£45k', 'Cost (£k)'), cost('£45', 'Cost (£k)')]).toEqual([
      '£45,000',
      '£45,000',
      undefined,
    ]);
  });

  it.each([
    ['1,200 per year', '1,200 per year'],
    ['about 300 referrals', 'about 300 referrals'],
    ['<5', 'fewer than 5'],
    ['up to 40 people', 'up to 40 people'],
    ['30%', '30%'],
    ['300 young people', '300 measuring "young people"'],
    ['20-30', undefined],
    ['300+', undefined],
    ['many', undefined],
    ['1.2k', '1,200'],
    ['about 1.2K', 'about 1,200'],
    ['2K referrals', '2,000 referrals'],
    ['2 k', undefined],
    ['1.5m contacts', undefined],
    ['1.5 m', undefined],
    ['2 million', undefined],
    ['2 thousand referrals', undefined],
    ['1.200', undefined],
    ['12.5%', '12.5%'],
  ])('activity %s is %s', (text, words) => expect(activity(text)).toBe(words));

  it('a bare number below thousands is in thousands, whatever it counts; but not one that may be in full', () => {
    expect(activity('12', 'Referrals (000s)')).toBe('12,000 referrals');
    expect(activity('1.2', 'Activity (thousands)')).toBe('1,200');
    expect(activity('12k', 'Referrals (000s)')).toBe('12,000 referrals');
    expect(activity('12 referrals', 'Referrals (000s)')).toBeUndefined();
    expect(activity('20000', 'Referrals (000s)')).toBeUndefined();
    expect(activity('12', 'Referrals (per 1,000)')).toBeUndefined();
    expect([cost('9999', 'Cost (£000s)'), cost('10000', 'Cost (£000s)'), cost('about 95,000', 'Cost (£k)')]).toEqual([
      '£9,999,000',
      undefined,
      undefined,
    ]);
    expect([cost('12.5', 'Cost (£m)'), cost('95000', 'Cost (£m)'), cost('£12.5m', 'Cost (£k)')]).toEqual([
      '£12.5m',
      undefined,
      '£12.5m',
    ]);
  });

  it('three decimals are taken where a workbook holds them as a number of thousands, and not where they are typed', () => {
    const of = (is: GridCell['is']) => readCost({ ...cell('12.125'), is }, readHeading('Cost (£k)'))?.words;
    expect([of('number'), of('text')]).toEqual(['£12,125', undefined]);
  });

  it.each([
    ['10-17', '10 to 17'],
    ['12–25 yrs', '12 to 25'],
    ['aged 5 to 18 years', '5 to 18'],
    ['18+', '18 and over'],
    ['Under 18', 'under 18'],
    ['All ages', '0 and over'],
    ['25-10', undefined],
    // From what age, nobody says; and somebody of 18 may be meant or not.
    ['up to 18', undefined],
    ['CYP', undefined],
    ['10-17 (25 with SEND)', undefined],
  ])('ages %s are %s', (text, words) => expect(readAges(text)?.words).toBe(words));

  it.each([
    ['31/03/2026', '2026-03-31'],
    ['March 2026', '2026-03'],
    ['Sept-26', '2026-09'],
    ['2026/27', '2026/27'],
    ['31/02/2026', undefined],
    ['soon', undefined],
  ])('due %s is %s', (text, words) => expect(readDue(cell(text))).toBe(words));

  it.each([
    ['2024/25', '2024/25'],
    ['FY 24-25', '2024/25'],
    ['Financial year 2024/2025', '2024/25'],
    ['2025', '2025'],
    ['Apr 2024 - Mar 2025', '2024/25'],
    ['April 2025', '2025-04'],
    ['2025/27', undefined],
    ['FY26', undefined],
    ['Q4 2025/26', undefined],
    ['2024/25 and 2025/26', undefined],
    ['01/04/2025', undefined],
  ])('period %s is %s', (text, words) => expect(readPeriodCell(cell(text))).toBe(words));

  it.each([
    ['TBC', 'unknown'],
    ['?', 'unknown'],
    ['Not known', 'unknown'],
    ['TBC - ask ICB', 'unknown'],
    ['none', 'none'],
    ['Not commissioned', 'none'],
    ['N/A', 'not-applicable'],
    ['None of the above', undefined],
    ['Clinic', undefined],
  ])('%s says %s', (text, absence) => expect(absenceIn(text)).toBe(absence));

  it('tiers are levels, and whatever else is not', () => {
    expect(['Tier 2/3', 'T3+', '1-3', 'Tier 3 and 4', 'Tier 5', 'Universal'].map(tiersIn)).toEqual([
      ['tier-2', 'tier-3'],
      ['tier-3-plus'],
      ['tier-1', 'tier-2', 'tier-3'],
      ['tier-3', 'tier-4'],
      undefined,
      undefined,
    ]);
  });
});

describe('organisations', () => {
  it.each([
    ['Weir Trust (lead)', { text: 'Weir Trust', role: 'lead' }],
    ['Rivershire ICB (RICB) (60%)', { text: 'Rivershire ICB', alias: 'RICB', share: '60%' }],
    ['Lead: Weir Trust', { text: 'Weir Trust', role: 'lead' }],
    ['Tameside CAMHS (Pennine)', { text: 'Tameside CAMHS (Pennine)' }],
  ])('%s', (text, part) => expect(bodyPart(text)).toEqual(part));

  it.each([
    ['NHSE', 'NHS England', true],
    ['Rivershire Council', 'Rivershire County Council', true],
    ['Rivershre ICB', 'Rivershire ICB', true],
    ['River Trust', 'River', true],
    ['BCHFT', 'Black Country Healthcare NHS Foundation Trust', true],
    ['BC ICB', 'NHS Black Country ICB', true],
    ['NHS England (Health & Justice)', 'NHS England', true],
    ['HNY ICB', 'Humber & North Yorkshire ICB', true],
    ['BLMK ICB', 'NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board', true],
    ['BSW ICB', 'Bath and North East Somerset, Swindon and Wiltshire ICB', true],
    ['Hull CC', 'Hull City Council', true],
    ['Sandwell MBC', 'Sandwell Metropolitan Borough Council', true],
    ['West Mids PCC', 'West Midlands PCC', true],
    ['N Yorks Police', 'North Yorkshire Police', true],
    ['Sussex ICB', 'NHS Sussex', true],
    ['York Council', 'Yorkshire Council', false],
    ['Kent ICB', 'NHS Sussex', false],
    ['SW ICB', 'Surrey Heartlands ICB', false],
    ['Hull CC', 'Hull CCG', false],
    ['North Rivershire ICB', 'South Rivershire ICB', false],
    ['Rivershire ICB', 'Rivershire CCG', false],
    ['Team 1', 'Team 2', false],
  ])('%s looks like %s: %s', (one, other, alike) =>
    expect(lookAlikes([{ label: one }, { label: other }])).toHaveLength(alike ? 1 : 0),
  );

  it('are asked about where one name holds the other, unless so many hold it that it is a word for all of them', () => {
    const held = (...labels: readonly string[]): readonly string[] =>
      containing(labels.map((label) => ({ label }))).map((pair) => pair.map(({ label }) => label).join(' > '));
    expect(held('ICB', 'Wessexshire ICB')).toEqual(['Wessexshire ICB > ICB']);
    expect(held('Lantern', 'Lantern Youth Charity Ltd')).toEqual(['Lantern Youth Charity Ltd > Lantern']);
    expect(held('Weir Trust', 'Weirside Trust', 'Trust Weir')).toEqual([]);
    expect(held('ICB', 'East ICB', 'West ICB', 'North ICB')).toHaveLength(3);
    expect(held('ICB', 'East ICB', 'West ICB', 'North ICB', 'South ICB')).toEqual([]);
  });
});
