import type { Scene, SceneLane } from '../../src/diagram/scene.ts';
import { lot } from './generated.ts';

const lanes: readonly Omit<SceneLane, 'stages'>[] = [
  { id: 'lane:police', label: 'Police and court', state: 'recorded', spoken: 'Lane Police and court', folded: false },
  { id: 'lane:secure', label: 'Secure estate', state: 'recorded', spoken: 'Lane Secure estate', folded: false },
  {
    id: 'lane:community',
    label: 'Community services for children, young people and the families that look after them',
    state: 'recorded',
    spoken: 'Lane Community',
    folded: false,
  },
  {
    id: 'lane:inpatient',
    label: 'Donaudampfschifffahrtselektrizitätenhaupt',
    state: 'recorded',
    spoken: 'Lane',
    folded: false,
  },
  { id: 'lane:(unknown)', label: 'setting unknown', state: 'unknown', spoken: 'Lane setting unknown', folded: false },
  { id: 'lane:(none)', label: 'confirmed: none', state: 'none', spoken: 'Lane none', folded: false },
  { id: 'lane:(missing)', label: 'setting not recorded', state: 'missing', spoken: 'Lane not recorded', folded: false },
];

/** A scene whose stages are dealt out to this many lanes. Some lanes may stay empty. */
export function dealt(scene: Scene, count: number, seed: number): Scene {
  const next = lot(seed);
  const chosen = lanes.slice(0, count);
  const nodes = scene.nodes.map((node) =>
    node.kind === 'stage' ? { ...node, lane: chosen[Math.floor(next() * count)]!.id } : node,
  );
  return inLanes(scene, nodes, chosen);
}

/** A scene whose stages stand in the lanes that are named, by the names of stages. */
export function laned(scene: Scene, places: Readonly<Record<string, number>>): Scene {
  const nodes = scene.nodes.map((node) =>
    node.kind === 'stage' ? { ...node, lane: lanes[places[node.id.slice('stage:'.length)] ?? 0]!.id } : node,
  );
  return inLanes(scene, nodes, lanes.slice(0, Math.max(...Object.values(places)) + 1));
}

function inLanes(scene: Scene, nodes: Scene['nodes'], chosen: readonly Omit<SceneLane, 'stages'>[]): Scene {
  const stages = (id: string) => nodes.filter((node) => node.kind === 'stage' && node.lane === id).length;
  return { ...scene, nodes, lanes: chosen.map((lane) => ({ ...lane, stages: stages(lane.id) })) };
}
