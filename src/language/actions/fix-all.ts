import { groupBy } from '../../model/group.ts';
import type { Finding } from '../../rules/finding.ts';
import type { CheckedProject } from '../checker.ts';
import { rangeOf } from '../features/ranges.ts';
import type { PathwayFile } from '../file-store.ts';
import { isComment } from '../format/items.ts';
import { fixes, isOpen } from './actions.ts';
import type { Change } from './change.ts';
import { repeatedLines } from './fixes/repeated-line.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/**
 * What can be put right in a whole file without a decision: the mechanical fixes of its findings, and lines that stand
 * twice. No comment is lost. What is in the way of something else is left for the next time.
 */
export function fixAll(checked: CheckedProject, file: PathwayFile): readonly Change[] {
  if (file.problems.length > 0) return [];
  const sheet = sheetOf(file);
  const taken: Change[] = [];
  for (const changes of [...mechanical(checked, file), ...repeatedLines(file).map((change) => [change])]) {
    const fits = changes.every((one) => keepsComments(sheet, one) && !taken.some((other) => overlap(one, other)));
    if (fits) taken.push(...changes);
  }
  return taken.toSorted((a, b) => a.start - b.start);
}

/** The changes of each mechanical fix that stays within the file. Findings at one place are seen together. */
function mechanical(checked: CheckedProject, file: PathwayFile): readonly (readonly Change[])[] {
  const open = (checked.byFile.get(file.uri) ?? []).filter(isOpen);
  const byPlace = groupBy(open, ({ place }) => `${place.line} ${place.character}`);
  return [...byPlace.values()].flatMap((findings) => {
    const request = { checked, file, range: rangeOf((findings[0] as Finding).place), findings };
    return fixes
      .flatMap((family) => family(request))
      .filter((action) => action.mechanical && action.changes.size === 1)
      .flatMap(({ changes }) => [changes.get(file.uri) ?? []]);
  });
}

function keepsComments(sheet: Sheet, { start, end, text }: Change): boolean {
  return sheet.between(start, end).every((token) => !isComment(token) || text.includes(token.image));
}

function overlap(a: Change, b: Change): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
