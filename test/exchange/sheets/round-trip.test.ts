import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf } from '../../../src/exchange/sheets/book.ts';
import { definitions, headings, type PartColumn, partColumns } from '../../../src/exchange/sheets/definitions.ts';
import { type Entry, entriesOf, keyOf, linesOf } from '../../../src/exchange/sheets/entries.ts';
import { exportedTables, type GivenBook, givenTable } from '../../../src/exchange/sheets/given.ts';
import { Naming } from '../../../src/exchange/sheets/names.ts';
import { pathwayText } from '../../language/format/generate.ts';
import { imported, projectOf, type Texts, textsOf } from './given.ts';

const register = `organisation icb "Northern ICB" is icb
organisation council "Council"
organisation a-trust "A Trust" is nhs-provider
footprint county "County" is region
information chat "CHAT" is assessment
system notes "Notes"
board care-board "Care board"
agreement sharing "Sharing" is information-sharing
source mapping "Mapping"
vocabulary terms { cohort cyp-justice "Young people in justice" }
`;

/** The sheets of a project as they would be read from a file. */
function given(texts: Texts): GivenBook {
  const { tables } = bookOf(projectOf(texts));
  const lines = tables.map(({ name, columns, rows }) =>
    [columns.map(({ heading }) => heading), ...rows].map((row) => [name, ...row]),
  );
  const read = tables.map(({ name }, index) =>
    givenTable(
      name,
      lines[index]!.map(([, ...cells]) => cells),
    ),
  );
  return { tables: read, exported: exportedTables(lines.flat()), refusals: [] };
}

/** A cell that can be changed, and what it is changed to. */
interface Pick {
  readonly sheet: string;
  readonly row: number;
  readonly heading: string;
  readonly cell: string;
  readonly line: string;
}

/** Every cell of a value that something else can be written into without a change of what it is about. */
function pickable(texts: Texts, book: GivenBook): readonly Pick[] {
  const naming = new Naming(projectOf(texts).project);
  return definitions
    .filter(({ rows }) => rows === 'blocks' || rows === 'lines')
    .flatMap((definition) => {
      const table = book.tables.find(({ name }) => name === definition.name)!;
      const at = (heading: string) => table.headings.indexOf(heading);
      return table.rows.flatMap(({ number, cells }) =>
        partColumns(definition).flatMap((column): Pick[] => {
          const cell = cells[at(column.heading)]!;
          const other = cell === '' ? undefined : otherCell(naming, column, cell);
          const isTitle = column.fact === 'head' && named.test(cells[at(headings.element)]!);
          if (other === undefined || isTitle) return [];
          const fact = column.fact ?? (cells[at(headings.fact)] || definition.facts[0]);
          const index = fact === 'head' ? '1' : cells[at(headings.line)];
          const line = [cells[at(headings.pathway)], cells[at(headings.element)], fact, index].join('\n');
          return [{ sheet: definition.name, row: number, heading: column.heading, cell: other, line }];
        }),
      );
    });
}

/** What other cells call by its title. */
const named = /^(?:organisation|agreement|board|source|pathway) /;

function otherCell(naming: Naming, { clause: { value, repeated } }: PartColumn, cell: string): string | undefined {
  if (/^(?:unknown|none|not-applicable|yes)$/.test(cell) || repeated) return undefined;
  switch (value.is) {
    case 'name':
      return naming.all(value.of)?.find((one) => one !== cell);
    case 'choice':
      return value.of.find((one) => one !== cell);
    case 'text':
    case 'choice-or-text':
      return `= a "changed" \\ text\nof ${cell.length} lines`;
    case 'money':
      return cell.startsWith('$') ? '$9' : '1234567.5';
    case 'number':
      return '77';
    case 'amount':
      return cell.endsWith('%') ? '12.5%' : '1234';
    case 'percent':
      return '7%';
    case 'period':
      return cell === '2031' ? '2032' : '2031';
    case 'ages':
      return cell === '3 to 4' ? 'under 3' : '3 to 4';
    default:
      return undefined;
  }
}

/** The texts with what stands in the given lines taken out: all that must stay as it was. */
function around(texts: Texts, lines: ReadonlySet<string>): readonly string[] {
  const entries = new Map(entriesOf(projectOf(texts)).map((entry) => [keyOf(entry.pathway, entry.element), entry]));
  const cuts = [...lines].map((line) => {
    const [pathway = '', element = '', fact = '', index] = line.split('\n');
    const entry: Entry = entries.get(keyOf(pathway, element))!;
    const { start, statement } = linesOf(entry, fact)[Number(index) - 1]!;
    return { uri: entry.sheet.uri, start, end: statement!.end };
  });
  return Object.entries(texts).map(([name, text]) =>
    cuts
      .filter(({ uri }) => uri === `file:///p/${name}`)
      .toSorted((a, b) => b.start - a.start)
      .reduce((rest, { start, end }) => `${rest.slice(0, start)}<>${rest.slice(end)}`, text),
  );
}

/** Three files of any layout, in which names stand twice now and then, and a register. */
const texts = fc.array(pathwayText, { minLength: 3, maxLength: 3 }).map(
  (all): Texts => ({
    ...Object.fromEntries(all.map((text, index) => [`${index}.pathway`, text.replace('\uFEFF', '')])),
    'register.pathway': register,
  }),
);

const numbers = fc.array(fc.nat(1_000_000), { minLength: 10, maxLength: 10 });

/** Changes the cells that the numbers choose; says how many. Changes that would lose a comment may be refused. */
function changeTen(before: Texts, chosen: readonly number[]): number {
  const book = given(before);
  const all = pickable(before, book);
  if (all.length === 0) return 0;
  const picks = new Map(
    chosen
      .map((number) => all[number % all.length]!)
      .map((one) => [`${one.sheet} ${one.row} ${one.heading}`, one] as const),
  );
  const tables = book.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map(
        (cell, index) => picks.get(`${table.name} ${row.number} ${table.headings[index]}`)?.cell ?? cell,
      ),
    })),
  }));
  const { after, refusals, errors } = imported(before, { ...book, tables });
  const lost = refusals.filter(({ message }) => message.includes('a comment'));
  expect({ refusals, errors }).toEqual({ refusals: lost, errors: [] });
  if (lost.length > 0) return 0;
  const lines = new Set([...picks.values()].map(({ line }) => line));
  expect(around(after, lines)).toEqual(around(before, lines));
  expect(said(given(after))).toEqual(said({ ...book, tables }));
  return picks.size;
}

describe('over generated projects of any layout', () => {
  it('sheets know every line, and bring nothing back that was not changed', () => {
    let cells = 0;
    fc.assert(
      fc.property(texts, (before) => {
        const book = given(before);
        const { after, refusals, errors } = imported(before, book);
        expect({ after, refusals, errors }).toEqual({ after: before, refusals: [], errors: [] });
        const all = book.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
        expect(all.filter((cell) => cell.includes('pathway file only'))).toEqual([]);
        cells += all.filter((cell) => cell !== '').length;
      }),
      { numRuns: 20, seed: 7, endOnFailure: true },
    );
    expect(cells).toBeGreaterThan(1000);
  });

  it('ten changed cells change their lines and nothing else, and the sheets then say what was written', () => {
    let changes = 0;
    fc.assert(
      fc.property(texts, numbers, (before, chosen) => {
        changes += changeTen(before, chosen);
      }),
      { numRuns: 20, seed: 8, endOnFailure: true },
    );
    expect(changes).toBeGreaterThan(50);
  });
});

describe('in the example', () => {
  it('ten changed cells change their lines and nothing else, and the sheets then say what was written', () => {
    const example = textsOf('fictional-county');
    fc.assert(
      fc.property(numbers, (chosen) => {
        expect(changeTen(example, chosen)).toBeGreaterThan(7);
      }),
      { numRuns: 2, seed: 9, endOnFailure: true },
    );
  });
});

/** All that can be changed in a workbook. */
function said({ tables }: GivenBook): unknown {
  return tables
    .filter(({ name }) => name !== 'Open questions' && name !== 'Evidence')
    .map(({ name, headings: all, rows }) => ({
      name,
      rows: rows.map(({ cells }) => cells.filter((_, index) => all[index] !== headings.name)),
    }));
}
