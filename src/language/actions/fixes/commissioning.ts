import type { Pathway, Stage } from '../../../model/elements.ts';
import { type Recorded, recordedFacts } from '../../../model/facts.ts';
import { effective } from '../../../model/inheritance.ts';
import type { Commissioning } from '../../../model/values.ts';
import { agreementsOn, coCommissioners, unbound } from '../../../rules/co-commissioning.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { type Change, change } from '../change.ts';
import { blockOf, elementAround } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { type Sheet, sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { raiseGap } from './raise-gap.ts';

const most = 5;

/** Who leads, and under which agreement several bodies commission: the author chooses, nothing is made up. */
export const commissioning: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const { rule, place } = finding;
    if (rule !== 'unclear-lead-commissioner' && rule !== 'co-commissioning-without-agreement') return [];
    const element = elementAround(request.file, place);
    if (element?.kind !== 'stage' && element?.kind !== 'pathway') return [];
    return rule === 'unclear-lead-commissioner'
      ? oneLead(request, finding, element)
      : oneAgreement(request, finding, element);
  });

function oneLead({ file }: Request, finding: Finding, { facts }: Pathway | Stage): readonly Action[] {
  const sheet = sheetOf(file);
  const lines = recordedFacts<Commissioning>(facts.commissioner);
  const leads = lines.filter(({ value }) => value.role === 'lead');
  const names = [...new Set((leads.length > 0 ? leads : lines).map(({ value }) => value.organisation.name))];
  return names.slice(0, most).map((name): Action => {
    const others = leads.filter(({ value }) => value.organisation.name !== name);
    const first = lines.find(({ value }) => value.organisation.name === name)!;
    return {
      title: leads.length > 0 ? `Keep '${name}' as lead, and write 'as co' for the others` : `Make '${name}' the lead`,
      kind: QUICK_FIX,
      changes: inFile(
        file.uri,
        leads.length > 0 ? others.map((line) => writeRole(sheet, line, 'co')) : [writeRole(sheet, first, 'lead')],
      ),
      findings: [finding],
    };
  });
}

/** Writes the role behind the organisation, in the place of the one that stands there. */
function writeRole(sheet: Sheet, { value }: Recorded<Commissioning>, role: 'lead' | 'co'): Change {
  const at = sheet.endOf(value.organisation.place);
  const there = value.role === undefined ? '' : (/^\s+as\s+\S+/.exec(sheet.text.slice(at))?.[0] ?? '');
  return change(at, at + there.length, ` as ${role}`);
}

function oneAgreement(request: Request, finding: Finding, element: Pathway | Stage): readonly Action[] {
  const { project } = request.checked;
  const pathway = project.pathways.get(finding.pathway ?? '');
  if (!pathway) return [];
  const { lines } =
    element.kind === 'stage' ? effective(pathway, element, 'commissioner') : { lines: element.facts.commissioner };
  const named = agreementsOn([...element.facts.governance, ...pathway.facts.governance]);
  const all = coCommissioners(project, lines);
  const fitting = [...project.agreements.keys()].filter((name) => unbound(project, all, [...named, name]).length === 0);
  const write = (line: string, title: string, preferred: boolean): Action => ({
    title,
    kind: QUICK_FIX,
    changes: inFile(request.file.uri, insertFacts(sheetOf(request.file), element.place, blockOf(element), [line])),
    findings: [finding],
    ...(preferred && { preferred: true as const }),
  });
  return [
    ...fitting
      .slice(0, most)
      .map((name) =>
        write(`governance agreement ${name}`, `Write 'governance agreement ${name}'`, fitting.length === 1),
      ),
    write(unknown('governance'), "Write 'governance unknown' and say why", fitting.length === 0),
    raiseGap(request, finding, pathway, element, 'agreement'),
  ];
}
