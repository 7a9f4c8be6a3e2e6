import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** Trackers as analysts keep them: titles, blank rows, totals, remarks, merged cells, formulas, and all ways to say nothing. */

const HEADINGS = [
  ...['Ref', 'Pathway', 'Service / team', 'Brief description', 'Setting', 'Location', 'Tier', 'Age range'],
  ...['Provider(s)', 'Commissioned by', 'Funded by', 'Cost (£ p.a.)', 'Referrals', 'Capacity', 'Waiting time (weeks)'],
  ...['Referral source', 'Referral criteria', 'Referral route / next step', 'Information shared', 'Governance'],
  ...[
    'Gaps',
    'Severity',
    'Risks',
    'Action needed',
    'Action owner',
    'Due date',
    'Source',
    'Confidence',
    'RAG',
    'Notes',
    'Lead contact',
  ],
];

type Row = readonly CellValue[];

/** Fills a row by its headings. */
const row = (cells: Readonly<Record<string, CellValue>>): Row => HEADINGS.map((heading) => cells[heading] ?? null);

const north = 'North Rivershire health & justice';
const south = 'South Rivershire health & justice';

const services: readonly Row[] = [
  row({
    Ref: 'S01',
    Pathway: north,
    'Service / team': 'Self-referral and advice',
    'Brief description': 'Drop-in advice, “front door”',
    Setting: 'Drop-in',
    Location: 'Old Mill, Market Street',
    Tier: 'Tier 1',
    'Age range': '5-25',
    'Provider(s)': 'Beacon Youth (lead); Rivershire Council',
    'Commissioned by': 'Rivershire Council (lead) (60%); Rivershire ICB (RICB) (40%)',
    'Cost (£ p.a.)': '£180k',
    Referrals: 600,
    'Waiting time (weeks)': '2 days',
    'Referral source': 'Self-referral, family or school',
    'Referral route / next step': 'Early help; Community CAMHS; Discharged – advice was enough',
    'Information shared': 'Referral form',
    Governance: 'Health and Justice Board',
    Gaps: 'No evening opening',
    Severity: 'Med',
    'Action needed': 'Pilot a Thursday evening',
    'Action owner': 'Beacon Youth',
    'Due date': '31/03/2027',
    Source: 'Contract returns 2025/26',
    Confidence: 'High',
    RAG: 'Amber',
    'Lead contact': 'J. Bloggs, 0121 496 0000',
  }),
  row({
    Ref: 'S02',
    'Service / team': 'Liaison and diversion',
    Setting: 'Police custody / court',
    Tier: 'n/a',
    'Age range': '10 to 25 years',
    'Provider(s)': 'Weir NHS Foundation Trust',
    'Commissioned by': 'NHS England',
    'Cost (£ p.a.)': 640000,
    Referrals: 'approx 400',
    'Waiting time (weeks)': '1 day',
    'Referral source': 'Arrest, or first day in court',
    'Referral criteria': 'Everybody who is arrested',
    'Referral route / next step': 'Refer to community CAMHS / early help',
    'Information shared': 'Screening tool; Referral form',
    Governance: 'Health & Justice Board',
    Gaps: 'none',
    Risks: '• Night cover rests on one nurse\n• Two posts vacant',
    RAG: 'Green',
    Source: 'Contract returns 2025/26',
    'Lead contact': 'A. Person',
  }),
  row({
    Ref: 'S03',
    'Service / team': 'Early help',
    Setting: 'Schools',
    Tier: '2',
    'Age range': '5–18 yrs',
    'Provider(s)': 'Rivershire council and Beacon Youth',
    'Commissioned by': 'Rivershire Council',
    'Cost (£ p.a.)': '£0.72m',
    Referrals: '490 per year',
    'Referral route / next step': 'Step up to Community CAMHS\nDischarge',
    Gaps: 'TBC',
    RAG: 'G',
  }),
  row({
    Ref: 'S04',
    'Service / team': 'Community CAMHS',
    'Brief description': '=not a formula, a text',
    Setting: 'Community',
    Tier: 'Tier 3',
    'Age range': '0-18',
    'Provider(s)': 'River Mental Health NHS Trust',
    'Commissioned by': 'RICB',
    'Cost (£ p.a.)': '£2.1m',
    Referrals: '550',
    Capacity: '560 places',
    'Waiting time (weeks)': 6,
    'Referral criteria': 'Score of 20 or more',
    'Referral route / next step': 'Inpatient unit, adult services, discharge to GP',
    Gaps: 'Nobody sees people between 16 and 18 in crisis; No out of hours cover',
    Severity: 'High',
    'Action needed': 'Business case',
    'Action owner': 'Jo Smith',
    'Due date': 'Sept 2026',
    RAG: 'Red',
    Notes: 'Clinics in three schools.\nMoves in spring.',
  }),
  row({
    Ref: 'S05',
    'Service / team': 'Inpatient unit',
    Setting: 'Inpatient',
    Tier: 'T4',
    'Age range': '12-18',
    'Provider(s)': 'Meadow Hospital Ltd',
    'Commissioned by': 'NHSE',
    'Cost (£ p.a.)': 'c. £2.6m',
    Referrals: '<5',
    Capacity: '10 beds',
    'Referral route / next step': 'Step down to Community CAMHS',
  }),
  row({
    Ref: 'S06',
    'Service / team': 'Secure children’s home',
    Setting: "Secure children's home",
    Location: 'Bridge House',
    Tier: '-',
    'Age range': '10-17',
    'Provider(s)': 'Weir NHS Trust',
    'Commissioned by': 'NHS England; Rivershire Council',
    'Cost (£ p.a.)': 'TBC',
    Referrals: '?',
    Capacity: 12,
    'Referral route / next step': 'Through the gate team',
  }),
  row({
    Ref: 'S07',
    'Service / team': 'Through-the-gate resettlement',
    Setting: 'Community',
    'Age range': 'Under 21',
    'Provider(s)': 'Beacon Youth',
    'Commissioned by': 'Rivershire PCC',
    'Funded by': 'Rivershire PCC',
    'Cost (£ p.a.)': '£240,000 (est)',
    Referrals: 'lots',
    'Referral route / next step': 'Discharge after a year',
    Risks: 'Grant ends in March',
    RAG: 'Red',
  }),
  row({
    Ref: 'S08',
    'Service / team': 'Adult services',
    Setting: 'Community',
    'Age range': '18+',
    'Provider(s)': 'TBC - ask ICB',
    'Commissioned by': 'Rivershire ICB',
    'Cost (£ p.a.)': 'not split by age',
    Referrals: '40-50',
    'Referral route / next step': '?',
  }),
  row({
    Ref: 'S09',
    Pathway: south,
    'Service / team': 'Self-referral and advice',
    Setting: 'Drop-in',
    Tier: '1',
    'Age range': 'All ages',
    'Provider(s)': 'Beacon Youth',
    'Commissioned by': 'Rivershire Council',
    'Cost (£ p.a.)': '£95k',
    Referrals: 310,
    'Referral route / next step': 'Crisis suite',
  }),
  row({
    Ref: 'S10',
    'Service / team': 'Crisis suite',
    Setting: 'Place of safety',
    Tier: 'Tier 3+',
    'Age range': 'CYP',
    'Provider(s)': 'none',
    'Commissioned by': 'None at present',
    'Cost (£ p.a.)': 'n/a',
    Referrals: 'N/K',
    'Referral criteria': 'N/A',
    'Referral route / next step': 'Discharge',
    Gaps: 'No crisis suite in the south',
    Severity: 'high',
  }),
];

/** A workbook of one large sheet with a title, a blank row, a total and remarks; and sheets for other things. */
export async function horridWorkbook(): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const first = 4;
  const cost = HEADINGS.indexOf('Cost (£ p.a.)');
  const total = first + 1 + services.length + 1;
  cells.set(`${total},${cost}`, { formula: `SUM(L6:L${total})`, formulaResult: 640000 });
  cells.set(`${first + 2},${cost}`, { style: { numFmt: '"£"#,##0' } });
  cells.set(`${first + 1},${HEADINGS.indexOf('Referrals')}`, { formula: 'SUM(Months!A1:A12)', formulaResult: 600 });
  const main: WriteSheet = {
    name: 'Services',
    rows: [
      ['Rivershire health and justice tracker'],
      ['Version 0.7 – figures are for 2025/26 unless it says otherwise'],
      [],
      HEADINGS.map((heading) => (heading === 'Cost (£ p.a.)' ? '2025/26' : null)),
      [...HEADINGS],
      ...services.map((one) => [...one]),
      [],
      HEADINGS.map((heading) => (heading === 'Service / team' ? 'Total' : null)),
      [],
      ['* Costs of the adult contract are not split by age'],
    ],
    cells,
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
      { startRow: 3, startCol: cost, endRow: 3, endCol: cost + 1 },
    ],
  };
  const risks: WriteSheet = {
    name: 'Risk log',
    rows: [
      ['Risk', 'Service', 'Likelihood', 'Impact', 'Mitigation', 'Owner', 'Comments'],
      [
        'Beds close for refurbishment',
        'Inpatient unit',
        'M',
        'High',
        'Agree a bed elsewhere',
        'NHS England',
        'Raised in May',
      ],
      ['Data sharing is not agreed', 'All', 'High', 'High', null, null, null],
    ],
  };
  const organisations: WriteSheet = {
    name: 'Organisations',
    rows: [
      ['Organisation', 'Type', 'Short name', 'Website'],
      ['Beacon Youth', 'Voluntary sector', 'Beacon', 'https://example.org'],
      ['Meadow Hospital Ltd', 'Independent', null, null],
    ],
  };
  const moves: WriteSheet = {
    name: 'Moves',
    rows: [
      ['From', 'To', 'Criteria', 'Who tells whom'],
      ['Inpatient unit', 'Adult services', 'Turns 18', 'Ward tells the adult team'],
      ['Inpatient unit', 'Somewhere else', 'TBC', null],
    ],
  };
  return writeXlsx({
    sheets: [
      main,
      risks,
      organisations,
      moves,
      { name: 'Lists', rows: [['Red'], ['Amber']], hidden: true },
      { name: 'Change log', rows: [['12 May: first version'], ['3 June: costs added']] },
    ],
  });
}
