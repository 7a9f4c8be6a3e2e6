import { describe, expect, it } from 'vitest';
import { called, registersIn, rowsWhere, said } from './given.ts';

/** A project made to trip up whoever adds up; every figure below was worked out by hand. */
const hard = registersIn(`project hard "Hard to add up" {
  currency GBP
}
footprint region "Region" is region
footprint east "East" is ltp within region
footprint town "Town" is ltp within east
organisation both "Council" is local-authority
organisation other "Trust" is nhs-provider
organisation namesake "Trust" is nhs-provider
pathway east-p "East pathway" in east {
  stage a "A" {
    provider both
    commissioner both as lead
    activity 100 people for 2024/25
    cost £10k actual for 2024/25
    cost £12k budget for 2024/25
    cost €4k for 2024/25
  }
  stage b "B" {
    provider both
    provider other
    commissioner both as lead
    activity 50 people for 2024/25
    cost £5k for 2024/2025
  }
  stage c "C" {
    provider other
    cost unknown ask other
  }
  stage d "D" {
    provider other
    activity 0.1 sessions for 2024
    cost none because "Volunteers"
  }
  stage e "E" {
    activity 0.2 sessions for 2024
    cost £7k for 2024
  }
}
pathway town-p "Town pathway" in town {
  uses stage a of east-p as shared
  stage f "F" {
    provider both
    provider namesake
    activity 3 people for 2024/25
    cost £1k for 2024/25
  }
}
pathway lost-p "Lost pathway" {
  activity about 9 people for 2024/25
  cost £2k for 2024/25
  stage g "G"
}
scenario cheaper "Cheaper" changes east-p {
  in stage a set cost £1 for 2024/25
}
`);

const totals = (by: string, which: string): readonly string[] =>
  rowsWhere(called(hard, 'cost-totals'), { by, which }).map((row) =>
    said(row, 'measure', 'period', 'total', 'alone', 'coverage'),
  );

describe('totals of a project that is hard to add up', () => {
  it('keep currencies and overlapping periods apart, and take two ways of writing a year for one', () => {
    // £10k spent, not the £12k budgeted; £5k for 2024/2025, which is 2024/25; £1k. The scenario changes nothing.
    expect(totals('Everything', 'Hard to add up')).toEqual([
      'Cost of stages | 2024/25 | £16,000 |  | 3 of 7 stages have a cost, 1 unknown',
      'Cost of stages | 2024/25 | €4,000 |  | 1 of 7 stages has a cost, 1 unknown',
      'Cost of stages | 2024 | £7,000 |  | 1 of 7 stages has a cost, 1 unknown',
      'Cost stated for whole pathways | 2024/25 | £2,000 |  | 1 of 3 pathways states one',
      'Activity: people | 2024/25 | 153 |  | 3 of 7 stages have a count of people',
      'Activity: sessions | 2024 | 0.3 |  | 2 of 7 stages have a count of sessions',
      'Activity stated for whole pathways: people | 2024/25 | about 9 |  | 1 of 3 pathways states one',
    ]);
  });

  it('count a footprint within another in both, a shared stage where it is described, and lose no pathway', () => {
    expect(totals('Footprint', 'Region')).toEqual(totals('Footprint', 'East'));
    expect(totals('Footprint', 'East')[0]).toBe(
      'Cost of stages | 2024/25 | £16,000 |  | 3 of 6 stages have a cost, 1 unknown',
    );
    expect(totals('Footprint', 'Town')[0]).toBe('Cost of stages | 2024/25 | £1,000 |  | 1 of 1 stage has a cost');
    expect(totals('Footprint', '(not recorded)')).toEqual([
      'Cost of stages |  | Not known |  | 0 of 1 stage has a cost',
      'Cost stated for whole pathways | 2024/25 | £2,000 |  | 1 of 1 pathway states one',
      'Activity |  | Not known |  | 0 of 1 stage has a count',
      'Activity stated for whole pathways: people | 2024/25 | about 9 |  | 1 of 1 pathway states one',
    ]);
  });

  it('say what an organisation provides and commissions, each for itself', () => {
    expect(totals('Provider', 'Council').slice(0, 2)).toEqual([
      'Cost of stages | 2024/25 | £16,000 | £10,000 | 3 of 3 stages have a cost',
      'Cost of stages | 2024/25 | €4,000 | €4,000 | 1 of 3 stages has a cost',
    ]);
    expect(totals('Commissioner', 'Council')[0]).toBe(
      'Cost of stages | 2024/25 | £15,000 | £15,000 | 2 of 2 stages have a cost',
    );
  });

  it('never take what is not known for nothing, nor two organisations of one name for one', () => {
    // C and D are the trust's alone, and nobody knows what C costs; the other trust has nothing alone.
    const trusts = ['other', 'namesake'].flatMap((name) => totals('Provider', `Trust (${name})`));
    expect(trusts.filter((row) => row.startsWith('Cost'))).toEqual([
      'Cost of stages | 2024/25 | £5,000 | Not known | 1 of 3 stages has a cost, 1 unknown',
      'Cost of stages | 2024/25 | £1,000 | Nothing | 1 of 1 stage has a cost',
    ]);
  });

  it('give a cost per case for like unit and period only', () => {
    const rows = called(hard, 'costs').rows.map((row) => said(row, 'stage', 'period', 'cost', 'nature', 'per-case'));
    expect(rows).toEqual([
      'A | 2024/25 | £10,000 | actual | ',
      'A | 2024/25 | €4,000 | not said | ',
      'B | 2024/25 | £5,000 | not said | £100 per person',
      'C |  | Unknown: ask Trust (other) |  | ',
      'D | 2024 | None: Volunteers |  | ',
      'E | 2024 | £7,000 | not said | ',
      'F | 2024/25 | £1,000 | not said | about £333 per person',
      'Whole pathway | 2024/25 | £2,000 | not said | ',
      'G |  | In the figure for the whole pathway |  | ',
    ]);
  });
});

const wanted = 'specification s "S" for area {\n  require stage a "A"\n}\nfootprint area "Area" is region\n';

describe('what is only planned or closed', () => {
  it.each([
    ['proposed', 'Proposed', 'proposed'],
    ['closed', 'No pathway yet', 'missing'],
  ])('is not provided by a pathway that is %s', (status, text, state) => {
    const registers = registersIn(
      `${wanted}organisation o "O" is nhs-provider\npathway p "P" realises s in area {\n  status ${status}\n  stage a "A" {\n    provider o\n    level tier-1\n    ages 1 to 5\n  }\n}\n`,
    );
    const [row] = called(registers, 'coverage-s').rows;
    expect(row?.cells['area-1']).toMatchObject({ text, state });
    expect(said(row, 'covered')).toBe('0 of 1');
    expect(called(registers, 'ages-and-levels').rows).toEqual([]);
    expect(said(called(registers, 'stages').rows[0], 'status').toLowerCase()).toBe(status);
  });
});

it('never blurs unknown ages and levels with those that nobody has written down', () => {
  const text = `pathway p "P" {
  stage a "A" {
    ages unknown
    level tier-1
  }
  stage b "B" {
    level unknown
  }
  stage c "C" {
    ages 5 to 9
    level not-applicable because "Not a tier"
  }
}
`;
  const { rows } = called(registersIn(text), 'ages-and-levels');
  expect(rows.map((row) => said(row, 'ages', 'level-tier-1', 'no-level'))).toEqual([
    // A is at this level, and nobody knows for which ages.
    '5 to 9 | Not known | C (not applicable)',
    'Ages not recorded |  | B (unknown)',
    'Ages unknown | A | ',
  ]);
});

it('says how far governance is known where a board answers to two', () => {
  const board = (name: string, facts: string): string => `board ${name} "${name}" {\n  ${facts}\n}\n`;
  const stage = '  stage s "S" {\n    governance board low\n  }\n';
  const text = (first: string, second: string): string =>
    `${board('low', 'reports to left\n  reports to right')}${board('left', first)}${board('right', second)}pathway p "P" {\n${stage}}\n`;
  const ends = (first: string, second: string): string =>
    said(called(registersIn(text(first, second)), 'governance').rows[0], 'line', 'ends');
  expect(ends('top', 'top')).toBe('left; right | To the top');
  expect(ends('meets "Monthly"', 'top')).toBe('left; right | Not beyond left');
  expect(ends('top', 'meets "Monthly"')).toBe('left; right | Not beyond right');
});

it('counts as today for what is late what the pathway is as of, where that is after the report', () => {
  const text = `pathway old "Old" {
  status current as of 2010-01
  cost unknown by 2010-02
  action a "A" {
    due 2010-02
    status underway
  }
  action b "B" {
    due 2009-12
    status underway
  }
}
`;
  const registers = registersIn(text, '2009-06-30');
  expect(called(registers, 'actions').rows.map((row) => said(row, 'due'))).toEqual(['2009-12 (late)', '2010-02']);
  expect(called(registers, 'chase-list').rows[0]?.cells['by']?.state).toBeUndefined();
});

it('says what organisations do for a pathway as a whole, and each seat once', () => {
  const text = `organisation o "O" is local-authority
organisation p "P" is local-authority
board b "B" {
  chair o
  member o
  member p
}
board c "C" {
  chair o
}
pathway empty "Empty" {
  provider o
  commissioner p as lead
  cost £5k for 2024/25 funded by p
}
`;
  const rows = called(registersIn(text), 'organisations').rows;
  expect(rows.map((row) => said(row, 'name', 'provides', 'commissions', 'funds', 'boards'))).toEqual([
    'O | Empty |  |  | B (chair); C (chair)',
    'P |  | Empty | Empty | B',
  ]);
});

it('counts settings as sites, which are no places for people', () => {
  const text = 'pathway p "P" {\n  stage s "S" {\n    setting prison count 118\n    capacity 40 places\n  }\n}\n';
  expect(said(called(registersIn(text), 'stages').rows[0], 'setting', 'capacity')).toBe(
    'Prison (118 sites) | 40 places',
  );
});

it('says every agreement under which something is sent, and each lawful basis', () => {
  const text = `agreement one "One" is information-sharing {
  lawful-basis "Article 6(1)(e)"
}
agreement two "Two" is information-sharing {
  lawful-basis "Article 6(1)(c)"
  lawful-basis "Article 6(1)(e)"
}
information letter "Letter" is report
pathway p "P" {
  stage s "S"
  stage t "T"
  transition from s to t {
    send letter
    send letter under two
    agreement one
    agreement two
  }
}
`;
  const { rows } = called(registersIn(text), 'information-flows');
  expect(rows.map((row) => said(row, 'under', 'basis', 'from'))).toEqual([
    'One; Two | Article 6(1)(e); Article 6(1)(c) | Not recorded',
    'Two | Article 6(1)(c); Article 6(1)(e) | Not recorded',
  ]);
});

it('says which risk a question is about, wherever that stands', () => {
  const risk = (text: string): string => `    risk r "${text}" {\n      owner unknown\n    }\n`;
  const text = `pathway p "P" {
  stage s "S" {
${risk('First')}  }
  stage t "T" {
${risk('Second')}  }
  transition from s to t {
${risk('Third')}  }
}
`;
  const { rows } = called(registersIn(text), 'open-questions');
  expect(rows.map((row) => said(row, 'kind', 'what'))).toEqual(['Risk | First', 'Risk | Second', 'Risk | Third']);
});

it('takes nothing for lacking that is closed', () => {
  const stage = (name: string, status: string): string =>
    `  stage ${name} "${name}" {\n    status ${status}\n    provider none\n  }\n`;
  const text = `pathway p "P" {\n${stage('a', 'current')}${stage('b', 'closed')}${stage('c', 'proposed')}}\npathway q "Q" {\n  status closed\n  owner none\n}\n`;
  const { rows } = called(registersIn(text), 'gaps');
  expect(rows.map((row) => said(row, 'what', 'affects'))).toEqual(['No provider | a', 'No provider | c']);
});
