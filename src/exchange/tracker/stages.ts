import { absenceIn } from './absences.ts';
import type { Bodies } from './bodies.ts';
import type { Column } from './columns.ts';
import { addOnce, cellFor, cellsOf, type Drafts, type PathwayDraft, rowPlace, type StageDraft } from './drafts.ts';
import { type Around, factsOf, inQuotes, namesBodies, note, type Told } from './facts.ts';
import type { FieldName } from './fields.ts';
import { filled, type GridCell, placeOf } from './grid.ts';
import { isAboutIssues, issuesOf, ratingWord } from './issues.ts';
import { folded } from './names.ts';
import type { Table, TableRow } from './table.ts';
import { widerSetting } from './terms.ts';
import { handoversOf } from './transitions.ts';
import { besideEarlier, isToTell, noteOfYear, settleYear, type ToldOf, yearOfRow } from './years.ts';

/** A row, and the stage that it speaks of. */
export interface StageRow {
  readonly table: Table;
  readonly row: TableRow;
  readonly stage: StageDraft;
}

/** Names the pathways and stages of a table, before anything is said of them: rows speak of each other. */
export function namedStages(drafts: Drafts, table: Table, otherwise: string): readonly StageRow[] {
  let last: PathwayDraft | undefined;
  return table.rows.map((row) => {
    const pathway = pathwayOf(drafts, table, row, last, otherwise);
    last = pathway;
    const stage = drafts.stage(pathway, cellFor(table, row, 'stage')!.text);
    const ref = cellFor(table, row, 'ref');
    if (ref) pathway.refs.set(folded(ref.text), stage);
    return { table, row, stage };
  });
}

/** An empty cell below a pathway's name means the same pathway: that is how people group rows. */
function pathwayOf(
  drafts: Drafts,
  table: Table,
  row: TableRow,
  last: PathwayDraft | undefined,
  otherwise: string,
): PathwayDraft {
  const named = cellFor(table, row, 'pathway');
  const area = cellFor(table, row, 'footprint');
  if (!named && !area && last) return last;
  const label = named && !absenceIn(named.text) ? named.text : named ? undefined : last?.base;
  const footprint = area && !absenceIn(area.text) ? area.text : undefined;
  return drafts.pathway(label ?? otherwise, footprint);
}

/** Says of the row's stage what its cells say. */
export function describe(
  drafts: Drafts,
  bodies: Bodies,
  all: readonly StageRow[],
  { table, row, stage }: StageRow,
): void {
  const { source, confidence, suffix } = sourcesOf(drafts, table, row, stage);
  const around: Around = {
    ...{ bodies, terms: drafts.terms, boards: drafts.boards, assessments: drafts.assessments, source, confidence },
    funders: fundersOf(bodies, table, row),
    shared: (cell) => stagesUnder(all, table, cell).size > 1,
    year: yearOfRow(table, row),
  };
  const said: ToldOf[] = [];
  if (row.section)
    addOnce(stage.lines, [`note ${inQuotes(`Under the heading '${row.section.text}' (${placeOf(row.section)})`)}`]);
  for (const [cell, column] of cellsOf(table, row)) {
    if (isAboutIssues(column.field) || OF_THE_ROW.includes(column.field)) continue;
    if (OF_HANDOVERS.includes(column.field)) continue;
    const told = factsOf(cell, column, around) ?? { lines: plainNote(cell, column) };
    const beside = besideEarlier(stage, rowPlace(table, row), cell, told);
    if (beside.is === 'kept') {
      drafts.keep(cell, column, beside.why);
      addOnce(stage.lines, noteOfYear(cell, column, around.year));
      continue;
    }
    said.push({ ...told, column });
    countIn(drafts, cell, column, told);
    const heading = column.heading.text;
    if (beside.is === 'added') drafts.added.push({ cell, heading, to: beside.to });
    if (beside.is === 'same') {
      if (isToTell(cell, beside.as, told)) drafts.same.push({ cell, heading, as: beside.as });
      continue;
    }
    const isKept = told.kept !== undefined && told.lines.length === 0;
    addOnce(stage.lines, resting(stage, isKept ? note(cell, column.heading.text).lines : told.lines, suffix));
  }
  settleYear(drafts, table, row, stage, said);
  placeIn(drafts, table, row, stage);
  settleFunders(drafts, table, row, stage, around.funders);
  const { issues, actions, notes } = issuesOf(drafts, bodies, table, row, { pathway: stage.pathway, stage });
  stage.blocks.push(...issues);
  stage.pathway.blocks.push(...actions);
  addOnce(stage.lines, notes);
  handoversOf(drafts, table, row, stage);
}

/** Counts what became of a cell. A word that makes a note of what is a fact elsewhere was not written as one. */
function countIn(drafts: Drafts, cell: GridCell, column: Column, { kept, lines }: Told): void {
  const isNote = column.field !== 'note' && lines.length > 0 && lines.every((one) => one.startsWith('note '));
  if (kept !== undefined) drafts.keep(cell, column, kept);
  else if (isNote) drafts.noted(column);
  else drafts.understood(column);
}

/** What is read for the whole row, and elsewhere. */
const OF_THE_ROW: readonly FieldName[] = [
  ...(['pathway', 'footprint', 'stage', 'ref', 'source', 'confidence', 'funder', 'place', 'period'] as const),
  'leave-out',
];

const OF_HANDOVERS: readonly FieldName[] = ['next', 'from', 'criteria', 'threshold', 'information'];

/** What is about nothing that is known is kept below its heading; `Notes` need no heading. */
function plainNote(cell: GridCell, column: Column): readonly string[] {
  return column.field === 'note' ? [`note ${inQuotes(cell.text)}`] : note(cell, column.heading.text).lines;
}

/** Where the stage is belongs to its setting; where that isn't known, it is a note. */
function placeIn(drafts: Drafts, table: Table, row: TableRow, stage: StageDraft): void {
  const cell = cellFor(table, row, 'place');
  const column = table.columns.find(({ field }) => field === 'place');
  if (!cell || !column) return;
  const isAbsent = absenceIn(cell.text) !== undefined;
  const known = isAbsent ? undefined : drafts.terms.find('setting', cell.text);
  const wider = isAbsent ? undefined : widerSetting(cell.text);
  const at = stage.lines.findIndex((line) => /^setting \S+$/.test(line));
  if (known !== undefined) addOnce(stage.lines, [`setting ${known}`]);
  else if (at >= 0 && !isAbsent && !cell.text.includes('\n')) stage.lines[at] += ` ${inQuotes(cell.text)}`;
  else if (wider !== undefined) addOnce(stage.lines, [`setting ${wider} ${inQuotes(cell.text)}`]);
  else {
    addOnce(stage.lines, note(cell, column.heading.text).lines);
    if (!isAbsent)
      return drafts.keep(
        cell,
        column,
        'it is no setting that is known, and the row names none that it could be the place of',
      );
    return drafts.noted(column);
  }
  drafts.understood(column);
}

/** The stages whose rows a cell that stands for several reaches over. */
function stagesUnder(all: readonly StageRow[], table: Table, cell: GridCell): ReadonlySet<StageDraft> {
  if (cell.over === undefined) return new Set();
  return new Set(
    all
      .filter((one) => {
        const own = one.table === table ? one.row.cells.get(cell.column) : undefined;
        return own?.row === cell.row && own.over === cell.over;
      })
      .map(({ stage }) => stage),
  );
}

/** Notes what the row rests on, and says the name of it. */
function sourcesOf(drafts: Drafts, table: Table, row: TableRow, stage: StageDraft): Resting {
  const place = `${rowPlace(table, row)}${refOf(table, row)}`;
  for (const name of ['stage', 'ref', 'pathway', 'footprint'] as const) {
    const column = table.columns.find(({ field }) => field === name);
    if (column && row.cells.has(column.index)) drafts.understood(column);
  }
  const cell = cellFor(table, row, 'source');
  const sure = cellFor(table, row, 'confidence');
  const columns = new Map(table.columns.map((column) => [column.field, column]));
  const word = sure && ratingWord(sure.text);
  if (sure) {
    if (word) drafts.understood(columns.get('confidence')!);
    else {
      drafts.keep(sure, columns.get('confidence')!, 'it is not high, medium or low');
      addOnce(stage.lines, note(sure, columns.get('confidence')!.heading.text).lines);
    }
  }
  const confidence = word ? ` confidence ${word}` : '';
  if (cell && absenceIn(cell.text)) {
    drafts.noted(columns.get('source')!);
    addOnce(stage.lines, note(cell, columns.get('source')!.heading.text).lines);
  } else if (cell) drafts.understood(columns.get('source')!);
  const source = cell && !absenceIn(cell.text) ? drafts.sources.of(cell.text) : 'tracker';
  const isPlain = source === 'tracker' && confidence === '';
  const at = source === 'tracker' ? ` at ${inQuotes(place)}` : '';
  if (isPlain) addOnce(stage.rows, [place]);
  else addOnce(stage.sources, [`evidence ${source}${at}${confidence}`]);
  if (source !== 'tracker') addOnce(stage.rows, [place]);
  // The first row says what the stage rests on as a whole.
  const own = isPlain ? 'tracker' : `${source}${at}${confidence}`;
  stage.restsOn ??= own;
  return { source, confidence, suffix: stage.restsOn === own ? '' : ` according to ${source}${at}${confidence}` };
}

/** What the facts of a row rest on. */
interface Resting {
  readonly source: string;
  /** Such as ` confidence low`. */
  readonly confidence: string;
  /** What each fact ends in, where the stage as a whole rests on something else: on an earlier row's source. */
  readonly suffix: string;
}

/** The lines with what they rest on, those left out that an earlier row has said already. */
function resting(stage: StageDraft, lines: readonly string[], suffix: string): readonly string[] {
  return lines
    .filter((line) => !stage.lines.includes(line))
    .map((line) => (line.startsWith('note ') || line.includes(' according to ') ? line : `${line}${suffix}`));
}

/** A reference that finds the row again, where the tracker has one: a plain number says less than the place. */
function refOf(table: Table, row: TableRow): string {
  const ref = cellFor(table, row, 'ref');
  return ref && !/^\d+\.?$/.test(ref.text) ? ` (${ref.text})` : '';
}

/** `funded by a funded by b`. */
function fundersOf(bodies: Bodies, table: Table, row: TableRow): string {
  const cell = cellFor(table, row, 'funder');
  if (!cell || absenceIn(cell.text) || !namesBodies(cell)) return '';
  return bodies
    .in(cell.text)
    .map(({ body }) => `funded by ${body.name}`)
    .join(' ');
}

/** Funders of a cost that nobody knows are kept in words. */
function settleFunders(drafts: Drafts, table: Table, row: TableRow, stage: StageDraft, funders: string): void {
  const cell = cellFor(table, row, 'funder');
  const column = table.columns.find(({ field }) => field === 'funder');
  if (!cell || !column) return;
  const isSaid = funders !== '' && stage.lines.some((line) => line.startsWith('cost ') && line.includes(funders));
  if (!isSaid) addOnce(stage.lines, note(cell, column.heading.text).lines);
  if (isSaid) drafts.understood(column);
  else if (absenceIn(cell.text)) drafts.noted(column);
  else
    drafts.keep(
      cell,
      column,
      funders === '' ? 'it is not the name of an organisation' : 'the row has no cost that it could fund',
    );
}

/** The cells of a sheet's rows that hold something which can't be used. */
export function problemsIn(table: Table): readonly GridCell[] {
  return table.rows.flatMap((row) =>
    filled(cellsOf(table, row).map(([cell]) => cell)).filter(({ problem }) => problem !== undefined),
  );
}
