import type { AnyElement } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { elementNamedAt, elementsOf, samePlace } from '../elements.ts';
import { takeOut } from '../lines.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/** A name that stands twice: gives the second one another name, or takes it out where both say the same. */
export const duplicates: Family = (request) =>
  request.findings.filter(({ rule }) => rule === 'duplicate-name').flatMap((finding) => fixesOf(request, finding));

function fixesOf(request: Request, finding: Finding): readonly Action[] {
  const element = elementNamedAt(request.file, finding.place);
  if (!element) return [];
  const rename: Action = {
    title: `Give this '${element.name}' another name`,
    kind: QUICK_FIX,
    changes: new Map(),
    rename: element.namePlace,
    findings: [finding],
  };
  const sheet = sheetOf(request.file);
  if (!saysTheSame(request, sheet, finding, element)) return [{ ...rename, preferred: true }];
  return [
    {
      title: `Take out this '${element.name}': the other one says the same`,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, [takeOut(sheet, sheet.startOf(element.place), sheet.endOf(element.place))]),
      findings: [finding],
      preferred: true,
      mechanical: true,
    },
    rename,
  ];
}

/** Whether the first element of the name has the very words of this one. */
function saysTheSame(request: Request, sheet: Sheet, { related }: Finding, element: AnyElement): boolean {
  const first = related?.[0]?.place;
  const file = request.checked.files.find(({ uri }) => uri === first?.file);
  const other = first && file && elementsOf(file).find(({ namePlace }) => samePlace(namePlace, first));
  return other !== undefined && wordsOf(sheet, element) === wordsOf(sheetOf(file!), other);
}

function wordsOf(sheet: Sheet, { place }: AnyElement): string {
  return sheet
    .between(sheet.startOf(place), sheet.endOf(place))
    .map(({ image }) => image)
    .join(' ');
}
