import { ownPathways } from '../model/walk.ts';
import type { Given, Register } from '../registers/register.ts';
import { countBySeverity } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';
import type { Count } from './report.ts';

/** What there is, what is not known and what is found, as the first page of a report says it. */
export function countsOf({ project, findings }: Given, registers: readonly Register[]): readonly Count[] {
  const rows = (name: string): number => registers.find((register) => register.name === name)?.rows.length ?? 0;
  const late = (name: string, column: string): number =>
    registers.find((register) => register.name === name)?.rows.filter(({ cells }) => cells[column]?.state === 'late')
      .length ?? 0;
  const [lateActions, lateQuestions] = [late('actions', 'due'), late('open-questions', 'by')];
  const { error, warning, info, accepted } = countBySeverity(mergeFindings(findings));
  const pathways = ownPathways(project).length;
  return [
    counted('pathway', pathways, 'stages'),
    counted('stage', rows('stages'), 'stages'),
    counted('transition', rows('handovers'), 'handovers'),
    counted('gap', rows('gaps'), 'gaps'),
    counted('risk', rows('risks'), 'risks'),
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
