import { recordedFacts } from '../../../model/facts.ts';
import type { Send } from '../../../model/values.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { CARET, change } from '../change.ts';
import { elementAround, samePlace } from '../elements.ts';
import { sheetOf } from '../sheet.ts';
import { raiseGap } from './raise-gap.ts';

/** When something is sent is for the author to say: the caret goes where the time belongs. */
export const sends: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'late-information') return [];
    const transition = elementAround(request.file, finding.place);
    const pathway = request.checked.project.pathways.get(finding.pathway ?? '');
    if (!pathway || transition?.kind !== 'transition') return [];
    const line = recordedFacts<Send>(transition.facts.send).find(({ place }) => samePlace(place, finding.place));
    if (!line) return [];
    const { information, from, to, using, into, under } = line.value;
    const at = sheetOf(request.file).endOf((under ?? into ?? using ?? to ?? from ?? information).place);
    return [
      {
        title: "Write 'when' and say when it is sent",
        kind: QUICK_FIX,
        changes: inFile(request.file.uri, [change(at, at, ` when "${CARET}"`)]),
        findings: [finding],
        preferred: true,
      },
      raiseGap(request, finding, pathway, transition, 'information'),
    ];
  });
