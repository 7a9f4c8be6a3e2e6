import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../../support/command.ts';
import { runInMemory } from '../../support/memory.ts';
import { horridWorkbook } from './horrid.ts';

const horrid = await horridWorkbook();

/** The names and texts of the files of a folder. */
function filesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

describe('pathway import --new', () => {
  it('says first that a file does not exist, and not which of several projects it could be for', async () => {
    using folder = new TemporaryFolder();
    for (const name of ['a', 'b']) {
      mkdirSync(join(folder.path, name));
      writeFileSync(join(folder.path, name, 'project.pathway'), `project ${name} "${name}"\n`);
    }
    const { code, err } = await runInMemory(['import', 'nofile.xlsx'], folder.path);
    expect([code, err]).toEqual([2, 'There is no file or folder nofile.xlsx.\n']);
  });

  it('names the cells of which a name was left out, and never says the name', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(
      join(folder.path, 't.csv'),
      'Service,Provider,Risk,Owner,Due\nClinic,Kite,Delay,Jo Smith,March 2027\n',
    );
    const { code, out } = await runInMemory(['import', 't.csv', '--new', 'made', '--dry-run'], folder.path);
    expect(code).toBe(0);
    expect(out).toContain('when the action is due (0 of 1 understood, 1 kept as a note)');
    expect(out).toContain(
      '1 cell holds a name that may be a person’s. It is left out:\n  t!D2  Owner\nWhere such a name',
    );
    expect(out).not.toMatch(/Smith|could not be understood/);
  });

  it('asks about look-alikes before it writes, and takes the answer from the mapping that it saved', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 'tracker.xlsx'), horrid);
    const args = ['import', 'tracker.xlsx', '--new', 'made'];
    const asked = await runInMemory([...args, '--save-mapping', 'tracker.yaml'], folder.path);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain("Are 'NHSE' and 'NHS England' one organisation? (Services!J10 and Services!J7)");
    expect(asked.err).toMatch(/\n\nNo pathway file was written\.\n$/);
    expect(existsSync(join(folder.path, 'made'))).toBe(false);
    const saved = join(folder.path, 'tracker.yaml');
    const text = readFileSync(saved, 'utf8');
    expect(text).toContain('      "Cost (£ p.a.)": cost\n');
    writeFileSync(saved, text.replace('  # "NHSE": "NHS England"  #', '  "NHSE": "NHS England"  #'));
    const done = await runInMemory([...args, '--mapping', 'tracker.yaml'], folder.path);
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Written: made/project.pathway, made/organ')]);
    const files = filesIn(join(folder.path, 'made'));
    expect(files.map(([name]) => name)).toHaveLength(5);
    expect(files.find(([name]) => name === 'organisations.pathway')?.[1]).toContain('alias "NHSE"');
    const checked = await runInMemory(['check', 'made', '--fail-on', 'error'], folder.path);
    expect(checked.code).toBe(0);
  });

  it('asks on a terminal, one by one', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 'tracker.xlsx'), horrid);
    const questions: string[] = [];
    const ask = (question: string): Promise<boolean> => {
      questions.push(question);
      return Promise.resolve(false);
    };
    const { code } = await runInMemory(['import', 'tracker.xlsx', '--new', 'made'], folder.path, { ask });
    expect([code, questions]).toEqual([
      0,
      ["Are 'NHSE' and 'NHS England' one organisation? (Services!J10 and Services!J7) y/n: "],
    ]);
    expect(readFileSync(join(folder.path, 'made/organisations.pathway'), 'utf8')).toContain('organisation nhse "NHSE"');
  });

  it('shows the texts and writes nothing on a dry run; then writes the same, and never over what is there', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 'tracker.xlsx'), horrid);
    const args = ['import', 'tracker.xlsx', '--new', 'made', '--keep-apart'];
    const dry = await runInMemory([...args, '--dry-run'], folder.path);
    expect(dry.out).toMatch(/No pathway file was written \(--dry-run\)\.\n$/);
    expect(readdirSync(folder.path)).toEqual(['tracker.xlsx']);
    await runInMemory(args, folder.path);
    const files = filesIn(join(folder.path, 'made'));
    for (const [, text] of files) expect(dry.out).toContain(text);
    const again = await runInMemory(args, folder.path);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('there are pathway files in made already')]);
    expect(filesIn(join(folder.path, 'made'))).toEqual(files);
  });

  it('names the sheet and cell of a formula that it cannot trust, and writes nothing', async () => {
    using folder = new TemporaryFolder();
    const cells = new Map<string, Partial<Cell>>([
      ['1,1', { formula: 'HYPERLINK("http://example.org","Trust")', formulaResult: 'Trust' }],
      ['1,2', { formula: 'A1*2' }],
      ['2,2', { formula: 'SUM(1,2)', formulaResult: 3 }],
    ]);
    const rows = [
      ['Service', 'Provider', 'Cost'],
      ['Clinic', null, null],
      ['Ward', 'Trust', null],
    ];
    writeFileSync(join(folder.path, 'b.xlsx'), await writeXlsx({ sheets: [{ name: 'Stages', rows, cells }] }));
    const { code, err } = await runInMemory(['import', 'b.xlsx', '--new', 'made'], folder.path);
    expect([code, err.split('\n')]).toEqual([
      2,
      [
        "Sheet 'Stages', cell B2: this cell holds a formula that reaches out of the workbook: put its value in its place.",
        "Sheet 'Stages', cell C2: this cell holds a formula without its value: open the workbook, save it again, or put the value in its place.",
        '',
        'No pathway file was written.',
        '',
      ],
    ]);
    expect(existsSync(join(folder.path, 'made'))).toBe(false);
  });

  it('says what it left out and what it could not understand, and claims nothing of the names of people', async () => {
    using folder = new TemporaryFolder();
    folder.write(
      't.csv',
      [
        'Service,Provider,Where,Comments,Colour',
        'Advice,Kite,Clinic,"Spoke to Jane Doe 07700 900123, jane@example.org",Red',
        'Helpline,Kite,Phone,Last updated 12/03/26 by J Smith,',
      ].join('\n'),
    );
    const { out } = await runInMemory(['import', 't.csv', '--new', 'made', '--dry-run'], folder.path);
    expect(out).toContain('where the setting is (1 of 2 understood)');
    expect(out).toContain(
      [
        '1 cell could not be understood. It is kept in its own words:',
        "  t!C3  Where 'Phone': it is no setting that is known, and the row names none that it could be the place of",
        '',
        '1 cell holds an e-mail address or a telephone number. That part is left out:',
        '  t!D2  Comments',
        '',
        'Columns that are kept as notes can be told what they are about in a mapping: --save-mapping <file> writes one to put right.',
      ].join('\n'),
    );
    expect(out).toContain(
      'Read the 4 notes and the other texts before you share the files: names of people in free text are not recognised.',
    );
    expect(out).not.toMatch(/hold no names|07700|example\.org/);
    const done = await runInMemory(['import', 't.csv', '--new', 'made'], folder.path);
    expect(done.err).toMatch(/^Read the 4 notes and the other texts before you share the files: /);
  });

  it('says what is wrong with a mapping, with its line', async () => {
    using folder = new TemporaryFolder();
    folder.write('t.csv', 'Service,Provider\nClinic,Trust\n');
    folder.write(
      'm.yaml',
      'sheets:\n  "t":\n    columns:\n      "Provider": provder\n      Servce: stage\nsame as: x\nnonsense\n',
    );
    const { code, err } = await runInMemory(['import', 't.csv', '--new', 'made', '--mapping', 'm.yaml'], folder.path);
    expect([code, err.split('\n')]).toEqual([
      2,
      [
        'm.yaml cannot be used:',
        "Line 7: 'nonsense' can't be read. Write a word, a colon, and what it is: \"Service\": stage",
        "Line 6: 'same as' is not known here. Did you mean 'same-as'?",
        "Line 4: a column can't be about 'provder'. Did you mean 'provider'?",
        '',
      ],
    ]);
    folder.write('m.yaml', 'sheets:\n  t:\n    columns:\n      Servce: stage\n');
    const gone = await runInMemory(['import', 't.csv', '--new', 'made', '--mapping', 'm.yaml'], folder.path);
    expect(gone.err).toContain("The mapping, line 4: the sheet 't' has no heading 'Servce' in row 1.");
  });

  it('reads a CSV file in UTF-16', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 't.txt'), Buffer.from('\uFEFFService\tProvider\nHub\tCafé\n', 'utf16le'));
    expect((await runInMemory(['import', 't.txt', '--new', 'made'], folder.path)).code).toBe(0);
    expect(readFileSync(join(folder.path, 'made/organisations.pathway'), 'utf8')).toContain('"Café"');
  });

  it('reads a CSV file whose lines end as on old Macs', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 't.csv'), 'Service,Provider,Cost\rHub,Kite,£5k\rWard,"Reed\rFen",£7k\r');
    const { code, out } = await runInMemory(['import', 't.csv', '--new', 'made'], folder.path);
    expect({ code, rows: /\d+ rows/.exec(out)?.[0] }).toEqual({ code: 0, rows: '2 rows' });
    const text = readFileSync(join(folder.path, 'made/t.pathway'), 'utf8');
    expect(text).toContain('stage ward "Ward" {\n    provider reed\n    provider fen\n    cost £7,000\n');
    // Between quotation marks, a line may end in another way.
    writeFileSync(join(folder.path, 'u.csv'), 'Service,Provider\rHub,"Reed\nFen"\rWard,Kite\r');
    expect((await runInMemory(['import', 'u.csv', '--new', 'u'], folder.path)).out).toContain('2 rows');
  });

  it('refuses a character that cannot be seen, also where it makes a row nameless or a heading empty', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 't.csv'), 'Service,Provider,Co\0st\nHub,Kite,5\nWa\0rd,Reed,7\nTotal,,1\u00002\n');
    const { code, err } = await runInMemory(['import', 't.csv', '--new', 'made'], folder.path);
    const why = 'this cell holds a character that cannot be seen: type its text anew.';
    expect({ code, err }).toEqual({
      code: 2,
      err: `${['C1', 'A3', 'C4'].map((cell) => `Sheet 't', cell ${cell}: ${why}\n`).join('')}\nNo pathway file was written.\n`,
    });
  });

  it('says of figures that repeat, in a line each, which are taken once', async () => {
    using folder = new TemporaryFolder();
    const rows = ['75k', '75k', '75k', '20k', '75k'].map((cost, at) => `Hub,Trust ${'ABCDE'[at]},£${cost}`);
    writeFileSync(join(folder.path, 't.csv'), `Service,Provider,Cost 2025/26\n${rows.join('\n')}\n`);
    const { out } = await runInMemory(['import', 't.csv', '--new', 'made', '--keep-apart'], folder.path);
    expect(out).toContain(
      [
        '1 figure is a second one of its stage and year. The two are added up; take one out where both say the same:',
        "  t!C5  Cost 2025/26 '£20k': added to that of t, row 2",
        '',
        '3 figures say the same as earlier ones of their stage, and are taken once. Where both count, as for two contracts, write the line again in the pathway file:',
        "  t!C2  Cost 2025/26 '£75k': again in t!C3:C4, t!C6",
        '',
      ].join('\n'),
    );
  });

  it('refuses what is no tracker, and says what to do', async () => {
    using folder = new TemporaryFolder();
    folder.write('t.csv', 'one,two\n1,2\n');
    folder.write('t.docx', 'text');
    folder.write('t.xlsx', 'text');
    const said = async (...args: readonly string[]) => (await runInMemory(['import', ...args], folder.path)).err;
    expect(await said('t.csv', '--new', 'made')).toContain('No sheet has a row of headings that are known');
    expect(await said('t.docx', '--new', 'made')).toContain('neither a workbook (.xlsx) nor a CSV file');
    expect(await said('t.xlsx', '--new', 'made')).toContain('cannot be read as an XLSX workbook');
    folder.write('heads.csv', 'Service,Provider,Cost\n');
    expect(await said('heads.csv', '--new', 'made')).toBe(
      "Sheet 'heads' has its headings in row 1, and no row below them that can be taken over.\n\nNo pathway file was written.\n",
    );
    folder.write('bodies.csv', 'Organisation,Type\nRivershire ICB,ICB\n');
    expect(await said('bodies.csv', '--new', 'made')).toContain('No sheet says what the stages of a pathway are');
    folder.write('open.csv', 'Service,Provider,Cost\nHub,"Beacon,£5\nClinic,Trust,£6\n');
    expect(await said('open.csv', '--new', 'made')).toMatch(
      /^open\.csv was not read\. Line 2: a quotation mark stands at the start of a cell and is not closed in it/,
    );
    folder.write('nul.csv', 'Service,Provider\nHub,"B\u0000e\u0001a"\n');
    expect(await said('nul.csv', '--new', 'made')).toContain(
      "Sheet 'nul', cell B2: this cell holds a character that cannot be seen: type its text anew.",
    );
    expect(existsSync(join(folder.path, 'made'))).toBe(false);
    expect(await said('gone.xlsx', '--new', 'made')).toBe('There is no file gone.xlsx.\n');
    expect(await said('t.csv', '--keep-apart')).toContain('--keep-apart is for a tracker of your own');
    expect(await said('t.csv')).toContain('This makes a project of it: pathway import t.csv --new <folder>');
    expect(await said('t.csv', 'x', '--new', 'made')).toContain('leave out the other folder');
  });
});
