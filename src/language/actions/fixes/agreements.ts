import type { Agreement, Flow, Transition } from '../../../model/elements.ts';
import { type Recorded, recorded, recordedFacts } from '../../../model/facts.ts';
import type { Project } from '../../../model/project.ts';
import type { Send } from '../../../model/values.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { raiseGap } from './raise-gap.ts';

/**
 * Names an agreement for what is sent, where the project has one that covers it and that both sides are party to.
 * Otherwise it is an open question, or a gap: no agreement is made up.
 */
export const agreements: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'sensitive-data-without-agreement') return [];
    const { project } = request.checked;
    const pathway = project.pathways.get(finding.pathway ?? '');
    const links: readonly (Transition | Flow)[] = [...(pathway?.transitions ?? []), ...(pathway?.flows ?? [])];
    const sheet = sheetOf(request.file);
    for (const link of links) {
      const line = recordedFacts<Send>(link.facts.send).find(({ place }) => samePlace(place, finding.place));
      if (!line || line.place.file !== request.file.uri) continue;
      const at = sheet.endOf(lastName(line));
      const fitting = agreementsFor(project, line.value).map(
        ({ name }): Action => ({
          title: `Write 'under ${name}'`,
          kind: QUICK_FIX,
          changes: inFile(request.file.uri, [change(at, at, ` under ${name}`)]),
          findings: [finding],
          preferred: true,
        }),
      );
      const block = link.kind === 'flow' ? 'Flow' : 'Transition';
      const ask: readonly Action[] =
        link.facts.agreement.length > 0
          ? []
          : [
              {
                title: "Write 'agreement unknown' and say why",
                kind: QUICK_FIX,
                changes: inFile(request.file.uri, insertFacts(sheet, link.place, block, [unknown('agreement')])),
                findings: [finding],
              },
            ];
      return [...fitting, ...ask, raiseGap(request, finding, pathway!, link, 'agreement')];
    }
    return [];
  });

/** Agreements that cover the information and have its sender and its receiver as parties. */
function agreementsFor(project: Project, { information, from, to }: Send): readonly Agreement[] {
  if (!from || !to) return [];
  return [...project.agreements.values()].filter(({ facts }) => {
    const parties = recorded(facts.party).map(({ name }) => name);
    const covered = recorded(facts.covers).map(({ name }) => name);
    return covered.includes(information.name) && parties.includes(from.name) && parties.includes(to.name);
  });
}

/** The last name of the line, behind which `under` stands. */
function lastName({ value }: Recorded<Send>): Recorded<Send>['place'] {
  const { information, from, to, using, into } = value;
  return (into ?? using ?? to ?? from ?? information).place;
}
