import type { CheckedProject } from '../../language/checker.ts';
import { labelOf } from '../../model/project.ts';
import { type Cells, LONGEST } from './cells.ts';
import {
  definitions,
  headings,
  keyHeadings,
  type PartColumn,
  partColumns,
  type SheetDefinition,
} from './definitions.ts';
import { entriesOf } from './entries.ts';
import { explanation } from './explanation.ts';
import { Naming } from './names.ts';
import { type Making, rowsOf } from './rows.ts';
import { absences, kindOfValue, type Value } from './shapes.ts';

/** How the cells of a column are shown and typed. */
export type CellType = 'text' | 'number' | 'amount' | 'money' | 'percent' | 'period';

/** One column of a sheet. */
export interface Column {
  readonly heading: string;
  readonly note: string;
  readonly width: number;
  readonly type: CellType;
  /** Whether it is there to be read only. */
  readonly fixed: boolean;
  /** What can be chosen; nothing where anything may be written. */
  readonly choices?: readonly string[];
}

/** One sheet, every cell of which is a text; empty ones are empty texts. */
export interface Table {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** All that a workbook holds, whatever the format of the file. */
export interface Book {
  readonly title: string;
  readonly currency: string;
  /** What the first sheet says, line by line; an empty one parts what stands around it. */
  readonly explanation: readonly string[];
  readonly tables: readonly Table[];
}

/** What making the sheets of a project needs to know. */
export function makingOf(checked: CheckedProject, naming = new Naming(checked.project)): Making {
  const { project } = checked;
  const currency = project.declaration?.currency ?? 'GBP';
  return { project, naming, currency, entries: entriesOf(checked) };
}

/** The workbook of a project: everything that its sheets hold. The same project gives the same workbook. */
export function bookOf(checked: CheckedProject): Book {
  const making = makingOf(checked);
  const tables = definitions.map((definition) => tableOf(making, definition));
  const title = labelOf(checked.project.declaration ?? checked.project);
  return { title, currency: making.currency, explanation: explanation(title, checked.asOf, tables), tables };
}

/** One sheet as the text has it now. */
export function tableOf(making: Making, definition: SheetDefinition): Table {
  const rows = rowsOf(making, definition);
  const keys = keyHeadings(definition);
  const parts = partColumns(definition);
  const all = [...keys, ...parts.map(({ heading }) => heading)];
  const cells = rows.map((row) => all.map((heading) => row.cells.get(heading) ?? ''));
  const columns = [
    ...keys.map((heading) => keyColumn(definition, heading)),
    ...parts.map((part) => partColumn(making, part)),
  ];
  return {
    name: definition.name,
    about: definition.about,
    columns: columns.map((column, at) => ({ ...column, width: widthOf(column, cells, at) })),
    rows: cells,
  };
}

type Unmeasured = Omit<Column, 'width'>;

function keyColumn({ rows }: SheetDefinition, heading: string): Unmeasured {
  const fixed = heading !== headings.wish;
  const common = { heading, note: keyNotes[heading]!, type: 'text' as const, fixed };
  if (fixed) return common;
  const choices = rows === 'lines' ? ['add', 'clear', 'remove'] : rows === 'blocks' ? ['add', 'clear'] : ['clear'];
  return { ...common, choices };
}

const keyNotes: Readonly<Record<string, string>> = {
  [headings.wish]:
    'Leave this empty to change what the cells of the row say. Write add in a new row to add what it says, clear to take out what you emptied in this row, remove to take out the whole line.',
  [headings.pathway]: 'The short name of the pathway. It finds the line again: leave it as it is.',
  [headings.element]: 'What the row is about. It finds the line again: leave it as it is.',
  [headings.fact]: 'Which fact of it the row is about. It finds the line again: leave it as it is.',
  [headings.line]:
    'Which of several lines of the same fact this is. It finds the line again: leave it as it is; in a new row leave it empty.',
  [headings.name]: 'What it is called, to be read only: it is changed in the column Title of the sheet that has one.',
  [headings.says]: 'What the line says, to be read only.',
};

/** What stands inside a pathway may be called as something in another one is. */
const SHORT_NAME =
  "the short name, as it stands in the column Element behind the word for its kind, such as find-provider for 'action find-provider'";

function partColumn({ naming }: Cells, { heading, clause, absence }: PartColumn): Unmeasured {
  const choices = choicesOf(naming, clause.value, absence);
  const { value } = clause;
  const many = clause.repeated ? ' Several are parted by semicolons.' : '';
  const expects = value.is === 'name' && choices === undefined ? SHORT_NAME : kindOfValue(value).replace(/,$/, '');
  const words = absence ? ` Or one of ${absences.join(', ')}: not known, not there, does not apply.` : '';
  return {
    heading,
    note: `${heading}: ${expects}.${many}${words}`,
    type: typeOf(value),
    fixed: false,
    ...(choices && !clause.repeated && { choices }),
  };
}

function choicesOf(naming: Naming, value: Value, absence: boolean): readonly string[] | undefined {
  const own =
    value.is === 'choice'
      ? value.of
      : value.is === 'mark'
        ? ['yes']
        : value.is === 'name'
          ? naming.all(value.of)
          : undefined;
  return own && [...own, ...(absence ? absences : [])];
}

function typeOf({ is }: Value): CellType {
  if (is === 'number' || is === 'amount' || is === 'money' || is === 'percent' || is === 'period') return is;
  return 'text';
}

/** Wide enough for most of what stands in it, and never so wide that it fills a screen. */
function widthOf({ heading, type }: Unmeasured, rows: readonly (readonly string[])[], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, Math.min(row[at]!.length, LONGEST)), 0);
  const room = type === 'money' ? 6 : 2;
  return Math.max(10, heading.length + 4, Math.min(longest + room, 44));
}
