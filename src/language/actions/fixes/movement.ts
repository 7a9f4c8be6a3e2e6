import type { Pathway, Stage, Transition } from '../../../model/elements.ts';
import { recordedFacts } from '../../../model/facts.ts';
import { endpointOf } from '../../../model/pathway-index.ts';
import type { Project } from '../../../model/project.ts';
import { fittingMovement } from '../../../rules/detention.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/** A movement that contradicts the settings: the one that follows from them, or none where neither stage is secure. */
export const movement: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'movement-contradicts-settings') return [];
    const { project } = request.checked;
    const pathway = project.pathways.get(finding.pathway ?? '');
    const sheet = sheetOf(request.file);
    for (const transition of pathway?.transitions ?? []) {
      const line = recordedFacts(transition.facts.movement).find(({ place }) => samePlace(place, finding.place));
      if (!line || line.place.file !== request.file.uri) continue;
      const fitting = movementOf(project, pathway!, transition);
      const { place } = line.value;
      const changes =
        fitting === undefined
          ? takeOut(sheet, sheet.startOf(line.place), sheet.endOf(line.place))
          : change(sheet.startOf(place), sheet.endOf(place), fitting);
      return [
        {
          title: fitting === undefined ? 'Take out this movement' : `Write 'movement ${fitting}'`,
          kind: QUICK_FIX,
          changes: inFile(request.file.uri, [changes]),
          findings: [finding],
          preferred: true,
        },
      ];
    }
    return [];
  });

function movementOf(project: Project, pathway: Pathway, { from, to }: Transition): string | undefined {
  const fitting = fittingMovement(project, stageAt(project, pathway, from), stageAt(project, pathway, to));
  return fitting !== undefined && project.terms.movement.has(fitting) ? fitting : undefined;
}

function stageAt(project: Project, pathway: Pathway, end: Transition['from']): Stage | undefined {
  const found = endpointOf(project, pathway, end);
  if (found.where === 'here') return found.stage.stage;
  return found.where === 'elsewhere' ? found.stage : undefined;
}
