import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../../support/command.ts';
import { runInMemory } from '../../support/memory.ts';

const services = [
  ['North County services', '', '', '', '', '', ''],
  ['Service', 'Provider', 'Provider notes', 'Cost (£ p.a.)', 'RAG', 'Next step', 'Owner'],
  ['Clinic', 'Kite and Friends', 'Lead: Kite', '£5k', 'Red', 'The hub team', 'NHSE'],
  ['Hub', 'Kite', '', '£7k', 'Green', 'Ward', ''],
  ['Ward', 'Weir Trust', '', '', '', 'Discharge', ''],
];

const bytes = await writeXlsx({
  sheets: [
    { name: 'Services', rows: services },
    { name: 'Groups', rows: [['Thing', 'Who'], ...[['Choir', 'Kite']]] },
    { name: 'Costs', rows: [['Service', 'Cost']], hidden: true },
  ],
});

/** What the command says of a mapping, and whether it has written anything. */
async function said(mapping: string, ...more: readonly string[]) {
  using folder = new TemporaryFolder();
  writeFileSync(join(folder.path, 't.xlsx'), bytes);
  folder.write('m.yaml', mapping);
  const { code, out, err } = await runInMemory(
    ['import', 't.xlsx', '--new', 'made', '--mapping', 'm.yaml', ...more],
    folder.path,
  );
  const pathway = join(folder.path, 'made/north-county-services.pathway');
  const isWritten = existsSync(join(folder.path, 'made'));
  return { code, out, err, isWritten, text: existsSync(pathway) ? readFileSync(pathway, 'utf8') : '' };
}

/** The refusals alone: nothing is written where there is one. */
async function refusals(mapping: string): Promise<readonly string[]> {
  const { code, err, isWritten } = await said(mapping);
  expect([code, isWritten]).toEqual([2, false]);
  expect(err).toMatch(/\n\nNo pathway file was written\.\n$/);
  return err.replace('\n\nNo pathway file was written.\n', '').split('\n');
}

const columns = (lines: string): string => `sheets:\n  "Services":\n    columns:\n${lines}`;
const answer = 'several:\n  "Kite and Friends": "Kite; Friends"\n';

describe('a mapping that speaks of what the workbook does not have', () => {
  it('is refused for a sheet, with the likely one', async () => {
    expect(await refusals('sheets:\n  "Servces":\n    leave-out: yes\n  "Staff":\n    leave-out: yes\n')).toEqual([
      "The mapping, line 2: there is no sheet 'Servces'. Did you mean 'Services'?",
      "The mapping, line 4: there is no sheet 'Staff'. There are 'Services', 'Groups'.",
    ]);
    expect(await refusals('sheets:\n  Costs:\n    columns:\n      "Cost": cost\n')).toEqual([
      "The mapping, line 2: the sheet 'Costs' is hidden, and is not read. Show it, or take it out here.",
    ]);
    expect((await said(`${answer}sheets:\n  Costs:\n    leave-out: yes\n`)).code).toBe(0);
  });

  it('is refused for a column, so that a slip makes no notes of it', async () => {
    const lines = '      "Servce": stage\n      "cost": cost\n      "rag ": severity\n      "Colour": other\n';
    expect(await refusals(columns(lines))).toEqual([
      "The mapping, line 4: the sheet 'Services' has no heading 'Servce' in row 2. Did you mean 'Service'?",
      "The mapping, line 5: the sheet 'Services' has no heading 'cost' in row 2. Did you mean 'Cost (£ p.a.)'?",
      "The mapping, line 6: the sheet 'Services' has no heading 'rag ' in row 2. Did you mean 'RAG'?",
      "The mapping, line 7: the sheet 'Services' has no heading 'Colour' in row 2. There are 'Service', 'Provider', 'Provider notes', 'Cost (£ p.a.)', 'RAG', 'Next step', 'Owner'.",
    ]);
  });

  it('is refused for a row that holds no headings, or not these', async () => {
    const at = (row: number): string =>
      `sheets:\n  Services:\n    heading-row: ${row}\n    columns:\n      "RAG": severity\n`;
    expect(await refusals(at(40))).toEqual([
      "The mapping, line 3: row 40 of the sheet 'Services' is empty, and holds no headings. Did you mean 2?",
    ]);
    expect(await refusals(at(3))).toEqual([
      "The mapping, line 5: the sheet 'Services' has no heading 'RAG' in row 3. Row 2 has it: let 'heading-row' say where the headings are.",
    ]);
    expect(await refusals('sheets:\n  Groups:\n    columns:\n      "Who": provider\n      "What": stage\n')).toEqual([
      "The mapping, line 5: the sheet 'Groups' has no heading 'What' in row 1. There are 'Thing', 'Who'.",
    ]);
    expect(await refusals('sheets:\n  Groups:\n    columns:\n      "Who": provider\n')).toEqual([
      expect.stringContaining("The mapping, line 2: no column of the sheet 'Groups' says what its rows are about."),
    ]);
  });

  it('finds the headings that only the mapping knows', async () => {
    const { code, out } = await said(
      `${answer}sheets:\n  Groups:\n    columns:\n      "Thing": stage\n      "Who": provider\n`,
    );
    expect(code).toBe(0);
    expect(out).toContain("Sheet 'Groups': stages of pathways, headings in row 1, 1 row\n");
  });

  it('says that a column is kept as notes because the mapping says so, and asks for nothing more', async () => {
    const { out } = await said(`${answer}${columns('      "RAG": other\n      "Provider notes": other\n')}`);
    expect(out).toContain('RAG             kept as notes below its heading, as the mapping says (2 cells)\n');
    expect(out).not.toContain('can be told what they are about');
  });

  it('is refused for names that are likely slips, in every part', async () => {
    const lines = [
      'same-as:',
      '  "Weir Trsut": "Weir"',
      'apart:',
      '  "Kite": "Weir Trusts"',
      'several:',
      '  "kite and freinds": "Kite; Friends"',
      'stages:',
      '  "The hub tema": "Hub"',
    ];
    expect(await refusals(`${lines.join('\n')}\n`)).toEqual([
      "The mapping, line 2: no organisation is named 'Weir Trsut'. Did you mean 'Weir Trust'?",
      "The mapping, line 4: no organisation is named 'Weir Trusts'. Did you mean 'Weir Trust'?",
      "The mapping, line 6: no cell names organisations as 'kite and freinds'. Did you mean 'Kite and Friends'?",
      "The mapping, line 8: no cell speaks of a stage 'The hub tema'. Did you mean 'The hub team'?",
    ]);
  });

  it('is refused for a stage that no stage is called, and goes on with the one that is', async () => {
    expect(await refusals(`${answer}stages:\n  "The hub team": "Hubb"\n`)).toEqual([
      "The mapping, line 4: no stage is called 'Hubb'. Did you mean 'Hub'?",
    ]);
    const { code, err, text } = await said(`${answer}stages:\n  "the Hub team": "hub"\n`);
    expect([code, err]).toEqual([0, expect.not.stringContaining('The mapping')]);
    expect(text).toContain('transition from clinic to hub');
  });

  it('is warned of where nothing in the workbook looks like it, and the rest is done', async () => {
    const lines = ['same-as:', '  "Heron CIC": "Heron"', '  "NHSE": "NHS England"', 'stages:', '  "Court desk": "Hub"'];
    const { code, err, isWritten } = await said(`${answer}${lines.join('\n')}\n`);
    expect([code, isWritten]).toEqual([0, true]);
    expect(err.split('\n').slice(0, 3)).toEqual([
      "The mapping, line 4: no organisation is named 'Heron CIC', so it changes nothing.",
      "The mapping, line 7: no cell speaks of a stage 'Court desk', so it changes nothing.",
      expect.stringMatching(/^Read the \d+ notes/),
    ]);
  });

  it('takes nothing for a slip that another line speaks of, or that the line itself says', async () => {
    const { code, err } = await said(
      `${answer}same-as:\n  "Weir Trus": "Weir Trust"\napart:\n  "Weir Trust": "Kite"\n  "Wear Trust": "Kite"\n`,
    );
    expect(code).toBe(0);
    expect(err).toContain("line 4: no organisation is named 'Weir Trus', so it changes nothing.");
    expect(err).toContain("line 7: no organisation is named 'Wear Trust', so it changes nothing.");
  });

  it('is warned of a pathway for a sheet that says it itself, or has none', async () => {
    const lines = 'sheets:\n  Services:\n    pathway: "P"\n    columns:\n      "RAG": pathway\n';
    const groups = '  Groups:\n    pathway: "Q"\n    columns:\n      "Who": organisation\n';
    const { code, err } = await said(`${answer}${lines}${groups}`);
    expect(code).toBe(0);
    expect(err).toContain(
      "line 5: 'pathway' of the sheet 'Services' changes nothing, since its column 'RAG' says which pathway.\n",
    );
    expect(err).toContain(
      "line 9: 'pathway' of the sheet 'Groups' changes nothing, since the rows of that sheet are not stages.\n",
    );
  });
});

describe('a mapping that cannot be meant so', () => {
  it('names two columns that would both be the stage, names said twice, and words in a wrong place', async () => {
    const { code, err, isWritten } = await said(
      [
        'project:',
        'same-as: "Kite"',
        '  ',
        'sheets:',
        '  "Groups": leave-out',
        '  "Services":',
        '    pathway:',
        '    columns:',
        '      "Service": stage',
        '      "RAG": stage',
        'stages:',
        '  "The hub team": "Hub"',
        '  "the HUB team": "Ward"',
      ].join('\n'),
    );
    expect([code, isWritten]).toEqual([2, false]);
    expect(err.split('\n')).toEqual([
      'm.yaml cannot be used:',
      "Line 2: 'Kite' can't stand behind 'same-as': write what you say of it in lines below, each with more spaces before it.",
      "Line 13: 'the HUB team' stands in line 12 already, as 'The hub team'. Take one of them out.",
      'Line 1: write what it is called behind \'project\', on the same line: project: "…".',
      "Line 5: 'leave-out' can't stand behind 'Groups': write what you say of it in lines below, each with more spaces before it.",
      "Line 10: only one column can be the stage, and line 9 says that 'Service' is. Let one of them be other, which keeps it as notes.",
      'Line 7: write what it is called behind \'pathway\', on the same line: pathway: "…".',
      '',
    ]);
  });
});
