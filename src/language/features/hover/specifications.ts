import type { RequiredStage, Requirement, Specification } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { labelOf, type Project } from '../../../model/project.ts';
import type { CheckedProject } from '../../checker.ts';
import { realisationOf, realisersOf } from '../uses.ts';
import { counted, labelOf as labelOfRef, plain } from '../words.ts';
import { card, entry, factEntries, few, findingsIn, list } from './card.ts';

export function aboutSpecification(checked: CheckedProject, specification: Specification): string {
  const { project } = checked;
  const pathways = realisersOf(project, specification);
  const stages = specification.stages.map(
    (stage) => `- ${plain(labelOf(stage))}: ${realised(project, specification, stage)}`,
  );
  return card(
    plain(labelOf(specification)),
    specification.footprint
      ? `specification for ${plain(labelOfRef(project, specification.footprint))}`
      : 'specification',
    recorded(specification.facts.purpose).map(plain).join(' ') || undefined,
    list([
      ...factEntries(project, specification.facts, ['ages', 'standard']),
      entry('Requires of every stage', requirements(project, specification.requires)),
      entry('May vary', specification.allowedVariations.join(', ')),
      entry('Required transitions', specification.transitions.length > 0 ? `${specification.transitions.length}` : ''),
      entry('Realised by', few(pathways.map((pathway) => plain(labelOf(pathway)))) || 'no pathway yet'),
    ]),
    stages.length > 0 ? [`**${counted(stages.length, 'required stage')}**`, stages.join('\n')].join('\n\n') : undefined,
    findingsIn(checked, specification.place),
  );
}

export function aboutRequiredStage(checked: CheckedProject, stage: RequiredStage, scope: string | undefined): string {
  const { project } = checked;
  const specification = project.specifications.get(scope ?? '');
  return card(
    plain(labelOf(stage)),
    specification ? `required stage of ${plain(labelOf(specification))}` : 'required stage',
    recorded(stage.facts.purpose).map(plain).join(' ') || undefined,
    list([
      ...factEntries(project, stage.facts, ['setting', 'level', 'ages', 'cohort', 'assessment', 'standard']),
      entry('Requires', requirements(project, [...(specification?.requires ?? []), ...stage.requires])),
      entry('Realised by', specification && realised(project, specification, stage)),
    ]),
  );
}

/** `Intake (North), omitted in South`; who has it, who leaves it out, and that nobody has it yet. */
function realised(project: Project, specification: Specification, stage: RequiredStage): string {
  const items = realisersOf(project, specification).flatMap((pathway) => {
    const { by, omitted } = realisationOf(project, pathway, stage.name);
    const where = plain(labelOf(pathway));
    if (by.length > 0) return by.map(({ label }) => `${plain(label)} (${where})`);
    return [omitted ? `omitted in ${where}` : `not yet in ${where}`];
  });
  return few(items) || 'no pathway yet';
}

function requirements(project: Project, requires: readonly Requirement[]): string {
  return few(
    requires.map(({ fact, information }) =>
      information ? `${fact} ${plain(labelOfRef(project, information))}` : fact,
    ),
  );
}
