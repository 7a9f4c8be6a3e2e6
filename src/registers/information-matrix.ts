import { type Ref, recordedFacts } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';
import { nameOf } from './cells.ts';
import { matrixOf } from './matrix.ts';
import type { Given, Register } from './register.ts';

/** Who sends what to whom at a glance: senders down the side, receivers across the top. */
export function informationMatrix({ project }: Given): Register {
  const passages = ownPathways(project)
    .flatMap(({ transitions, flows }) => [...transitions, ...flows])
    .flatMap(({ facts }) => recordedFacts(facts.send))
    .map(({ value: { from, to, information }, place }) => ({
      from: known(project, from),
      to: known(project, to),
      what: nameOf(project, information),
      place,
    }));
  return {
    name: 'information-matrix',
    title: 'Senders and receivers',
    group: 'moving',
    about: 'Who sends what to whom at a glance: senders down the side, receivers across the top.',
    ...matrixOf(passages, 'Sent by'),
    notes: ['What stays within one organisation stands where its row and its column meet.'],
    empty: 'Nothing is recorded about what is sent.',
  };
}

const known = (project: Project, ref: Ref | undefined): string =>
  ref === undefined ? '(not recorded)' : nameOf(project, ref);
