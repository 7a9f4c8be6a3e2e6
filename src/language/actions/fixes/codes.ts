import { codeForms, withoutSigns } from '../../../rules/codes.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { change } from '../change.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/** A code with spaces or signs in it goes without them; any other one can only be taken out. No code is guessed. */
export const codes: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'malformed-code') return [];
    const sheet = sheetOf(request.file);
    const start = sheet.startOf(finding.place);
    const end = sheet.endOf(finding.place);
    const [, scheme, text] = sheet.between(start, end);
    const fix = { kind: QUICK_FIX, findings: [finding] };
    const away: Action = {
      ...fix,
      title: 'Take out this code until it has been looked up',
      changes: inFile(request.file.uri, [takeOut(sheet, start, end)]),
    };
    const cleaned = withoutSigns(text?.image ?? '');
    if (!text || !codeForms.get(scheme?.image.toLowerCase() ?? '')?.fits(cleaned)) return [away];
    const signs = [...text.image.slice(1, -1).matchAll(/[^A-Za-z0-9]+/g)].map(({ 0: sign, index }) => {
      const at = text.startOffset + 1 + index;
      return change(at, at + sign.length, '');
    });
    const clean: Action = {
      ...fix,
      title: `Write it without spaces and signs: "${cleaned}"`,
      changes: inFile(request.file.uri, signs),
      preferred: true,
      mechanical: true,
    };
    return [clean, away];
  });
