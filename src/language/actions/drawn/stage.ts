import type { Pathway } from '../../../model/elements.ts';
import type { PathwayFile } from '../../file-store.ts';
import type { Change } from '../change.ts';
import { unknown } from '../fixes/missing-facts.ts';
import { openTransition } from '../fixes/ways.ts';
import { insertBehind, insertBlock, spansLines } from '../insert.ts';
import { type Sheet, sheetOf } from '../sheet.ts';
import { nameFrom, quoted } from './names.ts';

/**
 * Writes a stage behind another one of the pathway, with a transition that leads to it; or one that nothing leads to
 * yet. What is not known about it is asked, unless the pathway says it for all of its stages.
 */
export function addStage(
  file: PathwayFile,
  pathway: Pathway,
  after: string | undefined,
  label: string,
): readonly Change[] {
  const sheet = sheetOf(file);
  const name = nameFrom(label, 'stage', namesIn(pathway));
  const asked = (['provider', 'commissioner'] as const).filter((fact) => pathway.facts[fact].length === 0);
  const written = [`stage ${name} ${quoted(label)} {`, ...asked.map((fact) => `  ${unknown(fact)}`), '}'];
  const stage = asked.length === 0 ? [`stage ${name} ${quoted(label)}`] : written;
  const way = after === undefined ? [] : openTransition(after, name);
  if (!spansLines(sheet, pathway.place)) return insertBlock(sheet, pathway.place, [...stage, ...way], ['stage']);
  const leads = way.length === 0 ? [] : insertBlock(sheet, pathway.place, way, ['transition']);
  return together([...putStage(sheet, pathway, after, stage), ...leads]);
}

/** Writes a transition between two stages of the pathway. */
export function addTransition(file: PathwayFile, pathway: Pathway, from: string, to: string): readonly Change[] {
  return insertBlock(sheetOf(file), pathway.place, openTransition(from, to), ['transition']);
}

function putStage(sheet: Sheet, pathway: Pathway, after: string | undefined, lines: readonly string[]) {
  const before = [...pathway.stages, ...pathway.uses].find(({ name }) => name === after);
  const start = before && sheet.startOf(before.place);
  const behind = start === undefined ? [] : insertBehind(sheet, pathway.place, start, lines);
  return behind.length > 0 ? behind : insertBlock(sheet, pathway.place, lines, ['stage']);
}

/** What is put at one and the same place is put there as one, so that nobody can take it for the other way round. */
function together(changes: readonly Change[]): readonly Change[] {
  const done: Change[] = [];
  for (const next of changes) {
    const last = done.at(-1);
    if (last?.start !== next.start || last.end !== next.end) done.push(next);
    else {
      const moved = next.holes.map(({ at, length }) => ({ at: at + last.text.length, length }));
      done[done.length - 1] = { ...last, text: last.text + next.text, holes: [...last.holes, ...moved] };
    }
  }
  return done;
}

/** The names that stages, transitions and flows of a pathway share. */
function namesIn({ stages, uses, transitions, flows }: Pathway): readonly string[] {
  return [...stages, ...uses, ...transitions, ...flows].map(({ name }) => name);
}
