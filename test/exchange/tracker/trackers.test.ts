import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrackerCsv } from '../../../src/exchange/tracker/csv.ts';
import { importTracker } from '../../../src/exchange/tracker/import.ts';
import { noMapping, readMapping } from '../../../src/exchange/tracker/mapping.ts';
import { mappingText } from '../../../src/exchange/tracker/mapping-text.ts';
import { horridWorkbook } from './horrid.ts';
import { areasCsv, layeredWorkbook, mergedWorkbook } from './others.ts';
import { faultsOf, gridsIn, gridsOf, imported, sheetOf, textOf } from './support.ts';

describe('a horrid workbook', async () => {
  const read = imported(await gridsOf(await horridWorkbook()));
  const text = textOf(read);

  it('becomes files without an error, in canonical form', () => {
    expect(read.refusals).toEqual([]);
    expect(faultsOf(read)).toEqual([]);
    expect(read.files.map(({ name }) => name)).toEqual([
      'project.pathway',
      'organisations.pathway',
      'terms.pathway',
      'north-rivershire-health-and-justice.pathway',
      'south-rivershire-health-and-justice.pathway',
    ]);
  });

  it('finds its headings below titles, and leaves hidden sheets and remarks out of the table', () => {
    expect(read.tables.map(({ name, about, headingRow, rows }) => [name, about, headingRow, rows.length])).toEqual([
      ['Services', 'stages', 4, 10],
      ['Risk log', 'findings', 0, 2],
      ['Organisations', 'organisations', 0, 2],
      ['Moves', 'transitions', 0, 2],
    ]);
    expect(read.unread).toEqual(['Change log']);
    expect(text).toContain('note "Below the table: * Costs of the adult contract are not split by age (Services!A19)"');
    expect(text).toContain('A total, not taken over: Service / team: Total; Cost (£ p.a.): 640000');
  });

  it('takes amounts as they stand, and cites the cell where it says about', () => {
    expect(text).toContain('cost £180,000 for 2025/26\n');
    expect(text).toContain('cost £2.1m for 2025/26\n');
    expect(text).toContain('cost £2.6m estimate for 2025/26 according to tracker at "Services!L10 says \'c. £2.6m\'"');
    expect(text).toContain('activity fewer than 5 referrals for 2025/26\n');
  });

  it('writes what is not known as an open question, with the words of the cell', () => {
    expect(text).toContain('cost unknown because "Services!L11 says \'TBC\' for 2025/26"');
    expect(text).toContain('activity unknown because "Services!M13 says \'40-50\' for 2025/26"');
    expect(text).toContain('provider none\n');
    expect(text).toContain('cost not-applicable because "Services!L15 says \'n/a\' for 2025/26"');
  });

  it('puts names together that differ in nothing that matters, and tells several in one cell apart', () => {
    expect(text).toContain('organisation rivershire-icb "Rivershire ICB" is icb {\n  alias "RICB"\n}');
    expect(text).toContain('organisation rivershire-council "Rivershire Council" is local-authority\n');
    expect(text).toContain('provider rivershire-council\n    provider beacon-youth\n');
  });

  it('keeps what it could not understand, and no name of a person', () => {
    for (const { cell } of read.kept) expect(text).toContain(cell.text);
    expect(read.withheld.map(({ cell }) => cell.text)).toEqual(['Jo Smith']);
    expect(text).not.toMatch(/Bloggs|A\. Person|Jo Smith/);
    expect(text).toContain('note "RAG: Amber (Services!AC6)"');
  });

  it('makes transitions of next steps, with the criteria of the stage that they lead to', () => {
    expect(text).toContain(
      'transition from early-help to community-camhs {\n    movement step-up\n    criteria "Score of 20 or more"\n  }',
    );
    expect(text).toContain('leaves "discharge to GP"');
  });
});

describe('other trackers', () => {
  it('reads a CSV file in the characters of Western Europe, a pathway for each area', () => {
    const read = imported(gridsIn(readTrackerCsv('areas', areasCsv)));
    const text = textOf(read);
    expect([read.refusals, faultsOf(read)]).toEqual([[], []]);
    expect(text).toContain('pathway north-camhs-mapping-all-areas "CAMHS mapping – all areas, North" in north {');
    expect(text).toContain('cost £45,000 budget for 2024/25');
    expect(text).toContain('cost unknown because "areas!E6 says \'£30k - £40k\' for 2024/25"');
    expect(text).toContain('cost none because "areas!E7 says \'nil\' for 2024/25"');
    expect(text).toContain('activity about 300 people');
    expect(read.pathways.map(({ stages }) => stages)).toEqual([2, 2]);
  });

  it('never gives one amount to each of the stages that it stands for together', async () => {
    const read = imported(await gridsOf(await mergedWorkbook()));
    const text = textOf(read);
    expect(faultsOf(read)).toEqual([]);
    expect(
      text.match(
        /cost unknown because "Court and custody!D3 says '120' for the rows of D3:D4 together, for 2023\/24"/g,
      ),
    ).toHaveLength(2);
    expect(text.match(/provider weir-trust/g)).toHaveLength(2);
    // £45 below thousands may be either; a number below thousands is in thousands.
    expect(text).toContain('cost unknown because "Court and custody!D5 says \'£45\' for 2023/24"');
    expect(text).toContain(
      'A row without a name: Delivered by: Kite CIC; Spend £000s 23-24: 10 (Court and custody!B6)',
    );
    expect(text).toContain('note "Under the heading \'IN CUSTODY\' (Court and custody!A2)"');
    // Excel makes a date of 10-12: nobody can tell.
    expect(text).toContain('ages unknown because "Community!C2 says \'2024-12-10\'"');
    expect(text).toContain('cost £1.2m for 2023/24\n    cost €5,000 grant\n    cost £1.3m for 2024/25\n');
    expect(text).toContain('evidence tracker at "Community, row 2; Community, row 3"');
  });

  it('reads headings in two rows, and a sheet that says more of the stages of another', async () => {
    const read = imported(await gridsOf(await layeredWorkbook()));
    const text = textOf(read);
    expect(faultsOf(read)).toEqual([]);
    expect(read.tables.map(({ addsTo }) => addsTo)).toEqual([undefined, 'Services']);
    expect(read.pathways).toEqual([{ label: 'Rivershire services', stages: 3, transitions: 1 }]);
    expect(text).toContain('cost £40,000 for 2023/24\n    cost £45,000 for 2024/25\n    wait 6 weeks\n');
    expect(text).toContain('cost unknown because "Services!D5 says \'TBC\' for 2024/25"');
    expect(text).toContain('activity 300 for 2024/25\n');
    expect(text).toContain('evidence tracker at "Services, row 4; Access, row 2"');
    expect(text).not.toContain('Above the table');
  });

  it('gives the same files with the mapping that it saves', async () => {
    for (const bytes of [await horridWorkbook(), await mergedWorkbook(), await layeredWorkbook()]) {
      const grids = await gridsOf(bytes);
      const read = imported(grids);
      const mapping = readMapping(mappingText(read, noMapping));
      expect(mapping.problems).toEqual([]);
      expect(imported(grids, mapping).files).toEqual(read.files);
    }
  });

  it('saves its questions so that they are answered by taking out the marks before them', () => {
    const grids = [
      sheetOf('S', [
        ['Service', 'Provider', 'Commissioner', 'Next step'],
        ['Clinic', 'Kite and Weir', 'NHS Black Country ICB', 'The ward'],
        ['Ward (west)', 'Kite', 'BC ICB', ''],
        ['Hub', 'Weir', 'Black Country ICB', ''],
        ['Line', 'Kite and Friends', 'Black Country ICB', ''],
      ]),
    ];
    const asked = importTracker(grids, noMapping, 's.csv');
    expect(asked.questions.map(({ text }) => text)).toEqual([
      "is 'Kite and Friends' several organisations (Kite; Friends), or one?",
      "are 'BC ICB' and 'NHS Black Country ICB' one organisation?",
      "are 'Black Country ICB' and 'NHS Black Country ICB' one organisation?",
      "are 'Black Country ICB' and 'BC ICB' one organisation?",
    ]);
    const saved = mappingText(asked, noMapping);
    const answered = (key: string): string =>
      saved.replace(new RegExp(`^${key}:\\n(?: .*\\n)+`, 'm'), (part) => part.replaceAll('  # "', '  "'));
    const one = importTracker(grids, readMapping(answered('same-as')), 's.csv');
    expect(one.bodies.map(({ label }) => label)).toContain('NHS Black Country ICB');
    expect(one.questions).toHaveLength(1);
    expect(importTracker(grids, readMapping(answered('apart')), 's.csv').questions).toHaveLength(1);
    const several = importTracker(grids, readMapping(answered('several')), 's.csv');
    expect(several.bodies.map(({ label }) => label)).toContain('Friends');
    const stages = importTracker(grids, readMapping(answered('stages').replace('…', 'Ward (west)')), 's.csv');
    expect(stages.pathways[0]?.transitions).toBe(1);
  });

  it('asks whether a name and a longer one that holds it are one, and whether a comma parts two', () => {
    const asked = importTracker(
      [
        sheetOf('S', [
          ['Service', 'Provider', 'Commissioner', 'Owner', 'Gap'],
          ['Clinic', 'Lantern, Beacon Trust', 'ICB', 'Wessexshire ICB', 'No beds'],
          ['Ward', 'Birmingham and Solihull ICB', 'ICB', '', ''],
        ]),
      ],
      noMapping,
      's.csv',
    );
    expect(asked.questions.map(({ text }) => text)).toEqual([
      "is 'Lantern, Beacon Trust' several organisations (Lantern; Beacon Trust), or one?",
      "are 'ICB' and 'Wessexshire ICB' one organisation?",
      "are 'ICB' and 'Birmingham and Solihull ICB' one organisation?",
    ]);
  });

  it('gives a risk its owner, and lets no name of a person slip in by another way', () => {
    const read = imported([
      sheetOf('S', [
        ['Service', 'Provider', 'Risks', 'Gaps', 'Likelihood', 'Owner', 'Contact'],
        ['Clinic', 'Kite', 'Beds close', '', 'High', 'Kite', 'Ann Other'],
        ['Ward', 'Weir', '', 'No beds', 'Low', 'Ann Other', ''],
        ['Hub', 'Weir', '', '', 'Low', 'Ann Other', ''],
        ['', 'Weir', '', '', '', 'Ann Other', 'Ann Other'],
        ['Line', 'Weir', '', '', '', '', ''],
      ]),
    ]);
    const text = textOf(read);
    expect(faultsOf(read)).toEqual([]);
    expect(text).toContain('risk beds-close "Beds close" {\n      likelihood high\n      owner kite\n    }');
    expect(text).toContain('likelihood low\n      owner unknown because "S!F3 may name a person, and is left out"');
    expect(text).toContain('note "Likelihood: Low (S!E4)"');
    expect(text).toContain('note "A row without a name: Provider: Weir (S!B5)"');
    expect(text).not.toContain('Ann Other');
    expect([read.kept, read.withheld.map(({ cell }) => cell.row)]).toEqual([[], [2, 3]]);
  });

  it('lets each fact rest on the source of its own row', () => {
    const read = imported([
      sheetOf('S', [
        ['Service', 'Provider', 'Cost', 'Source', 'Confidence'],
        ['Clinic', 'Kite', '£5k', '', ''],
        ['Clinic', 'Kite', 'approx £6k 2024/25', 'Returns', 'Low'],
        ['Clinic', 'Weir', '', '', 'High'],
      ]),
    ]);
    expect(faultsOf(read)).toEqual([]);
    expect(textOf(read)).toContain(
      [
        '    provider kite',
        '    provider weir according to tracker at "S, row 4" confidence high',
        '    cost £5,000',
        '    cost £6,000 estimate for 2024/25 according to returns at "S!C3 says \'approx £6k 2024/25\'" confidence low',
        '    evidence tracker at "S, row 2; S, row 3"',
        '    evidence returns confidence low',
        '    evidence tracker at "S, row 4" confidence high',
        '  }',
      ].join('\n'),
    );
  });

  it('finds a mapping that says that two are one, and two', () => {
    expect(readMapping('same-as:\n  "A": "B"\napart:\n  b: "C; a"\n').problems).toEqual([
      "'A' and 'B' stand below 'same-as' and below 'apart': take one of them out.",
    ]);
  });

  it('skips plain numbers of rows, but for cells that speak of them; a family doctor is a way out', () => {
    const read = imported([
      sheetOf('S', [
        ['#', 'Service', 'Provider', 'Next step', 'Where'],
        ['1', 'Clinic', 'Kite', '2', 'Clinic'],
        ['2', 'Ward', 'Kite', 'GP', 'Home'],
        ['3', 'Hub', 'Kite', 'Back to GP', 'School'],
      ]),
    ]);
    const text = textOf(read);
    expect([read.kept, faultsOf(read)]).toEqual([[], []]);
    expect(text).toContain('evidence tracker at "S, row 2"\n');
    expect(text).toContain('transition from clinic to ward');
    expect(text).toContain('leaves "GP"');
    expect(text).toContain('leaves "Back to GP"');
    expect(text).toContain('setting community "Clinic"');
    expect(text).toContain('setting community "Home"');
    expect(text).toContain('setting school-site\n');
    expect(text).not.toContain('note ');
  });

  it('refuses more rows than it can read', () => {
    const rows = Array.from({ length: 5001 }, (_, at) => [`Service ${at}`, 'Trust']);
    expect(imported([sheetOf('S', [['Service', 'Provider'], ...rows])]).refusals[0]?.message).toContain(
      'there are 5002 rows',
    );
  });

  it('understands whatever stands in the cells, or keeps it: never an error in the text', () => {
    const cell = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '',
          '',
          'TBC',
          'none',
          'n/a',
          '?',
          '£1.2m',
          '£45k',
          '2025/26',
          'Weir Council',
          'c40',
          '1,200 per year',
          '10-17',
          '12–25 yrs',
          'A; B and C',
          'Trust (lead)',
          '"',
          '\\',
          '"""',
          'a\nb',
          '=1+1',
          '@x',
          'unknown',
          'Discharge',
          'Clinic',
          'Refer to Clinic; Ward',
          '2024-05-01',
          '30%',
          '<5',
          '£',
          '{}',
          '# x',
          'none\n"',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
    );
    const headings = [
      'Pathway',
      'Area',
      'Service',
      'Setting',
      'Site',
      'Tier',
      'Age',
      'Provider',
      'Partners',
      'Commissioner',
      'Funder',
      'Cost',
      'Year',
      'Referrals',
      'Beds',
      'Wait',
      'Staffing',
      'Board',
      'Assessment',
      'Referral source',
      'Next step',
      'Criteria',
      'Information shared',
      'Status',
      'Gap',
      'Severity',
      'Risk',
      'Action',
      'Owner',
      'Due',
      'Source',
      'Confidence',
      'Odd',
      'Notes',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
          minLength: 1,
          maxLength: 6,
        }),
        (rows) => {
          const read = imported([sheetOf('S', [headings, ...rows.map((row) => row.map((text) => text.trim()))])]);
          if (read.refusals.length === 0) expect(faultsOf(read)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
