import type { Pathway, Scenario, ScenarioEdit, Stage, Transition } from './elements.ts';
import { type Fact, recordedFacts } from './facts.ts';
import { endsAt, startsAt } from './graph.ts';
import type { Project } from './project.ts';
import type { Period } from './units/period.ts';

/**
 * The pathway as a scenario changes it, under the scenario's name; nothing where the scenario changes no pathway that
 * is known. Edits apply in the order of the text; one that names what does not exist changes nothing.
 */
export function changedPathway(project: Project, scenario: Scenario): Pathway | undefined {
  const before = scenario.changes && project.pathways.get(scenario.changes.name);
  if (!before) return undefined;
  const after = scenario.edits.reduce(applyEdit, before);
  const { label = `${before.label ?? before.name}: ${scenario.name}` } = scenario;
  return { ...after, name: scenario.name, label, place: scenario.place, namePlace: scenario.namePlace };
}

function applyEdit(pathway: Pathway, edit: ScenarioEdit): Pathway {
  switch (edit.edit) {
    case 'set':
      return {
        ...pathway,
        stages: pathway.stages.map((stage) => (stage.name === edit.stage.name ? setFact(stage, edit) : stage)),
      };
    case 'add-stage':
      return { ...pathway, stages: [...pathway.stages, edit.stage] };
    case 'add-transition':
      return { ...pathway, transitions: [...pathway.transitions, edit.transition] };
    case 'remove-stage':
      return withoutStage(pathway, edit.stage.name);
    case 'remove-transition':
      return { ...pathway, transitions: pathway.transitions.filter((transition) => !isMeant(transition, edit)) };
  }
}

/** Replaces the lines of a fact; of a fact that has a period, only the lines of that period. */
function setFact(stage: Stage, { fact, line }: Extract<ScenarioEdit, { edit: 'set' }>): Stage {
  if (!(fact in stage.facts)) return stage;
  const lines: readonly Fact<unknown>[] = stage.facts[fact as keyof Stage['facts']];
  const period = periodOf(line);
  const kept =
    period === undefined
      ? []
      : lines.filter((other) => recordedFacts([other]).length > 0 && periodOf(other) !== period);
  return { ...stage, facts: { ...stage.facts, [fact]: [...kept, line] } };
}

function periodOf(line: Fact<unknown>): string | undefined {
  if (line.state !== 'recorded' || typeof line.value !== 'object' || line.value === null) return undefined;
  return (line.value as { readonly period?: Period }).period?.text;
}

/** Takes a stage out, own or used, with the transitions and flows that start or end there. */
function withoutStage(pathway: Pathway, name: string): Pathway {
  const elsewhere = (link: Pathway['transitions'][number] | Pathway['flows'][number]): boolean =>
    !startsAt(link, name) && !endsAt(link, name);
  return {
    ...pathway,
    stages: pathway.stages.filter((stage) => stage.name !== name),
    uses: pathway.uses.filter((used) => used.name !== name),
    transitions: pathway.transitions.filter(elsewhere),
    flows: pathway.flows.filter(elsewhere),
  };
}

function isMeant(transition: Transition, edit: Extract<ScenarioEdit, { edit: 'remove-transition' }>): boolean {
  if (edit.transition) return transition.name === edit.transition.name;
  return startsAt(transition, edit.from?.name ?? '') && endsAt(transition, edit.to?.name ?? '');
}
