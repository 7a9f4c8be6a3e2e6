import type { Change, Consequence, ElementSide, Statement, Trouble } from '../../changes/change.ts';
import type { ReadingEntry } from '../../changes/reading.ts';
import type { Place } from '../../model/place.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import type { Compared, Report } from './report.ts';
import { headlineOf } from './words.ts';

/** Everything that differs, for other programs. Its version changes when a field goes or means another thing. */
export function jsonOf(report: Report, io: Io): string {
  const { before, after, projects, rewritten, unreadable } = report;
  const content = {
    version: 1,
    before: { name: before.name, commit: before.commit },
    after: { name: after.name, commit: after.commit },
    headline: headlineOf(report),
    projects: projects.map((compared) => projectEntry(compared, io)),
    rewritten: rewritten.map((uri) => shownUri(uri, io)),
    unreadable,
  };
  // What is undefined is left out of the text.
  return `${JSON.stringify(content, null, 2)}\n`;
}

function projectEntry({ before, after, title, comparison, reading }: Compared, io: Io): object {
  return {
    project: title,
    folder: shownUri((after ?? before)!.folder, io),
    on: before === undefined ? 'after' : after === undefined ? 'before' : 'both',
    headline: reading.headline,
    reading: reading.groups.map(({ heading, entries }) => ({ heading, entries: entries.map(readingEntry) })),
    changes: comparison.changes.map((change) => changeEntry(change, io)),
    consequences: comparison.consequences.map((consequence) => consequenceEntry(consequence, io)),
    troubles: comparison.troubles.map((trouble) => troubleEntry(trouble, io)),
    renames: Object.fromEntries(comparison.renames),
  };
}

/** A sentence as people read it, and the changes and consequences that it tells of. */
function readingEntry({ sentence, tone, lines, subject, change, consequence, others }: ReadingEntry): object {
  const tells = [change, consequence, ...others].flatMap((one) => one?.id ?? []);
  return { sentence, tone, pathway: subject, lines, tells };
}

function changeEntry(change: Change, io: Io): object {
  const { id, sentence, weakens, before, after } = change;
  const head = { id, change: change.change, sentence, weakens };
  const sides = { before: elementEntry(before, io), after: elementEntry(after, io) };
  if (!('fact' in change)) {
    const { lines, likeness } = change;
    return { ...head, lines, likeness, ...sides };
  }
  const { fact, part, was, is } = change;
  return { ...head, fact, part, was: statementEntry(was, io), is: statementEntry(is, io), ...sides };
}

function elementEntry(side: ElementSide | undefined, io: Io): object | undefined {
  if (side === undefined) return undefined;
  const { kind, name, label, pathway, place } = side;
  return { kind, name, label, pathway, ...placeEntry(place, io) };
}

function statementEntry(statement: Statement | undefined, io: Io): object | undefined {
  if (statement === undefined) return undefined;
  const { state, words, evidence, place } = statement;
  return { state, words, evidence, ...placeEntry(place, io) };
}

function consequenceEntry(consequence: Consequence, io: Io): object {
  const { id, kind, tone, sentence, pathway, about, count, rule, severity, before, after } = consequence;
  return {
    id,
    kind,
    tone,
    sentence,
    pathway,
    about,
    count,
    rule,
    severity,
    before: before && placeEntry(before, io),
    after: after && placeEntry(after, io),
  };
}

function troubleEntry({ side, message, place }: Trouble, io: Io): object {
  return { side, message, ...placeEntry(place, io) };
}

function placeEntry({ file, line, character, endLine, endCharacter }: Place, io: Io): object {
  return {
    file: shownUri(file, io),
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  };
}
