import type {
  Action,
  Declaration,
  FieldDefinition,
  Flow,
  Indicator,
  Issue,
  Outcome,
  Pathway,
  RequiredStage,
  RequiredTransition,
  Scenario,
  Stage,
  Term,
  Transition,
  UsedStage,
} from './elements.ts';
import type { Project } from './project.ts';

/** Every block that a file can hold, at whatever depth. */
export type AnyElement =
  | Declaration
  | Term
  | FieldDefinition
  | RequiredStage
  | RequiredTransition
  | Stage
  | UsedStage
  | Transition
  | Flow
  | Issue
  | Action
  | Outcome
  | Indicator;

/** What the project's own files declare, in their order; the library is left out. */
export function ownDeclarations(project: Project): readonly Declaration[] {
  return project.files.filter((file) => !file.library).flatMap((file) => file.declarations);
}

/** Every pathway that the project's own files declare: also the second one of a name, which no reference finds. */
export function ownPathways(project: Project): readonly Pathway[] {
  return ownDeclarations(project).filter((declaration) => declaration.kind === 'pathway');
}

/** A block and all blocks inside it; an outer one comes before those that it holds. */
export function elementsIn(element: AnyElement): readonly AnyElement[] {
  const found: AnyElement[] = [];
  collect(element, found);
  return found;
}

function collect(element: AnyElement, into: AnyElement[]): void {
  into.push(element);
  for (const inner of blocksOf(element)) collect(inner, into);
}

/** The blocks that stand directly in a block, kind by kind. */
export function blocksOf(element: AnyElement): readonly AnyElement[] {
  switch (element.kind) {
    case 'pathway':
      return blocksOfPathway(element);
    case 'stage':
      return [...element.outcomes, ...element.issues];
    case 'transition':
    case 'flow':
      return element.issues;
    case 'outcome':
      return element.indicators;
    case 'specification':
      return [...element.stages, ...element.transitions, ...element.outcomes];
    case 'vocabulary':
      return [...element.terms, ...element.fieldDefinitions];
    case 'scenario':
      return blocksOfScenario(element);
    default:
      return [];
  }
}

function blocksOfPathway(pathway: Pathway): readonly AnyElement[] {
  const { stages, uses, transitions, flows, outcomes, issues, actions } = pathway;
  return [...stages, ...uses, ...transitions, ...flows, ...outcomes, ...issues, ...actions];
}

function blocksOfScenario(scenario: Scenario): readonly AnyElement[] {
  return scenario.edits.flatMap((edit): readonly AnyElement[] => {
    if (edit.edit === 'add-stage') return [edit.stage];
    return edit.edit === 'add-transition' ? [edit.transition] : [];
  });
}
