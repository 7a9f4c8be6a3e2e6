import { inOrder } from '../../format/order.ts';
import { type Action, type Family, inFile } from '../action.ts';
import { type Change, change } from '../change.ts';
import { elementHere } from '../elements.ts';
import { behindComments, spansLines } from '../insert.ts';
import { type Member, type Sheet, sheetOf } from '../sheet.ts';

/** Puts the facts of one block into canonical order, each with its comments. */
export const sortFacts: Family = (request): readonly Action[] => {
  const element = elementHere(request);
  const sheet = sheetOf(request.file);
  if (!element || !spansLines(sheet, element.place)) return [];
  const { open, close, members } = sheet.body(element.place)!;
  const lines = members.map((member) => ({ block: member.block, start: member.words, member }));
  const sorted = inOrder(lines).map(({ member }) => member);
  if (sorted.every((member, index) => member === members[index])) return [];
  if (!members.every(({ start }) => sheet.startsLine(start)) || !sheet.startsLine(close!)) return [];
  return [
    {
      title: 'Put these facts into their usual order',
      kind: 'refactor.rewrite',
      changes: inFile(request.file.uri, [rearranged(sheet, open, members, sorted)]),
    },
  ];
};

function rearranged(sheet: Sheet, open: number, members: readonly Member[], sorted: readonly Member[]): Change {
  const ends = members.map(({ end }) => behindComments(sheet, end));
  const start = behindComments(sheet, open);
  const pieces = new Map(
    members.map((member, index) => [member, sheet.text.slice(index === 0 ? start : ends[index - 1], ends[index])]),
  );
  const written = sorted.map((member, index) => {
    const piece = pieces.get(member)!;
    const before = sorted[index - 1];
    if (before !== undefined && before === members[members.indexOf(member) - 1]) return piece;
    const bare = piece.replace(/^(?:[ \t]*\r?\n)+/, '');
    return before !== undefined && (!member.fact || !before.fact) ? sheet.lineEnd + bare : bare;
  });
  return change(start, ends.at(-1)!, written.join(''));
}
