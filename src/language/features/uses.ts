import type { Pathway, Specification, Stage } from '../../model/elements.ts';
import { stagesOf } from '../../model/graph.ts';
import type { Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { ownPathways } from '../../model/walk.ts';

/** What a specification requires, and what each pathway that realises it has for it. */
export interface Realisation {
  readonly pathway: Pathway;
  readonly by: readonly { readonly name: string; readonly label: string; readonly place: Place }[];
  readonly omitted: boolean;
}

/** The pathways that realise a specification. */
export function realisersOf(project: Project, specification: Specification): readonly Pathway[] {
  return ownPathways(project).filter(({ realises }) => realises?.name === specification.name);
}

/** What a pathway has for a required stage. */
export function realisationOf(project: Project, pathway: Pathway, required: string): Realisation {
  const by = stagesOf(project, pathway)
    .filter(
      ({ name, stage, used }) => (used ? realisedByUse(name, stage) : (stage?.realises?.name ?? name)) === required,
    )
    .map(({ name, stage, used }) => ({
      name,
      label: used?.label ?? stage?.label ?? name,
      place: (used ?? stage)!.namePlace,
    }));
  return { pathway, by, omitted: pathway.omits.some(({ stage }) => stage?.name === required) };

  function realisedByUse(name: string, stage: Stage | undefined): string | undefined {
    if (name === required || stage === undefined) return name;
    return stage.realises?.name ?? stage.name;
  }
}
