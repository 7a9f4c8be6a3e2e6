import { Graphviz } from '@hpcc-js/wasm-graphviz';
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { partsOf } from '../src/diagram/content/parts.ts';
import { corners } from '../src/diagram/layout/geometry.ts';
import { layout } from '../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../src/diagram/overlaps.ts';
import { pageOf } from '../src/diagram/page.ts';
import { type Placed, positionsOf } from '../src/diagram/placed.ts';
import { sceneOf } from '../src/diagram/scene/scene-of.ts';
import type { Scene } from '../src/diagram/scene.ts';
import { edited, kinds } from '../test/diagram/edits.ts';
import { generated } from '../test/diagram/generated.ts';
import { movesBetween } from '../test/diagram/moves.ts';
import { measure, print } from './measure.ts';

type Layouter = (scene: Scene) => Promise<Placed>;

/** How good pictures are and how much an edit moves, beside the layout engine's defaults and Graphviz; and its time. */
export async function benchLayout(): Promise<void> {
  const graphviz = await Graphviz.load();
  const all: readonly (readonly [string, Layouter])[] = [
    ['ours', layout],
    ["ELK's defaults", elkDefaults],
    ['Graphviz dot', async (scene) => dot(graphviz, scene)],
  ];
  const scenes = Array.from({ length: 24 }, (_, seed) => sceneFor(seed, 5 + 2 * seed));
  console.log(
    '\n24 generated pathways of 5 to 51 stages: faults, crossings, bends, length (1000 px), area (megapixels)',
  );
  for (const [name, draw] of all) console.log(`  ${name.padEnd(16)} ${(await qualities(scenes, draw)).join('  ')}`);
  console.log('\nHow far an edit moves the other stages, in widths of a stage (and neighbours that change places)');
  for (const kind of kinds.filter((each) => each !== 'move lane')) {
    const anew = await Promise.all(all.map(async ([name, draw]) => `${name} ${await moves(scenes, kind, draw)}`));
    const kept = await moves(scenes, kind, layout, true);
    console.log(`  ${kind.padEnd(16)} ours from the last picture ${kept}  anew: ${anew.join('  ')}`);
  }
  await benchEdit();
}

async function benchEdit(): Promise<void> {
  const scene = sceneFor(5, 300);
  const previous = positionsOf(await layout(scene));
  const edit = edited(scene, 'add', 3)!.scene;
  const results = await measure(
    [
      { name: 'anew', run: () => layout(edit) },
      { name: 'after an edit of one stage', run: () => layout(edit, previous) },
      { name: 'after an edit of words', run: () => layout(scene, previous) },
    ],
    8,
  );
  print('A picture of 300 stages is laid out', results, 'anew');
}

function sceneFor(seed: number, size: number): Scene {
  const { project, pathway, findings } = generated(seed, size);
  return sceneOf(project, pathway, findings);
}

async function qualities(scenes: readonly Scene[], draw: Layouter): Promise<readonly number[]> {
  const sums = [0, 0, 0, 0, 0];
  for (const scene of scenes) {
    const quality = qualityOf(await draw(scene));
    const { crossings, bends, edgeLength, area } = quality;
    for (const [index, value] of [faultsOf(quality), crossings, bends, edgeLength / 1e3, area / 1e6].entries()) {
      sums[index]! += value;
    }
  }
  return sums.map(Math.round);
}

async function moves(
  scenes: readonly Scene[],
  kind: (typeof kinds)[number],
  draw: Layouter,
  kept = false,
): Promise<string> {
  let [mean, swapped, count] = [0, 0, 0];
  for (const [seed, scene] of scenes.entries()) {
    const edit = edited(scene, kind, seed);
    if (!edit) continue;
    const before = await draw(scene);
    const after = kept ? await layout(edit.scene, positionsOf(before)) : await draw(edit.scene);
    const moved = movesBetween(before, after, edit.touched);
    mean += moved.mean;
    swapped += moved.swapped;
    count += 1;
  }
  return `${(mean / count).toFixed(3)} (${((100 * swapped) / count).toFixed(1)} %)`;
}

const elkDefaults: Layouter = async (scene) => {
  const parts = partsOf(scene);
  const size = (id: string) => ({ width: parts.nodes.get(id)!.w, height: parts.nodes.get(id)!.h });
  const graph: ElkNode = await new ELK.default().layout({
    id: 'picture',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'ORTHOGONAL' },
    children: scene.nodes.map(({ id }) => ({ id, ...size(id) })),
    edges: scene.edges.map(({ id, from, to }) => {
      const label = parts.labels.get(id);
      return {
        id,
        sources: [from],
        targets: [to],
        labels: label ? [{ text: ' ', width: label.w, height: label.h }] : [],
      };
    }),
  });
  const box = (shape: { x?: number; y?: number; width?: number; height?: number }) => ({
    x: shape.x ?? 0,
    y: shape.y ?? 0,
    w: shape.width ?? 0,
    h: shape.height ?? 0,
  });
  const edges = graph.edges ?? [];
  return pageOf(scene, parts, {
    nodes: new Map((graph.children ?? []).map((node) => [node.id, box(node)])),
    labels: new Map(edges.flatMap(({ id, labels }) => (labels?.[0] ? [[id, box(labels[0])] as const] : []))),
    edges: new Map(
      edges.map(({ id, sections = [] }) => [
        id,
        corners(sections.flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint])),
      ]),
    ),
  });
};

/** Boxes and orthogonal arrows of the same sizes; Graphviz does not place labels on those. */
function dot(graphviz: Graphviz, scene: Scene): Placed {
  const parts = partsOf(scene);
  const number = new Map(scene.nodes.map(({ id }, index) => [id, index]));
  const nodes = scene.nodes.map(({ id }, index) => {
    const { w, h } = parts.nodes.get(id)!;
    return `${index} [shape=box,fixedsize=true,label="",width=${w / 72},height=${h / 72}];`;
  });
  const lines = scene.edges.map(({ from, to }, index) => `${number.get(from)} -> ${number.get(to)} [id=${index}];`);
  const text = graphviz.dot(`digraph g { rankdir=LR; splines=ortho; ${nodes.join('')} ${lines.join('')} }`, 'json');
  const drawn = JSON.parse(text) as {
    objects: { name: string; pos: string }[];
    edges?: { id: string; pos: string }[];
  };
  const places = drawn.objects.map(({ name, pos }) => {
    const { id } = scene.nodes[Number(name)]!;
    const [x, y] = pos.split(',').map(Number) as [number, number];
    const { w, h } = parts.nodes.get(id)!;
    return [id, { x: x - w / 2, y: -y - h / 2, w, h }] as const;
  });
  const edges = (drawn.edges ?? []).map(({ id, pos }) => {
    const points = pos.split(' ').filter((part) => !/^[es],/.test(part));
    const all = points.map((point) => point.split(',').map(Number) as [number, number]);
    // Of each curve only its ends: an orthogonal one is straight.
    const ends = all.filter((_, index) => index % 3 === 0).map(([x, y]) => ({ x, y: -y }));
    return [scene.edges[Number(id)]!.id, corners(ends)] as const;
  });
  return pageOf(
    scene,
    { ...parts, labels: new Map() },
    { nodes: new Map(places), edges: new Map(edges), labels: new Map() },
  );
}
