import { recordedFacts } from '../../../model/facts.ts';
import type { Activity } from '../../../model/values.ts';
import type { Finding } from '../../../rules/finding.ts';
import { publishable } from '../../../rules/persons.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { change } from '../change.ts';
import { elementAround, samePlace } from '../elements.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/** What might tell of a person: it is taken out, or written so that nobody can be recognised. */
export const people: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'person-identifiable-data') return deleting(request, finding);
    return finding.rule === 'small-number' ? blurring(request, finding) : [];
  });

/** Out of a text or a comment. Anything else is a name or a figure, whose line the author must write anew. */
function deleting({ file }: Request, finding: Finding): readonly Action[] {
  const sheet = sheetOf(file);
  const start = sheet.startOf(finding.place);
  const end = sheet.endOf(finding.place);
  if (!isInside(sheet, start, end)) return [];
  const { text } = sheet;
  const spaced = /[ \t(]$/.test(text.slice(0, start)) && text[end] === ' ';
  return [
    {
      title: 'Delete what looks like data about a person',
      kind: QUICK_FIX,
      changes: inFile(file.uri, [change(start, spaced ? end + 1 : end, '')]),
      findings: [finding],
      preferred: true,
    },
  ];
}

/** Whether all that stands between the offsets is inside of one text or one comment. */
function isInside(sheet: Sheet, start: number, end: number): boolean {
  return sheet.tokens.some(
    ({ tokenType, startOffset, endOffset = startOffset }) =>
      (tokenType.name === 'TEXT' || tokenType.name === 'COMMENT') && startOffset < start && end <= endOffset + 1,
  );
}

function blurring({ file }: Request, finding: Finding): readonly Action[] {
  const element = elementAround(file, finding.place);
  if (element?.kind !== 'pathway' && element?.kind !== 'stage' && element?.kind !== 'transition') return [];
  const line = recordedFacts<Activity>(element.facts.activity).find(({ place }) => samePlace(place, finding.place));
  const sheet = sheetOf(file);
  const start = sheet.startOf(finding.place);
  const written = /^(activity\s+)((?:about|up\s+to|fewer\s+than)\s+)?[\d.,]+\s+[^\s{}#]+/.exec(
    sheet.textOf(finding.place),
  );
  if (line === undefined || written === null) return [];
  const { unit } = publishable(line.value.quantity);
  const [whole, word = ''] = written;
  return [
    {
      title: `Write 'fewer than 5 ${unit}'`,
      kind: QUICK_FIX,
      changes: inFile(file.uri, [change(start + word.length, start + whole.length, `fewer than 5 ${unit}`)]),
      findings: [finding],
      preferred: true,
    },
  ];
}
