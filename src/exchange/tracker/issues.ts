import { writeText } from '../../language/text.ts';
import { absenceIn } from './absences.ts';
import type { Bodies } from './bodies.ts';
import type { Column } from './columns.ts';
import { cellsOf, type Drafts, type PathwayDraft, type StageDraft } from './drafts.ts';
import { absentLine, inQuotes, note } from './facts.ts';
import type { FieldName } from './fields.ts';

import { type GridCell, placeOf } from './grid.ts';
import { Names } from './names.ts';
import { ownersIn } from './owners.ts';
import { readDue } from './periods.ts';
import type { Table, TableRow } from './table.ts';

const KINDS = ['gap', 'risk', 'challenge', 'strength', 'need'] as const;

/** What a row says of gaps, risks and actions, as blocks; and the notes that are not about one of them. */
export interface Issues {
  readonly issues: readonly string[];
  readonly actions: readonly string[];
  /** What it says is about no gap, risk or action of the row. */
  readonly notes: readonly string[];
}

/** Fields that say something of the gaps, risks and actions of their row. */
const ABOUT_ISSUES: readonly FieldName[] = [...KINDS, 'action', 'severity', 'likelihood', 'impact', 'owner', 'due'];

export function isAboutIssues(field: FieldName): boolean {
  return ABOUT_ISSUES.includes(field);
}

/** `extra` are lines that stand in each of the row's gaps, risks and so on. */
export function issuesOf(
  drafts: Drafts,
  bodies: Bodies,
  table: Table,
  row: TableRow,
  about: { readonly pathway: PathwayDraft; readonly stage?: StageDraft; readonly extra?: readonly string[] },
): Issues {
  const cells = cellsOf(table, row).filter(([, { field }]) => isAboutIssues(field));
  const notes: string[] = [];
  const ratings = cells.flatMap(([cell, column]) => ratingOf(drafts, cell, column, notes));
  const { extra = [] } = about;
  const told = linesOf(cells, 'action', (cell, column) => textsIn(drafts, cell, column, notes));
  const ownerOf = (): readonly string[] =>
    linesOf(cells, 'owner', (cell, column) => ownerLines(drafts, cell, column, bodies));
  const dueOf = (): readonly string[] => linesOf(cells, 'due', (cell, column) => dueLines(drafts, cell, column));
  const plan = told.length > 0 ? [...ownerOf(), ...dueOf()] : [];
  const actions = told.map((text) => actionOf(about, text, plan));
  const kinds = KINDS.filter((kind) => cells.some(([{ text }, { field }]) => field === kind && !absenceIn(text)));
  const isOwned = actions.length === 0 && kinds.length > 0;
  const owner = isOwned ? ownerOf() : [];
  const issues = cells.flatMap(([cell, column]) => {
    const kind = KINDS.find((one) => one === column.field);
    if (!kind) return [];
    return textsIn(drafts, cell, column, notes).map((text) => {
      const lines = [
        ...ratings.filter((rating) => isRated(kind, rating, kinds)).map(({ line }) => line),
        ...owner,
        ...(kind === 'gap' || kind === 'risk' ? actions.map(({ name }) => `action ${name}`) : []),
        ...extra,
      ];
      return block(`${kind} ${nameFor(about.pathway, kind, text)} ${writeText(text)}`, lines);
    });
  });
  // A rating, an owner or a date without anything that it is about is kept in words.
  if (kinds.length === 0) notes.push(...ratings.flatMap(({ cell, column }) => asNote(drafts, cell, column)));
  else for (const { column } of ratings) drafts.understood(column);
  if (actions.length === 0) {
    notes.push(...linesOf(cells, 'due', (cell, column) => asNote(drafts, cell, column)));
    if (!isOwned) notes.push(...linesOf(cells, 'owner', (cell, column) => ownerNote(drafts, cell, column, bodies)));
  }
  return { issues, actions: actions.map(({ text }) => text), notes };
}

type Cells = readonly (readonly [GridCell, Column])[];

function linesOf(
  cells: Cells,
  field: FieldName,
  tell: (cell: GridCell, column: Column) => readonly string[],
): readonly string[] {
  return cells.flatMap(([cell, column]) => (column.field === field ? tell(cell, column) : []));
}

function asNote(drafts: Drafts, cell: GridCell, column: Column): readonly string[] {
  drafts.noted(column);
  return note(cell, column.heading.text).lines;
}

/** Likelihood and impact are about the risks of a row, where it has any. */
function isRated(kind: string, { field }: Rating, kinds: readonly string[]): boolean {
  return field === 'severity' || kind === 'risk' || !kinds.includes('risk');
}

/** Each text of a cell, which may hold several on lines of their own; an absence is kept in words. */
function textsIn(drafts: Drafts, cell: GridCell, column: Column, notes: string[]): readonly string[] {
  if (absenceIn(cell.text)) {
    drafts.noted(column);
    notes.push(...note(cell, column.heading.text).lines);
    return [];
  }
  drafts.understood(column);
  const texts = cell.text
    .split(/\s*\n\s*|\s*;\s+|\s*[•·]\s*/)
    .map((text) => text.replace(/^(?:[-–*]\s*|\d+[.)]\s+)/, '').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  if (texts.length === 0) notes.push(...note(cell, column.heading.text).lines);
  return texts;
}

interface Rating {
  readonly line: string;
  readonly field: FieldName;
  readonly cell: GridCell;
  readonly column: Column;
}

function ratingOf(drafts: Drafts, cell: GridCell, column: Column, notes: string[]): readonly Rating[] {
  const { field, heading } = column;
  if (field !== 'severity' && field !== 'likelihood' && field !== 'impact') return [];
  const word = ratingWord(cell.text);
  if (word === undefined) {
    notes.push(...note(cell, heading.text).lines);
    drafts.keep(cell, column, 'it is not high, medium or low');
    return [];
  }
  return [{ line: `${field} ${word}`, field, cell, column }];
}

/** `High`, `H`, `Med`. */
export function ratingWord(text: string): 'high' | 'medium' | 'low' | undefined {
  const plain = text.trim().toLowerCase();
  if (/^(?:high|h)$/.test(plain)) return 'high';
  if (/^(?:medium|med|m|moderate)$/.test(plain)) return 'medium';
  return /^(?:low|l)$/.test(plain) ? 'low' : undefined;
}

interface ActionBlock {
  readonly name: string;
  readonly text: string;
}

function actionOf(
  { pathway, stage }: { readonly pathway: PathwayDraft; readonly stage?: StageDraft },
  text: string,
  lines: readonly string[],
): ActionBlock {
  const name = nameFor(pathway, 'action', text);
  const affects = stage ? [`affects ${stage.name}`] : [];
  return { name, text: block(`action ${name} ${writeText(text)}`, [...lines, ...affects]) };
}

/** Owners are often people, whose names have no business in a pathway file: only organisations are taken over. */
function ownerLines(drafts: Drafts, cell: GridCell, column: Column, bodies: Bodies): readonly string[] {
  const absence = absenceIn(cell.text);
  if (absence) {
    drafts.understood(column);
    return [absentLine('owner', cell, absence)];
  }
  const { bodies: found, more } = ownersIn(cell, bodies);
  if (more) drafts.withhold(cell, column);
  else drafts.understood(column);
  if (found.length > 0) return found.map(({ name }) => `owner ${name}`);
  return [`owner unknown because ${inQuotes(`${placeOf(cell)} may name a person, and is left out`)}`];
}

/** An owner of nothing that the row says: only organisations are kept in words. */
function ownerNote(drafts: Drafts, cell: GridCell, column: Column, bodies: Bodies): readonly string[] {
  if (absenceIn(cell.text)) return asNote(drafts, cell, column);
  const { bodies: found, more } = ownersIn(cell, bodies);
  if (!more) return asNote(drafts, cell, column);
  drafts.withhold(cell, column);
  if (found.length === 0) return [];
  return note({ ...cell, text: found.map(({ label }) => label).join(', ') }, column.heading.text).lines;
}

function dueLines(drafts: Drafts, cell: GridCell, column: Column): readonly string[] {
  const absence = absenceIn(cell.text);
  const due = readDue(cell);
  if (absence || due !== undefined) drafts.understood(column);
  else drafts.keep(cell, column, 'it is not a date');
  return [due === undefined ? absentLine('due', cell, absence ?? 'unknown') : `due ${due}`];
}

function nameFor({ issueNames }: PathwayDraft, kind: string, text: string): string {
  const names = issueNames.get(kind) ?? new Names();
  issueNames.set(kind, names);
  return names.of(text.split(' ').slice(0, 5).join(' '), kind);
}

export function block(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? head : `${head} {\n${lines.join('\n')}\n}`;
}
