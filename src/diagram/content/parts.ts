import type { Content } from '../placed.ts';
import type { Direction, Scene, SceneEdge, SceneNode } from '../scene.ts';
import { cardOf } from './card.ts';
import { type EdgeLabel, edgeLabelOf } from './edge.ts';
import { summaryOf } from './summary.ts';
import { terminalOf } from './terminal.ts';

/** What stands in one node, and how large it is. */
export interface Part {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
  readonly circle?: { readonly x: number; readonly y: number };
}

/** Everything of a scene measured, by id, before it is placed. */
export interface Parts {
  readonly nodes: ReadonlyMap<string, Part>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
}

/** Room that each arrow takes on the side of a box, in pixels. */
const portRoom = 16;

/** Measures all parts of a scene. A box with many arrows on one side is made long enough to tell them apart. */
export function partsOf(scene: Scene): Parts {
  const most = busiestSides(scene.edges);
  const nodes = scene.nodes.map((node): [string, Part] => {
    const part = partOf(node, scene.direction);
    if (part.circle) return [node.id, part];
    const needed = 24 + portRoom * ((most.get(node.id) ?? 1) - 1);
    return [
      node.id,
      scene.direction === 'right' ? { ...part, h: Math.max(part.h, needed) } : { ...part, w: Math.max(part.w, needed) },
    ];
  });
  const labels = scene.edges.flatMap((edge): readonly [string, EdgeLabel][] => {
    const manner = scene.direction === 'right' ? 'on-line' : 'beside';
    const label = edgeLabelOf(edge, manner);
    return label ? [[edge.id, label]] : [];
  });
  return { nodes: new Map(nodes), labels: new Map(labels) };
}

function partOf(node: SceneNode, direction: Direction): Part {
  switch (node.kind) {
    case 'stage':
      return cardOf(node);
    case 'summary':
      return summaryOf(node);
    case 'terminal':
      return terminalOf(node, direction);
  }
}

/** For each node, how many arrows its busier side has. */
function busiestSides(edges: readonly SceneEdge[]): ReadonlyMap<string, number> {
  const count = (end: 'from' | 'to') => {
    const counts = new Map<string, number>();
    for (const edge of edges) counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1);
    return counts;
  };
  const [out, into] = [count('from'), count('to')];
  return new Map([...out.keys(), ...into.keys()].map((id) => [id, Math.max(out.get(id) ?? 0, into.get(id) ?? 0)]));
}
