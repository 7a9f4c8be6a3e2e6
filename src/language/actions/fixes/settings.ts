import type { Pathway, Stage, Term } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import type { Project } from '../../../model/project.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { elementNamedAt } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';

/** More settings than these are for completion to offer. */
const mostSettings = 5;

/** A stage without a setting: the author chooses among those that are most probably meant. None is preferred. */
export const settings: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const { project } = request.checked;
    const pathway = project.pathways.get(finding.pathway ?? '');
    const stage = elementNamedAt(request.file, finding.place);
    if (finding.rule !== 'missing-setting' || !pathway || stage?.kind !== 'stage') return [];
    return likely(project, pathway, stage).map(
      ({ name, label }): Action => ({
        title: `Write 'setting ${name}'${label === undefined ? '' : ` (${label})`}`,
        kind: QUICK_FIX,
        changes: inFile(
          request.file.uri,
          insertFacts(sheetOf(request.file), stage.place, 'Stage', [`setting ${name}`]),
        ),
        findings: [finding],
      }),
    );
  });

/** What the specification says of the stage, then what the pathway has most, then where nobody is detained. */
function likely(project: Project, pathway: Pathway, stage: Stage): readonly Term[] {
  const known = project.terms.setting;
  const specification = project.specifications.get(pathway.realises?.name ?? '');
  const required = specification?.stages.find(({ name }) => name === (stage.realises?.name ?? stage.name));
  const used = new Map<string, number>();
  for (const { setting } of pathway.stages.flatMap(({ facts }) => recorded(facts.setting)))
    used.set(setting.name, (used.get(setting.name) ?? 0) + 1);
  const names = [
    ...recorded(required?.facts.setting ?? []).map(({ setting }) => setting.name),
    ...[...used].toSorted(([, a], [, b]) => b - a).map(([name]) => name),
    ...[...known.values()].filter(({ flags }) => flags.length === 0).map(({ name }) => name),
  ];
  return [...new Set(names)].flatMap((name) => known.get(name) ?? []).slice(0, mostSettings);
}
