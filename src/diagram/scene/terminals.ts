import type { End } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';
import { stageId, stageLabel } from './stages.ts';

/**
 * Where an arrow ends when it is at no stage of this pathway: over in another pathway, or at a name that leads
 * nowhere. Arrows that leave for the same place share a terminal; one that they leave for is never one they come from.
 */
export function terminalFor(project: Project, end: End, side: 'from' | 'to', place: Place): TerminalNode {
  const id = `terminal:${side}:${end.stage?.name ?? ''}${end.pathway ? `@${end.pathway.name}` : ''}`;
  const other = end.pathway && project.pathways.get(end.pathway.name);
  if (end.pathway && !other) return missing(id, `no pathway '${end.pathway.name}'`, end.pathway.place);
  if (!other) {
    return end.stage
      ? missing(id, `no stage '${end.stage.name}'`, end.stage.place)
      : missing(id, 'no stage named', place);
  }
  if (!end.stage) return elsewhere(id, labelOf(other), other.namePlace, side);
  const name = end.stage.name;
  const stage = other.stages.find((candidate) => candidate.name === name);
  if (!stage && !other.uses.some((use) => use.name === name)) {
    return missing(id, `no stage '${name}' in ${labelOf(other)}`, end.stage.place);
  }
  return elsewhere(id, `${stage ? labelOf(stage) : name}, ${labelOf(other)}`, (stage ?? other).namePlace, side);
}

/** A terminal for each `enters` and `leaves`, and the link that joins it to its stage. */
export function waysInAndOut(stages: readonly PathwayStage[]): {
  readonly terminals: readonly TerminalNode[];
  readonly edges: readonly SceneEdge[];
} {
  const ways = stages.flatMap((each) => [...waysOf(each, 'entry'), ...waysOf(each, 'exit')]);
  return { terminals: ways.map((way) => way.terminal), edges: ways.map((way) => way.edge) };
}

interface Way {
  readonly terminal: TerminalNode;
  readonly edge: SceneEdge;
}

function waysOf(each: PathwayStage, sort: 'entry' | 'exit'): readonly Way[] {
  const fact = sort === 'entry' ? 'enters' : 'leaves';
  return recordedFacts(each.stage?.facts[fact] ?? []).map(({ value, place }, index): Way => {
    const path = `${fact}:${each.name}:${index + 1}`;
    const stage = stageLabel(each);
    const way = sort === 'entry' ? `Way in to ${stage}` : `Way out of ${stage}`;
    const drawn = {
      spoken: value === '' ? way : `${way}: ${value}`,
      hover: value === '' ? way : `${way}: ${value}`,
      place,
    };
    const [from, to] =
      sort === 'entry' ? [`terminal:${path}`, stageId(each.name)] : [stageId(each.name), `terminal:${path}`];
    return {
      terminal: { kind: 'terminal', sort, id: `terminal:${path}`, label: value, ...drawn },
      edge: { kind: 'link', id: `link:${path}`, from, to, label: '', sendings: [], questions: 0, ...drawn },
    };
  });
}

function missing(id: string, label: string, place: Place): TerminalNode {
  return {
    kind: 'terminal',
    sort: 'missing',
    id,
    label,
    spoken: `Broken end: ${label}`,
    hover: `There is ${label}.`,
    place,
  };
}

function elsewhere(id: string, label: string, place: Place, side: 'from' | 'to'): TerminalNode {
  const hover = side === 'to' ? `Leads on to ${label}` : `Comes from ${label}`;
  return { kind: 'terminal', sort: 'pathway', id, label, spoken: hover, hover, place };
}
