import type { End, Pathway, Transition } from '../model/elements.ts';
import { type Endpoint, endpointOf } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isProposed } from '../model/status.ts';

/**
 * Whether the transition is only planned, as one of its stages is, or an end of it cannot be found: then the unknown
 * name is what there is to say, and nothing that follows from it.
 */
export function plannedOrBroken(project: Project, pathway: Pathway, { from, to }: Transition): boolean {
  return [from, to].some((end) => isPlannedOrBroken(endpointOf(project, pathway, end)));
}

function isPlannedOrBroken(end: Endpoint): boolean {
  switch (end.where) {
    case 'broken':
      return true;
    case 'here':
      return end.stage.stage === undefined || isProposed(end.stage.stage);
    case 'elsewhere':
      return end.stage !== undefined && isProposed(end.stage);
  }
}

/** `'sarc-care'`, `pathway 'offender-pd'`, `'intake' of 'offender-pd'`. */
export function endInWords({ stage, pathway }: End): string {
  if (stage === undefined) return `pathway '${pathway?.name ?? ''}'`;
  return pathway === undefined ? `'${stage.name}'` : `'${stage.name}' of '${pathway.name}'`;
}
