import type { Acceptance, RuleSetting } from '../../../model/elements.ts';
import { nearest } from '../../../model/nearest.ts';
import { holds } from '../../../model/place.ts';
import { todayOf } from '../../../model/status.ts';
import { isExpired } from '../../../rules/acceptances.ts';
import type { Finding } from '../../../rules/finding.ts';
import { allRules } from '../../../rules/registry.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, type Change, change } from '../change.ts';
import { elementsAround, samePlace } from '../elements.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/**
 * An acceptance that excuses nothing goes; one without a reason gets a place for it; the name of no rule becomes the
 * nearest that there is. No date is guessed.
 */
export const acceptances: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'invalid-acceptance') return [];
    const sheet = sheetOf(request.file);
    const [start, end] = [sheet.startOf(finding.place), sheet.endOf(finding.place)];
    const act = (title: string, changes: readonly Change[]): Action => ({
      title,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, changes),
      findings: [finding],
    });
    const line = lineOf(request, finding);
    if (!line) return [];
    const known = ruleNames.includes(line.rule);
    if (line.because === undefined && known) {
      return [{ ...act('Say why', [giveReason(request, finding)]), preferred: true }];
    }
    const away = act('Take out this line', [takeOut(sheet, start, end)]);
    const words = sheet.between(start, end);
    const [meant] = known ? [] : nearest(line.rule, ruleNames, 1);
    if (meant !== undefined && words[1] !== undefined) {
      const renamed = change(words[1].startOffset, words[1].endOffset + 1, meant);
      return [{ ...act(`Did you mean '${meant}'?`, [renamed]), preferred: true }, away];
    }
    const until = words.findIndex(({ image }, index) => index > 1 && image === 'until');
    if (until < 0 || !isWanted(request, line, finding)) return [{ ...away, preferred: true }];
    const endless = change(words[until - 1]!.endOffset + 1, words[until + 1]!.endOffset + 1, '');
    return [{ ...away, preferred: true }, act('It still holds: take out its date', [endless])];
  });

const ruleNames = allRules.map(({ name }) => name);

/** Behind the name of the rule, or between the quotes that are there already. */
function giveReason({ file }: Request, { place }: Finding): Change {
  const sheet = sheetOf(file);
  const words = sheet.between(sheet.startOf(place), sheet.endOf(place));
  const empty = words.find(({ image }) => /^"\s*"$/.test(image));
  if (empty) return change(empty.startOffset, empty.endOffset + 1, `"${CARET}"`);
  // `accept` and the rule, or `rule`, its name and `off`.
  const last = words[words[0]!.image === 'accept' ? 1 : 2]!.endOffset + 1;
  return change(last, last, ` because "${CARET}"`);
}

/** What the text says there: an `accept`, or what the project says of a rule. */
function lineOf({ checked, file }: Request, { place }: Finding): Acceptance | RuleSetting | undefined {
  const accepts = elementsAround(file, place).flatMap((element) => element.accepts);
  const settings = checked.project.declaration?.rules ?? [];
  return [...accepts, ...settings].find((line) => line.place.file === file.uri && samePlace(line.place, place));
}

/** Whether the acceptance has run out, and would excuse something again if it had not. */
function isWanted({ checked, file }: Request, line: Acceptance | RuleSetting, { place }: Finding): boolean {
  const blocks = elementsAround(file, place);
  const around = blocks[0];
  const today = around?.kind === 'pathway' ? todayOf(around, checked.asOf) : checked.asOf;
  if (!('until' in line) || !isExpired(line, today)) return false;
  const block = blocks.at(-1)!.place;
  const found = checked.byFile.get(file.uri) ?? [];
  return found.some(
    (one) => one.rule === line.rule && one.severity !== 'accepted' && holds(block, one.place.line, one.place.character),
  );
}
