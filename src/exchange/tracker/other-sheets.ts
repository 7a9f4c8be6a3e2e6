import { absenceIn } from './absences.ts';
import type { Bodies } from './bodies.ts';
import { kindIn } from './bodies.ts';
import { addOnce, cellFor, cellsOf, type Drafts, type PathwayDraft, rowInWords, rowPlace } from './drafts.ts';
import { inQuotes, note } from './facts.ts';
import type { FieldName } from './fields.ts';
import type { GridCell } from './grid.ts';
import { issuesOf } from './issues.ts';
import type { Table } from './table.ts';
import { Terms } from './terms.ts';
import { stageCalled, transitionRow } from './transitions.ts';

/** Takes over a sheet of transitions; a row that names no two stages becomes a note. */
export function readTransitions(drafts: Drafts, table: Table, pathways: readonly PathwayDraft[]): void {
  for (const row of table.rows) {
    if (transitionRow(drafts, table, row, pathways)) continue;
    const cells = cellsOf(table, row);
    (pathways[0]?.notes ?? drafts.projectNotes).push(
      `note ${inQuotes(
        rowInWords(
          cells.map(([cell]) => cell),
          table.columns,
        ),
      )}`,
    );
    const [cell, column] = cells.find(([, { field }]) => field === 'next')!;
    const from = cellFor(table, row, 'from')!.text;
    drafts.keep(cell, column, `'${from}' and '${cell.text}' are not both stages of one pathway`);
  }
}

/** Takes over a sheet of gaps, risks and actions, each at the stage that its row names. */
export function readFindings(
  drafts: Drafts,
  bodies: Bodies,
  table: Table,
  pathways: readonly PathwayDraft[],
  label: string,
): void {
  for (const row of table.rows) {
    const named = cellFor(table, row, 'stage');
    const called = named ? pathways.flatMap((one) => stageCalled(drafts, named.text, one) ?? []) : [];
    const found = called.length === 1 ? called[0] : undefined;
    const pathway = found?.pathway ?? pathways[0] ?? drafts.pathway(label, undefined);
    const rest = cellsOf(table, row).filter(([, { field }]) => OF_FINDINGS.includes(field));
    const extra = rest.map(([cell, column]) =>
      column.field === 'note' ? `note ${inQuotes(cell.text)}` : note(cell, column.heading.text).lines[0]!,
    );
    if (named && !found) extra.push(...note(named, 'About').lines);
    extra.push(`evidence tracker at ${inQuotes(rowPlace(table, row))}`);
    const about = { pathway, extra, ...(found && { stage: found }) };
    const { issues, actions, notes } = issuesOf(drafts, bodies, table, row, about);
    (found?.blocks ?? pathway.blocks).push(...issues);
    pathway.blocks.push(...actions);
    addOnce(found?.lines ?? pathway.notes, [
      ...notes,
      ...(issues.length === 0 ? extra.filter((line) => line.startsWith('note ')) : []),
    ]);
    for (const [cell, column] of cellsOf(table, row)) {
      if (column.field === 'stage' && !found)
        drafts.keep(
          cell,
          column,
          called.length > 1 ? 'several pathways have a stage of that name' : 'no stage is called that',
        );
      else if (column.field === 'stage' || column.field === 'note') drafts.understood(column);
      else if (rest.some(([one]) => one === cell)) drafts.noted(column);
    }
  }
}

/** What a row of findings says besides; it is kept in words with its gap or risk. */
const OF_FINDINGS: readonly FieldName[] = [
  'other',
  'note',
  'status',
  'source',
  'confidence',
  'ref',
  'period',
  'pathway',
  'footprint',
];

/** Takes over a sheet of organisations: what it says of each besides its name and kind. */
export function readOrganisations(drafts: Drafts, bodies: Bodies, table: Table): void {
  for (const row of table.rows) {
    const body = bodies.find(cellFor(table, row, 'organisation')!.text);
    if (!body) continue;
    const lines = drafts.bodyLines.get(body.name) ?? [];
    drafts.bodyLines.set(body.name, lines);
    for (const [cell, column] of cellsOf(table, row)) {
      const { field } = column;
      drafts.understood(column);
      if (field === 'organisation' || (field === 'kind' && body.kind !== undefined && known(cell))) continue;
      if (field === 'alias' && !absenceIn(cell.text))
        addOnce(lines, body.aliases.includes(cell.text) ? [] : [`alias ${inQuotes(cell.text)}`]);
      else addOnce(lines, field === 'note' ? [`note ${inQuotes(cell.text)}`] : note(cell, column.heading.text).lines);
    }
  }
}

const known = ({ text }: GridCell): boolean =>
  new Terms().find('kind', text) !== undefined || kindIn(text) !== undefined;

/** What stands around a table and is no row of it becomes notes of the project or its pathway. */
export function keepAsides(drafts: Drafts, table: Table, pathway: PathwayDraft | undefined, label: string): void {
  const words = {
    above: 'Above the table',
    below: 'Below the table',
    total: 'A total, not taken over',
    nameless: 'A row without a name',
  };
  const people = table.columns.filter(({ field }) => field === 'leave-out' || field === 'owner');
  for (const { cells, is } of table.asides) {
    const isRow = is === 'total' || is === 'nameless';
    const all = cells.filter(
      ({ problem, text, column }) =>
        problem === undefined && text !== label && !(isRow && people.some(({ index }) => index === column)),
    );
    if (all.length === 0) continue;
    const text = `note ${inQuotes(`${words[is]}: ${rowInWords(all, isRow ? table.columns : [])}`)}`;
    addOnce(is === 'above' || !pathway ? drafts.projectNotes : pathway.notes, [text]);
  }
}
