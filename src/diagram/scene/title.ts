import type { Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { stagesOf } from '../../model/graph.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { formatAges } from '../../model/units/ages.ts';
import type { Finding, Severity } from '../../rules/finding.ts';
import type { TitleBlock } from '../scene.ts';
import { counted, labelOfRef } from './words.ts';

/** What stands above the picture. Facts that the pathway does not state are left out. */
export function titleOf(project: Project, pathway: Pathway, findings: readonly Finding[], stamp?: string): TitleBlock {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const status = recorded(pathway.facts.status).at(-1);
  const asOf = status?.asOf === undefined ? '' : ` as of ${status.asOf.text}`;
  const stages = stagesOf(project, pathway).length;
  const flows = pathway.flows.length === 0 ? [] : [counted(pathway.flows.length, 'flow')];
  const issues = recordedIssues(pathway);
  return {
    label: labelOf(pathway),
    facts: [
      ...(pathway.footprint ? [labelOfRef(project.footprints, pathway.footprint)] : []),
      ...(status ? [`${status.status}${asOf}`] : []),
      ...recorded(pathway.facts.ages).map((ages) => `ages ${formatAges(ages)}`),
      [counted(stages, 'stage'), counted(pathway.transitions.length, 'transition'), ...flows].join(', '),
      ...(issues.length > 0 ? [issues.join(', ')] : []),
    ],
    counts: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      question: count('question'),
      accepted: count('accepted'),
    },
    ...(stamp === undefined ? {} : { stamp }),
  };
}

/** How many gaps and risks the authors have recorded, of the whole and of its parts: `2 gaps`, `1 risk`. */
function recordedIssues(pathway: Pathway): readonly string[] {
  const parts = [...pathway.stages, ...pathway.transitions, ...pathway.flows];
  const all = [...pathway.issues, ...parts.flatMap((part) => part.issues)];
  return (['gap', 'risk'] as const).flatMap((kind) => {
    const count = all.filter((issue) => issue.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
}
