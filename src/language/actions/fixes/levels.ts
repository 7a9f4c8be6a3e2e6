import { laddersOf } from '../../../rules/levels.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { CARET, toBeNamed } from '../change.ts';
import { elementNamedAt } from '../elements.ts';
import { insertBlock } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { raiseGap } from './raise-gap.ts';

/** So late that a level which is ever retired is not offered. */
const EVER = '9999-12-31';

/** A level that has no stage: a stage of that level to describe, or a gap. A level that is passed over: a gap. */
export const levels: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'level-gap') return [];
    const pathway = request.checked.project.pathways.get(finding.pathway ?? '');
    const element = elementNamedAt(request.file, finding.place);
    if (!pathway || !element) return [];
    const missing =
      element.kind === 'pathway' ? laddersOf(request.checked.project, pathway, EVER).flatMap((one) => one.missing) : [];
    return [
      ...missing.map(
        ({ name }): Action => ({
          title: `Add a stage with level '${name}'`,
          kind: QUICK_FIX,
          changes: inFile(
            request.file.uri,
            insertBlock(
              sheetOf(request.file),
              pathway.place,
              [`stage ${toBeNamed('stage')} "${CARET}" {`, `  level ${name}`, '}'],
              ['stage'],
            ),
          ),
          findings: [finding],
        }),
      ),
      raiseGap(request, finding, pathway, element, 'level'),
    ];
  });
