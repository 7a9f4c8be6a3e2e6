import { ownPathways } from '../model/walk.ts';
import type { CellState, Given, Register } from '../registers/register.ts';
import { countBySeverity } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';
import type { Count } from './report.ts';

/** What there is, what is not known and what is found, as the first page of a report says it. */
export function countsOf({ project, findings }: Given, registers: readonly Register[]): readonly Count[] {
  const rows = (name: string): number => registers.find((register) => register.name === name)?.rows.length ?? 0;
  const inState = (name: string, column: string, state: CellState): number =>
    registers.find((register) => register.name === name)?.rows.filter(({ cells }) => cells[column]?.state === state)
      .length ?? 0;
  /** Of gaps and risks the open ones count; where some are closed, those are told apart. */
  const issues = (one: string, name: string): readonly Count[] => {
    const closed = inState(name, 'status', 'closed');
    const open = counted(one, rows(name) - closed, name);
    return closed === 0 ? [open] : [open, counted(`closed ${one}`, closed, name)];
  };
  const [lateActions, lateQuestions] = [inState('actions', 'due', 'late'), inState('open-questions', 'by', 'late')];
  const { error, warning, info, accepted } = countBySeverity(mergeFindings(findings));
  const pathways = ownPathways(project).length;
  return [
    counted('pathway', pathways, 'stages'),
    counted('stage', rows('stages'), 'stages'),
    counted('transition', rows('handovers'), 'handovers'),
    ...issues('gap', 'gaps'),
    ...issues('risk', 'risks'),
    counted('open question', rows('open-questions'), 'open-questions'),
    counted('late question', lateQuestions, 'chase-list'),
    counted('late action', lateActions, 'actions'),
    counted('error', error, 'findings'),
    counted('warning', warning, 'findings'),
    counted('note', info, 'findings'),
    counted('accepted finding', accepted, 'accepted'),
  ];
}

function counted(one: string, count: number, register: string): Count {
  const many = `${one}s`;
  return { key: many.replaceAll(' ', '-'), name: count === 1 ? one : many, count, register };
}
