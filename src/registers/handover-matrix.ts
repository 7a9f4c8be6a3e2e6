import { recorded, stateOf } from '../model/facts.ts';
import { nameOf } from './cells.ts';
import { linkName, transitionsIn } from './elements.ts';
import { matrixOf } from './matrix.ts';
import type { Given, Register } from './register.ts';

/** Who hands people over to whom at a glance. */
export function handoverMatrix({ project }: Given): Register {
  const passages = transitionsIn(project).flatMap(({ pathway, link }) => {
    const names = (lines: typeof link.facts.lead): readonly string[] =>
      stateOf(lines) === 'recorded' ? recorded(lines).map((ref) => nameOf(project, ref)) : [unsaid(stateOf(lines))];
    return names(link.facts.lead).flatMap((from) =>
      names(link.facts.receiver).map((to) => ({
        from,
        to,
        what: linkName(project, { pathway, link }),
        place: link.namePlace,
      })),
    );
  });
  return {
    name: 'handover-matrix',
    title: 'Who hands over to whom',
    group: 'moving',
    about: 'Who leads moves to whom at a glance: who leads down the side, who receives across the top.',
    ...matrixOf(passages, 'Led by'),
    notes: ['A move within one organisation stands where its row and its column meet.'],
    empty: 'There are no transitions yet.',
  };
}

const unsaid = (state: string): string => (state === 'missing' ? '(not recorded)' : `(${state.replace('-', ' ')})`);
