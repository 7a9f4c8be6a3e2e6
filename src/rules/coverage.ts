import type { Footprint, Pathway, RequiredStage, Specification } from '../model/elements.ts';
import { type FactState, stateOf } from '../model/facts.ts';
import { type PathwayStage, stagesOf } from '../model/graph.ts';
import { groupBy } from '../model/group.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isClosed, isThere, standingOf } from '../model/status.ts';
import { isOnlyBegun } from './begun.ts';
import { areasAround, smallestWithin } from './footprints.ts';
import { realisationOf } from './realisation.ts';

/** Somewhere that a specification is to be realised: a footprint with the pathways that do so, or none yet. */
export interface Area {
  readonly label: string;
  readonly footprint?: Footprint;
  readonly pathways: readonly Pathway[];
}

/**
 * Where a specification is realised and where it ought to be: a footprint for each that a pathway realises it in, in the
 * order of the register, then each pathway that says no known footprint, then the footprints without a pathway.
 */
export function areasOf(project: Project, specification: Specification): readonly Area[] {
  const pathways = realising(project, specification);
  const known = groupBy(pathways, ({ footprint }) => project.footprints.get(footprint?.name ?? ''));
  const mapped = [...project.footprints.values()].flatMap((footprint): readonly Area[] => {
    const here = known.get(footprint);
    return here ? [{ label: labelOf(footprint), footprint, pathways: here }] : [];
  });
  const elsewhere = (known.get(undefined) ?? []).map((pathway) => ({ label: labelOf(pathway), pathways: [pathway] }));
  const unmapped = unmappedFootprints(project, specification, pathways).map((footprint) => ({
    label: labelOf(footprint),
    footprint,
    pathways: [],
  }));
  return [...mapped, ...elsewhere, ...unmapped];
}

/** The pathways of the project that realise the specification and are not closed. */
export function realising(project: Project, { name }: Specification): readonly Pathway[] {
  return [...project.pathways.values()].filter((pathway) => pathway.realises?.name === name && !isClosed(pathway));
}

/** The pathways that realise the specification in just this footprint, and are not closed. */
export function realisingAt(project: Project, specification: Specification, footprint: string): readonly Pathway[] {
  return realising(project, specification).filter((pathway) => pathway.footprint?.name === footprint);
}

/** The footprints within that of the specification, or it where it holds none, that none of the pathways is for. */
function unmappedFootprints(
  project: Project,
  { footprint }: Specification,
  pathways: readonly Pathway[],
): readonly Footprint[] {
  const whole = footprint && project.footprints.get(footprint.name);
  if (whole === undefined) return [];
  const within = smallestWithin(project, whole.name);
  return withoutPathway(project, within.length === 0 ? [whole] : within, pathways);
}

/**
 * Those of the footprints that none of the pathways covers. A pathway for a larger area stands for all the footprints
 * within it, and one that says no footprint, or an unknown one, may be for any of them.
 */
export function withoutPathway(
  project: Project,
  footprints: readonly Footprint[],
  pathways: readonly Pathway[],
): readonly Footprint[] {
  if (pathways.some((pathway) => !project.footprints.has(pathway.footprint?.name ?? ''))) return [];
  const mapped = new Set(pathways.map((pathway) => pathway.footprint?.name ?? ''));
  return footprints.filter(({ name }) => ![...areasAround(project, name)].some((area) => mapped.has(area)));
}

/** How a pathway stands to a stage that its specification requires. */
export type Realising =
  | { readonly how: 'realised' | 'proposed' | 'closed'; readonly stage: PathwayStage }
  | { readonly how: 'omitted'; readonly because?: string }
  /** A name of the pathway leads nowhere, and what it was meant for may be this stage. */
  | { readonly how: 'unknown'; readonly stage?: PathwayStage }
  | { readonly how: 'missing' };

/** Whether and by which of its stages a pathway realises what is required. */
export function realisingOf(project: Project, pathway: Pathway, required: RequiredStage): Realising {
  const realisation = realisationOf(project, pathway);
  const all = stagesOf(project, pathway);
  const name = realisation?.realised.get(required);
  // Of several stages for one that is required, one that is there today.
  const stage =
    all.find(
      (each) => each.stage && isThere(each.home, each.stage) && realisation?.stages.get(each.stage) === required,
    ) ?? (name === undefined ? undefined : all.find((each) => each.name === name));
  if (stage) {
    if (stage.stage === undefined) return { how: 'unknown', stage };
    if (isThere(stage.home, stage.stage)) return { how: 'realised', stage };
    return { how: standingOf(stage.home, stage.stage) === 'proposed' ? 'proposed' : 'closed', stage };
  }
  const omission = pathway.omits.find((omits) => omits.stage?.name === required.name);
  if (omission) return { how: 'omitted', ...(omission.because === undefined ? {} : { because: omission.because }) };
  return all.some((each) => each.stage === undefined) ? { how: 'unknown' } : { how: 'missing' };
}

/**
 * How an area stands to a required stage, by the one of its pathways that says most of it: one that realises it before
 * one that does not, and of several that do, one that knows who provides it. A stage that somebody has only begun
 * claims nothing: whatever another pathway says, such as that it is left out or only planned, comes before it.
 */
export function realisingIn(project: Project, { pathways }: Area, required: RequiredStage): Attempt | undefined {
  const attempts = pathways.map(
    (pathway): Attempt => ({ pathway, realising: realisingOf(project, pathway, required) }),
  );
  return attempts.toSorted(
    (a, b) =>
      closest.indexOf(nearnessOf(a, required)) - closest.indexOf(nearnessOf(b, required)) ||
      surest.indexOf(providerStateOf(a.realising)) - surest.indexOf(providerStateOf(b.realising)),
  )[0];
}

interface Attempt {
  readonly pathway: Pathway;
  readonly realising: Realising;
}

type Nearness = Realising['how'] | 'begun';

const closest: readonly Nearness[] = ['realised', 'proposed', 'omitted', 'closed', 'begun', 'unknown', 'missing'];

/** A stage that is used from elsewhere is a claim, whatever is said of it there. */
function nearnessOf({ pathway, realising }: Attempt, required: RequiredStage): Nearness {
  const { how } = realising;
  if (how !== 'realised') return how;
  const { home, stage } = realising.stage;
  return home === pathway && stage && isOnlyBegun(pathway, stage, required) ? 'begun' : how;
}

/** The states of a provider, what says most first. */
const surest: readonly FactState[] = ['recorded', 'not-applicable', 'none', 'unknown', 'unreadable', 'missing'];

function providerStateOf(realising: Realising): FactState {
  if (realising.how !== 'realised') return 'missing';
  const { home, stage } = realising.stage;
  return stage === undefined ? 'missing' : stateOf(effective(home, stage, 'provider').lines);
}
