import type { LeftOut } from '../../exchange/tracker/contacts.ts';
import { fieldNamed } from '../../exchange/tracker/fields.ts';
import { addressOf, type GridCell, placeOf } from '../../exchange/tracker/grid.ts';
import type { TableRead, TrackerImport } from '../../exchange/tracker/import.ts';
import { apartLines, sameLines, severalLines } from '../../exchange/tracker/mapping-text.ts';
import { groupBy } from '../../model/group.ts';
import { capital } from '../../model/wording.ts';
import type { Io } from '../io.ts';
import { paintOf } from '../terminal/paint.ts';
import { shownSafely } from '../terminal/width.ts';

/** What was matched to what, which organisations there are, and what could not be understood. */
export function trackerText(read: TrackerImport, hidden: readonly string[], io: Io): string {
  const { strong } = paintOf(io);
  const parts = [
    ...read.tables.map((table) => tableText(table, strong)),
    ...unreadText(read.unread, hidden),
    ...bodiesText(read, strong),
    ...termsText(read, strong),
    ...keptText(read, strong),
    ...addedText(read, strong),
    ...sameText(read, strong),
    ...leftOutText(read, strong),
    ...withheldText(read, strong),
    ...mappingText(read),
  ];
  return `${parts.join('\n\n')}\n\n`;
}

function tableText(
  { name, about, addsTo, headingRow, rows, columns, counts, asides }: TableRead,
  strong: Paint,
): string {
  const head = `Sheet '${shownSafely(name)}': ${addsTo === undefined ? abouts[about] : `more on the stages of '${shownSafely(addsTo)}'`}, headings in row ${headingRow + 1}, ${counted(rows.length, 'row')}`;
  const widths = Math.min(34, Math.max(...columns.map(({ heading }) => [...heading.text].length)));
  const lines = columns.map((column) => {
    const { filled, understood, noted } = counts.get(column)!;
    const heading = cut(shownSafely(column.heading.text), widths).padEnd(widths);
    const isNotes = column.field === 'other' && column.isSaid;
    const becomes = isNotes
      ? 'kept as notes below its heading, as the mapping says'
      : fieldNamed.get(column.field)!.becomes;
    const tally =
      column.field === 'other' || column.field === 'leave-out'
        ? counted(filled, 'cell')
        : filled === 0
          ? 'empty'
          : `${understood} of ${filled} understood${noted === 0 ? '' : `, ${noted} kept as ${noted === 1 ? 'a note' : 'notes'}`}`;
    return `  ${column.letters.padEnd(2)}  ${heading}  ${becomes} (${tally})`;
  });
  const beside = asides.filter(({ is }) => is !== 'above').length;
  const rest =
    beside === 0
      ? []
      : [`  ${counted(beside, 'row')} beside the table (totals, remarks, rows without a name): kept as notes`];
  return [strong(head), ...lines, ...rest].join('\n');
}

type Paint = (text: string) => string;

const abouts = {
  stages: 'stages of pathways',
  transitions: 'transitions',
  organisations: 'organisations',
  findings: 'gaps, risks and actions',
};

function unreadText(unread: readonly string[], hidden: readonly string[]): readonly string[] {
  const lines = [
    ...unread.map(
      (name) =>
        `Sheet '${shownSafely(name)}' was not read: no row of it has headings that are known. A mapping can say which.`,
    ),
    ...hidden.map((name) => `Sheet '${shownSafely(name)}' was not read: it is hidden.`),
  ];
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function bodiesText({ bodies }: TrackerImport, strong: Paint): readonly string[] {
  if (bodies.length === 0) return [];
  const lines = bodies.map(({ label, kind, aliases }) => {
    const also = aliases.length === 0 ? '' : `; also ${aliases.map((alias) => `'${shownSafely(alias)}'`).join(', ')}`;
    return `  ${shownSafely(label)}: ${kind ?? 'say what kind of body it is'}${also}`;
  });
  return [
    [strong(`${counted(bodies.length, 'organisation')}, proposed in organisations.pathway:`), ...lines].join('\n'),
  ];
}

function termsText({ terms }: TrackerImport, strong: Paint): readonly string[] {
  if (terms.length === 0) return [];
  const lines = terms.map(({ of, label }) => `  ${of} '${shownSafely(label)}'`);
  return [[strong('Words that the built-in terms do not have, proposed in terms.pathway:'), ...lines].join('\n')];
}

function keptText({ kept }: TrackerImport, strong: Paint): readonly string[] {
  if (kept.length === 0) return [];
  const lines = kept.map(
    ({ cell, heading, why }) =>
      `${placeText({ cell, heading })} '${shownSafely(cut(cell.text, 60))}': ${shownSafely(why)}`,
  );
  return [
    [
      strong(
        `${counted(kept.length, 'cell')} could not be understood. ${kept.length === 1 ? 'It is' : 'Each is'} kept in its own words:`,
      ),
      ...lines,
    ].join('\n'),
  ];
}

function addedText({ added }: TrackerImport, strong: Paint): readonly string[] {
  if (added.length === 0) return [];
  const lines = added.map(
    ({ cell, heading, to }) =>
      `${placeText({ cell, heading })} '${shownSafely(cut(cell.text, 60))}': added to that of ${shownSafely(to)}`,
  );
  const head =
    added.length === 1
      ? '1 figure is a second one of its stage and year. The two are added up; take one out where both say the same:'
      : `${added.length} figures are further ones of their stage and year. They are added up; take one out where two say the same:`;
  return [[strong(head), ...lines].join('\n')];
}

/** One line for all that repeat one figure. */
function sameText({ same }: TrackerImport, strong: Paint): readonly string[] {
  if (same.length === 0) return [];
  const lines = [...groupBy(same, ({ as }) => placeOf(as)).values()].map((group) => {
    const { as, heading } = group[0]!;
    const again = runsOf(group.map(({ cell }) => cell)).join(', ');
    return `${placeText({ cell: as, heading })} '${shownSafely(cut(as.text, 60))}': again in ${shownSafely(again)}`;
  });
  const head =
    same.length === 1
      ? '1 figure says the same as an earlier one of its stage, and is taken once.'
      : `${same.length} figures say the same as earlier ones of their stage, and are taken once.`;
  const advice = 'Where both count, as for two contracts, write the line again in the pathway file:';
  return [[strong(`${head} ${advice}`), ...lines].join('\n')];
}

/** The places of cells, those one below another as one: `Stages!E3:E6`. */
function runsOf(cells: readonly GridCell[]): readonly string[] {
  const runs: [GridCell, GridCell][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isNext = last?.[1].sheet === cell.sheet && last[1].column === cell.column && last[1].row === cell.row - 1;
    if (last && isNext) last[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs.map(([from, to]) => (from === to ? placeOf(from) : `${placeOf(from)}:${addressOf(to)}`));
}

function leftOutText({ leftOut }: TrackerImport, strong: Paint): readonly string[] {
  if (leftOut.length === 0) return [];
  const lines = leftOut.map(placeText);
  const head =
    leftOut.length === 1
      ? '1 cell holds an e-mail address or a telephone number. That part is left out:'
      : `${leftOut.length} cells hold e-mail addresses or telephone numbers. Those parts are left out:`;
  return [[strong(head), ...lines].join('\n')];
}

function placeText({ cell, heading }: LeftOut): string {
  return `  ${shownSafely(placeOf(cell))}  ${shownSafely(cut(heading, 30))}`.trimEnd();
}

/** Whatever may name a person is not repeated. */
function withheldText({ withheld }: TrackerImport, strong: Paint): readonly string[] {
  if (withheld.length === 0) return [];
  const head =
    withheld.length === 1
      ? '1 cell holds a name that may be a person’s. It is left out:'
      : `${withheld.length} cells hold names that may be people’s. They are left out:`;
  const hint = 'Where such a name is an organisation’s, say below same-as in a mapping which one it is.';
  return [[strong(head), ...withheld.map(placeText), hint].join('\n')];
}

/** What to do about columns that were not understood. */
function mappingText({ tables }: TrackerImport): readonly string[] {
  const isUnknown = tables.some(({ columns }) => columns.some(({ field, isSaid }) => field === 'other' && !isSaid));
  return isUnknown
    ? [
        'Columns that are kept as notes can be told what they are about in a mapping: --save-mapping <file> writes one to put right.',
      ]
    : [];
}

/** What to look for before the files are given to others; nobody but a person can find names in a text. */
export function namesText({ files }: TrackerImport): string {
  const notes = files.flatMap(({ text }) => text.replace(/"""[\s\S]*?"""/g, '').match(/^\s*note /gm) ?? []).length;
  const what = notes === 0 ? 'texts' : notes === 1 ? 'note and the other texts' : `${notes} notes and the other texts`;
  return `Read the ${what} before you share the files: names of people in free text are not recognised.`;
}

/** What has to be answered before anything is written, and what to write for each answer. */
export function questionsText({ questions }: TrackerImport): string {
  const asked = questions.map(({ text, where }) => `  ${shownSafely(`${capital(text)}`)} (${shownSafely(where)})`);
  const part = (about: string, key: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${about}\n${key}:\n${lines.map((line) => `  ${shownSafely(line)}`).join('\n')}`];
  return [
    `Only you can say this:\n${asked.join('\n')}`,
    'Put the answers in a mapping file, which --save-mapping writes to start from, and give it by --mapping.',
    ...part('For those that are one organisation:', 'same-as', sameLines(questions)),
    ...part('For those that are two:', 'apart', apartLines(questions)),
    ...part('For cells that name several:', 'several', severalLines(questions)),
    'Or let each name be an organisation of its own: --keep-apart.',
  ].join('\n\n');
}

export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function cut(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ');
  const letters = [...plain];
  return letters.length <= most ? plain : `${letters.slice(0, most - 1).join('')}…`;
}
