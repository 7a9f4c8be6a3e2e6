import type { Pathway } from '../../model/elements.ts';
import { isClosed } from '../../model/status.ts';
import type { PathwayRule, Report } from '../rule.ts';

export const emptyPathway: PathwayRule = {
  name: 'empty-pathway',
  title: 'No stages yet',
  family: 'structure',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    if (pathway.stages.length > 0 || pathway.uses.length > 0 || isClosed(pathway)) return;
    const plan = hasPlan(pathway) ? ': only its plan is mapped' : '';
    yield {
      at: pathway.namePlace,
      message: `'${pathway.name}' has no stages yet${plan}. Add a stage for each part of the pathway.`,
      element: pathway.name,
    };
  },
};

function hasPlan(pathway: Pathway): boolean {
  return pathway.issues.length + pathway.actions.length + pathway.outcomes.length > 0;
}
