import type { End, Flow, Issue, Pathway, Stage, Transition } from '../model/elements.ts';
import type { Ref } from '../model/facts.ts';
import { indexOf } from '../model/pathway-index.ts';
import { labelOf, type Project } from '../model/project.ts';
import { standingOf } from '../model/status.ts';
import { ownPathways } from '../model/walk.ts';
import { capital } from '../model/wording.ts';
import { nameOf, text } from './cells.ts';
import type { Cell, Row } from './register.ts';

/** A stage and the pathway that describes it. */
export interface StageIn {
  readonly pathway: Pathway;
  readonly stage: Stage;
}

/** Every stage of every pathway, where it is described: what several pathways use stands here once. */
export function stagesIn(project: Project): readonly StageIn[] {
  return ownPathways(project).flatMap((pathway) => pathway.stages.map((stage) => ({ pathway, stage })));
}

/** What a row about a stage says of where it is. */
export function ofStage({ pathway, stage }: StageIn): Pick<Row, 'pathway' | 'element' | 'place'> {
  return { pathway: pathway.name, element: { kind: 'stage', name: stage.name }, place: stage.namePlace };
}

/** Arrows of a pathway: how people move, and how information does. */
export interface LinkIn<L extends Transition | Flow> {
  readonly pathway: Pathway;
  readonly link: L;
}

export function transitionsIn(project: Project): readonly LinkIn<Transition>[] {
  return ownPathways(project).flatMap((pathway) => pathway.transitions.map((link) => ({ pathway, link })));
}

export function ofLink({ pathway, link }: LinkIn<Transition | Flow>): Pick<Row, 'pathway' | 'element' | 'place'> {
  return { pathway: pathway.name, element: { kind: link.kind, name: link.name }, place: link.namePlace };
}

/** A stage as readers know it, by the name that the pathway knows it by. */
export function stageName(project: Project, pathway: Pathway, name: string): string {
  const found = indexOf(project, pathway).byName.get(name);
  if (found === undefined) return `? ${name}`;
  return found.used?.label ?? (found.stage ? labelOf(found.stage) : `? ${name}`);
}

/** Where an arrow ends: `Community CAMHS`, `Liaison of South Rivershire`, `South Rivershire`. */
export function endName(project: Project, pathway: Pathway, { stage, pathway: other }: End): string {
  if (other === undefined) return stage === undefined ? '?' : stageName(project, pathway, stage.name);
  const there = project.pathways.get(other.name);
  if (stage === undefined) return nameOf(project, other);
  return `${there ? stageName(project, there, stage.name) : `? ${stage.name}`} (${nameOf(project, other)})`;
}

/** `Diversion`, or from where to where, for an arrow that has no label. */
export function linkName(project: Project, { pathway, link }: LinkIn<Transition | Flow>): string {
  return link.label ?? `${endName(project, pathway, link.from)} → ${endName(project, pathway, link.to)}`;
}

/** What a gap, risk or action says it affects: a stage, a transition or a flow of its pathway. */
export function affectedName(project: Project, pathway: Pathway, { name }: Ref): string {
  const link = [...pathway.transitions, ...pathway.flows].find((one) => one.name === name);
  return link ? linkName(project, { pathway, link }) : stageName(project, pathway, name);
}

/** The first thing affected that the pathway's picture shows. */
export function affectedElement(pathway: Pathway, refs: readonly Ref[]): Row['element'] {
  for (const { name } of refs) {
    const link = [...pathway.transitions, ...pathway.flows].find((one) => one.name === name);
    if (link) return { kind: link.kind, name };
    if ([...pathway.stages, ...pathway.uses].some((stage) => stage.name === name)) return { kind: 'stage', name };
  }
  return undefined;
}

/** A gap, risk and the like, with the block that it stands in. */
export interface IssueIn {
  readonly pathway: Pathway;
  readonly issue: Issue;
  readonly owner: Pathway | Stage | Transition | Flow;
}

/** Every gap, risk, challenge, strength and need, in the order of the text. */
export function issuesIn(project: Project): readonly IssueIn[] {
  return ownPathways(project).flatMap((pathway) =>
    [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.flows].flatMap((owner) =>
      owner.issues.map((issue) => ({ pathway, issue, owner })),
    ),
  );
}

/** The footprint of a pathway as readers know it. */
export function footprintName(project: Project, { footprint }: Pathway): string | undefined {
  return footprint && nameOf(project, footprint);
}

/** The cells that say which pathway a row is about. */
export function pathwayCells(project: Project, pathway: Pathway): Row['cells'] {
  return { pathway: text(labelOf(pathway)), footprint: text(footprintName(project, pathway)) };
}

/** The cells that say which stage a row is about, and of which pathway. */
export function stageCells(project: Project, each: StageIn): Row['cells'] {
  return { ...pathwayCells(project, each.pathway), stage: text(labelOf(each.stage)), status: statusOf(each) };
}

/** `Proposed` or `Closed`; `Current` for what says nothing else. */
export function statusOf({ stage, pathway }: StageIn): Cell {
  const standing = standingOf(pathway, stage);
  return {
    ...text(capital(standing)),
    ...(standing === 'proposed' || standing === 'closed' ? { state: standing } : {}),
  };
}
