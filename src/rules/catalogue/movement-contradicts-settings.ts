import type { Pathway, Stage, Transition } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import { endpointOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { hasNoSecureSetting, hasOnlySecureSettings } from '../detention.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { endInWords } from '../transitions.ts';

/** Silent where the settings that it would contradict are not all known. */
export const movementContradictsSettings: PathwayRule = {
  name: 'movement-contradicts-settings',
  title: 'Movement contradicts settings',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      for (const { value, place } of recordedFacts(transition.facts.movement)) {
        const problem = contradiction(project, pathway, transition, value.name);
        if (problem === undefined) continue;
        yield {
          at: place,
          message: `'${transition.name}' is ${value.name} but ${problem}: correct the movement, or the settings.`,
          element: transition.name,
          facts: ['movement'],
        };
      }
    }
  },
};

function contradiction(
  project: Project,
  pathway: Pathway,
  { from, to }: Transition,
  movement: string,
): string | undefined {
  const source = stageAt(project, pathway, from);
  const target = stageAt(project, pathway, to);
  if (movement === 'into-secure' && hasNoSecureSetting(project, target)) {
    return `${endInWords(to)} has no secure setting`;
  }
  if (movement !== 'out-of-secure') return undefined;
  if (hasNoSecureSetting(project, source)) return `${endInWords(from)} has no secure setting`;
  return hasOnlySecureSettings(project, target) ? 'goes to another secure setting' : undefined;
}

function stageAt(project: Project, pathway: Pathway, end: Transition['from']): Stage | undefined {
  const found = endpointOf(project, pathway, end);
  if (found.where === 'here') return found.stage.stage;
  return found.where === 'elsewhere' ? found.stage : undefined;
}
