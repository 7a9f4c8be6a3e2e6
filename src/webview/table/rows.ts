import type { EdgeFacts, NodeFacts, Stated } from '../../diagram/facts.ts';
import { isCard, type Placed, type PlacedEdge, type PlacedNode } from '../../diagram/placed.ts';
import { formatAges } from '../../model/units/ages.ts';
import type { ListedFinding, Severity } from '../../protocol/preview.ts';
import { findingIn } from '../card.ts';
import { severityOrder } from '../words.ts';

/** What stands in a field of a table. */
export interface Cell {
  readonly text: string;
  /** Why nothing is recorded, where that is so. */
  readonly state?: 'unknown' | 'none' | 'missing';
  /** How many findings of each severity. */
  readonly counts?: readonly (readonly [Severity, number])[];
  /** What it is sorted by, where not by its text. */
  readonly rank?: number;
}

export interface Row {
  /** The element that it tells of. */
  readonly id: string;
  readonly cells: readonly Cell[];
}

export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The same facts as the picture, as tables: its stages, then its arrows. Columns in which nothing stands are left out. */
export function tablesOf(placed: Placed, findings: readonly ListedFinding[]): readonly TableData[] {
  const names = new Map(placed.nodes.map((node) => [node.id, nameOf(node)]));
  const counts = countsOf(findings);
  const stages = placed.nodes.filter(isCard);
  const [one, many] = calledAs[stages[0]?.shape ?? 'stage'] ?? ['Stage', 'Stages'];
  const edges = placed.edges.filter(({ kind }) => kind !== 'link');
  return [
    slim({
      caption: many,
      columns: [
        one,
        ...facts.map(([, label]) => label),
        'Ages',
        ...figures,
        'Comes from',
        'Leads to',
        'More',
        'Findings',
      ],
      rows: stages.map((node) => ({ id: node.id, cells: stageCells(placed, node, names, counts) })),
    }),
    slim({
      caption: 'Transitions and flows',
      columns: ['Arrow', 'Kind', 'From', 'To', 'Information', 'System', 'More', 'Findings'],
      rows: edges.map((edge) => ({ id: edge.id, cells: edgeCells(edge, names, counts) })),
    }),
  ].filter(({ rows }) => rows.length > 0);
}

/** What the boxes of a picture are called that is not of one pathway, by the shape of its first. */
const calledAs: Readonly<Partial<Record<PlacedNode['shape'], readonly [one: string, many: string]>>> = {
  whole: ['Pathway', 'Pathways'],
  specification: ['Pathway or specification', 'Pathways and specifications'],
  required: ['Required stage', 'Required stages'],
};

const facts = [
  ['providers', 'Provider'],
  ['commissioners', 'Commissioner'],
  ['settings', 'Setting'],
  ['levels', 'Level'],
  ['cohorts', 'Cohort'],
] as const satisfies readonly (readonly [keyof NodeFacts, string])[];

const figures = ['Activity', 'Cost', 'Wait'] as const;
const told = ['Provider', 'Commissioner', 'Setting', 'Level', 'Sent', ...figures];

type Names = ReadonlyMap<string, string>;
type Counts = ReadonlyMap<string, readonly (readonly [Severity, number])[]>;

function stageCells(placed: Placed, node: PlacedNode, names: Names, counts: Counts): readonly Cell[] {
  const lines = node.hover.split('\n').slice(1);
  const ways = placed.edges.filter(({ kind }) => kind !== 'flow' && kind !== 'tie');
  const to = ways.filter(({ from }) => from === node.id).map((edge) => edge.to);
  const from = ways.filter((edge) => edge.to === node.id).map((edge) => edge.from);
  return [
    { text: node.caption },
    ...facts.map(([key]) => stated(node.facts?.[key], ({ label }) => label)),
    stated(node.facts?.ages, formatAges),
    ...figures.map((figure) => figureIn(lines, figure)),
    { text: listOf(from, names) },
    { text: listOf(to, names) },
    { text: restOf(lines) },
    found(node.id, counts),
  ];
}

function edgeCells(edge: PlacedEdge, names: Names, counts: Counts): readonly Cell[] {
  const label = ({ label }: { readonly label: string }): string => label;
  const kind = { flow: 'Flow of information', tie: 'Connection', transition: 'Transition', link: 'Transition' }[
    edge.kind
  ];
  const systems: EdgeFacts['systems'] | undefined = edge.facts?.systems;
  return [
    { text: edge.caption === '' ? kind : edge.caption },
    { text: kind },
    { text: names.get(edge.from) ?? '' },
    { text: names.get(edge.to) ?? '' },
    stated(edge.facts?.information, label),
    { text: systems?.values.map(label).join(', ') ?? '' },
    { text: restOf(edge.hover.split('\n').slice(1)) },
    found(edge.id, counts),
  ];
}

function stated<T>(fact: Stated<T> | undefined, say: (value: T) => string): Cell {
  if (!fact) return { text: '' };
  if (fact.values.length > 0) return { text: fact.values.map(say).join(', ') };
  if (fact.state === 'unknown') return { text: 'unknown', state: 'unknown' };
  if (fact.state === 'none') return { text: 'none', state: 'none' };
  return fact.state === 'missing'
    ? { text: 'not recorded', state: 'missing' }
    : { text: fact.state.replaceAll('-', ' ') };
}

/** `Cost: £1,200 a year`, `Cost unknown (nobody was asked)`. */
function figureIn(lines: readonly string[], figure: string): Cell {
  const line = lines.find((each) => each.startsWith(`${figure}: `) || each.startsWith(`${figure} `));
  if (line === undefined) return { text: '' };
  if (line.startsWith(`${figure}: `)) {
    const text = line.slice(figure.length + 2);
    const number = Number.parseFloat(text.replaceAll(',', '').replace(/^[^\d]*/, ''));
    return { text, ...(Number.isFinite(number) && { rank: number }) };
  }
  const text = line.slice(figure.length + 1);
  return text.startsWith('unknown') ? { text, state: 'unknown' } : { text };
}

/** What has no column of its own. */
function restOf(lines: readonly string[]): string {
  return lines.filter((line) => !findingIn(line) && !told.some((heading) => isAbout(line, heading))).join('. ');
}

function isAbout(line: string, heading: string): boolean {
  const isAbsent = new RegExp(`^(No )?${heading}( |$)`, 'i').test(line);
  return line.startsWith(`${heading}: `) || isAbsent;
}

function found(id: string, counts: Counts): Cell {
  const own = counts.get(id) ?? [];
  const weights = { error: 1e9, warning: 1e6, info: 1e4, question: 100, accepted: 1 };
  const rank = own.reduce((sum, [severity, count]) => sum + weights[severity] * count, 0);
  return { text: '', counts: own, rank: -rank };
}

function countsOf(findings: readonly ListedFinding[]): Counts {
  const counts = new Map<string, Map<Severity, number>>();
  for (const { id, severity } of findings) {
    if (id === undefined) continue;
    const own = counts.get(id) ?? new Map<Severity, number>();
    counts.set(id, own.set(severity, (own.get(severity) ?? 0) + 1));
  }
  const inOrder = (own: ReadonlyMap<Severity, number>) =>
    severityOrder.flatMap((severity) => {
      const count = own.get(severity);
      return count === undefined ? [] : [[severity, count] as const];
    });
  return new Map([...counts].map(([id, own]) => [id, inOrder(own)]));
}

function listOf(ids: readonly string[], names: Names): string {
  return [...new Set(ids)].map((id) => names.get(id) ?? '').join(', ');
}

function nameOf({ shape, caption }: PlacedNode): string {
  if (shape === 'exit') return caption === '' ? 'way out' : `way out (${caption})`;
  return shape === 'entry' ? (caption === '' ? 'way in' : `way in (${caption})`) : caption;
}

/** Without columns in which nothing stands; and whom it is for, where that is the same everywhere. */
function slim(table: TableData): TableData {
  const isUsed = table.columns.map((column, index) => {
    const cells = table.rows.map((row) => row.cells[index]);
    if (column === 'Cohort' && new Set(cells.map((cell) => cell?.text)).size < 2) return false;
    return cells.some((cell) => cell?.text !== '' || (cell.counts?.length ?? 0) > 0);
  });
  return {
    ...table,
    columns: table.columns.filter((_, index) => isUsed[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isUsed[index]) })),
  };
}

/** The rows by what stands in a column; what is not recorded comes last either way. */
export function sorted(rows: readonly Row[], column: number, direction: 'ascending' | 'descending'): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [a.cells[column], b.cells[column]];
    const [blankOne, blankOther] = [isBlank(one), isBlank(other)];
    if (blankOne !== blankOther) return blankOne ? 1 : -1;
    return sign * compared(one, other);
  });
}

function isBlank(cell: Cell | undefined): boolean {
  return !cell || cell.state !== undefined || (cell.text === '' && (cell.counts?.length ?? 0) === 0);
}

function compared(one: Cell | undefined, other: Cell | undefined): number {
  if (one?.rank !== undefined && other?.rank !== undefined) return one.rank - other.rank;
  return (one?.text ?? '').localeCompare(other?.text ?? '', 'en', { numeric: true });
}
