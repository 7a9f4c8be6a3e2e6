import type ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js';
import type { Parts } from '../content/parts.ts';
import { flowOrder } from '../order.ts';
import type { Box, Point } from '../placed.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene.ts';
import { corners, type Geometry } from './geometry.ts';

type Engine = InstanceType<typeof ELK.default>;

let engine: Promise<Engine> | undefined;

/** The layout engine, read when something is to be laid out first: it is larger than all the rest of the program. */
function started(): Promise<Engine> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => new module.default.default());
  return engine;
}

/** Lays out a small graph, so that the first picture need not wait until the engine is at its speed. */
export async function warmUp(): Promise<void> {
  const engine = await started();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const edges = ids.slice(1).map((id, index) => {
    const labels = [{ id: `label ${id}`, text: ' ', width: 60, height: 30 }];
    return { id: `edge ${id}`, sources: [ids[index >> 1]!], targets: [id], labels };
  });
  const children = ids.map((id) => ({ id, width: 200, height: 100 }));
  for (let turn = 0; turn < 4; turn++) {
    await engine.layout({
      id: 'picture',
      layoutOptions: { ...options, ...steady, 'elk.direction': 'RIGHT' },
      children: children.map((node) => ({ ...node })),
      edges: edges.map((edge) => ({ ...edge, labels: edge.labels.map((label) => ({ ...label })) })),
    });
  }
}

/** Stages of one column stay in the order of the text, so that an edit moves little. */
export const steady = { 'elk.layered.crossingMinimization.forceNodeModelOrder': 'true' };
/** Stages stand wherever fewest arrows cross. */
export const free = { 'elk.layered.considerModelOrder.strategy': 'NONE' };
export const folding = { 'elk.layered.wrapping.strategy': 'MULTI_EDGE' };

/** Has the layout engine place everything, with these options besides the usual ones. */
export async function geometryFor(
  scene: Scene,
  parts: Parts,
  more: Readonly<Record<string, string>>,
): Promise<Geometry> {
  const engine = await started();
  return geometryOf(await engine.layout(graphOf(scene, parts, { ...options, ...more })));
}

const options: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.aspectRatio': '1.6',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.portPort': '14',
  'elk.spacing.componentComponent': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.thoroughness': '7',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'NONE',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_UP',
};

function graphOf(scene: Scene, parts: Parts, layoutOptions: Readonly<Record<string, string>>): ElkNode {
  const down = scene.direction === 'down';
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  // The engine lets arrows go back where they run against this order. Where only information moves, it may go back.
  const order = flowOrder(
    scene.nodes.map((node) => node.id),
    scene.edges.filter((edge) => edge.kind !== 'flow'),
  );
  return {
    id: 'picture',
    layoutOptions: { ...layoutOptions, 'elk.direction': down ? 'DOWN' : 'RIGHT' },
    children: order.map((id) => nodeOf(byId.get(id)!, scene, parts)),
    edges: scene.edges.map((edge) => edgeOf(edge, parts, !down)),
  };
}

function nodeOf(node: SceneNode, scene: Scene, parts: Parts): ElkNode {
  const part = parts.nodes.get(node.id)!;
  const [out, into] = scene.direction === 'down' ? ['SOUTH', 'NORTH'] : ['EAST', 'WEST'];
  const ports = scene.edges.flatMap((edge) => [
    ...(edge.from === node.id ? [portOf(edge, 'from', out)] : []),
    ...(edge.to === node.id ? [portOf(edge, 'to', into)] : []),
  ]);
  const base = { id: node.id, width: part.w, height: part.h };
  if (!part.circle) return { ...base, ports, layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' } };
  const { x, y } = part.circle;
  const end = node.kind === 'terminal' && node.sort === 'entry';
  const at = scene.direction === 'down' ? { x, y: end ? part.h : 0 } : { x: end ? part.w : 0, y };
  return {
    ...base,
    ports: ports.map((port) => ({ ...port, ...at })),
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

function portOf(edge: SceneEdge, end: 'from' | 'to', side: string): ElkPort {
  return { id: `${end} ${edge.id}`, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function edgeOf(edge: SceneEdge, parts: Parts, inline: boolean): ElkExtendedEdge {
  const label = parts.labels.get(edge.id);
  // Inline, the line runs through the middle of the label's box, where the label leaves room for it.
  const layoutOptions = { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': String(inline) };
  return {
    id: edge.id,
    sources: [`from ${edge.id}`],
    targets: [`to ${edge.id}`],
    labels: label ? [{ id: `label ${edge.id}`, text: ' ', width: label.w, height: label.h, layoutOptions }] : [],
  };
}

/** Takes what is needed out of what the engine gave back, which also holds its own notes. */
function geometryOf(graph: ElkNode): Geometry {
  const nodes = new Map((graph.children ?? []).map((node) => [node.id, boxOf(node)]));
  const edges = new Map<string, readonly Point[]>();
  const labels = new Map<string, Box>();
  for (const edge of graph.edges ?? []) {
    edges.set(
      edge.id,
      corners((edge.sections ?? []).flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]).map(pixel)),
    );
    const label = edge.labels?.[0];
    if (label) labels.set(edge.id, boxOf(label));
  }
  return { nodes, edges, labels };
}

function boxOf(shape: { x?: number; y?: number; width?: number; height?: number }): Box {
  return { ...pixel({ x: shape.x ?? 0, y: shape.y ?? 0 }), w: shape.width ?? 0, h: shape.height ?? 0 };
}

function pixel(point: { x: number; y: number }): Point {
  return { x: Math.round(point.x), y: Math.round(point.y) };
}
