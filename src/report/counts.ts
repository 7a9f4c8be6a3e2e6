import { ownPathways } from '../model/walk.ts';
import type { Given, Register } from '../registers/register.ts';
import { countBySeverity } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';
import type { Count } from './report.ts';

/** What there is, what is not known and what is found, as the first page of a report says it. */
export function countsOf({ project, findings }: Given, registers: readonly Register[]): readonly Count[] {
  const rows = (name: string): number => registers.find((register) => register.name === name)?.rows.length ?? 0;
  const late = registers
    .find(({ name }) => name === 'actions')
    ?.rows.filter(({ cells }) => cells['due']?.state === 'late');
  const { error, warning, info, accepted } = countBySeverity(mergeFindings(findings));
  const pathways = ownPathways(project).length;
  return [
    { name: counted('pathway', pathways), count: pathways, register: 'stages' },
    { name: counted('stage', rows('stages')), count: rows('stages'), register: 'stages' },
    { name: counted('transition', rows('handovers')), count: rows('handovers'), register: 'handovers' },
    { name: counted('gap', rows('gaps')), count: rows('gaps'), register: 'gaps' },
    { name: counted('risk', rows('risks')), count: rows('risks'), register: 'risks' },
    {
      name: counted('open question', rows('open-questions')),
      count: rows('open-questions'),
      register: 'open-questions',
    },
    { name: counted('late action', late?.length ?? 0), count: late?.length ?? 0, register: 'actions' },
    { name: counted('accepted finding', accepted), count: accepted, register: 'accepted' },
    { name: counted('error', error), count: error },
    { name: counted('warning', warning), count: warning },
    { name: 'information', count: info },
  ];
}

const counted = (one: string, count: number): string => (count === 1 ? one : `${one}s`);
