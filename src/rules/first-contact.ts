import type { Pathway, Stage } from '../model/elements.ts';
import { endpointOf, indexOf } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';
import { isEntry } from './ways.ts';

/** The stages at which people come in, and those that come directly after one of these. */
export interface FirstContact {
  readonly entries: readonly Stage[];
  readonly next: readonly Stage[];
}

/**
 * Where people are first met, as things are today. Nothing where a name on the way cannot be found, since another stage
 * may have been meant.
 */
export function firstContact(project: Project, pathway: Pathway): FirstContact | undefined {
  const index = indexOf(project, pathway);
  if (index.brokenStart || index.brokenEnd || index.stages.some(({ stage }) => stage === undefined)) return undefined;
  const first = index.stages.filter((one) => isEntry(index, one) && one.stage !== undefined && isCurrent(one.stage));
  const next = first.flatMap(({ name }) =>
    (index.outgoing.get(name) ?? []).flatMap(({ to }) => {
      const end = endpointOf(project, pathway, to);
      const stage = end.where === 'here' ? end.stage.stage : end.where === 'elsewhere' ? end.stage : undefined;
      return stage !== undefined && isCurrent(stage) ? [stage] : [];
    }),
  );
  return { entries: first.flatMap(({ stage }) => stage ?? []), next };
}
