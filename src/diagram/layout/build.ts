import { groupBy } from '../../model/group.ts';
import type { Scene, SceneEdge } from '../scene.ts';
import type { Chain, Grid, Item } from './grid.ts';
import { layersOf } from './layers.ts';
import type { Size, Sizes } from './sizes.ts';

/** The columns of a scene that is drawn for the first time, each still in the order of the text. */
export function gridOf(scene: Scene, sizes: Sizes): Grid {
  const lanes = scene.lanes ? lanesOf(scene) : partsOf(scene);
  const layers = placedAlone(scene, sizes, lanes, layersOf(scene));
  const stations = scene.edges.map((edge) => stationsOf(edge, layers, sizes));
  // Between two columns of boxes there is one for labels, where any label stands there.
  const used = [
    ...new Set([...layers.values()].map((layer) => 2 * layer).concat(stations.flatMap(({ label }) => label ?? []))),
  ];
  const columnOf = new Map(used.sort((a, b) => a - b).map((station, column) => [station, column]));
  const nodes = new Map(
    scene.nodes.map(({ id }): [string, Item] => {
      const size = sizes.nodes.get(id)!;
      return [id, { id, kind: 'node', column: columnOf.get(2 * layers.get(id)!)!, lane: lanes.get(id)!, ...size }];
    }),
  );
  const isEarly = earlyLabels(scene.edges);
  const chains = scene.edges.map((edge, index) => {
    const { label, passes } = stations[index]!;
    const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
    const known = passes.filter((station) => columnOf.has(station));
    const columns = known.map((station) => columnOf.get(station)!);
    const at = label === undefined ? undefined : known.indexOf(label);
    return chainOf(edge, from, to, columns, at, sizes.labels.get(edge.id), isEarly(edge));
  });
  const columns = inColumns([...nodes.values()], chains, used.length);
  return { columns, chains, ...rowsOf(scene, lanes) };
}

/** How many lanes there are, and the room in and between them. */
export function rowsOf(scene: Scene, lanes: ReadonlyMap<string, number>): Pick<Grid, 'lanes' | 'padding' | 'gap'> {
  if (scene.lanes) return { lanes: scene.lanes.length, padding: 18, gap: 10 };
  return { lanes: 1 + Math.max(...lanes.values()), padding: 0, gap: 40 };
}

/** The lane of each node: its own, else that of the first stage that it is joined with. */
export function lanesOf({ nodes, edges, lanes = [] }: Scene): ReadonlyMap<string, number> {
  const places = new Map(lanes.map(({ id }, index) => [id, index]));
  const own = new Map(
    nodes.flatMap(({ id, lane }) => (lane !== undefined && places.has(lane) ? [[id, places.get(lane)!]] : [])),
  );
  const beside = (id: string): number | undefined => {
    const edge = edges.find(({ from, to }) => (from === id && own.has(to)) || (to === id && own.has(from)));
    return edge && own.get(edge.from === id ? edge.to : edge.from);
  };
  return new Map(nodes.map(({ id }) => [id, own.get(id) ?? beside(id) ?? 0]));
}

/** Which part of the picture each node belongs to: what hangs together, and last all that hang on nothing. */
export function partsOf({ nodes, edges }: Scene): ReadonlyMap<string, number> {
  const leader = new Map(nodes.map(({ id }) => [id, id]));
  const leading = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  for (const { from, to } of edges) leader.set(leading(to), leading(from));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const parts = [...new Set(nodes.filter(({ id }) => joined.has(id)).map(({ id }) => leading(id)))];
  return new Map(nodes.map(({ id }) => [id, joined.has(id) ? parts.indexOf(leading(id)) : parts.length]));
}

/** Makes the items that an arrow passes in these columns. The label is the one at `labelAt`. */
export function chainOf(
  edge: { readonly id: string },
  from: Item,
  to: Item,
  columns: readonly number[],
  labelAt: number | undefined,
  size: Size | undefined,
  early: boolean,
): Chain {
  const inner = columns.map((column, index): Item => {
    const isLabel = index === labelAt && size !== undefined;
    // An arrow changes its lane once: just before its label or just after it.
    const first = isLabel || labelAt === undefined ? early : index < labelAt;
    const lane = first ? from.lane : to.lane;
    return isLabel
      ? { id: `label ${edge.id}`, kind: 'label', column, lane, ...size }
      : { id: `pass ${index} ${edge.id}`, kind: 'pass', column, lane, length: 0, breadth: 0, line: 0 };
  });
  return { edge: edge.id, items: [from, ...inner, to] };
}

/** Of each arrow, whether its label stands in the lane that it comes from: where fewer other arrows have theirs. */
export function earlyLabels(edges: readonly SceneEdge[]): (edge: SceneEdge) => boolean {
  const from = groupBy(edges, (edge) => edge.from);
  const to = groupBy(edges, (edge) => edge.to);
  return (edge) => (from.get(edge.from)?.length ?? 0) <= (to.get(edge.to)?.length ?? 0);
}

/** All items by their columns. */
export function inColumns(
  nodes: readonly Item[],
  chains: readonly Chain[],
  count: number,
): readonly (readonly Item[])[] {
  const columns: Item[][] = Array.from({ length: count }, () => []);
  for (const item of [...nodes, ...chains.flatMap(({ items }) => items.slice(1, -1))]) columns[item.column]!.push(item);
  return columns;
}

/** Nodes without arrows stand where there is most room in their lane. */
function placedAlone(
  scene: Scene,
  sizes: Sizes,
  lanes: ReadonlyMap<string, number>,
  layers: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const joined = new Set(scene.edges.flatMap(({ from, to }) => [from, to]));
  const alone = scene.nodes.filter(({ id }) => !joined.has(id));
  const count = Math.max(
    Math.ceil(Math.sqrt(alone.length)),
    ...[...layers].map(([id, layer]) => (joined.has(id) ? layer + 1 : 0)),
  );
  const heights = new Map<number, number[]>();
  const put = (id: string, layer: number) => {
    const lane = lanes.get(id)!;
    if (!heights.has(lane)) heights.set(lane, Array<number>(count).fill(0));
    heights.get(lane)![layer]! += sizes.nodes.get(id)!.breadth + 32;
  };
  for (const id of joined) if (layers.has(id)) put(id, layers.get(id)!);
  const chosen = new Map(layers);
  for (const { id } of alone) {
    const all = heights.get(lanes.get(id)!) ?? Array<number>(count).fill(0);
    const layer = all.indexOf(Math.min(...all));
    chosen.set(id, layer);
    put(id, layer);
  }
  return chosen;
}

interface Stations {
  readonly passes: readonly number[];
  readonly label?: number;
}

/** Boxes stand at even stations, labels between them at odd ones. */
function stationsOf({ id, from, to }: SceneEdge, layers: ReadonlyMap<string, number>, { labels }: Sizes): Stations {
  const [first, last] = [2 * layers.get(from)!, 2 * layers.get(to)!];
  const passes =
    last > first
      ? Array.from({ length: last - first - 1 }, (_, index) => first + 1 + index)
      : Array.from({ length: first - last + 1 }, (_, index) => first - index);
  if (!labels.has(id)) return { passes };
  const between = passes.filter((station) => station % 2 === 1);
  return { passes, label: between[between.length >> 1] ?? first };
}
