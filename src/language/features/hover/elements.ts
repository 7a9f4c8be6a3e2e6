import type { AnyElement } from '../../../model/walk.ts';
import type { CheckedProject } from '../../checker.ts';
import {
  aboutFlow,
  aboutPathway,
  aboutScenario,
  aboutStage,
  aboutTransition,
  aboutUsedStage,
  aboutView,
} from './pathways.ts';
import { aboutPlan } from './plan.ts';
import * as register from './register.ts';
import { aboutRequiredStage, aboutSpecification } from './specifications.ts';
import { aboutField, aboutProject, aboutTerm, aboutVocabulary } from './vocabulary.ts';

/** What a reader is told of an element. `scope` is the pathway, scenario or specification that it stands in. */
export function about(checked: CheckedProject, element: AnyElement, scope: string | undefined): string {
  switch (element.kind) {
    case 'stage':
      return aboutStage(checked, element, scope);
    case 'used-stage':
      return aboutUsedStage(checked, element, scope);
    case 'transition':
      return aboutTransition(checked, element, scope);
    case 'flow':
      return aboutFlow(checked, element, scope);
    case 'pathway':
      return aboutPathway(checked, element);
    case 'scenario':
      return aboutScenario(checked, element);
    case 'view':
      return aboutView(checked, element);
    case 'specification':
      return aboutSpecification(checked, element);
    case 'required-stage':
      return aboutRequiredStage(checked, element, scope);
    case 'organisation':
      return register.aboutOrganisation(checked, element);
    case 'source':
      return register.aboutSource(checked, element);
    case 'footprint':
      return register.aboutFootprint(checked, element);
    case 'system':
      return register.aboutSystem(checked, element);
    case 'information':
      return register.aboutInformation(checked, element);
    case 'agreement':
      return register.aboutAgreement(checked, element);
    case 'board':
      return register.aboutBoard(checked, element);
    case 'term':
      return aboutTerm(checked, element);
    case 'field':
      return aboutField(element);
    case 'vocabulary':
      return aboutVocabulary(element);
    case 'project':
      return aboutProject(checked, element);
    default:
      return aboutPlan(checked, element);
  }
}
