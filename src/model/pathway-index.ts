import type { End, Pathway, Stage, Transition } from './elements.ts';
import type { PathwayStage } from './graph.ts';
import type { Project } from './project.ts';
import { ownPathways } from './walk.ts';

/** Where a transition or flow really ends, once its names have been looked up. */
export type Endpoint =
  | { readonly where: 'here'; readonly stage: PathwayStage }
  /** In another pathway; without a stage where only the pathway is named. */
  | { readonly where: 'elsewhere'; readonly stage?: Stage }
  /** A name is missing or nothing is called so. */
  | { readonly where: 'broken' };

/** The stages and transitions of one pathway, looked up once so that rules need not search. */
export interface PathwayIndex {
  /** Its own stages, then those it uses; of several with one name, the first; none that has yet to be named. */
  readonly stages: readonly PathwayStage[];
  readonly byName: ReadonlyMap<string, PathwayStage>;
  /** Transitions by the stage of this pathway where they start. */
  readonly outgoing: ReadonlyMap<string, readonly Transition[]>;
  /** Transitions by the stage of this pathway where they end. */
  readonly incoming: ReadonlyMap<string, readonly Transition[]>;
  /** Stages that people reach from another pathway, whichever of the two says so. */
  readonly arrivals: ReadonlySet<string>;
  /** Whether a transition starts at a stage that cannot be found: any stage may be the one that was meant. */
  readonly brokenStart: boolean;
  /** Whether a transition ends at a stage that cannot be found. */
  readonly brokenEnd: boolean;
}

const indexes = new WeakMap<Project, WeakMap<Pathway, PathwayIndex>>();

/** The one that was last asked for: rules ask for it again and again before they go on to the next pathway. */
let last: { readonly project: Project; readonly pathway: Pathway; readonly index: PathwayIndex } | undefined;

/** The index of a pathway of the project, made at its first use. */
export function indexOf(project: Project, pathway: Pathway): PathwayIndex {
  if (last?.pathway === pathway && last.project === project) return last.index;
  const index = remember(
    remember(indexes, project, () => new WeakMap()),
    pathway,
    () => makeIndex(project, pathway),
  );
  last = { project, pathway, index };
  return index;
}

/** Looks up one end of a transition or flow of the pathway. */
export function endpointOf(project: Project, pathway: Pathway, end: End): Endpoint {
  if (isElsewhere(pathway, end)) return endpointElsewhere(project, end);
  const stage = indexOf(project, pathway).byName.get(end.stage?.name ?? '');
  return stage === undefined ? { where: 'broken' } : { where: 'here', stage };
}

/** Whether the end names another pathway, known or not. */
export function isElsewhere(pathway: Pathway, end: End): boolean {
  return end.pathway !== undefined && (end.pathway.name !== pathway.name || end.stage === undefined);
}

function endpointElsewhere(project: Project, end: End): Endpoint {
  const pathway = project.pathways.get(end.pathway?.name ?? '');
  if (pathway === undefined) return { where: 'broken' };
  if (end.stage === undefined) return { where: 'elsewhere' };
  const stage = stageCalled(project, pathway, end.stage.name);
  return stage === undefined ? { where: 'broken' } : { where: 'elsewhere', stage };
}

function makeIndex(project: Project, pathway: Pathway): PathwayIndex {
  const byName = new Map<string, PathwayStage>();
  for (const stage of pathway.stages) addFirst(byName, { name: stage.name, stage, home: pathway });
  for (const used of pathway.uses) {
    const home = project.pathways.get(used.pathway.name);
    const stage = home === undefined ? undefined : ownStages(home).get(used.stage.name);
    addFirst(byName, { name: used.name, used, home: home ?? pathway, ...(stage === undefined ? {} : { stage }) });
  }
  return { stages: [...byName.values()], byName, ...indexLinks(project, pathway, byName) };
}

function indexLinks(project: Project, pathway: Pathway, stages: ReadonlyMap<string, PathwayStage>) {
  const outgoing = new Map<string, Transition[]>();
  const incoming = new Map<string, Transition[]>();
  const arrivals = new Set(arrivalsOf(project).get(pathway.name));
  let brokenStart = false;
  let brokenEnd = false;
  for (const transition of pathway.transitions) {
    const { from, to } = transition;
    const start = isElsewhere(pathway, from) ? undefined : stages.get(from.stage?.name ?? '');
    const end = isElsewhere(pathway, to) ? undefined : stages.get(to.stage?.name ?? '');
    if (start) append(outgoing, start.name, transition);
    if (end) append(incoming, end.name, transition);
    if (end && isElsewhere(pathway, from)) arrivals.add(end.name);
    brokenStart ||= !start && !isElsewhere(pathway, from);
    brokenEnd ||= !end && !isElsewhere(pathway, to);
  }
  return { outgoing, incoming, arrivals, brokenStart, brokenEnd };
}

const arrivalsByProject = new WeakMap<Project, ReadonlyMap<string, ReadonlySet<string>>>();
const crossingsByPathway = new WeakMap<Pathway, readonly End[]>();

/** For each pathway, the stages of it to which transitions of other pathways lead. */
function arrivalsOf(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  return remember(arrivalsByProject, project, () => {
    const found = new Map<string, Set<string>>();
    for (const { stage, pathway } of ownPathways(project).flatMap(crossings)) {
      if (pathway === undefined || stage === undefined) continue;
      const stages = found.get(pathway.name) ?? new Set();
      found.set(pathway.name, stages.add(stage.name));
    }
    return found;
  });
}

/** Kept by pathway, because after an edit most pathways of a project are the same objects as before. */
function crossings(pathway: Pathway): readonly End[] {
  return remember(crossingsByPathway, pathway, () =>
    pathway.transitions.map((transition) => transition.to).filter((to) => isElsewhere(pathway, to)),
  );
}

const stagesByPathway = new WeakMap<Pathway, ReadonlyMap<string, Stage>>();

function ownStages(pathway: Pathway): ReadonlyMap<string, Stage> {
  return remember(stagesByPathway, pathway, () => {
    const stages = new Map<string, Stage>();
    for (const stage of pathway.stages) addFirst(stages, stage);
    return stages;
  });
}

function stageCalled(project: Project, pathway: Pathway, name: string): Stage | undefined {
  return ownStages(pathway).get(name) ?? indexOf(project, pathway).byName.get(name)?.stage;
}

function addFirst<T extends { readonly name: string }>(map: Map<string, T>, element: T): void {
  if (element.name !== '' && !map.has(element.name)) map.set(element.name, element);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function remember<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
