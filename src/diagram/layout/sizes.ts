import type { Part, Parts } from '../content/parts.ts';
import type { Box, Point } from '../placed.ts';
import type { Scene, SceneNode } from '../scene.ts';

/** What has to be placed, with its size along and across the flow. Labels stand beside their line, or around it. */
export interface Sizes {
  readonly down: boolean;
  readonly nodes: ReadonlyMap<string, Size>;
  /** By the id of their edge. */
  readonly labels: ReadonlyMap<string, Size>;
}

export interface Size {
  readonly length: number;
  readonly breadth: number;
  readonly line?: number;
  readonly align?: 'start' | 'end';
}

/** How far a label that stands beside its arrow is from it. */
export const besideLine = 4;

/** The sizes of everything in a scene that takes room. */
export function sizesOf(scene: Scene, parts: Parts): Sizes {
  const down = scene.direction === 'down';
  const nodes = scene.nodes.map((node) => [node.id, nodeSize(node, parts.nodes.get(node.id)!, down)] as const);
  const labels = [...parts.labels].map(([id, { w, h }]): [string, Size] => [
    id,
    down ? { length: h, breadth: w + besideLine, line: 0 } : { length: w, breadth: h, line: h / 2 },
  ]);
  return { down, nodes: new Map(nodes), labels: new Map(labels) };
}

function nodeSize(node: SceneNode, { w, h, circle }: Part, down: boolean): Size {
  const [length, breadth] = down ? [h, w] : [w, h];
  if (!circle) return { length, breadth };
  // A way in stands close to what comes after it, a way out to what comes before.
  const align = node.kind === 'terminal' && node.sort === 'entry' ? 'end' : 'start';
  return { length, breadth, line: Math.round(down ? circle.x : circle.y), align };
}

/** The box of a node, given where it stands along and across the flow. */
export function boxAt(down: boolean, along: number, across: number, { length, breadth }: Size): Box {
  return down ? { x: across, y: along, w: breadth, h: length } : { x: along, y: across, w: length, h: breadth };
}

/** The box of a label, without the room between it and its line. */
export function labelBoxAt(down: boolean, along: number, across: number, { length, breadth }: Size): Box {
  return down
    ? { x: across + besideLine, y: along, w: breadth - besideLine, h: length }
    : { x: along, y: across, w: length, h: breadth };
}

/** A point, given where it is along and across the flow. */
export function pointAt(down: boolean, along: number, across: number): Point {
  return down ? { x: across, y: along } : { x: along, y: across };
}
