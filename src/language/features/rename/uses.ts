import type { Pathway, Scenario, UsedStage } from '../../../model/elements.ts';
import type { Project } from '../../../model/project.ts';
import { hasOwnName, type PathwaySymbol, sameSymbol, specificationOf, symbolOf } from '../../symbols.ts';
import type { Job } from './job.ts';

interface Use {
  readonly use: UsedStage;
  readonly pathway: Pathway;
}

export function usesIn({ files }: Project): readonly Use[] {
  return files
    .flatMap(({ declarations }) => declarations)
    .flatMap((one) => (one.kind === 'pathway' ? one.uses.map((use) => ({ use, pathway: one })) : []));
}

/** The pathways that use the stage under its own name, and would see the new one. */
export function usersOf(project: Project, symbol: PathwaySymbol, pinned: readonly UsedStage[]): readonly Pathway[] {
  return usesIn(project)
    .filter(({ use }) => !hasOwnName(use) && !pinned.includes(use) && stands(project, use, symbol))
    .map(({ pathway }) => pathway);
}

/** Whether the use stands for the stage. */
export function stands(project: Project, { stage, pathway }: UsedStage, symbol: PathwaySymbol): boolean {
  const used = symbolOf(project, { ref: stage, in: pathway.name });
  return used !== undefined && sameSymbol(used, symbol);
}

/** Uses that realise a required stage by the old name: they go on under it. */
export function usesToPin({ project, symbol }: Job): readonly UsedStage[] {
  return usesIn(project)
    .filter(
      ({ use, pathway }) => !hasOwnName(use) && requires(project, pathway, use.name) && stands(project, use, symbol),
    )
    .map(({ use }) => use);
}

export function requires(project: Project, around: Pathway | Scenario, name: string): boolean {
  return specificationOf(project, around)?.stages.some((stage) => stage.name === name) ?? false;
}
