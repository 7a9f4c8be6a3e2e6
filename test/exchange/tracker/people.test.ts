import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/exchange/tracker/grid.ts';
import { noMapping, readMapping } from '../../../src/exchange/tracker/mapping.ts';
import { faultsOf, imported, sheetOf, textOf } from './support.ts';

/** A tracker with a column of its own. */
const withColumn = (heading: string, cells: readonly string[], mapping = noMapping) =>
  imported(
    [sheetOf('S', [['Service', 'Provider', heading], ...cells.map((text, at) => [`Clinic ${at}`, 'Kite', text])])],
    mapping,
  );

describe('a column about people whom a service is for is refused, and not repeated', () => {
  it.each([
    ['Client name', ['', 'Amy Jones']],
    ['Young person’s name', ['Amy']],
    ['Child / young person (initials)', ['aj']],
    ['Service user initials', ['AJ']],
    ['Name of patient', ['Amy']],
    ['Resident first name', ['Amy']],
    ['First name and surname', ['Amy Jones']],
    ['Surname', ['Jones']],
    ['NHS no.', ['943 xxx 5919', '1234567890']],
    ['Prison number', ['A1234BC']],
    ['Client ID', ['17']],
    ['Patient ref', ['C0001']],
    ['DOB', ['2005-04-03']],
    ['Child DOB (dd/mm/yyyy)', ['03/04/2005']],
    ['Patient postcode', ['B1 1AA']],
    ['Home address', ['1 High Street']],
    ['Young person', ['AJ', 'B.T.']],
    ['Client', ['TBC', 'Amy Jones', 'Tom Reed', 'Sue']],
  ])('%s', (heading, cells) => {
    const { refusals, files } = withColumn(heading, cells);
    expect(files).toEqual([]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ sheet: 'S', cell: expect.stringMatching(/^C[23]$/) });
    expect(refusals[0]?.message).toContain('pathway files never hold data about a person');
    expect(refusals[0]?.message).not.toMatch(/Amy|Jones|AJ|2005|1234/);
    const { key } = withColumn(heading, cells).tables[0]!.columns[2]!;
    const left = withColumn(heading, cells, readMapping(`sheets:\n  S:\n    columns:\n      "${key}": leave-out\n`));
    expect([left.refusals, faultsOf(left)]).toEqual([[], []]);
    expect(textOf(left)).not.toMatch(/Amy|Jones|AJ|note /);
  });

  it.each([
    ['Young people (number)', ['12', 'about 30']],
    ['Children seen', ['120']],
    ['Patient numbers', ['1,200 per year', 'c1200', '300YP', '20-30']],
    ['Client group', ['Care Leavers']],
    ['Family support', ['Amy Jones']],
    ['Client', ['Care Leavers', 'Young Offenders', 'LAC', 'YP']],
    ['Person', ['Duty Officer', 'Link Worker']],
    ['Child', ['Looked After', 'Pupil Premium']],
    ['Client', ['Wessexshire ICB', 'Amy Jones Trust']],
    ['Client name', ['Wessexshire ICB', 'TBC']],
    ['Family', ['Yes', 'No', 'Whole family offered support']],
    ['Child', ['']],
    ['DOB', ['Yes', 'n/a']],
    ['NHS number', ['Yes', '95%']],
    ['Address', ['1 High Street']],
    ['Postcode', ['B1 1AA']],
    ['Patient experience', ['Amy Jones']],
  ])('but not %s: %s', (heading, cells) => {
    const read = withColumn(heading, cells);
    expect([read.refusals, faultsOf(read)]).toEqual([[], []]);
    if (heading !== 'Client group')
      for (const text of cells) if (read.tables[0]?.columns[2]?.field === 'other') expect(textOf(read)).toContain(text);
  });

  const saying = (field: string) => readMapping(`sheets:\n  S:\n    columns:\n      Client: ${field}\n`);

  it('also with the mapping that is saved, where nothing else is said of it', () => {
    expect(withColumn('Client', ['Amy Jones'], saying('other')).refusals).toHaveLength(1);
  });

  it('is named where a title over rows holds it', () => {
    const read = imported([
      {
        name: 'S',
        rows: sheetOf('S', [
          ['Service', 'Provider', 'Cost'],
          ['Seen: 943 476 5919', '', ''],
          ['Clinic', 'Kite', ''],
        ]).rows.map((row, at) => (at === 1 ? row.map((cell) => cell && { ...cell, across: 3 }) : row)),
      },
    ]);
    expect(read.refusals.map(({ cell }) => cell)).toEqual(['A2']);
  });

  it('by its heading alone in doubt, so a mapping may say that it is about something else', () => {
    const read = withColumn('Client', ['Silver Kite', 'Blue Heron'], saying('cohort'));
    expect([read.refusals, read.tables[0]?.columns[2]?.field]).toEqual([[], 'cohort']);
  });

  it('is named with its cell also where only heading and cell together are somebody’s', () => {
    expect(withColumn('Born', ['3 April 2005']).refusals).toEqual([
      { sheet: 'S', cell: 'C2', message: expect.stringContaining('this looks like a date of birth') },
    ]);
  });
});

describe('a column of staff is left out', () => {
  it.each(['Key worker', 'Case manager', 'Case worker', 'Lead clinician', 'Named nurse', 'Author', 'Initials'])(
    '%s',
    (heading) => {
      const read = withColumn(heading, ['Tom Reed', 'TBC']);
      expect([read.refusals, faultsOf(read)]).toEqual([[], []]);
      expect(read.tables[0]?.columns[2]?.field).toBe('leave-out');
      expect(textOf(read)).not.toMatch(/Tom|Reed/);
    },
  );

  it.each([
    ['Key worker', ['Yes', 'No']],
    ['Social worker', ['0.5 WTE', '2']],
    ['Contacts', ['1,200', '1.2k']],
    ['Lead', ['Wessexshire ICB', 'Weir Council']],
  ])('but %s is kept as notes where nobody can be named: %s', (heading, cells) => {
    const read = withColumn(heading, cells);
    expect(faultsOf(read)).toEqual([]);
    for (const [at, text] of cells.entries())
      expect(textOf(read)).toContain(`note "${heading}: ${text} (S!C${at + 2})"`);
  });

  it('still where numbers are those of telephones', () => {
    expect(withColumn('Contact', ['7700900123']).tables[0]?.columns[2]?.field).toBe('leave-out');
  });

  it('with the first names and surnames beside it', () => {
    const read = imported([
      sheetOf('S', [
        ['Service', 'Provider', 'First name', 'Surname', 'Email'],
        ['Clinic', 'Kite', 'Tom', 'Reed', 'tom@example.org'],
      ]),
    ]);
    expect([read.refusals, faultsOf(read)]).toEqual([[], []]);
    expect(textOf(read)).not.toMatch(/Tom|Reed/i);
  });

  it('and a person responsible is an owner, of whom only an organisation is kept', () => {
    const read = withColumn('Person responsible', ['Tom Reed', 'Wessexshire ICB']);
    expect(read.withheld.map(({ cell }) => cell.text)).toEqual(['Tom Reed']);
    expect(textOf(read)).toContain('Person responsible: Wessexshire ICB');
  });
});

describe('wherever it stands in a tracker', () => {
  it('never writes an e-mail address or a telephone number, wherever it stands', () => {
    const contacts = ['jane@example.org', '07700 900123', '+44 (0)7700 900123', '(0121) 496 0000', '7700900456'];
    const read = imported([
      sheetOf('S', [
        ['Ask jane@example.org', '', '', '', '', '', '', ''],
        [
          'Service',
          'Provider',
          'Gaps (07700 900123)',
          'Cost',
          'Where',
          'Next step',
          'Comments',
          'Owner',
          'Odd 0121 496 0000',
        ],
        [
          'Clinic',
          'Kite (jane@example.org)',
          'Ring +44 (0)7700 900123',
          '£5k, 07700 900123',
          '7700900456',
          'Ward',
          'x',
          '',
          'y',
        ],
        ['Ward', 'Kite, (0121) 496 0000', '', '', '', 'jane@example.org', 'Jane Doe, jane@example.org', 'Kite', ''],
        ['', 'Kite', '', '', '', '', '07700 900123', '', ''],
        ['Total', '', '', '', '', '', '', '07700 900123', ''],
        ['* Questions: 0121 496 0000', '', '', '', '', '', '', '', ''],
      ]),
    ]);
    const text = textOf(read);
    expect([read.refusals, faultsOf(read)]).toEqual([[], []]);
    for (const contact of contacts) expect(JSON.stringify([text, read.kept, read.bodies])).not.toContain(contact);
    expect(text).not.toMatch(/\d{6}|496 0000|@/);
    expect(text).toContain('note "Jane Doe, (contact left out)"');
    expect(text).toContain('organisation kite "Kite"\n');
    expect(read.bodies).toHaveLength(1);
    expect(read.leftOut.map(({ cell, heading }) => [placeOf(cell), heading])).toEqual(
      expect.arrayContaining([
        ['S!B3', 'Provider'],
        ['S!E3', 'Where'],
        ['S!F4', 'Next step'],
      ]),
    );
  });

  it('refuses data about people, and does not repeat it', () => {
    const read = imported([
      sheetOf('S', [
        ['Service', 'Provider', 'Notes'],
        ['Clinic', 'Trust', 'Seen: 943 476 5919'],
      ]),
    ]);
    expect(read.refusals).toEqual([
      {
        sheet: 'S',
        cell: 'C2',
        message: 'this looks like an NHS number: pathway files never hold data about a person. Delete it.',
      },
    ]);
    expect(read.files).toEqual([]);
  });

  it('refuses a sheet that is called like a contact, since its name is written wherever it is cited', () => {
    const rows = [
      ['Service', 'Provider'],
      ['Clinic', 'Trust'],
    ];
    const said = imported([sheetOf('jane@example.org', rows), sheetOf('Services', rows)]).refusals;
    expect(said).toEqual([
      { sheet: 'jane@example.org', message: expect.stringContaining('the name of this sheet holds an e-mail address') },
    ]);
  });
});
