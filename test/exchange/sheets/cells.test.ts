import { describe, expect, it } from 'vitest';
import type { GivenBook } from '../../../src/exchange/sheets/given.ts';
import { type At, added, changed, differences, exported, imported } from './given.ts';

const texts = {
  'register.pathway': `source review "Review"
source survey "Survey"
organisation icb "North ICB" is icb { alias "NICB" }
organisation trust "River Trust" is nhs-provider
organisation twin-a "Twin" is nhs-provider
organisation twin-b "Twin" is nhs-provider
information plan "Care plan" is record containing health-data
board main "Main board" { top }
`,
  'north.pathway': `# A comment at the top.
pathway north "North" {
  owner icb
  commissioner icb as lead scope local   # agreed in March

  stage help "Early help" { level tier-2   ages 5 to 18 }

  stage camhs "CAMHS" {
    purpose """
      Care for
      the young
    """
    setting community "Two sites" count 2
    provider trust as lead according to review at "p.3" confidence low
    provider twin-a as "Nights"
    cost £75K actual for 2014/15 funded by icb according to review
    cost £1.2m budget for 2015/16
    activity about 1,200 referrals per year measuring "All" for 2014/15
    activity 40%
    wait unknown ask icb by 2026-09 because "Not counted"
    leaves
  }

  stage empty

  transition on from help to camhs "On" {
    criteria none because "No text"
    send plan from icb to trust when "=1+1"
  }
  gap slow "Slow" { severity high }
}
`,
};

const stage = (sheet: string, more: At['row'] = {}): At => ({
  sheet,
  row: { Pathway: 'north', Element: 'stage camhs', ...more },
});

const book = await exported(texts);

/** What a change of one row does to the text; what is refused, where it is. */
function after(at: At, cells: Readonly<Record<string, string>>): readonly string[] {
  const { after: now, refusals, errors } = imported(texts, changed(book, at, cells));
  if (refusals.length + errors.length > 0)
    return [...refusals.map(({ sheet, cell, message }) => `${sheet}!${cell}: ${message}`), ...errors];
  return differences(texts, now);
}

describe('a cell that is changed', () => {
  it('changes its part of the line, and the other parts stay as they were typed', () => {
    expect(after(stage('Costs', { Line: '1' }), { 'Kind of figure': 'budget' })).toEqual([
      '-    cost £75K actual for 2014/15 funded by icb according to review',
      '+    cost £75K budget for 2014/15 funded by icb according to review',
    ]);
    expect(
      after(stage('Costs', { Line: '2' }), { Amount: '1300000.5', 'Funded by': 'River Trust; North ICB' }),
    ).toEqual([
      '-    cost £1.2m budget for 2015/16',
      '+    cost £1,300,000.50 budget for 2015/16 funded by trust funded by icb',
    ]);
  });

  it('takes out a part that was emptied only where the row says so', () => {
    expect(after(stage('Providers', { Line: '1' }), { 'Source: at': '' })).toEqual([
      "Providers!M3: this cell was emptied; it said 'p.3'. Write clear in the column What to do to take that out, or unknown or none where that is so.",
    ]);
    expect(after(stage('Providers', { Line: '1' }), { 'Source: at': '', 'What to do': 'clear' })).toEqual([
      '-    provider trust as lead according to review at "p.3" confidence low',
      '+    provider trust as lead according to review confidence low',
    ]);
  });

  it('says what is unknown, and what is known now', () => {
    expect(after(stage('Costs', { Line: '1' }), { Amount: 'unknown', Ask: 'North ICB', 'Ask by': '2026-09' })).toEqual([
      '-    cost £75K actual for 2014/15 funded by icb according to review',
      '+    cost unknown ask icb by 2026-09 according to review',
    ]);
    expect(after(stage('Stages'), { Wait: '18', 'Wait: unit': 'weeks', 'Wait: target': 'yes' })).toEqual([
      '-    wait unknown ask icb by 2026-09 because "Not counted"',
      '+    wait 18 weeks target',
    ]);
    expect(after({ sheet: 'Open questions', row: { Fact: 'wait' } }, { 'Ask by': '2026-12' })).toEqual([
      '-    wait unknown ask icb by 2026-09 because "Not counted"',
      '+    wait unknown ask icb by 2026-12 because "Not counted"',
    ]);
  });

  it('is refused where the line has no place for it, and so is all that was changed beside it', () => {
    const asked = 'the row says something, and asks for it as well: empty this cell.';
    const valued = 'the row says that this is unknown, and something besides: empty this cell.';
    expect(after(stage('Providers', { Line: '1' }), { Because: 'Important' })).toEqual([`Providers!K3: ${asked}`]);
    expect(
      after(stage('Costs', { Line: '1' }), { Amount: '80000', 'Ask by': '2026-09', Because: 'Pay award' }),
    ).toEqual([`Costs!K3: ${asked}`, `Costs!L3: ${asked}`]);
    expect(after(stage('Stages'), { 'Wait: unit': 'weeks', 'Wait: target': 'yes' })).toEqual([
      `Stages!T3: ${valued}`,
      `Stages!V3: ${valued}`,
    ]);
    const cleared = { 'What to do': 'clear', Organisation: '', Role: '', 'Source: at': '', Confidence: '' };
    expect(after(stage('Providers', { Line: '1' }), { ...cleared, Source: 'survey' })).toEqual([
      "Providers!G3: the line cannot do without this cell: empty 'Source' too to take the whole line out, or fill it in.",
    ]);
  });

  it('names what is meant by a title where only a short name says which one', () => {
    const gap: At = { sheet: 'Gaps and risks', row: { Element: 'gap slow' } };
    expect(after(gap, { Affects: 'help' })).toContain('+    affects help');
    expect(after(gap, { Affects: 'early  Help' })).toEqual([
      "Gaps and risks!G2: 'early Help' is a title: write the short name instead, 'help'.",
    ]);
    expect(after(gap, { Affects: 'Late help' })).toEqual([
      "Gaps and risks!G2: 'Late help' is not a name: write the short name of the stage, transition or flow, such as 'early-help'.",
    ]);
  });

  it('keeps the comment beside a line, and writes texts of several lines', () => {
    const commissioner = { sheet: 'Commissioners', row: { Element: 'pathway north' } };
    expect(after(commissioner, { Share: '60%', 'On behalf of': 'River Trust' })).toEqual([
      '-  commissioner icb as lead scope local   # agreed in March',
      '+  commissioner icb as lead scope local share 60% on behalf of trust   # agreed in March',
    ]);
    expect(after(stage('Stages'), { Purpose: 'One\n  two\nthree' })).toEqual([
      '-      Care for',
      '-      the young',
      '-    """',
      '+      One',
      '+        two',
      '+      three',
      '+      """',
    ]);
    expect(after(commissioner, { 'What to do': 'remove' })).toEqual([
      '-  commissioner icb as lead scope local   # agreed in March',
      '+  # agreed in March',
    ]);
  });

  it('fills in what nobody had said, where the canonical order wants it', () => {
    expect(after({ sheet: 'Stages', row: { Element: 'stage empty' } }, { Level: 'none', Ages: '5 to 18' })).toEqual([
      '-  stage empty',
      '+  stage empty {',
      '+    level none',
      '+    ages 5 to 18',
      '+  }',
    ]);
    expect(after({ sheet: 'Costs', row: { Element: 'stage help' } }, { Amount: '€5,000', Period: '2014/15' })).toEqual([
      '-  stage help "Early help" { level tier-2   ages 5 to 18 }',
      '+  stage help "Early help" {',
      '+    level tier-2',
      '+    ages 5 to 18',
      '+    cost €5,000 for 2014/15',
      '+  }',
    ]);
  });

  it('changes a title, and gives one', () => {
    expect(after({ sheet: 'Stages', row: { Element: 'stage empty' } }, { Title: 'A "new" one' })).toEqual([
      '-  stage empty',
      '+  stage empty "A \\"new\\" one"',
    ]);
    expect(after({ sheet: 'Transitions', row: { Element: 'transition on' } }, { Title: 'Onward' })).toEqual([
      '-  transition on from help to camhs "On" {',
      '+  transition on from help to camhs "Onward" {',
    ]);
  });

  it('shows a name where two bodies are called the same', () => {
    expect(after(stage('Providers', { Line: '2' }), { Organisation: 'twin-b' })).toEqual([
      '-    provider twin-a as "Nights"',
      '+    provider twin-b as "Nights"',
    ]);
  });
});

describe('names that stand twice', () => {
  const twice = {
    'a.pathway': 'pathway a {\n  stage s\n}\n',
    'b.pathway': 'pathway a {\n  stage s\n}\npathway a {\n  stage s\n}\n',
  };

  it.each([
    ['stage s (2)', { 'b.pathway': 'pathway a {\n  stage s {\n    level none\n  }\n}\npathway a {\n  stage s\n}\n' }],
    ['stage s (3)', { 'b.pathway': 'pathway a {\n  stage s\n}\npathway a {\n  stage s {\n    level none\n  }\n}\n' }],
  ])('%s is found again through all files', async (element, expected) => {
    const given = changed(await exported(twice), { sheet: 'Stages', row: { Element: element } }, { Level: 'none' });
    expect(imported(twice, given)).toMatchObject({ after: { ...twice, ...expected }, refusals: [], errors: [] });
  });
});

it('a project without a pathway has a workbook with headings alone', async () => {
  const nothing = { 'a.pathway': 'project p' };
  const given = await exported(nothing);
  expect(given.tables.flatMap(({ rows }) => rows)).toEqual([]);
  expect(
    imported(
      nothing,
      added(given, 'Organisations', { 'What to do': 'add', Element: 'organisation icb', Title: 'ICB' }),
    ),
  ).toMatchObject({ after: { 'a.pathway': 'project p\n\norganisation icb "ICB"\n' }, refusals: [], errors: [] });
});

describe('what is refused', () => {
  const refused = (at: At, cells: Readonly<Record<string, string>>): string => after(at, cells).join('\n');

  it('what cannot be read, with what is expected', () => {
    expect(refused(stage('Costs', { Line: '1' }), { Amount: 'a lot' })).toBe(
      "Costs!F3: 'a lot' cannot be read: an amount of money such as 75000 or £75k, with no more than two decimal places, is expected.",
    );
    expect(refused(stage('Costs', { Line: '1' }), { Period: '2014-15' })).toContain(
      "Costs!H3: '2014-15' is not a month.",
    );
    expect(refused(stage('Providers', { Line: '1' }), { Organisation: 'River Thrust' })).toBe(
      "Providers!G3: there is no organisation 'River Thrust' in the project. Did you mean 'River Trust'?",
    );
    expect(refused(stage('Stages'), { 'Setting: count': '2.5 or so' })).toContain(
      'a number such as 12 or 4.5 is expected',
    );
  });

  it('a fact that the block cannot have', async () => {
    const flowing = { 'a.pathway': 'pathway a {\n  stage b\n  stage c\n  flow f from b to c\n}\n' };
    const given = changed(
      await exported(flowing),
      { sheet: 'Transitions', row: { Element: 'flow f' } },
      { Criteria: 'x' },
    );
    expect(imported(flowing, given).refusals).toEqual([
      { sheet: 'Transitions', cell: 'I2', message: 'this does not apply to flow f: leave it empty.' },
    ]);
  });

  it('a word for absence beside a value that is new, and a line without what it cannot do without', () => {
    expect(refused(stage('Costs', { Line: '1' }), { Amount: 'unknown', Period: '2020' })).toContain(
      'Costs!H3: the row says that this is unknown, and something besides: empty this cell.',
    );
    expect(refused(stage('Costs', { Line: '1' }), { Amount: '', 'What to do': 'clear' })).toContain(
      "the line cannot do without this cell: empty 'Kind of figure' too",
    );
    expect(refused({ sheet: 'Costs', row: { Element: 'stage help' } }, { Period: '2014/15' })).toContain(
      'Costs!F2: fill this cell in too',
    );
  });

  it('what is there to be read only, and lines that nobody knows', () => {
    expect(refused(stage('Costs', { Line: '1' }), { Name: 'Another' })).toContain(
      "Costs!E3: this column is there to be read only: it said 'CAMHS'. Change the column 'Title' on the sheet 'Stages'.",
    );
    const named = { sheet: 'Stages', row: { Element: 'stage help' } };
    expect(refused(named, { Name: 'Other help' })).toContain("it said 'Early help'. Change the column 'Title'.");
    const gap = { sheet: 'Gaps and risks', row: { Element: 'gap slow' } };
    expect(refused(gap, { Name: 'Slower' })).toContain("it said 'Slow'. Change the column 'Title'.");
    expect(refused(stage('Open questions'), { Says: 'x' })).toContain("Change it on the sheet 'Stages'.");
    expect(refused(stage('Costs', { Line: '1' }), { Element: 'stage cahms' })).toContain(
      "Costs!C3: there is no such line: Pathway 'north', Element 'stage cahms', Line '1'.",
    );
    expect(refused(stage('Costs', { Line: '1' }), { Line: '2' })).toContain(
      'Costs!D4: this row is about the same line as row 3',
    );
    expect(refused(stage('Costs', { Line: '1' }), { 'What to do': 'delete' })).toContain(
      "Costs!A3: 'delete' is not known",
    );
  });

  it('a formula, once: what was not read was not emptied', () => {
    for (const heading of ['Amount', 'Element', 'Line', 'Kind of figure']) {
      const given = changed(book, stage('Costs', { Line: '1' }), { [heading]: '' });
      const refusals = [
        { sheet: 'Costs', cell: 'F3', message: 'this cell holds a formula: paste its value in its place.' },
      ];
      expect(imported(texts, { ...given, refusals }).refusals).toEqual(refusals);
    }
  });

  it('what somebody else has changed in the text since the export', () => {
    const now = { ...texts, 'north.pathway': texts['north.pathway'].replace('£75K', '£80K') };
    const given = changed(book, stage('Costs', { Line: '1' }), { Period: '2016/17' });
    expect(imported(now, given).refusals).toEqual([
      {
        sheet: 'Costs',
        cell: 'D3',
        message: 'this line has been changed or taken out in the pathway files since the export: export anew.',
      },
    ]);
    const elsewhere = changed(book, stage('Costs', { Line: '2' }), { Period: '2016/17' });
    expect(differences(now, imported(now, elsewhere).after)).toEqual([
      '-    cost £1.2m budget for 2015/16',
      '+    cost £1.2m budget for 2016/17',
    ]);
  });

  it('two sheets that contradict each other about one line', () => {
    const one = changed(book, { sheet: 'Open questions', row: { Fact: 'wait' } }, { 'Ask by': '2026-12' });
    const two = changed(one, stage('Stages'), { Wait: '18' });
    expect(imported(texts, two).refusals.map(({ message }) => message)).toEqual([
      "this contradicts cell S3 of the sheet 'Stages', which is about the same line: change it in one of them.",
    ]);
  });

  it('sheets and columns that no export has, but for those that begin with _', () => {
    const [first, ...rest] = book.tables;
    const renamed = (name: string, heading: string) => ({
      ...book,
      tables: [
        { ...first!, name },
        ...rest.map((table, at) => (at === 0 ? { ...table, headings: table.headings.with(5, heading) } : table)),
      ],
    });
    expect(imported(texts, renamed('Mine', 'Extra')).refusals).toEqual([
      { sheet: 'Mine', message: expect.stringContaining('there is no such sheet in an export') },
      { sheet: 'Stages', cell: 'F1', message: expect.stringContaining("there is no column 'Extra' in an export") },
    ]);
    expect(imported(texts, renamed('Pathways', '_Extra')).refusals).toEqual([]);
  });

  it('a change that would lose a comment inside a line', () => {
    const odd = { 'a.pathway': 'organisation icb "ICB"\npathway a {\n  cost £5k # why\n    actual\n  stage b\n}\n' };
    return exported(odd).then((given) => {
      const row = { sheet: 'Costs', row: { Element: 'pathway a' } };
      expect(imported(odd, changed(given, row, { Amount: 'unknown' })).refusals[0]?.message).toContain('a comment');
      expect(differences(odd, imported(odd, changed(given, row, { 'Kind of figure': 'budget' })).after)).toEqual([
        '-    actual',
        '+    budget',
      ]);
    });
  });
});

describe('a row that is added', () => {
  const adding = (sheet: string, cells: Readonly<Record<string, string>>) => {
    const { after: now, refusals, errors } = imported(texts, added(book, sheet, { 'What to do': 'add', ...cells }));
    return refusals.length + errors.length > 0
      ? [...refusals.map(({ cell, message }) => `${cell}: ${message}`), ...errors]
      : differences(texts, now);
  };

  it('adds a line to what is there', () => {
    expect(adding('Costs', { Pathway: 'north', Element: 'stage camhs', Amount: '5000', Period: '2016/17' })).toEqual([
      '+    cost £5,000 for 2016/17',
    ]);
    expect(
      adding('Providers', {
        Pathway: 'north',
        Element: 'stage camhs',
        Fact: 'partner',
        Organisation: 'North ICB',
        Role: 'Rooms',
      }),
    ).toEqual(['+    partner icb as "Rooms"']);
    expect(adding('Organisations', { Element: 'organisation icb', 'Also called': 'The board' })).toEqual([
      '-organisation icb "North ICB" is icb { alias "NICB" }',
      '+organisation icb "North ICB" is icb {',
      '+  alias "NICB"',
      '+  alias "The board"',
      '+}',
    ]);
  });

  it('adds a new body, which other rows may speak of already', () => {
    const bodies = added(book, 'Organisations', {
      'What to do': 'add',
      Element: 'organisation sea',
      Title: 'Sea Trust',
      Kind: 'nhs-provider',
    });
    const both = changed(bodies, stage('Providers', { Line: '2' }), { Organisation: 'Sea Trust' });
    const { after: now, refusals, errors } = imported(texts, both);
    expect({ refusals, errors }).toEqual({ refusals: [], errors: [] });
    expect(differences(texts, now)).toEqual([
      '+organisation sea "Sea Trust" is nhs-provider',
      '-    provider twin-a as "Nights"',
      '+    provider sea as "Nights"',
    ]);
  });

  it('adds a stage and a gap', () => {
    expect(adding('Stages', { Pathway: 'north', Element: 'stage out', Title: 'Outreach', Ages: 'under 18' })).toEqual([
      '+  stage out "Outreach" {',
      '+    ages under 18',
      '+  }',
      '+',
    ]);
    expect(adding('Gaps and risks', { Pathway: 'north', Element: 'stage camhs/need rooms', Title: 'Rooms' })).toEqual([
      '+',
      '+    need rooms "Rooms"',
    ]);
  });

  it('refuses a row that says nothing', () => {
    expect(adding('Costs', { Pathway: 'north', Element: 'stage camhs' })[0]).toContain('says nothing yet');
  });

  it('refuses cells that what it adds has no place for', () => {
    const refused = (sheet: string, cells: Readonly<Record<string, string>>): readonly string[] =>
      imported(texts, added(book, sheet, { 'What to do': 'add', Pathway: 'north', ...cells })).refusals.map(
        ({ message }) => message,
      );
    const provider = { Element: 'stage help', Organisation: 'trust' };
    expect(refused('Providers', { ...provider, Fact: 'supplier' })).toEqual([
      "'supplier' is not known here: write provider or partner.",
    ]);
    expect(refused('Providers', { ...provider, Fact: 'provider', Because: 'Important' })).toEqual([
      'the row says something, and asks for it as well: empty this cell.',
    ]);
    expect(refused('Evidence', { Element: 'stage help', Fact: 'ages', Source: 'review' })).toEqual([
      'nothing can be added here: add it on the sheet of its fact.',
    ]);
    expect(refused('Stages', { Element: 'stage late', Wait: 'unknown', 'Wait: unit': 'weeks' })).toEqual([
      'the row says that this is unknown, and something besides: empty this cell.',
    ]);
  });

  it('refuses names that are none, are taken, or are nowhere', () => {
    expect(adding('Stages', { Pathway: 'north', Element: 'stage two words' })[0]).toContain(
      "'two words' is not a name",
    );
    expect(adding('Stages', { Pathway: 'north', Element: 'stage help', Title: 'Again' })[0]).toContain(
      'is there already',
    );
    expect(adding('Stages', { Pathway: 'south', Element: 'stage x' })[0]).toContain("there is no 'pathway south'");
    expect(adding('Transitions', { Pathway: 'north', Element: 'transition x' })[0]).toContain('cannot be added here');
    expect(adding('Costs', { Pathway: 'north', Element: 'stage nobody', Amount: '5' })[0]).toContain(
      'not in the project',
    );
  });
});

describe('rows that were deleted', () => {
  const without = (sheet: string, element: string): GivenBook => ({
    ...book,
    tables: book.tables.map((table) =>
      table.name === sheet ? { ...table, rows: table.rows.filter(({ cells }) => !cells.includes(element)) } : table,
    ),
  });

  it('are counted with how to take out what they said, and nothing is taken out', () => {
    expect(imported(texts, without('Costs', 'stage camhs'))).toMatchObject({
      ...{ after: texts, refusals: [], sentences: [] },
      missing: [
        "2 rows of sheet 'Costs' are missing: nothing was taken out. To take out what was said there, put the rows back and write remove in the column 'What to do'.",
      ],
    });
    expect(imported(texts, without('Gaps and risks', 'gap slow')).missing).toEqual([
      expect.stringMatching(/^1 row of sheet 'Gaps and risks' is missing: nothing was taken out\. .* write clear in/),
    ]);
  });

  it('are no loss where nothing was written in them', () => {
    expect(imported(texts, without('Costs', 'stage empty')).missing).toEqual([]);
    expect(imported(texts, book).missing).toEqual([]);
  });

  it('may be a whole sheet', () => {
    const tables = book.tables.filter(({ name }) => name !== 'Costs' && name !== 'Capacity');
    expect(imported(texts, { ...book, tables }).missing).toEqual(['A sheet is missing: Costs. Nothing was taken out.']);
  });
});
