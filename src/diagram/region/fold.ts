import { groupBy } from '../../model/group.ts';
import { gravest } from '../scene/findings.ts';
import type { Scene, SceneEdge, SceneLane, SceneNode, SummaryNode } from '../scene.ts';

/** The scene with all that stands in a lane as one box, and what leads there merged. */
export function foldedInto(scene: Scene, lane: SceneLane): Scene {
  const members = scene.nodes.filter((node): node is SummaryNode => node.kind === 'summary' && node.lane === lane.id);
  const [first] = members;
  if (!first) return scene;
  const box = boxOf(lane, first, members);
  const inside = new Set(members.map(({ id }) => id));
  const at = (id: string): string => (inside.has(id) ? box.id : id);
  const moved = scene.edges.map((edge) => ({ ...edge, from: at(edge.from), to: at(edge.to) }));
  const left = moved.filter(({ from, to }) => from !== to);
  const touching = left.filter(({ from, to }) => from === box.id || to === box.id);
  const merged = [...groupBy(touching, ({ kind, from, to }) => JSON.stringify([kind, from, to])).values()].map(
    together,
  );
  return {
    ...scene,
    nodes: scene.nodes.flatMap((node): readonly SceneNode[] =>
      node === first ? [box] : inside.has(node.id) ? [] : [node],
    ),
    edges: [...left.filter((edge) => !touching.includes(edge)), ...merged],
    lanes: (scene.lanes ?? []).map((each) => (each.id === lane.id ? { ...each, folded: true } : each)),
  };
}

function boxOf(lane: SceneLane, first: SummaryNode, members: readonly SummaryNode[]): SummaryNode {
  const badge = gravest(members.flatMap((member) => member.badge ?? []));
  const size = lane.size ?? '';
  return {
    kind: 'summary',
    sort: 'whole',
    id: `folded:${lane.id}`,
    label: lane.label,
    proposed: false,
    closed: false,
    lines: [{ text: size, state: 'recorded' }],
    chips: [],
    ...(badge && { badge }),
    questions: members.reduce((sum, { questions }) => sum + questions, 0),
    lane: lane.id,
    place: first.place,
    spoken: `Folded: ${lane.label}, ${size}.`,
    hover: [lane.label, ...members.map(({ label }) => label)].join('\n'),
  };
}

/** Several arrows or lines as one, which says what each of them is when hovering. */
function together(edges: readonly SceneEdge[]): SceneEdge {
  const [first, ...others] = edges as readonly [SceneEdge, ...SceneEdge[]];
  if (others.length === 0) return first;
  const labels = new Set(edges.map(({ label }) => label));
  return {
    ...first,
    label: labels.size === 1 ? first.label : `${edges.length} together`,
    spoken: edges.map(({ spoken }) => spoken).join(' '),
    hover: edges.map(({ hover }) => hover).join('\n'),
  };
}
