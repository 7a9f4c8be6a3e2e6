import type { Footprint, Pathway, Specification } from '../../model/elements.ts';
import { groupBy } from '../../model/group.ts';
import type { Project } from '../../model/project.ts';
import { ownDeclarations, ownPathways } from '../../model/walk.ts';
import { withoutPathway } from '../coverage.ts';
import { smallestWithin } from '../footprints.ts';
import type { ProjectRule, Report } from '../rule.ts';

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
  return withoutPathway(project, smallestWithin(project, footprint.name), pathways);
}
