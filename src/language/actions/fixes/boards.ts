import type { Board } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { labelOf, type Project } from '../../../model/project.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, type Change } from '../change.ts';
import { elementNamedAt } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';
import { raiseGapAround } from './raise-gap.ts';

/** More boards than these are for completion to offer. */
const mostBoards = 5;

/** Who sits on a board and whom it reports to. Whom nobody named is not named here either. */
export const boards: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    switch (finding.rule) {
      case 'incomplete-board':
        return completing(request, finding);
      case 'reporting-loop':
        return [takingOut(request, finding)];
      case 'accountable-body-off-board':
        return raiseGapAround(request, finding, 'board');
      default:
        return [];
    }
  });

function completing(request: Request, finding: Finding): readonly Action[] {
  const board = elementNamedAt(request.file, finding.place);
  if (board?.kind !== 'board') return [];
  const write = (title: string, line: string, preferred = false): Action => ({
    title,
    kind: QUICK_FIX,
    changes: inFile(request.file.uri, insertFacts(sheetOf(request.file), board.place, 'Board', [line])),
    findings: [finding],
    ...(preferred && { preferred: true as const }),
  });
  const members = finding.facts.includes('member')
    ? [write("Write 'member' and name an organisation on the board", `member ${CARET}`, true)]
    : [];
  if (!finding.facts.includes('reports to')) return members;
  const above = boardsAbove(request.checked.project, board).map(({ name, label }) =>
    write(`Write 'reports to ${name}'${label === undefined ? '' : ` (${label})`}`, `reports to ${name}`),
  );
  return [...members, ...above, write("Write 'top': it reports to nobody", 'top')];
}

/** Other boards of the project, where they do not themselves report to this one. */
function boardsAbove(project: Project, board: Board): readonly { readonly name: string; readonly label?: string }[] {
  return [...project.boards.values()]
    .filter((other) => other.name !== '' && !reportsTo(project, other, board.name))
    .slice(0, mostBoards)
    .map((other) => ({ name: other.name, ...(other.label !== undefined && { label: labelOf(other) }) }));
}

function reportsTo(project: Project, board: Board, wanted: string): boolean {
  const found = new Set([board.name]);
  for (const name of found) {
    for (const above of recorded(project.boards.get(name)?.facts.reportsTo ?? [])) found.add(above.name);
  }
  return found.has(wanted);
}

function takingOut({ file }: Request, finding: Finding): Action {
  const sheet = sheetOf(file);
  const line: Change = takeOut(sheet, sheet.startOf(finding.place), sheet.endOf(finding.place));
  return {
    title: `Take out '${sheet.textOf(finding.place).replace(/\s+/g, ' ')}'`,
    kind: QUICK_FIX,
    changes: inFile(file.uri, [line]),
    findings: [finding],
    preferred: true,
  };
}
