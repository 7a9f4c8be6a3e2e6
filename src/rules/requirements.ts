import type {
  Pathway,
  RequiredFact,
  RequiredStage,
  RequiredTransition,
  Requirement,
  Specification,
  Stage,
  Transition,
} from '../model/elements.ts';
import type { FactLines } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';
import { realisationOf } from './realisation.ts';
import { isOn } from './settings.ts';
import { stagesAt } from './transitions.ts';

/** What a specification may ask of each of its stages. */
export type StageFact = 'provider' | 'commissioner' | 'activity' | 'cost' | 'governance';

/** What a specification may ask of a transition. */
export type TransitionFact = Exclude<RequiredFact, 'provider' | 'commissioner' | 'cost'>;

const ofStages: ReadonlySet<string> = new Set<StageFact>([
  'provider',
  'commissioner',
  'activity',
  'cost',
  'governance',
]);

const ofTransitions: ReadonlySet<string> = new Set<TransitionFact>([
  ...(['criteria', 'lead', 'information', 'agreement', 'activity', 'governance'] as const),
]);

/** The facts that a specification asks of one of its stages or transitions, each once. */
export function requiredOf(
  specification: Specification,
  one: RequiredStage | RequiredTransition,
): readonly RequiredFact[] {
  return [...new Set(requirementsOf(specification, one).map(({ fact }) => fact))];
}

/** The keyword of the line that answers for what is required. */
export function keywordOf(fact: RequiredFact): string {
  return fact === 'information' ? 'send' : fact;
}

/** Its own, and those for all of its kind; what a stage can have too is asked of a transition only by itself. */
function requirementsOf({ requires }: Specification, one: RequiredStage | RequiredTransition): readonly Requirement[] {
  if (one.kind === 'required-stage') return [...requires, ...one.requires].filter(({ fact }) => ofStages.has(fact));
  const ofAll = requires.filter(({ fact }) => !ofStages.has(fact));
  return [...ofAll, ...one.requires].filter(({ fact }) => ofTransitions.has(fact));
}

/** What the pathway's specification asks of the stage: of every stage, or of the one that it realises. */
export function requiredOfStage(project: Project, pathway: Pathway, stage: Stage): readonly Requirement[] {
  const realisation = realisationOf(project, pathway);
  const required = realisation?.stages.get(stage);
  if (realisation === undefined || required === undefined || !isCurrent(stage)) return [];
  return requirementsOf(realisation.specification, required);
}

/** What the pathway's specification asks of the transition: of every transition, or of the one that it realises. */
export function requiredOfTransition(
  project: Project,
  pathway: Pathway,
  transition: Transition,
): readonly Requirement[] {
  const realisation = realisationOf(project, pathway);
  const required = realisation?.transitions.get(transition);
  if (realisation === undefined || required === undefined) return [];
  if (stagesAt(project, pathway, transition) === undefined) return [];
  return requirementsOf(realisation.specification, required);
}

/**
 * Whether the specification asks for the fact, so that missing-required-fact speaks of it when it is missing, and the
 * rule for the fact itself need not.
 */
export function isRequired(
  project: Project,
  pathway: Pathway,
  element: Stage | Transition,
  fact: RequiredFact,
): boolean {
  if (!isOn(project, { name: 'missing-required-fact', default: 'on' })) return false;
  const asked =
    element.kind === 'stage'
      ? requiredOfStage(project, pathway, element)
      : requiredOfTransition(project, pathway, element);
  return asked.some((requirement) => requirement.fact === fact);
}

/** The lines that answer for a fact of a stage: its own, or those of its pathway. */
export function linesOfStage(pathway: Pathway, stage: Stage, fact: StageFact): FactLines<unknown> {
  const own: FactLines<unknown> = stage.facts[fact];
  return own.length > 0 ? own : pathway.facts[fact];
}

/** The lines that answer for a fact of a transition: a threshold is a criterion, and a receiver is responsible too. */
export function linesOfTransition(pathway: Pathway, { facts }: Transition, fact: TransitionFact): FactLines<unknown> {
  switch (fact) {
    case 'criteria':
      return [...facts.criteria, ...facts.threshold];
    case 'lead':
      return [...facts.lead, ...facts.receiver];
    case 'information':
      return facts.send;
    case 'governance':
      return facts.governance.length > 0 ? facts.governance : pathway.facts.governance;
    default:
      return facts[fact];
  }
}
