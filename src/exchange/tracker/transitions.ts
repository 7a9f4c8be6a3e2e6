import { nearest } from '../../model/nearest.ts';
import { absenceIn } from './absences.ts';
import type { Column } from './columns.ts';
import {
  addOnce,
  cellsOf,
  type Drafts,
  type PathwayDraft,
  rowPlace,
  type StageDraft,
  type TransitionDraft,
} from './drafts.ts';
import { absentLine, inQuotes, note } from './facts.ts';
import type { GridCell } from './grid.ts';
import { folded } from './names.ts';
import type { Table, TableRow } from './table.ts';

/** Where people go from the row's stage, where they come from, and what is asked of them: what its cells say. */
export function handoversOf(drafts: Drafts, table: Table, row: TableRow, stage: StageDraft): void {
  const made: TransitionDraft[] = [];
  const cells = cellsOf(table, row);
  for (const [cell, column] of cells) {
    if (column.field === 'next') made.push(...onwards(drafts, cell, column, stage));
    if (column.field === 'from') inwards(drafts, cell, column, stage);
    if (column.field === 'criteria' || column.field === 'threshold') {
      const absence = absenceIn(cell.text);
      const line = absence ? absentLine(column.field, cell, absence) : `${column.field} ${inQuotes(cell.text)}`;
      stage.into.push({ line, cell, heading: column.heading.text });
      drafts.understood(column);
    }
  }
  for (const [cell, column] of cells) if (column.field === 'information') sent(drafts, cell, column, stage, made);
}

function onwards(drafts: Drafts, cell: GridCell, column: Column, stage: StageDraft): readonly TransitionDraft[] {
  const { to, out, rest } = placesIn(drafts, cell, stage.pathway);
  if (out.length > 0) addOnce(stage.lines, [`leaves ${inQuotes(out.join(', '))}`]);
  settle(drafts, cell, column, stage, rest);
  return to.flatMap((place) => (place.stage === stage ? [] : [transition(drafts, stage, place.stage, place.movement)]));
}

function inwards(drafts: Drafts, cell: GridCell, column: Column, stage: StageDraft): void {
  if (absenceIn(cell.text)) return settle(drafts, cell, column, stage, [cell.text]);
  const { to, out, rest } = placesIn(drafts, cell, stage.pathway);
  for (const place of to) if (place.stage !== stage) transition(drafts, place.stage, stage, place.movement);
  const doors = [...out, ...rest];
  if (doors.length > 0)
    addOnce(stage.lines, [
      `enters ${inQuotes(to.length === 0 ? cell.text.replace(/\s*\n\s*/g, ', ') : doors.join(', '))}`,
    ]);
  const stages = rest
    .map((text) => guessed(text, stage))
    .filter(({ guess }) => guess !== undefined && guess !== stage.label);
  if (stages.length === 0) return drafts.understood(column);
  drafts.keep(cell, column, `it was taken for a way in${hintOf(stages)}`, stages);
}

/** What no stage and no way out is meant by is kept in words. */
function settle(drafts: Drafts, cell: GridCell, column: Column, stage: StageDraft, rest: readonly string[]): void {
  if (rest.length === 0) return drafts.understood(column);
  addOnce(stage.lines, note(cell, column.heading.text).lines);
  if (absenceIn(cell.text)) return drafts.noted(column);
  const stages = rest.map((text) => guessed(text, stage));
  const names = stages.map(({ text }) => `'${text}'`).join(' or ');
  drafts.keep(cell, column, `no stage is called ${names}${hintOf(stages)}`, stages);
}

interface Guessed {
  readonly text: string;
  readonly guess?: string;
}

/** The stage that may be meant: the only one whose name has all the words in a row, or one that is nearly called that. */
function guessed(text: string, { pathway }: StageDraft): Guessed {
  const bare = withoutVerb(text).text;
  const labels = [...pathway.stages.values()].map(({ label }) => label);
  const holding = labels.filter((label) => ` ${folded(label)} `.includes(` ${folded(bare)} `));
  const guess = holding.length === 1 ? holding[0] : nearest(bare, labels, 1)[0];
  return { text, ...(guess !== undefined && { guess }) };
}

function hintOf(stages: readonly Guessed[]): string {
  const guesses = stages.flatMap(({ guess }) => (guess === undefined ? [] : [`'${guess}'`]));
  return guesses.length === 0 ? '' : `; perhaps ${[...new Set(guesses)].join(' or ')} is meant`;
}

interface Place {
  readonly stage: StageDraft;
  readonly movement?: string;
}

interface Places {
  readonly to: readonly Place[];
  /** What says that people leave the pathway. */
  readonly out: readonly string[];
  readonly rest: readonly string[];
}

/** The whole cell may be the name of a stage; else its lines, else what commas, slashes and `or` part. */
function placesIn(drafts: Drafts, cell: GridCell, pathway: PathwayDraft): Places {
  const to: Place[] = [];
  const out: string[] = [];
  const rest: string[] = [];
  const take = (text: string, parts: readonly RegExp[]): void => {
    const place = placeCalled(drafts, text, pathway);
    const [separator, ...more] = parts;
    const pieces = separator
      ? text
          .split(separator)
          .map((one) => one.trim())
          .filter((one) => one !== '')
      : [];
    if (place) to.push(place);
    else if (isOut(text) && !pieces.some((piece) => placeCalled(drafts, piece, pathway))) out.push(text);
    else if (separator) for (const piece of pieces) take(piece, more);
    else rest.push(text);
  };
  take(cell.text, [/\s*[;\n|•]\s*/, /\s*(?:,|→|->|>)\s*/, /\s*\/\s*|\s+(?:or|and|&)\s+/]);
  return { to, out, rest };
}

/** Whether a text says that people leave the pathway; to their family doctor, for example. */
function isOut(text: string): boolean {
  return OUT.test(text) || DOCTOR.test(withoutVerb(text).text);
}

const DOCTOR = /^(?:the |their |own )?(?:gps?|general practi(?:ces?|tioners?)|family doctors?|primary care)$/i;

const OUT =
  /^(?:discharged?|exit|end|ends|leaves?|case closed|closed?|closure|completed?|sign(?:ed)? off|out of service)\b/i;

function placeCalled(drafts: Drafts, text: string, pathway: PathwayDraft): Place | undefined {
  const bare = withoutVerb(text);
  const stage = stageCalled(drafts, text, pathway) ?? stageCalled(drafts, bare.text, pathway);
  return stage && { stage, ...(bare.movement !== undefined && { movement: bare.movement }) };
}

/** The stage of a pathway that a text means. */
export function stageCalled(drafts: Drafts, text: string, { stages, refs }: PathwayDraft): StageDraft | undefined {
  const key = folded(text);
  drafts.stagesAsked.add(text);
  const said = drafts.stagesSaid.get(key);
  return stages.get(said === undefined ? key : folded(said)) ?? refs.get(key);
}

function withoutVerb(text: string): { readonly text: string; readonly movement?: string } {
  const found = verbs.find(([words]) => words.test(text));
  if (!found) return { text };
  const [words, movement] = found;
  return { text: text.replace(words, '').trim(), ...(movement !== undefined && { movement }) };
}

const verbs: readonly (readonly [RegExp, string | undefined])[] = [
  [/^step(?:ped)?[- ]?up (?:to )?(?:the )?/i, 'step-up'],
  [/^step(?:ped)?[- ]?down (?:to )?(?:the )?/i, 'step-down'],
  [/^(?:onward )?refer(?:ral|red)?(?: on)? (?:in)?to (?:the )?/i, 'referral'],
  [
    /^(?:transfer(?:red)?|transition|moves?|goes|go|then|on|back|if needed|handover|returns?)(?: on| back)?(?: to)? (?:the )?/i,
    undefined,
  ],
  [/^to (?:the )?/i, undefined],
];

/** The transition from one stage to another, once. */
export function transition(drafts: Drafts, from: StageDraft, to: StageDraft, movement?: string): TransitionDraft {
  const { transitions } = from.pathway;
  const key = `${from.name} ${to.name}`;
  const made: TransitionDraft = transitions.get(key) ?? { from, to, lines: [] };
  transitions.set(key, made);
  if (movement !== undefined) addOnce(made.lines, [`movement ${drafts.terms.take('movement', movement)}`]);
  return made;
}

function sent(
  drafts: Drafts,
  cell: GridCell,
  column: Column,
  stage: StageDraft,
  made: readonly TransitionDraft[],
): void {
  const told = cell.text.length <= 200;
  if (made.length === 0 || !told || absenceIn(cell.text) === 'not-applicable') {
    addOnce(stage.lines, note(cell, column.heading.text).lines);
    if (made.length > 0 || absenceIn(cell.text)) drafts.noted(column);
    else drafts.keep(cell, column, 'the row names no next stage to send it to');
    return;
  }
  drafts.understood(column);
  const lines = sendLines(drafts, cell);
  for (const { lines: own } of made) addOnce(own, lines);
}

function sendLines(drafts: Drafts, cell: GridCell): readonly string[] {
  const absence = absenceIn(cell.text);
  if (absence) return [absentLine('send', cell, absence)];
  return cell.text
    .split(/\s*[;\n,]\s*/)
    .filter((one) => folded(one) !== '')
    .map((one) => `send ${drafts.information.of(one)}`);
}

/** A row of a sheet of its own for transitions, with where they come from and go to. Nothing where it names no two stages. */
export function transitionRow(
  drafts: Drafts,
  table: Table,
  row: TableRow,
  pathways: readonly PathwayDraft[],
): PathwayDraft | undefined {
  const cells = cellsOf(table, row);
  const text = (name: 'from' | 'next'): string => cells.find(([, { field }]) => field === name)![0].text;
  for (const pathway of pathways) {
    const from = placeCalled(drafts, text('from'), pathway)?.stage;
    const to = placeCalled(drafts, text('next'), pathway);
    if (!from || (!to && !isOut(text('next')))) continue;
    for (const [, column] of cells) if (column.field === 'from' || column.field === 'next') drafts.understood(column);
    const lines = cells.flatMap(([cell, column]) => linesOf(drafts, cell, column));
    if (to)
      addOnce(transition(drafts, from, to.stage, to.movement).lines, [
        ...lines,
        `evidence tracker at ${inQuotes(rowPlace(table, row))}`,
      ]);
    else addOnce(from.lines, [`leaves ${inQuotes(text('next'))}`, ...lines.filter((line) => line.startsWith('note '))]);
    return pathway;
  }
  return undefined;
}

function linesOf(drafts: Drafts, cell: GridCell, column: Column): readonly string[] {
  const { field } = column;
  if (field === 'from' || field === 'next' || field === 'pathway' || field === 'leave-out') return [];
  drafts.understood(column);
  const absence = absenceIn(cell.text);
  if (field === 'criteria' || field === 'threshold')
    return [absence ? absentLine(field, cell, absence) : `${field} ${inQuotes(cell.text)}`];
  if (field === 'information' && cell.text.length <= 200) return sendLines(drafts, cell);
  return field === 'note' ? [`note ${inQuotes(cell.text)}`] : note(cell, column.heading.text).lines;
}
