interface Listed {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly unknown[];
}

/** What the first sheet says: how the workbook is used, in plain words. */
export function explanation(title: string, asOf: string, tables: readonly Listed[]): readonly string[] {
  return [
    title,
    `What the pathway files say, as of ${asOf}.`,
    '',
    'How to use this workbook',
    'Change cells in the sheets behind this one, save the workbook, and give it to: pathway import <workbook>',
    'It first says what would change, then changes only those facts in the pathway files. If anything cannot be read, nothing at all is changed.',
    'The grey columns find each line again. Leave them as they are: a name is changed in the column Title. Rows may be sorted and hidden; a row that is deleted changes nothing, and the import says so.',
    '',
    'What an empty cell means',
    'An empty cell means that nothing has been written yet. It is never zero, and never no.',
    'unknown means that nobody knows yet; none means that there is confirmed to be none; not-applicable means that the question does not arise. Write these words into the cell.',
    'Filling an empty cell adds the fact. Emptying a cell takes nothing out by itself: write clear in the column What to do, so that nothing is lost by accident.',
    '',
    'The column What to do',
    'add: in a new row at the end, adds what the row says. Copy Pathway and Element from a row about the same thing, and leave Line empty.',
    'To add a new stage, body, agreement, gap or action, write add and give it a name of its own in Element, such as: organisation new-trust',
    'clear: takes out what you emptied in the row.',
    'remove: takes out the whole line, on sheets with one fact in each row.',
    '',
    'Good to know',
    'Amounts of money are numbers in the currency of the project; write another currency with its sign, such as €5,000.',
    'Periods are written 2014/15 (financial year), 2014, 2010-01 or 2010-01-15.',
    "A text that begins with = + - or @ has a ' before it, so that no spreadsheet program takes it for a formula. Cells with formulas are refused: paste their values.",
    'If somebody has changed the same fact in the pathway files meanwhile, the import says so and changes nothing.',
    'Sheets and columns of your own are left alone if their name begins with _ (an underscore).',
    '',
    'The sheets',
    ...tables.map(
      ({ name, about, rows }) => `${name} (${rows.length} ${rows.length === 1 ? 'row' : 'rows'}): ${about}`,
    ),
  ];
}
