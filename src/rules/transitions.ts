import type { End, Flow, Pathway, Stage, Transition } from '../model/elements.ts';
import { type Endpoint, endpointOf, indexOf, isElsewhere, type PathwayIndex } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isCurrent, isProposed } from '../model/status.ts';

/**
 * Whether the transition or flow is only planned, as one of its stages is, or an end of it cannot be found: then the
 * unknown name is what there is to say, and nothing that follows from it.
 */
export function plannedOrBroken(project: Project, pathway: Pathway, link: Transition | Flow): boolean {
  const known = knownOf(project, pathway).plannedOrBroken;
  const before = known.get(link);
  if (before !== undefined) return before;
  const planned = [link.from, link.to].some((end) => isPlannedOrBroken(endpointOf(project, pathway, end)));
  known.set(link, planned);
  return planned;
}

/** What many rules ask of the same transitions, looked up once for each pathway. */
interface Known {
  readonly plannedOrBroken: Map<Transition | Flow, boolean>;
  readonly stages: Map<End, StageAt | undefined>;
}

const knownByIndex = new WeakMap<PathwayIndex, Known>();

function knownOf(project: Project, pathway: Pathway): Known {
  const index = indexOf(project, pathway);
  const known = knownByIndex.get(index);
  if (known !== undefined) return known;
  const made: Known = { plannedOrBroken: new Map(), stages: new Map() };
  knownByIndex.set(index, made);
  return made;
}

function isPlannedOrBroken(end: Endpoint): boolean {
  switch (end.where) {
    case 'broken':
      return true;
    case 'here':
      return end.stage.stage === undefined || isProposed(end.stage.stage);
    case 'elsewhere':
      return end.stage !== undefined && isProposed(end.stage);
  }
}

/** A stage at an end of a transition, by the name that it has there, and the pathway that describes it. */
export interface StageAt {
  readonly name: string;
  readonly stage: Stage;
  readonly home: Pathway;
}

/** The stages at both ends of a transition, where both can be found and are there today. */
export function stagesAt(
  project: Project,
  pathway: Pathway,
  { from, to }: Transition,
): { readonly from: StageAt; readonly to: StageAt } | undefined {
  const start = stageAt(project, pathway, from);
  const end = stageAt(project, pathway, to);
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}

/** The stage at one end of a transition or flow, where it can be found and is there today. */
export function stageAt(project: Project, pathway: Pathway, end: End): StageAt | undefined {
  const { stages } = knownOf(project, pathway);
  if (!stages.has(end)) stages.set(end, lookUpStage(project, pathway, end));
  return stages.get(end);
}

function lookUpStage(project: Project, pathway: Pathway, end: End): StageAt | undefined {
  const there = isElsewhere(pathway, end) ? project.pathways.get(end.pathway?.name ?? '') : pathway;
  const found = there && indexOf(project, there).byName.get(end.stage?.name ?? '');
  if (found?.stage === undefined || !isCurrent(found.stage)) return undefined;
  // What another pathway only uses is described in a third one, which this one is not linked to.
  if (there !== pathway && found.used !== undefined) return undefined;
  return { name: found.name, stage: found.stage, home: found.home };
}

/** `'sarc-care'`, `pathway 'offender-pd'`, `'intake' of 'offender-pd'`. */
export function endInWords({ stage, pathway }: End): string {
  if (stage === undefined) return `pathway '${pathway?.name ?? ''}'`;
  return pathway === undefined ? `'${stage.name}'` : `'${stage.name}' of '${pathway.name}'`;
}
