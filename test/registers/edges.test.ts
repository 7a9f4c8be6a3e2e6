import { describe, expect, it } from 'vitest';
import { called, registersIn, rowsWhere, said } from './given.ts';

const stage = (name: string, facts: string): string => `  stage ${name} "${name}" {\n${facts}\n  }\n`;
const pathway = (...stages: readonly string[]): string => `pathway p "P" {\n${stages.join('')}}\n`;

function totals(text: string): readonly string[] {
  const register = called(registersIn(text), 'cost-totals');
  return rowsWhere(register, { by: 'Pathway' }).map((row) => said(row, 'measure', 'period', 'total', 'coverage'));
}

describe('totals', () => {
  it('never mix currencies or periods', () => {
    const text = pathway(
      stage('a', 'cost £10k for 2024/25\ncost £20k for 2025/26'),
      stage('b', 'cost €5k for 2025/26\ncost £1k for 2025/26'),
      stage('c', 'cost £7k'),
    );
    expect(totals(text)).toEqual([
      'Cost of stages | 2025/26 | £21,000 | 2 of 3 stages have a cost',
      'Cost of stages | 2025/26 | €5,000 | 1 of 3 stages has a cost',
      'Cost of stages | 2024/25 | £10,000 | 1 of 3 stages has a cost',
      'Cost of stages |  | £7,000 | 1 of 3 stages has a cost',
      'Activity |  | Not known | 0 of 3 stages have a count',
    ]);
  });

  it('say how many stages count something without saying what', () => {
    const bare = [stage('a', 'activity 420 for 2025/26'), stage('b', 'activity 300 for 2025/26')];
    expect(totals(pathway(...bare))[1]).toBe(
      'Activity |  | Not known | 0 of 2 stages have a count, 2 have one without a unit',
    );
    expect(totals(pathway(stage('c', 'activity 9 people for 2025/26\nactivity 10'), bare[0]!))[1]).toBe(
      'Activity: people | 2025/26 | 9 | 1 of 2 stages has a count of people, 1 has one without a unit',
    );
  });

  it('take budget and outturn of one year for the same money', () => {
    const text = pathway(stage('a', 'cost £10k budget for 2024/25\ncost £12k actual for 2024/25'));
    expect(totals(text)[0]).toBe('Cost of stages | 2024/25 | £12,000 | 1 of 1 stage has a cost');
    const [row] = called(registersIn(text), 'costs').rows;
    expect(said(row, 'nature', 'lines')).toBe('actual | £10,000 budget for 2024/25; £12,000 actual for 2024/25');
  });

  it('are not known where nothing is recorded, and never £0', () => {
    expect(totals(pathway(stage('a', 'cost unknown'), stage('b', 'cost none')))).toEqual([
      'Cost of stages |  | Not known | 0 of 2 stages have a cost, 1 unknown',
      'Activity |  | Not known | 0 of 2 stages have a count',
    ]);
  });

  it('count no stage to which a cost does not apply', () => {
    const text = pathway(
      stage('a', 'cost £10k for 2025/26\nactivity not-applicable because "Open to all"'),
      stage('b', 'cost not-applicable because "Volunteers"\nactivity 5 people for 2025/26'),
      stage('c', 'cost unknown\nactivity unknown'),
    );
    expect(totals(text)).toEqual([
      'Cost of stages | 2025/26 | £10,000 | 1 of 2 stages has a cost, 1 unknown',
      'Activity: people | 2025/26 | 5 | 1 of 2 stages has a count of people, 1 unknown',
    ]);
    expect(totals(pathway(stage('a', 'cost not-applicable\nactivity not-applicable')))).toEqual([]);
  });

  it('leave out shares, limits, parts of an area and what is counted twice', () => {
    const text = pathway(
      stage('a', 'activity 40% for 2024/25'),
      stage('b', 'activity fewer than 5 people for 2024/25'),
      stage('c', 'activity 10 people for 2024/25\nactivity 20 people measuring "others" for 2024/25'),
      stage('d', 'activity about 30 people for 2024/25'),
      stage('e', 'activity 7 people for 2024/25'),
    );
    expect(totals(text)[1]).toBe('Activity: people | 2024/25 | about 37 | 2 of 5 stages have a count of people');
  });

  it('leave out stages that are planned or closed, and pathways that are', () => {
    const text = `${pathway(stage('a', 'status proposed\ncost £10k for 2025'), stage('b', 'status closed\ncost £5k for 2025'))}pathway q "Q" {\n  status closed\n${stage('c', 'cost £3k for 2025')}}\n`;
    expect(totals(text)).toEqual([]);
  });
});

describe('a question that is open beside a figure', () => {
  const open = 'cost unknown ask council because "Not yet billed"';
  const council = 'organisation council "Council" is local-authority\n';
  const costsIn = (...stages: readonly string[]) =>
    called(registersIn(council + pathway(...stages)), 'costs').rows.map((row) =>
      said(row, 'period', 'cost', 'activity'),
    );

  it('is told for each period without a figure, with whom to ask', () => {
    const facts = `activity 30 people for 2025/26\ncost £60k for 2024/25\n${open}`;
    expect(costsIn(stage('a', facts))).toEqual([
      '2024/25 | £60,000 | Not recorded',
      '2025/26 | Unknown: ask Council. Not yet billed | 30 people for 2025/26',
    ]);
  });

  it('has a row of its own where every period has a figure', () => {
    expect(costsIn(stage('a', `cost £60k for 2024/25\n${open}`))).toEqual([
      '2024/25 | £60,000 | Not recorded',
      'Other periods | Unknown: ask Council. Not yet billed | ',
    ]);
    const both = 'cost £60k for 2024/25\nactivity 3 people for 2024/25\nactivity unknown';
    expect(costsIn(stage('a', both))).toEqual([
      '2024/25 | £60,000 | 3 people for 2024/25',
      'Other periods |  | Unknown',
    ]);
  });

  it('is told with capacity and the people of an arrow too', () => {
    const registers = registersIn(
      `pathway p "P" {\n${stage('a', 'capacity 6 beds for 2024/25\ncapacity unknown')}${stage('b', '')}
  transition go from a to b {\nactivity 9 people for 2024/25\nactivity unknown because "No return"\n}\n}\n`,
    );
    expect(said(called(registers, 'stages').rows[0], 'capacity')).toBe('6 beds for 2024/25; Unknown');
    expect(said(called(registers, 'handovers').rows[0], 'activity')).toBe('9 people for 2024/25; Unknown: No return');
  });

  it('is counted with the total of a period that it may be of, and never as a figure', () => {
    const text = pathway(
      stage('a', 'cost £60k for 2024/25\ncost unknown'),
      stage('b', 'cost £5k for 2024/25\ncost £6k for 2025/26'),
    );
    expect(totals(text).slice(0, 2)).toEqual([
      'Cost of stages | 2025/26 | £6,000 | 1 of 2 stages has a cost, 1 unknown',
      'Cost of stages | 2024/25 | £65,000 | 2 of 2 stages have a cost',
    ]);
  });
});

it('keeps the boards of a pathway where a stage names only an agreement, and its agreements where it names a board', () => {
  const text = `board b "B" {\n  top\n}\nboard other "Other"\nagreement joint "Joint" is partnership\nagreement s75 "S75" is partnership
pathway p "P" {\n  governance board b\n  governance agreement joint
${stage('own-agreement', 'governance agreement s75')}${stage('own-board', 'governance board other')}${stage('nobody', 'governance none')}${stage('as-all', '')}}\n`;
  const registers = registersIn(text);
  expect(called(registers, 'governance').rows.map((row) => said(row, 'stage', 'body', 'ends', 'from'))).toEqual([
    'own-agreement | S75 | No board named | Stage',
    'own-agreement | B | To the top | Pathway',
    'own-board | Other | Not beyond Other | Stage',
    'own-board | Joint | No board named | Pathway',
    'nobody | None |  | ',
    'as-all | B | To the top | Pathway',
    'as-all | Joint | No board named | Pathway',
  ]);
  expect(called(registers, 'boards').rows.map((row) => said(row, 'board', 'stages'))).toEqual(['B | 2', 'Other | 1']);
  expect(called(registers, 'agreements').rows.map((row) => said(row, 'name', 'uses'))).toEqual([
    'Joint | 2',
    'S75 | 1',
  ]);
});

it('risks show their severity, and stand in its order where no score is known', () => {
  const text = `pathway p "P" {
  risk a "Low" {
    severity low
  }
  risk b "High" {
    severity high
  }
  risk c "Scored" {
    likelihood low
    impact low
  }
  risk d "Nothing said"
}
`;
  const rows = called(registersIn(text), 'risks').rows.map((row) => said(row, 'what', 'score', 'severity'));
  expect(rows).toEqual(['Scored | 1 | ', 'High |  | High', 'Low |  | Low', 'Nothing said |  | Not recorded']);
});

it('says what is late', () => {
  const text = `pathway p "P" {
  action a "A" {
    due 2026-05
    status underway
  }
  action b "B" {
    due 2026-05
    status done
  }
  cost unknown by 2026-01
}
agreement old "Old" is contract {
  valid 2020 to 2025
}
agreement soon "Soon" is contract {
  valid 2020 to 2026-12
}
agreement later "Later" is contract {
  valid 2030 to 2032
}
`;
  const registers = registersIn(text);
  expect(called(registers, 'actions').rows.map((row) => said(row, 'due'))).toEqual(['2026-05 (late)', '2026-05']);
  expect(called(registers, 'chase-list').rows[0]?.cells['by']).toMatchObject({ text: '2026-01 (late)', state: 'late' });
  expect(called(registers, 'agreements').rows.map((row) => said(row, 'name', 'state'))).toEqual([
    'Old | Ended',
    'Soon | Ends soon',
    'Later | Not begun',
  ]);
});

it('judges what is late by the day of the report, though the map is older', () => {
  const text = `pathway p "P" {
  status current as of 2026-03
  cost unknown by 2026-05
  action a "A" {
    due 2026-05
    status underway
  }
}
`;
  const lately = (asOf: string) => {
    const registers = registersIn(text, asOf);
    const [due, by] = [called(registers, 'actions').rows[0], called(registers, 'chase-list').rows[0]];
    return `${said(due, 'due')} | ${said(by, 'by')}`;
  };
  expect(lately('2026-11-22')).toBe('2026-05 (late) | 2026-05 (late)');
  expect(lately('2025-11-22')).toBe('2026-05 | 2026-05');
  const [note] = called(registersIn(text, '2026-11-22'), 'chase-list').notes;
  expect(note).toBe(
    'Late: wanted before 2026-11-22, the day of this report, and still unknown; where a pathway is as of a later day, that day counts.',
  );
});

it('tells in the handover which agreement its information goes under', () => {
  const text = `information letter "Letter" is referral
agreement sharing "Sharing agreement" is information-sharing
pathway p "P" {
  stage a "A"
  stage b "B"
  transition from a to b { send letter under sharing }
}
`;
  expect(said(called(registersIn(text), 'handovers').rows[0], 'agreement')).toBe('Sharing agreement');
});

it('tells a gap and the fact that is absent there once, and what no open gap is about by itself', () => {
  const text = `pathway p "P" {
  stage a "A" { provider none because "Ended" }
  stage b "B" { provider none }
  stage c "C" { provider none }
  gap nobody "Nobody provides A or B" { affects a affects b }
  gap solved "Nobody provided C" { affects c status closed }
}
`.replaceAll(/ (affects|status)/g, '\n    $1');
  const rows = called(registersIn(text), 'gaps').rows.map((row) => said(row, 'kind', 'what', 'absent'));
  expect(rows).toEqual([
    'Gap | Nobody provides A or B | No provider (A): Ended; No provider (B)',
    'Gap | Nobody provided C | ',
    'Confirmed absent | No provider | ',
  ]);
});

it('follows boards that report to one another only once', () => {
  const text = `board a "A" {\n  reports to b\n}\nboard b "B" {\n  reports to a\n}\n${pathway(stage('s', 'governance board a'))}`;
  const [row] = called(registersIn(text), 'governance').rows;
  expect(said(row, 'body', 'line', 'ends')).toBe('A | B | Not beyond B');
});

it('lists what is accepted and which rules are off, each with its reason', () => {
  const text = `project x "X" {\n  rule missing-cost off because "Not asked for"\n}\norganisation icb "The ICB"\n${pathway(
    stage('s', 'accept missing-provider because "Out to tender" by icb until 2026-12'),
  )}`;
  expect(called(registersIn(text), 'accepted').rows.map((row) => said(row, 'because', 'by', 'until'))).toEqual([
    'Out to tender | The ICB | 2026-12',
    'Not asked for |  | ',
  ]);
});

it('lists what the check finds, the most serious first, and where; neither what is accepted nor what is unknown', () => {
  const text = `project x "X" {\n  strictness review\n}\nboard b "The board" {\n  reports to nobody\n}\n${pathway(
    stage('s', 'provider nobody\naccept missing-cost because "Not asked for"\nactivity unknown'),
  )}`;
  const { rows } = called(registersIn(text), 'findings');
  expect(rows[0]!.cells['severity']).toEqual({ text: 'Error', order: 3 });
  expect(said(rows[1], 'pathway', 'about', 'rule')).toBe('P | s | Unknown name');
  const levels = rows.map(({ cells }) => Number(cells['severity']!.order));
  expect(levels).toEqual(levels.toSorted((a, b) => b - a));
  expect(rows.some((row) => said(row, 'what').includes('cost'))).toBe(false);
  expect(rows.some((row) => said(row, 'what').includes('activity'))).toBe(false);
  expect(rows.map((row) => said(row, 'pathway', 'about'))).toContain(' | The board');
  expect(rows.find((row) => said(row, 'about') === 's')!.element).toEqual({ kind: 'stage', name: 's' });
});

it('shows no data about persons', () => {
  const text = pathway(stage('s', 'note "x"\ngap g "Ask about 943 476 5919 first"'));
  expect(JSON.stringify(registersIn(text))).not.toContain('943 476 5919');
  expect(said(called(registersIn(text), 'gaps').rows[0], 'what')).toContain('•');
});

describe('what is broken or empty', () => {
  it('has every register, and says why it is empty', () => {
    const registers = registersIn('');
    expect(registers.length).toBeGreaterThan(20);
    for (const { rows, empty, about } of registers) {
      expect(rows).toEqual([]);
      expect(`${empty}${about}`).toMatch(/\.$/);
    }
  });

  it('marks names that lead nowhere', () => {
    const text = `pathway p "P" realises nothing in nowhere {\n  provider ghost\n  uses stage x of y as z\n  ${stage('s', 'level lost\ncommissioner nobody as lead')}  transition from s to gone {\n    lead ghost\n    send letter from ghost to s\n  }\n  risk r "R" {\n    affects gone\n    action none-such\n  }\n  overlaps elsewhere at gone\n}\n`;
    const registers = registersIn(text);
    expect(said(called(registers, 'stages').rows[0], 'provider')).toBe('? ghost');
    expect(said(called(registers, 'risks').rows[0], 'affects', 'action')).toBe('? gone | ? none-such');
    expect(said(called(registers, 'handovers').rows[0], 'from', 'to')).toBe('s | ? gone');
  });

  it('makes registers of half-written texts', () => {
    for (const text of [
      'pathway',
      'pathway p {',
      'pathway p "P" {\n stage',
      'specification s {\n require stage',
      'agreement a "A" {\n valid',
      'board b {\n reports to',
    ]) {
      expect(registersIn(text).length).toBeGreaterThan(20);
    }
  });
});
