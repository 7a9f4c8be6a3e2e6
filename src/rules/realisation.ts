import type {
  Pathway,
  RequiredStage,
  RequiredTransition,
  Specification,
  Stage,
  Transition,
} from '../model/elements.ts';
import type { PathwayStage } from '../model/graph.ts';
import { indexOf, isElsewhere } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';

/** How a pathway realises its specification: what of it stands for what is required. */
export interface Realisation {
  readonly specification: Specification;
  /** The required stages by name; of two of one name, the first. */
  readonly required: ReadonlyMap<string, RequiredStage>;
  /** For each required stage that is realised, the first stage that does so, by its name in the pathway. */
  readonly realised: ReadonlyMap<RequiredStage, string>;
  /** The required stage of each of the pathway's own stages that realises one. */
  readonly stages: ReadonlyMap<Stage, RequiredStage>;
  /** The required transition of each transition that realises one. */
  readonly transitions: ReadonlyMap<Transition, RequiredTransition>;
}

const realisations = new WeakMap<Project, Map<Pathway, Realisation | undefined>>();

/** Nothing where the pathway realises no specification, or one that nothing declares. */
export function realisationOf(project: Project, pathway: Pathway): Realisation | undefined {
  const known = realisations.get(project) ?? new Map<Pathway, Realisation | undefined>();
  realisations.set(project, known);
  if (!known.has(pathway)) known.set(pathway, makeRealisation(project, pathway));
  return known.get(pathway);
}

/** The required stages at both ends of a required transition, as one key. */
function keyOf(from: string, to: string): string {
  return `${from} ${to}`;
}

/** The required stages that the pathway neither realises nor leaves out. */
export function missingStages({ omits }: Pathway, { required, realised }: Realisation): readonly RequiredStage[] {
  const omitted = new Set(omits.map(({ stage }) => stage?.name));
  return [...required.values()].filter(
    (stage) => stage.name !== '' && !realised.has(stage) && !omitted.has(stage.name),
  );
}

/** The required transitions between stages that the pathway realises, which it neither realises nor leaves out. */
export function missingTransitions({ omits }: Pathway, realisation: Realisation): readonly RequiredTransition[] {
  const { required, realised, specification } = realisation;
  const there = new Set([...realised.keys()].map(({ name }) => name));
  const done = new Set([...realisation.transitions.values()].map(({ from, to }) => keyOf(from.name, to.name)));
  for (const { transition } of omits) if (transition) done.add(keyOf(transition.from.name, transition.to.name));
  return specification.transitions.filter(({ from, to }) => {
    if (!required.has(from.name) || !required.has(to.name)) return false;
    return there.has(from.name) && there.has(to.name) && !done.has(keyOf(from.name, to.name));
  });
}

function makeRealisation(project: Project, pathway: Pathway): Realisation | undefined {
  const specification = project.specifications.get(pathway.realises?.name ?? '');
  if (specification === undefined) return undefined;
  const required = firstOf(specification.stages, ({ name }) => name);
  const byName = new Map<string, RequiredStage>();
  const stages = new Map<Stage, RequiredStage>();
  for (const stage of indexOf(project, pathway).stages) {
    const meant = meantBy(stage, specification, required);
    if (meant === undefined) continue;
    byName.set(stage.name, meant);
    if (stage.used === undefined && stage.stage !== undefined) stages.set(stage.stage, meant);
  }
  const transitions = transitionsOf(pathway, specification, byName);
  const realised = new Map([...byName].toReversed().map(([name, meant]) => [meant, name]));
  return { specification, required, realised, stages, transitions };
}

/** A stage realises the one that it says, else the one of its name; a used one also what it realises where it is described. */
function meantBy(
  { name, stage, used, home }: PathwayStage,
  specification: Specification,
  required: ReadonlyMap<string, RequiredStage>,
): RequiredStage | undefined {
  if (used === undefined) return required.get(stage?.realises?.name ?? name);
  const there = home.realises?.name === specification.name ? stage?.realises?.name : undefined;
  return required.get(there ?? name) ?? required.get(used.stage.name);
}

function transitionsOf(
  pathway: Pathway,
  specification: Specification,
  byName: ReadonlyMap<string, RequiredStage>,
): ReadonlyMap<Transition, RequiredTransition> {
  const wanted = firstOf(specification.transitions, (one) => keyOf(one.from.name, one.to.name));
  const found = new Map<Transition, RequiredTransition>();
  for (const transition of pathway.transitions) {
    const { from, to } = transition;
    if (isElsewhere(pathway, from) || isElsewhere(pathway, to)) continue;
    const start = byName.get(from.stage?.name ?? '');
    const end = byName.get(to.stage?.name ?? '');
    const meant = start && end && wanted.get(keyOf(start.name, end.name));
    if (meant) found.set(transition, meant);
  }
  return found;
}

function firstOf<T>(all: readonly T[], keyBy: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) if (!found.has(keyBy(one))) found.set(keyBy(one), one);
  return found;
}
