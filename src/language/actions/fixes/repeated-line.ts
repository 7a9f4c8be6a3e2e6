import type { PathwayFile } from '../../file-store.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import type { Change } from '../change.ts';
import { elementHere, elementsOf } from '../elements.ts';
import { takeOut } from '../lines.ts';
import { type Member, type Sheet, sheetOf } from '../sheet.ts';

/** A fact that stands in its block before, word for word. */
export const repeatedLine: Family = (request): readonly Action[] => {
  const element = elementHere(request);
  if (!element) return [];
  const sheet = sheetOf(request.file);
  const { line, character } = request.range.start;
  const at = sheet.offset(line, character);
  const facts = (sheet.body(element.place)?.members ?? []).filter(({ fact }) => fact);
  const here = facts.find(
    ({ start, end }) => sheet.lineStart(start) <= at && at <= end && start <= sheet.lineEndAt(at),
  );
  const said = here && wordsOf(sheet, here);
  if (!here || !facts.some((other) => other.start < here.start && wordsOf(sheet, other) === said)) return [];
  return [
    {
      title: 'Take out this line: it stands above already',
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, [takeOut(sheet, here.start, here.end)]),
    },
  ];
};

/** The facts whose lines add up: where one stands twice, both may be meant. */
const addsUp: ReadonlySet<string> = new Set(['activity', 'cost', 'capacity', 'wait', 'workforce', 'in']);

/** Every line of a file that says once more, word for word, what stands in its block above it. */
export function repeatedLines(file: PathwayFile): readonly Change[] {
  const sheet = sheetOf(file);
  return elementsOf(file).flatMap(({ place }) => {
    const said = new Set<string>();
    return (sheet.body(place)?.members ?? []).flatMap((member) => {
      if (!member.fact || addsUp.has(member.words[0]!)) return [];
      const words = wordsOf(sheet, member);
      if (said.has(words)) return [takeOut(sheet, member.start, member.end)];
      said.add(words);
      return [];
    });
  });
}

function wordsOf(sheet: Sheet, { start, end }: Member): string {
  return sheet
    .between(start, end)
    .map(({ image }) => image)
    .join(' ');
}
