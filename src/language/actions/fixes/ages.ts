import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { change } from '../change.ts';
import { elementNamedAt } from '../elements.ts';
import { sheetOf } from '../sheet.ts';
import { raiseGap } from './raise-gap.ts';

/** Ages that run backwards are turned round. No age is guessed: for the others there is only a gap to raise. */
export const ages: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'uncovered-ages') {
      const pathway = request.checked.project.pathways.get(finding.pathway ?? '');
      if (pathway?.place.file !== request.file.uri) return [];
      return [raiseGap(request, finding, pathway, pathway, 'ages')];
    }
    if (finding.rule === 'age-gap-at-transition') {
      const pathway = request.checked.project.pathways.get(finding.pathway ?? '');
      const transition = elementNamedAt(request.file, finding.place);
      return pathway && transition ? [raiseGap(request, finding, pathway, transition, 'ages')] : [];
    }
    if (finding.rule !== 'invalid-ages') return [];
    const sheet = sheetOf(request.file);
    const start = sheet.startOf(finding.place);
    const found = /^(ages\s+)([\d,]+)(\s+to\s+)([\d,]+)/.exec(sheet.textOf(finding.place));
    const [whole = '', word = '', from = '', to = '', until = ''] = found ?? [];
    if (!found || Number(from.replaceAll(',', '')) <= Number(until.replaceAll(',', ''))) return [];
    return [
      {
        title: `Write 'ages ${until} to ${from}'`,
        kind: QUICK_FIX,
        changes: inFile(request.file.uri, [change(start, start + whole.length, word + until + to + from)]),
        findings: [finding],
        preferred: true,
        mechanical: true,
      },
    ];
  });
