import type { Pathway } from '../model/elements.ts';
import type { Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';

const usesByProject = new WeakMap<Project, ReadonlyMap<string, ReadonlySet<string>>>();

/** Whether another pathway uses the stage of this pathway, so that people come to it from there too. */
export function isUsedElsewhere(project: Project, pathway: Pathway, stage: string): boolean {
  return usesOf(project).get(pathway.name)?.has(stage) ?? false;
}

/** For each pathway, the stages of it that pathways use. */
function usesOf(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const known = usesByProject.get(project);
  if (known !== undefined) return known;
  const found = new Map<string, Set<string>>();
  for (const { stage, pathway } of ownPathways(project).flatMap(({ uses }) => uses)) {
    found.set(pathway.name, (found.get(pathway.name) ?? new Set()).add(stage.name));
  }
  usesByProject.set(project, found);
  return found;
}
