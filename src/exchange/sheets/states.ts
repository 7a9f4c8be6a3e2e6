import type { PartColumn } from './definitions.ts';
import { absences, asking, resting, type Shape } from './shapes.ts';

/** Which absence a cell states, if the fact may be absent. */
export function absenceIn({ absence }: Shape, cell: string): string | undefined {
  const word = cell
    .trim()
    .toLowerCase()
    .replace(/^not applicable$/, 'not-applicable');
  return absence && absences.includes(word) ? word : undefined;
}

/** Whether a column holds what the line says, where it says something. */
export function isValue(shape: Shape, { clause }: PartColumn): boolean {
  return shape.clauses.some(({ column }) => column === clause.column);
}

/** Whether a column holds what is asked, where something is unknown or otherwise absent. */
export function isAsking({ clause }: PartColumn): boolean {
  return asking.some(({ column }) => column === clause.column);
}

/** Why a line that says something, or states an absence, has no place for a filled cell; nothing where it has. */
export function contradiction(shape: Shape, state: string, column: PartColumn, element: string): string | undefined {
  const [isSaid, isAsked] = [isValue(shape, column), isAsking(column)];
  if ((state === 'recorded' ? isSaid : isAsked) || resting.some((clause) => clause === column.clause)) return undefined;
  if (isAsked) return 'the row says something, and asks for it as well: empty this cell.';
  if (isSaid) return `the row says that this is ${state}, and something besides: empty this cell.`;
  return `this does not apply to ${element}: leave it empty.`;
}
