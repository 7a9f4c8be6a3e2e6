import type { Flow, Pathway, Stage, Transition, UsedStage } from './elements.ts';
import type { Project } from './project.ts';

/**
 * A stage as it stands in a pathway: one of its own, or a shared unit that it uses from another pathway.
 * `stage` is absent where a used stage cannot be found.
 */
export interface PathwayStage {
  /** The name that the pathway knows it by. */
  readonly name: string;
  readonly stage?: Stage;
  readonly used?: UsedStage;
  /** The pathway that describes the stage, whose facts it inherits. */
  readonly home: Pathway;
}

/** All stages of a pathway in the order of the text: its own, then those it uses. */
export function stagesOf(project: Project, pathway: Pathway): readonly PathwayStage[] {
  const own = pathway.stages.map((stage): PathwayStage => ({ name: stage.name, stage, home: pathway }));
  const used = pathway.uses.map((use): PathwayStage => {
    const home = project.pathways.get(use.pathway.name);
    const stage = home?.stages.find((candidate) => candidate.name === use.stage.name);
    return { name: use.name, used: use, home: home ?? pathway, ...(stage === undefined ? {} : { stage }) };
  });
  return first([...own, ...used]);
}

/** Transitions of the pathway that start at the stage. */
export function outgoing(pathway: Pathway, stage: string): readonly Transition[] {
  return pathway.transitions.filter((transition) => startsAt(transition, stage));
}

/** Transitions of the pathway that end at the stage. */
export function incoming(pathway: Pathway, stage: string): readonly Transition[] {
  return pathway.transitions.filter((transition) => endsAt(transition, stage));
}

/** Whether the transition or flow starts at this stage of its own pathway. */
export function startsAt(link: Transition | Flow, stage: string): boolean {
  return link.from.pathway === undefined && link.from.stage?.name === stage;
}

/** Whether the transition or flow ends at this stage of its own pathway. */
export function endsAt(link: Transition | Flow, stage: string): boolean {
  return link.to.pathway === undefined && link.to.stage?.name === stage;
}

/** The names of all stages that can be reached from the given ones along transitions, those included. */
export function reachable(pathway: Pathway, from: Iterable<string>): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from: start, to: end } of pathway.transitions) {
    if (start.pathway || end.pathway || !start.stage || !end.stage) continue;
    next.set(start.stage.name, [...(next.get(start.stage.name) ?? []), end.stage.name]);
  }
  const found = new Set(from);
  const waiting = [...found];
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    for (const target of next.get(stage) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      waiting.push(target);
    }
  }
  return found;
}

function first(stages: readonly PathwayStage[]): readonly PathwayStage[] {
  const seen = new Set<string>();
  return stages.filter((stage) => !seen.has(stage.name) && seen.add(stage.name));
}
