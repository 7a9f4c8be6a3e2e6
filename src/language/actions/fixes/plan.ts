import type { Pathway } from '../../../model/elements.ts';
import { type Recorded, recordedFacts } from '../../../model/facts.ts';
import type { AnyElement } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, change, toBeNamed } from '../change.ts';
import { declarationAround, elementAround, elementNamedAt, samePlace } from '../elements.ts';
import { insertBlock, insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { freshName } from './raise-gap.ts';

/** What is to be done about a serious gap, and what should have been done by now. No date is guessed. */
export const plan: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'gap-without-action') return addAction(request, finding);
    return finding.rule === 'undated-action' ? sayDone(request, finding) : [];
  });

function addAction({ file }: Request, finding: Finding): readonly Action[] {
  const gap = elementNamedAt(file, finding.place);
  const pathway = declarationAround(file, finding.place.line, finding.place.character);
  if (gap?.kind !== 'gap' || pathway?.kind !== 'pathway') return [];
  const sheet = sheetOf(file);
  const name = toBeNamed(actionName(pathway, gap));
  const lines = [`action ${name} "${CARET}" {`, `  ${unknown('due')}`, '}'];
  return [
    {
      title: 'Add an action that addresses it, and say what is to be done',
      kind: QUICK_FIX,
      changes: inFile(file.uri, [
        ...insertFacts(sheet, gap.place, 'Issue', [`action ${name}`]),
        ...insertBlock(sheet, pathway.place, lines, ['action', 'milestone']),
      ]),
      findings: [finding],
      preferred: true,
    },
  ];
}

/** Actions and gaps have names of their own, so an action may be called as the gap that it addresses. */
function actionName(pathway: Pathway, gap: AnyElement): string {
  return freshName(
    gap.name,
    pathway.actions.map(({ name }) => name),
  );
}

/** For an action that is overdue; one without any date is an open question. */
function sayDone({ file }: Request, finding: Finding): readonly Action[] {
  const action = elementAround(file, finding.place);
  if ((action?.kind !== 'action' && action?.kind !== 'milestone') || samePlace(finding.place, action.namePlace))
    return [];
  const sheet = sheetOf(file);
  const status: Recorded<string> | undefined = recordedFacts<string>(action.facts.status)[0];
  const word = status && sheet.between(sheet.startOf(status.place), sheet.endOf(status.place))[1];
  return [
    {
      title: "It is done: write 'status done'",
      kind: QUICK_FIX,
      changes: inFile(
        file.uri,
        word
          ? [change(word.startOffset, word.endOffset + 1, 'done')]
          : insertFacts(sheet, action.place, 'Action', ['status done']),
      ),
      findings: [finding],
    },
  ];
}
