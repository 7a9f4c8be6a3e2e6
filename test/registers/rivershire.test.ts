import { describe, expect, it } from 'vitest';
import { called, exampleOf, rowsWhere, said } from './given.ts';

/** Every figure here was added up by hand from `examples/fictional-county`. */
const registers = exampleOf('fictional-county');
const north = 'North Rivershire health and justice (fictional)';
const south = 'South Rivershire health and justice (fictional)';

function totals(by: string, which: string): readonly string[] {
  return rowsWhere(called(registers, 'cost-totals'), { by, which }).map((row) =>
    said(row, 'measure', 'period', 'total', 'alone', 'coverage'),
  );
}

describe('cost and activity in total', () => {
  it('adds up the stages of today, and never counts what is not recorded', () => {
    // 180 + 640 + 720 + 2,100 + 2,600 + 950 + 240 thousand; the adult service's cost is unknown, peer support planned.
    expect(totals('Pathway', north)).toEqual([
      'Cost of stages | 2025/26 | £7.43m |  | 7 of 8 stages have a cost, 1 unknown',
      // 600 + 400 + 490 + 550 + 16 + 25 + 20 + 90.
      'Activity: people | 2025/26 | 2,191 |  | 8 of 8 stages have a count of people',
    ]);
  });

  it('keeps what a pathway states for itself apart from what its stages state', () => {
    expect(totals('Pathway', south)).toEqual([
      'Cost of stages |  | Not known |  | 0 of 4 stages have a cost',
      'Cost stated for whole pathways | 2025/26 | £2.4m |  | 1 of 1 pathway states one',
      'Activity |  | Not known |  | 0 of 4 stages have a count',
      'Activity stated for whole pathways: people | 2025/26 | 700 |  | 1 of 1 pathway states one',
    ]);
    expect(totals('Footprint', 'Rivershire (fictional)')).toEqual([
      'Cost of stages | 2025/26 | £7.43m |  | 7 of 12 stages have a cost, 1 unknown',
      'Cost stated for whole pathways | 2025/26 | £2.4m |  | 1 of 2 pathways states one',
      'Activity: people | 2025/26 | 2,191 |  | 8 of 12 stages have a count of people',
      'Activity stated for whole pathways: people | 2025/26 | 700 |  | 1 of 2 pathways states one',
    ]);
  });

  it('counts a stage in full for each of its providers, and says what one provides alone', () => {
    // The hub 180, early help 720, the ward 2,600 and resettlement 240; resettlement alone. Four of South's have none.
    expect(totals('Provider', 'Beacon Young People')).toEqual([
      'Cost of stages | 2025/26 | £3.74m | £240,000 | 4 of 7 stages have a cost',
      'Activity: people | 2025/26 | 1,126 |  | 4 of 7 stages have a count of people',
    ]);
    expect(totals('Commissioner', 'Rivershire Council')[0]).toBe(
      'Cost of stages | 2025/26 | £3.95m | £720,000 | 4 of 4 stages have a cost',
    );
  });

  it('has the levels in their order, and says what has none', () => {
    const levels = called(registers, 'cost-totals').rows.filter(({ cells }) => cells['by']?.text === 'Level');
    expect([...new Set(levels.map((row) => said(row, 'which')))]).toEqual([
      'Universal services',
      'Targeted services',
      'Specialist services',
      'Tier 3+',
      'Specialised CAMHS',
      '(not applicable)',
      '(not recorded)',
    ]);
    expect(totals('Level', '(not recorded)')[0]).toBe(
      'Cost of stages | 2025/26 | £1.19m |  | 2 of 5 stages have a cost, 1 unknown',
    );
  });
});

describe('cost and activity by stage', () => {
  const costs = called(registers, 'costs');
  const figures = (stage: string, pathway = north): readonly string[] =>
    rowsWhere(costs, { stage, pathway }).map((row) => said(row, 'period', 'cost', 'nature', 'activity', 'per-case'));

  it('gives the cost of one case where both are of one period', () => {
    expect(figures('Self-referral and advice')).toEqual([
      '2025/26 | £180,000 | actual | 600 people for 2025/26 | £300 per person',
    ]);
    expect(figures('Community CAMHS')).toEqual([
      '2025/26 | £2.1m | actual | 550 people for 2025/26 | about £3,818 per person',
    ]);
  });

  it('says whom to ask for what is unknown, and does not call missing what the whole pathway has', () => {
    expect(figures('Adult mental health services')).toEqual([
      '2025/26 | Unknown: ask Rivershire ICB by 2026-09. The adult contract is not split by age |  | 90 people (People who came from this pathway) for 2025/26 | ',
    ]);
    expect(figures('Community CAMHS', south)).toEqual([
      ' | In the figure for the whole pathway |  | In the figure for the whole pathway | ',
    ]);
  });

  it('has a shared stage once', () => {
    expect(rowsWhere(costs, { stage: 'Crisis suite and place of safety' }).length).toBe(1);
  });
});

it('shows what each footprint has of what is required', () => {
  const { columns, rows } = called(registers, 'coverage-rivershire-standard');
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Required stage',
    'North Rivershire (fictional)',
    'South Rivershire (fictional)',
    'Provider known in',
  ]);
  expect(rows.map((row) => said(row, 'stage', 'area-1', 'area-2', 'covered'))).toEqual([
    'Liaison and diversion | Provided: Weir Forensic Trust | Provided: South Bank Trust, Beacon Young People | 2 of 2',
    'Community CAMHS | Provided: River Valley Trust. Varies: setting (Clinics in three schools, agreed by the board in 2024) | Provided: South Bank Trust, Beacon Young People | 2 of 2',
    'Sexual assault referral centre | Left out: People are seen at the centre in South Rivershire | Provided: South Bank Trust, Beacon Young People | 1 of 2',
  ]);
});

it('says what there is for each age at each level', () => {
  const rows = rowsWhere(called(registers, 'ages-and-levels'), { pathway: north });
  expect(rows.map((row) => said(row, 'ages', 'level-tier-2', 'level-tier-4'))).toEqual([
    '5 to 9 | Early help | Nothing',
    '10 to 11 | Early help | Nothing',
    '12 to 17 | Early help | Inpatient unit',
    '18 | Early help | Inpatient unit',
    '19 to 21 | Nothing | Nothing',
    '22 to 25 | Nothing | Nothing',
  ]);
});

it('follows governance to the top', () => {
  const rows = rowsWhere(called(registers, 'governance'), { stage: 'Early help' });
  expect(rows.map((row) => said(row, 'body', 'kind', 'line', 'ends', 'from'))).toEqual([
    'Health and Justice Board (fictional) | Board | Rivershire Health and Care Board (fictional) | To the top | Pathway',
    'Joint commissioning agreement (fictional) | Agreement | Rivershire Health and Care Board (fictional) | To the top | Pathway',
  ]);
  const [board] = rowsWhere(called(registers, 'boards'), { board: 'Health and Justice Board (fictional)' });
  // Nine stages of the north and four of the south.
  expect(said(board, 'chair', 'stages')).toBe('National Justice Commissioner | 13');
});

it('says who sends what to whom, and who hands over to whom', () => {
  const sends = called(registers, 'information-matrix');
  const receiver = sends.columns.find(({ heading }) => heading === 'River Valley Trust')!.key;
  expect(sends.rows.map((row) => said(row, 'from', receiver))).toEqual([
    'Beacon Young People | Referral form; Health assessment',
    'Meadow Hospital | Care plan',
    'River Valley Trust | ',
    'Rivershire Council | Referral form',
    'South Bank Trust | Care plan',
    'Weir Forensic Trust | Screening',
  ]);
  const moves = called(registers, 'handover-matrix');
  const own = moves.columns.find(({ heading }) => heading === 'South Bank Trust')!.key;
  const [southBank] = rowsWhere(moves, { from: 'South Bank Trust' });
  expect(said(southBank, own).split('; ')).toHaveLength(4);
});

it('puts agreements in the order in which they end', () => {
  expect(called(registers, 'agreements').rows.map((row) => said(row, 'name', 'state', 'to', 'uses'))).toEqual([
    // 15 transitions and a flow of the north, 4 transitions of the south.
    'Rivershire sharing agreement (fictional) | In force | 2028-03 | 20',
    // Nine stages of the north, and four of the south: the crisis suite names a board itself, and no agreement.
    'Joint commissioning agreement (fictional) | In force | 2029-03 | 13',
  ]);
});

it('scores risks, and says what is done about gaps', () => {
  expect(called(registers, 'risks').rows.map((row) => said(row, 'likelihood', 'impact', 'score'))).toEqual([
    'Medium | High | 6',
  ]);
  expect(called(registers, 'gaps').rows.map((row) => said(row, 'kind', 'what', 'affects', 'absent', 'action'))).toEqual(
    [
      'Gap | No agreed threshold between CAMHS and adult services | Community CAMHS → Adult mental health services | No threshold: The two services have agreed no threshold | Agree one threshold for the move to adult services',
      'Gap | Resettlement workers have no training on trauma | Through-the-gate resettlement | No training: No programme on trauma for resettlement workers | Open the yearly trauma training to resettlement workers',
    ],
  );
});

it('puts actions in the order of their dates', () => {
  expect(called(registers, 'actions').rows.map((row) => said(row, 'due', 'kind', 'status', 'owner'))).toEqual([
    '2025-04 | Milestone | Done | Rivershire Council',
    '2026-09 | Action | Underway | Rivershire ICB',
    '2026-12 | Action | Planned | Rivershire PCC',
  ]);
});
