import type { Agreement, Flow, Pathway, Transition } from '../../../model/elements.ts';
import { type Recorded, recorded, recordedFacts } from '../../../model/facts.ts';
import type { Project } from '../../../model/project.ts';
import type { Send } from '../../../model/values.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { raiseGap } from './raise-gap.ts';

/**
 * Names an agreement for what is sent, where the project has one that covers it and that both sides are party to.
 * Otherwise it is an open question, or a gap: no agreement is made up, and no party is added to one.
 */
export const agreements: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule === 'sensitive-data-without-agreement') return naming(request, finding);
    return finding.rule === 'agreement-does-not-fit' ? renaming(request, finding) : [];
  });

function naming(request: Request, finding: Finding): readonly Action[] {
  const found = sendAt(request, finding, ({ place }) => samePlace(place, finding.place));
  if (found === undefined) return [];
  const { pathway, link, line } = found;
  const sheet = sheetOf(request.file);
  const at = sheet.endOf(lastName(line));
  const fitting = agreementsFor(request.checked.project, line.value).map(
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
  return [...fitting, ...ask, raiseGap(request, finding, pathway, link, 'agreement')];
}

function renaming(request: Request, finding: Finding): readonly Action[] {
  const found = sendAt(
    request,
    finding,
    ({ value }) => value.under !== undefined && samePlace(value.under.place, finding.place),
  );
  if (found === undefined) return [];
  const sheet = sheetOf(request.file);
  const fitting = agreementsFor(request.checked.project, found.line.value).map(
    ({ name }): Action => ({
      title: `Write 'under ${name}' instead`,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, [change(sheet.startOf(finding.place), sheet.endOf(finding.place), name)]),
      findings: [finding],
    }),
  );
  return [...fitting, raiseGap(request, finding, found.pathway, found.link, 'agreement')];
}

interface SendLine {
  readonly pathway: Pathway;
  readonly link: Transition | Flow;
  readonly line: Recorded<Send>;
}

/** The line that sends and that the finding is about, in the file that is worked on. */
function sendAt(
  { checked, file }: Request,
  finding: Finding,
  isMeant: (line: Recorded<Send>) => boolean,
): SendLine | undefined {
  const pathway = checked.project.pathways.get(finding.pathway ?? '');
  if (pathway === undefined || pathway.place.file !== file.uri) return undefined;
  for (const link of [...pathway.transitions, ...pathway.flows]) {
    const line = recordedFacts<Send>(link.facts.send).find(isMeant);
    if (line !== undefined) return { pathway, link, line };
  }
  return undefined;
}

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
