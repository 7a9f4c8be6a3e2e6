import type { Footprint, Pathway, Specification } from '../../model/elements.ts';
import { groupBy } from '../../model/group.ts';
import type { Project } from '../../model/project.ts';
import { ownDeclarations, ownPathways } from '../../model/walk.ts';
import { areasAround, smallestWithin } from '../footprints.ts';
import type { ProjectRule, Report } from '../rule.ts';

/**
 * A pathway for a larger area stands for all the footprints within it, and one that says no footprint, or an unknown
 * one, may be for any of them.
 */
export const unmappedFootprint: ProjectRule = {
  name: 'unmapped-footprint',
  title: 'Footprint not mapped',
  family: 'specification',
  severity: 'info',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    const realising = groupBy(ownPathways(project), ({ realises }) => realises?.name);
    for (const specification of ownDeclarations(project)) {
      if (specification.kind !== 'specification' || specification.name === '') continue;
      for (const footprint of unmapped(project, specification, realising.get(specification.name) ?? [])) {
        yield {
          at: footprint.namePlace,
          message: `'${footprint.name}' has no pathway for '${specification.name}': map it, or accept this with the reason.`,
          element: footprint.name,
          related: [
            {
              message: `'${specification.name}' is for all of '${specification.footprint?.name}'.`,
              place: specification.namePlace,
            },
          ],
        };
      }
    }
  },
};

function unmapped(project: Project, { footprint }: Specification, pathways: readonly Pathway[]): readonly Footprint[] {
  if (footprint === undefined || !project.footprints.has(footprint.name)) return [];
  if (!pathways.every((pathway) => saysWhere(project, pathway))) return [];
  const mapped = new Set(pathways.map((pathway) => pathway.footprint?.name ?? ''));
  return smallestWithin(project, footprint.name).filter(
    ({ name }) => ![...areasAround(project, name)].some((area) => mapped.has(area)),
  );
}

function saysWhere(project: Project, { footprint }: Pathway): boolean {
  return footprint !== undefined && project.footprints.has(footprint.name);
}
