import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, change } from '../change.ts';
import { blockOf, elementAround } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';

/**
 * A figure without its time gets `for`, with the caret where the year belongs; one that is out of date gets an open
 * question beside it. No year and no newer figure is guessed.
 */
export const figures: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'number-without-period') return [addTime(request, finding)];
    return finding.rule === 'stale-data' ? askForNewer(request, finding) : [];
  });

/** What may stand behind the time of a figure. */
const behindTime: ReadonlySet<string> = new Set(['funded', 'according', 'confidence']);

function addTime({ file }: Request, finding: Finding): Action {
  const sheet = sheetOf(file);
  const words = sheet.between(sheet.startOf(finding.place), sheet.endOf(finding.place));
  const next = words.findIndex(({ image }, index) => index > 1 && behindTime.has(image));
  const at = words.at(next < 0 ? -1 : next - 1)!.endOffset + 1;
  return {
    title: "Add 'for' and say what time it is for",
    kind: QUICK_FIX,
    changes: inFile(file.uri, [change(at, at, ` for ${CARET}`)]),
    findings: [finding],
    preferred: true,
  };
}

function askForNewer({ file }: Request, finding: Finding): readonly Action[] {
  const element = elementAround(file, finding.place);
  const fact = finding.facts[0];
  if (!element || fact === undefined) return [];
  return [
    {
      title: `Write '${fact} unknown' beside it, and say why there is no newer figure`,
      kind: QUICK_FIX,
      changes: inFile(file.uri, insertFacts(sheetOf(file), element.place, blockOf(element), [unknown(fact)])),
      findings: [finding],
    },
  ];
}
