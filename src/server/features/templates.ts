import { footprintsFor, freeName, skeletonOf } from '../../language/templates.ts';
import type { Specification } from '../../model/elements.ts';
import { labelOf } from '../../model/project.ts';
import { ownDeclarations } from '../../model/walk.ts';
import * as requests from '../../protocol/requests.ts';
import { realisingAt } from '../../rules/coverage.ts';
import type { Feature } from '../feature.ts';

/** What new pathways can be started from. */
export const templates: Feature = {
  capabilities: {},
  register: (connection, texts) => {
    connection.onRequest(
      requests.SPECIFICATIONS,
      (): requests.SpecificationsResult =>
        texts.projects().flatMap(({ folder, project }) => {
          const projectLabel = project.declaration ? labelOf(project.declaration) : project.name;
          const footprintOf = (specification: Specification, name: string) => {
            const [there] = realisingAt(project, specification, name);
            return {
              name,
              label: labelOf(project.footprints.get(name) ?? { name }),
              ...(there && { pathway: { label: labelOf(there), file: there.namePlace.file } }),
            };
          };
          return ownDeclarations(project)
            .filter((declaration) => declaration.kind === 'specification')
            .map((specification) => ({
              project: folder,
              projectLabel,
              name: specification.name,
              label: labelOf(specification),
              file: specification.place.file,
              footprints: footprintsFor(project, specification).map((name) => footprintOf(specification, name)),
            }));
        }),
    );
    connection.onRequest(
      requests.SPECIFICATION_SKELETON,
      (wish: requests.SpecificationSkeletonParams): requests.SpecificationSkeletonResult => {
        const project = texts.projects().find(({ folder }) => folder === wish.project)?.project;
        const specification = project?.specifications.get(wish.specification);
        if (!project || !specification) return null;
        return skeletonOf(project, specification, { ...wish, name: freeName(project, wish.name) });
      },
    );
  },
};
