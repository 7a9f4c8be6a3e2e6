import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { CARET } from '../change.ts';
import { blockOf, elementAround } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';

/** What differs from a specification or from other footprints: the author says why. */
export const variation: Family = ({ file, findings }) =>
  findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'unexplained-variation' && finding.rule !== 'criteria-vary') return [];
    const element = elementAround(file, finding.place);
    const fact = finding.facts[0];
    if ((element?.kind !== 'stage' && element?.kind !== 'transition') || fact === undefined) return [];
    return [
      {
        title: `Write 'varies ${fact}' and say why`,
        kind: QUICK_FIX,
        changes: inFile(
          file.uri,
          insertFacts(sheetOf(file), element.place, blockOf(element), [`varies ${fact} because "${CARET}"`]),
        ),
        findings: [finding],
        preferred: true,
      },
    ];
  });
