import type { Pathway, Transition } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import { indexOf, isElsewhere } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isProposed } from '../../model/status.ts';
import { formatQuantity } from '../../model/units/quantity.ts';
import type { Activity } from '../../model/values.ts';
import { isOfFewPersons, publishable } from '../persons.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Nobody can be recognised by what is only planned, so that is left alone. */
export const smallNumber: PathwayRule = {
  name: 'small-number',
  title: 'Number small enough to identify somebody',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const stages = pathway.stages.filter((stage) => !isProposed(stage));
    const transitions = pathway.transitions.filter((transition) => !isPlanned(project, pathway, transition));
    for (const { name, facts } of [pathway, ...stages, ...transitions]) {
      for (const { value, place } of recordedFacts<Activity>(facts.activity)) {
        const { quantity } = value;
        if (!isOfFewPersons(quantity)) continue;
        yield {
          at: place,
          message: `${formatQuantity(quantity)} could be identified: write '${formatQuantity(publishable(quantity))}'.`,
          element: name,
          facts: ['activity'],
        };
      }
    }
  },
};

/** Whether the transition starts or ends at a stage of this pathway that is only planned. */
function isPlanned(project: Project, pathway: Pathway, { from, to }: Transition): boolean {
  return [from, to].some((end) => {
    if (isElsewhere(pathway, end)) return false;
    const stage = indexOf(project, pathway).byName.get(end.stage?.name ?? '')?.stage;
    return stage !== undefined && isProposed(stage);
  });
}
