import { writeText } from '../../language/text.ts';
import { type Absence, absenceIn, saying } from './absences.ts';
import type { Bodies } from './bodies.ts';
import type { Column } from './columns.ts';
import type { FieldName } from './fields.ts';
import { doubtIn, type Figure, readAges, readCost, readQuantity } from './figures.ts';
import { type GridCell, placeOf } from './grid.ts';
import type { Register } from './register.ts';
import { type Terms, tiersIn } from './terms.ts';

/** What became of a cell: its lines, and whether they say all that it says. */
export interface Told {
  readonly lines: readonly string[];
  /** Why the cell could not be understood, where it could not: it is then kept in its own words. */
  readonly kept?: string;
  /** The year that the lines speak of. */
  readonly year?: string;
  /** The figure that the line says. */
  readonly figure?: FigureTold;
}

/** A figure, to be held beside others of its stage. */
export interface FigureTold {
  /** What it counts, and the year of which its line says that it is: those that are alike in it add up. */
  readonly counts: string;
  /** All that it says, without what it rests on. */
  readonly words: string;
  /** Whether its line says of which year it is. */
  readonly isDated: boolean;
  /** Who funds it, as words of its line. */
  readonly funders?: string;
}

/** What the lines of a row need to know. */
export interface Around {
  readonly bodies: Bodies;
  readonly terms: Terms;
  readonly boards: Register;
  readonly assessments: Register;
  /** The name of the source that the row rests on. */
  readonly source: string;
  /** How sure it is: such as ` confidence low`, or nothing. */
  readonly confidence: string;
  /** The organisations that fund the cost of the row, as words of its line. */
  readonly funders: string;
  /** The year of the row's figures, where it names one. */
  readonly year: string | undefined;
  /** Whether the cell is one for several stages together. */
  readonly shared: (cell: GridCell) => boolean;
}

type Teller = (cell: GridCell, column: Column, around: Around) => Told;

/** The lines of a stage that a cell stands for. Nothing where its column is about something else than a stage. */
export function factsOf(cell: GridCell, column: Column, around: Around): Told | undefined {
  return tellers[column.field]?.(cell, column, around);
}

const tellers: Partial<Record<FieldName, Teller>> = {
  purpose: texts('purpose'),
  excludes: texts('excludes'),
  standard: texts('standard'),
  voice: texts('voice'),
  training: absent('training', ({ text }) => line(`training ${inQuotes(text)}`)),
  leaves: (cell) => (absenceIn(cell.text) ? note(cell, 'Discharge') : line(`leaves ${inQuotes(cell.text)}`)),
  setting: (cell, column, { terms }) =>
    absenceIn(cell.text)
      ? note(cell, column.heading.text)
      : { lines: terms.takeAll('setting', cell.text).map((name) => `setting ${name}`) },
  level: absent('level', (cell, { terms }) => {
    const tiers = tiersIn(cell.text);
    return { lines: (tiers ?? terms.takeAll('level', cell.text)).map((name) => `level ${name}`) };
  }),
  cohort: (cell, column, { terms }) =>
    absenceIn(cell.text)
      ? note(cell, column.heading.text)
      : { lines: terms.takeAll('cohort', cell.text).map((name) => `cohort ${name}`) },
  ages: absent('ages', (cell, around) => {
    const read = cell.is === 'date' ? undefined : readAges(cell.text);
    return (
      together('ages', cell, around) ??
      (read ? line(`ages ${read.words}${cited(cell, around, read.freely)}`) : unreadable('ages', cell, AGES))
    );
  }),
  provider: absent('provider', (cell, { bodies }, column) => {
    const all = namesBodies(cell) ? bodies.in(cell.text) : [];
    if (all.length === 0) return unreadable('provider', cell, 'the name of an organisation');
    const leads = isOfLeads(column);
    return {
      lines: all.map(({ body, role, share }, at) => {
        const lead = role === 'lead' || (leads && at === 0 && !all.some((one) => one.role === 'lead'));
        const other = [role === 'lead' ? undefined : role, share].filter((word) => word !== undefined).join(', ');
        return `provider ${body.name}${lead ? ' as lead' : other === '' ? '' : ` as ${inQuotes(other)}`}`;
      }),
    };
  }),
  partner: (cell, column, { bodies }) => {
    const all = namesBodies(cell) && !absenceIn(cell.text) ? bodies.in(cell.text) : [];
    if (all.length === 0) return note(cell, column.heading.text);
    return {
      lines: all.map(
        ({ body, role }) => `partner ${body.name}${role ? ` as ${role === 'lead' ? 'lead' : inQuotes(role)}` : ''}`,
      ),
    };
  },
  commissioner: absent('commissioner', commissioners),
  'co-commissioner': absent('commissioner', (cell, around, column) => commissioners(cell, around, column, 'co')),
  governance: absent('governance', (cell, { boards }) =>
    // What is longer is told and not named.
    cell.text.length > 80
      ? unreadable('governance', cell, 'the name of a board')
      : {
          lines: cell.text
            .split(/\s*[;\n]\s*/)
            .filter((one) => one !== '')
            .map((one) => `governance board ${boards.of(one)}`),
        },
  ),
  assessment: absent('assessment', (cell, { assessments }) =>
    cell.text.length > 80
      ? unreadable('assessment', cell, 'the name of an assessment')
      : {
          lines: cell.text
            .split(/\s*[;\n,]\s*/)
            .filter((one) => one !== '')
            .map((one) => `assessment ${assessments.of(one)}`),
        },
  ),
  cost: absent('cost', (cell, around, column) => {
    const read = readCost(cell, column.heading, around.year);
    const told = figure('cost', cell, around, read, 'one amount of money a year', column);
    if (told.figure === undefined || around.funders === '') return told;
    // What others pay besides is added to it.
    return {
      ...told,
      lines: told.lines.map((one) => funded(one, around.funders)),
      figure: { ...told.figure, funders: around.funders },
    };
  }),
  activity: absent('activity', (cell, around, column) =>
    figure('activity', cell, around, quantity(cell, column, around, 'activity'), 'one number', column),
  ),
  capacity: absent('capacity', (cell, around, column) =>
    figure('capacity', cell, around, quantity(cell, column, around, 'capacity'), 'one number', column),
  ),
  wait: absent('wait', (cell, around, column) =>
    figure('wait', cell, around, quantity(cell, column, around, 'wait'), A_WAIT, column),
  ),
  'wait-target': absent('wait', (cell, around, column) => {
    const read = quantity(cell, column, around, 'wait');
    const target = read && { ...read, words: `${read.words} target`, counts: 'target' };
    return figure('wait', cell, around, target, A_WAIT, column);
  }),
  workforce: absent('workforce', ({ text }) => {
    const lines = text.split(/\s*[;\n]\s*/).filter((one) => one !== '');
    return {
      lines: lines.map((one) => {
        const wte =
          /^(\d+(?:\.\d+)?)\s?(?:x\s?)?(?:wte|fte)\s+(?:x\s+)?(\p{L}.*)$|^(\p{L}.*?)[\s:(-]+(\d+(?:\.\d+)?)\s?(?:wte|fte)\)?$/iu.exec(
            one,
          );
        if (!wte) return `workforce ${inQuotes(one)}`;
        return `workforce ${inQuotes(wte[2] ?? wte[3]!)} ${wte[1] ?? wte[4]} wte`;
      }),
    };
  }),
  status: ({ text }) => {
    const status = statuses.find(([, words]) => words.test(text.trim()))?.[0];
    return status === undefined ? { lines: [], kept: 'it is no status of a service' } : line(`status ${status}`);
  },
};

const A_WAIT = 'a number of days, weeks or months';

const AGES = 'ages from when to when, such as 10-17';

const statuses = [
  ['current', /^(?:current|live|active|open|operational|in place|commissioned|existing|established)$/i],
  ['proposed', /^(?:proposed|planned|in development|pilot planned|not yet started|future|new)$/i],
  ['closed', /^(?:closed|decommissioned|ended|ceased|stopped)$/i],
  ['draft', /^draft$/i],
] as const;

function commissioners(cell: GridCell, { bodies }: Around, column: Column, otherwise?: 'co'): Told {
  const all = namesBodies(cell) ? bodies.in(cell.text) : [];
  if (all.length === 0) return unreadable('commissioner', cell, 'the name of an organisation');
  const leads = isOfLeads(column);
  return {
    lines: all.map(({ body, role = leads ? 'lead' : otherwise, share }) =>
      ['commissioner', body.name, role && `as ${role}`, share && `share ${share}`].filter((word) => word).join(' '),
    ),
  };
}

/** Whether a column names who leads: `Lead provider`, `Provider (lead)`, and not `Provider (lead in bold)`. */
function isOfLeads({ heading }: Column): boolean {
  return /\blead\b/i.test(heading.text.replace(/\((?!lead\))[^)]*\)/gi, ''));
}

/** Whether a cell gives names of organisations, and no tale, and nothing that stands for several. */
export function namesBodies({ text }: GridCell): boolean {
  if (/^(?:various|multiple|several|mixed|see\b|as above|ditto|"|many|all\b|other|tender|in house)/i.test(text))
    return false;
  return (
    text.split(/[;\n,]/).every((piece) => piece.length <= 90) &&
    !/[.!?]\s+\p{Lu}/u.test(text.replace(/\b\p{L}{1,3}\. /gu, ''))
  );
}

/** A fact that may be absent: the words for that are read first. */
function absent(fact: string, tell: (cell: GridCell, around: Around, column: Column) => Told): Teller {
  return (cell, column, around) => {
    const absence = absenceIn(cell.text);
    if (absence === undefined) return tell(cell, around, column);
    const year = yearOf(fact, column, around);
    return { lines: [absentLine(fact, cell, absence, year)], ...(year !== undefined && { year }) };
  };
}

/** `cost unknown because "Stages!E7 says 'TBC'"`. A plain `none` needs no reason, but for the year that it is of. */
export function absentLine(fact: string, cell: GridCell, absence: Absence, year?: string): string {
  return absence === 'none' && year === undefined && /^(?:none|nil)\.?$/i.test(cell.text)
    ? `${fact} none`
    : `${fact} ${absence} because ${inQuotes(saying(cell, year))}`;
}

/** The year that a figure is of, which its absence can only say in its reason. */
function yearOf(fact: string, { heading }: Column, { year }: Around): string | undefined {
  return FIGURES.includes(fact) ? (heading.period ?? year) : undefined;
}

const FIGURES: readonly string[] = ['cost', 'activity', 'capacity', 'wait'];

function quantity(cell: GridCell, { heading }: Column, { year }: Around, fact: 'activity' | 'capacity' | 'wait') {
  return readQuantity(cell, heading, fact, year);
}

function figure(
  fact: string,
  cell: GridCell,
  around: Around,
  read: Figure | undefined,
  expected: string,
  column: Column,
): Told {
  const year = yearOf(fact, column, around);
  const none = together(fact, cell, around, year) ?? (read ? undefined : unread(fact, cell, expected, column, year));
  if (none || !read) return { lines: [], ...none, ...(year !== undefined && { year }) };
  const lines = [`${fact} ${read.words}${cited(cell, around, read.freely)}`];
  const isDated = fact !== 'wait' && read.period !== undefined;
  const counts = `${fact} ${read.counts}`;
  if (!isDated) return { lines, figure: { counts, words: read.words, isDated } };
  return { lines, year: read.period!, figure: { counts: `${counts} ${read.period}`, words: read.words, isDated } };
}

function unread(fact: string, cell: GridCell, expected: string, { heading }: Column, year?: string): Told {
  const doubt = fact === 'wait' ? undefined : doubtIn(cell, heading, fact === 'cost');
  return { ...unreadable(fact, cell, expected, year), ...(doubt !== undefined && { kept: doubt }) };
}

/** A cell that stands for several stages says nothing of each of them. */
function together(fact: string, cell: GridCell, { shared }: Around, year?: string): Told | undefined {
  if (!shared(cell)) return undefined;
  const rows = `for the rows of ${cell.over} together`;
  const why = `${saying(cell)} ${rows}${year === undefined ? '' : `, for ${year}`}`;
  return { lines: [`${fact} unknown because ${inQuotes(why)}`], kept: `it stands ${rows}` };
}

/** What a figure rests on that is read freely: the words of its cell. */
function cited(cell: GridCell, { source, confidence }: Around, freely: true | undefined): string {
  return freely ? ` according to ${source} at ${inQuotes(saying(cell))}${confidence}` : '';
}

/** What can't be read as the fact's value is an open question, whose reason is what stands there. */
function unreadable(fact: string, cell: GridCell, expected: string, year?: string): Told {
  return {
    lines: [`${fact} unknown because ${inQuotes(saying(cell, year))}`],
    kept: `it is not ${expected}`,
  };
}

function funded(cost: string, funders: string): string {
  const [head, ...rest] = cost.split(/(?= according to )/);
  return `${head} ${funders}${rest.join('')}`;
}

function texts(fact: string): Teller {
  return (cell, column) =>
    absenceIn(cell.text) ? note(cell, column.heading.text) : line(`${fact} ${inQuotes(cell.text)}`);
}

const line = (text: string): Told => ({ lines: [text] });

/** A cell in its own words, below what it stands under. */
export function note(cell: GridCell, heading: string): Told {
  return line(`note ${inQuotes(`${heading}: ${cell.text} (${placeOf(cell)})`)}`);
}

/** A text as it stands in a file; one of several lines keeps them. */
export function inQuotes(text: string): string {
  const whole = text.trim();
  if (!whole.includes('\n') || whole.includes('"""') || whole.endsWith('"')) return writeText(whole);
  return `"""\n${whole}\n"""`;
}
