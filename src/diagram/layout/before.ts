import type { Parts } from '../content/parts.ts';
import type { Box, PositionedEdge, Positions } from '../placed.ts';
import type { Scene } from '../scene.ts';
import { lanesOf } from './build.ts';
import type { Geometry } from './geometry.ts';

/** A picture that another one starts from: where things stood, and what was joined with what. */
export interface Before {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: ReadonlyMap<string, PositionedEdge>;
  readonly bands: ReadonlyMap<string, Box>;
}

/** What the layout engine found, as something to start from. */
export function beforeOf(scene: Scene, { nodes, edges, labels }: Geometry): Before {
  const old = scene.edges.map(({ id, from, to }) => {
    const label = labels.get(id);
    return [id, { from, to, points: edges.get(id) ?? [], ...(label ? { label } : {}) }] as const;
  });
  return { nodes, edges: new Map(old), bands: new Map() };
}

/** An earlier picture, if this one may start from it: it runs the same way and most of it is still there. */
export function usable(scene: Scene, previous: Positions | undefined): Before | undefined {
  if (!previous || previous.direction !== scene.direction) return undefined;
  const kept = scene.nodes.filter(({ id }) => previous.nodes[id] !== undefined).length;
  if (kept * 2 < scene.nodes.length || kept === 0) return undefined;
  const lanes = (scene.lanes ?? []).map(({ id }) => id);
  const old = Object.keys(previous.bands);
  const shared = lanes.filter((id) => old.includes(id));
  if (lanes.length > 0 !== old.length > 0 || shared.length * 2 < Math.max(lanes.length, old.length)) return undefined;
  if (old.filter((id) => lanes.includes(id)).join() !== shared.join()) return undefined;
  return {
    nodes: new Map(Object.entries(previous.nodes)),
    edges: new Map(Object.entries(previous.edges)),
    bands: new Map(Object.entries(previous.bands)),
  };
}

/** The same picture as before, if nothing that takes room has changed: only words, signs or colours have. */
export function unchanged(scene: Scene, parts: Parts, before: Before): Geometry | undefined {
  if (!inOldLanes(scene, before)) return undefined;
  const same = (old: Box | undefined, now: { readonly w: number; readonly h: number } | undefined) =>
    old?.w === now?.w && old?.h === now?.h;
  if (scene.nodes.length !== before.nodes.size || scene.edges.length !== before.edges.size) return undefined;
  if (!scene.nodes.every(({ id }) => same(before.nodes.get(id), parts.nodes.get(id)))) return undefined;
  const stays = scene.edges.every(({ id, from, to }) => {
    const old = before.edges.get(id);
    return old?.from === from && old.to === to && same(old.label, parts.labels.get(id));
  });
  if (!stays) return undefined;
  const old = [...before.edges];
  return {
    nodes: before.nodes,
    edges: new Map(old.map(([id, { points }]) => [id, points])),
    labels: new Map(old.flatMap(([id, { label }]) => (label ? [[id, label]] : []))),
    ...(scene.lanes ? { bands: scene.lanes.map(({ id }) => before.bands.get(id)!) } : {}),
  };
}

/** Whether every box stands in the band of its lane, and every lane has one. */
function inOldLanes(scene: Scene, before: Before): boolean {
  const bands = (scene.lanes ?? []).map(({ id }) => before.bands.get(id));
  if (bands.length !== before.bands.size || bands.includes(undefined)) return false;
  const lanes = lanesOf(scene);
  return [...before.nodes].every(([id, box]) => {
    const band = bands[lanes.get(id)!];
    return (
      band === undefined || (box.x >= band.x && box.y >= band.y && box.x <= band.x + band.w && box.y <= band.y + band.h)
    );
  });
}
