import { groupBy } from '../../model/group.ts';
import type { Placed, PlacedEdge, PlacedNode } from '../placed.ts';

/** The part of a picture that a trace looks at. */
export interface Traced {
  readonly nodes: readonly TracedNode[];
  readonly edges: readonly TracedEdge[];
}

export type TracedNode = Pick<PlacedNode, 'id' | 'shape' | 'caption' | 'facts'>;
export type TracedEdge = Pick<PlacedEdge, 'id' | 'kind' | 'from' | 'to' | 'caption' | 'facts'>;

/** A picture's boxes and arrows, looked up once. */
export interface Graph extends Traced {
  readonly byId: ReadonlyMap<string, TracedNode>;
  readonly stages: readonly TracedNode[];
  /** The ways that people take out of a box and into it. */
  readonly out: ReadonlyMap<string, readonly TracedEdge[]>;
  readonly into: ReadonlyMap<string, readonly TracedEdge[]>;
}

export function graphOf({ nodes, edges }: Traced | Placed): Graph {
  const people = edges.filter((edge) => edge.kind !== 'flow' && edge.kind !== 'tie');
  return {
    nodes,
    edges,
    byId: new Map(nodes.map((node) => [node.id, node])),
    stages: nodes.filter((node) => node.shape === 'stage'),
    out: groupBy(people, ({ from }) => from),
    into: groupBy(people, ({ to }) => to),
  };
}

/** Whether people come to the stage from outside, or nothing leads to it so that it can only be where they begin. */
export function isEntry(graph: Graph, stage: TracedNode): boolean {
  const into = graph.into.get(stage.id) ?? [];
  return (
    into.length === 0 ||
    stage.facts === undefined ||
    stage.facts.fromElsewhere === true ||
    into.some((edge) => graph.byId.get(edge.from)?.shape !== 'stage')
  );
}

/** The stages that people come to from the given ones, those included, along the arrows that let them pass. */
export function reachedFrom(
  graph: Graph,
  starts: readonly TracedNode[],
  passes: (edge: TracedEdge, to: TracedNode) => boolean,
): ReadonlySet<string> {
  const found = new Set(starts.map(({ id }) => id));
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const edge of graph.out.get(id) ?? []) {
      const to = graph.byId.get(edge.to);
      if (to?.shape !== 'stage' || found.has(to.id) || !passes(edge, to)) continue;
      found.add(to.id);
      waiting.push(to.id);
    }
  }
  return found;
}
