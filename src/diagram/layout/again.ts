import type { Box } from '../placed.ts';
import type { Scene, SceneEdge } from '../scene.ts';
import type { Before } from './before.ts';
import { chainOf, earlyLabels, inColumns, lanesOf, rowsOf } from './build.ts';
import type { Chain, Grid, Item } from './grid.ts';
import { besideLine, type Size, type Sizes } from './sizes.ts';
import { clusters, passing, type Span } from './spans.ts';

/** A grid whose items have places that they would like to keep. */
export interface Again {
  readonly grid: Grid;
  /** Where items stood, across the flow, from their beginning. Those that are new are not in it. */
  readonly places: ReadonlyMap<Item, number>;
  /** Where arrows met their boxes, across the flow on the picture, by `out` or `in` and their id. */
  readonly ports: ReadonlyMap<string, number>;
  /** Where boxes and labels stood in their column, along the flow. */
  readonly offsets: ReadonlyMap<Item, number>;
  /** Where columns stood along the flow; nothing for new ones. */
  readonly columns: readonly (Span | undefined)[];
}

/** Reads columns and places out of an earlier picture, and finds columns for what is new. */
export function againOf(scene: Scene, sizes: Sizes, before: Before, parts: ReadonlyMap<string, number>): Again {
  const reader = new Reading(scene, sizes, before, parts);
  const lanes = scene.lanes ? lanesOf(scene) : parts;
  const columnOf = columnsFor(scene, reader);
  const olds = numbered(scene, sizes, columnOf, reader.count);
  const newOf = new Map(olds.flatMap((old, column) => (old === undefined ? [] : [[old, column]])));
  const nodes = new Map(
    scene.nodes.map(({ id }): [string, Item] => {
      const column = newOf.get(columnOf.get(id)!)!;
      return [id, { id, kind: 'node', column, lane: lanes.get(id)!, ...sizes.nodes.get(id)! }];
    }),
  );
  const full = new Set([...nodes.values()].filter(({ line }) => line === undefined).map(({ column }) => column));
  const isEarly = earlyLabels(scene.edges);
  const chains = scene.edges.map((edge) => {
    const old = reader.labelColumnOf(edge);
    const label = old === undefined ? undefined : newOf.get(old);
    return chainFor(edge, isEarly(edge), nodes, full, label, sizes.labels.get(edge.id));
  });
  const places = new Map<Item, number>();
  const stays = stayingOf(scene, before, sizes.down);
  for (const [id, item] of nodes) {
    const box = before.nodes.get(id);
    if (box && stays(item, reader.across(box))) places.set(item, reader.across(box));
  }
  for (const chain of chains) {
    for (const item of chain.items.slice(1, -1)) {
      const at = reader.place(chain.edge, item, olds[item.column]);
      if (at !== undefined && stays(item, at)) places.set(item, at);
    }
  }
  const grid = { columns: inColumns([...nodes.values()], chains, olds.length), chains, ...rowsOf(scene, lanes) };
  return {
    grid,
    places,
    offsets: offsetsOf(grid, reader, olds),
    ports: reader.ports(),
    columns: olds.map((old) => (old === undefined ? undefined : reader.span(old))),
  };
}

/** Whether something may stay at a place across the flow: where that is still its lane. */
function stayingOf(scene: Scene, before: Before, down: boolean): (item: Item, at: number) => boolean {
  const bands = (scene.lanes ?? []).map(({ id }) => before.bands.get(id));
  if (before.bands.size === 0) return () => true;
  return ({ lane }, at) => {
    const band = bands[lane];
    if (!band) return false;
    return down ? at >= band.x && at <= band.x + band.w : at >= band.y && at <= band.y + band.h;
  };
}

function offsetsOf(
  { columns, chains }: Grid,
  reader: Reading,
  olds: readonly (number | undefined)[],
): ReadonlyMap<Item, number> {
  const edges = new Map(chains.flatMap(({ edge, items }) => items.slice(1, -1).map((item) => [item, edge] as const)));
  return new Map(
    columns.flat().flatMap((item) => {
      const old = olds[item.column];
      const span = old === undefined ? undefined : reader.span(old);
      const box = item.kind === 'pass' ? undefined : reader.boxOf(edges.get(item) ?? item.id, item.kind);
      return span && box ? [[item, reader.along(box).from - span.from] as const] : [];
    }),
  );
}

/** What an earlier picture says about a scene. */
class Reading {
  readonly #before: Before;
  readonly #down: boolean;
  readonly #columns: ReadonlyMap<number, readonly Span[]>;
  readonly #parts: ReadonlyMap<string, number>;
  readonly #kept: ReadonlyMap<string, SceneEdge>;
  readonly count: number;

  constructor(scene: Scene, sizes: Sizes, before: Before, parts: ReadonlyMap<string, number>) {
    this.#before = before;
    this.#down = sizes.down;
    this.#parts = parts;
    const kept = scene.edges.filter(({ id, from, to }) => {
      const old = before.edges.get(id);
      const stay = before.nodes.has(from) && before.nodes.has(to);
      return old?.from === from && old.to === to && stay && (old.label !== undefined) === sizes.labels.has(id);
    });
    this.#kept = new Map(kept.map((edge) => [edge.id, edge]));
    const boxes = new Map<number, Span[]>();
    const add = (node: string, box: Box | undefined) => {
      const part = parts.get(node);
      if (!box || part === undefined) return;
      if (!boxes.has(part)) boxes.set(part, []);
      boxes.get(part)!.push(this.along(box));
    };
    for (const [id, box] of before.nodes) add(id, box);
    for (const { id, from } of kept) add(from, before.edges.get(id)!.label);
    this.#columns = new Map([...boxes].map(([part, spans]) => [part, clusters(spans)]));
    this.count = Math.max(0, ...[...this.#columns.values()].map((spans) => spans.length));
  }

  along({ x, y, w, h }: Box): Span {
    return this.#down ? { from: y, to: y + h } : { from: x, to: x + w };
  }

  across({ x, y }: Box): number {
    return this.#down ? x : y;
  }

  /** Where a column stood, where all parts of the picture have the same columns. */
  span(column: number): Span | undefined {
    return this.#columns.size === 1 ? this.#columns.get(0)?.[column] : undefined;
  }

  columnOf(node: string): number | undefined {
    const box = this.#before.nodes.get(node);
    return box && this.#columnAt(box, this.#parts.get(node)!);
  }

  labelColumnOf({ id, from }: SceneEdge): number | undefined {
    const label = this.isKept(id) ? this.#before.edges.get(id)?.label : undefined;
    return label && this.#columnAt(label, this.#parts.get(from)!);
  }

  boxOf(id: string, kind: 'node' | 'label'): Box | undefined {
    if (kind === 'node') return this.#before.nodes.get(id);
    return this.isKept(id) ? this.#before.edges.get(id)?.label : undefined;
  }

  isKept(edge: string): boolean {
    return this.#kept.has(edge);
  }

  /** Where an item of an arrow that was there before stood. */
  place(edge: string, item: Item, column: number | undefined): number | undefined {
    const old = this.isKept(edge) ? this.#before.edges.get(edge) : undefined;
    if (!old) return undefined;
    if (item.kind === 'label' && old.label) return lineOf(old.label, this.#down) - item.line!;
    const span = column === undefined ? undefined : this.#columns.get(this.#parts.get(old.from)!)?.[column];
    return span && passing(old.points, (span.from + span.to) / 2, this.#down);
  }

  ports(): ReadonlyMap<string, number> {
    const all = [...this.#kept.keys()].flatMap((id) => {
      const points = this.#before.edges.get(id)!.points;
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last) return [];
      return [
        [`out ${id}`, this.#down ? first.x : first.y] as const,
        [`in ${id}`, this.#down ? last.x : last.y] as const,
      ];
    });
    return new Map(all);
  }

  #columnAt(box: Box, part: number): number {
    const { from, to } = this.along(box);
    return this.#columns.get(part)!.findIndex((column) => from < column.to && to > column.from);
  }
}

/** The column of every node: as before, or for a new one beside what it is joined with. May begin below 0. */
function columnsFor({ nodes, edges }: Scene, reader: Reading): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { id } of nodes) {
    const column = reader.columnOf(id);
    if (column !== undefined) columns.set(id, column);
  }
  const stages = new Set(
    nodes.flatMap(({ id, kind }) => (kind === 'stage' && columns.has(id) ? [columns.get(id)!] : [])),
  );
  // Stages first, so that ways in and out find them.
  const fresh = nodes
    .filter(({ id }) => !columns.has(id))
    .toSorted((a, b) => Number(a.kind !== 'stage') - Number(b.kind !== 'stage'));
  for (const { id, kind } of fresh) {
    const known = edges.filter((edge) => edge.from !== edge.to);
    const into = known.flatMap(({ from, to }) => (to === id && columns.has(from) ? [columns.get(from)!] : []));
    const out = known.flatMap(({ from, to }) => (from === id && columns.has(to) ? [columns.get(to)!] : []));
    columns.set(id, kind === 'stage' ? stageColumn(into, out, stages, reader.count) : besideColumn(into, out));
    if (kind === 'stage') stages.add(columns.get(id)!);
  }
  return columns;
}

function stageColumn(
  into: readonly number[],
  out: readonly number[],
  stages: ReadonlySet<number>,
  count: number,
): number {
  const sorted = [...stages].sort((a, b) => a - b);
  if (into.length > 0)
    return (
      sorted.find((column) => column > Math.max(...into)) ?? Math.max(count, ...sorted.map((column) => column + 1)) + 1
    );
  if (out.length > 0) return sorted.findLast((column) => column < Math.min(...out)) ?? Math.min(0, sorted[0] ?? 0) - 2;
  return sorted[0] ?? 0;
}

function besideColumn(into: readonly number[], out: readonly number[]): number {
  if (into.length > 0) return Math.max(...into) + 1;
  return out.length > 0 ? Math.min(...out) - 1 : 0;
}

/** The old number of every column. New ones stand where a label would find none between two stages. */
function numbered(
  { edges }: Scene,
  { labels }: Sizes,
  columnOf: ReadonlyMap<string, number>,
  count: number,
): readonly (number | undefined)[] {
  const all = [...columnOf.values()];
  const [first, last] = [Math.min(0, ...all), Math.max(count - 1, ...all)];
  const tight = new Set(
    edges.flatMap(({ id, from, to }) =>
      labels.has(id) && columnOf.get(to) === columnOf.get(from)! + 1 ? [columnOf.get(from)!] : [],
    ),
  );
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((column) =>
    tight.has(column) ? [column, undefined] : [column],
  );
}

/** Its label stands where it stood, else in a column without stages. */
function chainFor(
  edge: SceneEdge,
  early: boolean,
  nodes: ReadonlyMap<string, Item>,
  full: ReadonlySet<number>,
  label: number | undefined,
  size: Size | undefined,
): Chain {
  const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
  const columns =
    to.column > from.column
      ? Array.from({ length: to.column - from.column - 1 }, (_, index) => from.column + 1 + index)
      : Array.from({ length: from.column - to.column + 1 }, (_, index) => from.column - index);
  if (!size) return chainOf(edge, from, to, columns, undefined, undefined, early);
  const free = columns.filter((column) => !full.has(column));
  const at = columns.indexOf(label ?? free[free.length >> 1] ?? columns[columns.length >> 1]!);
  return chainOf(edge, from, to, columns, Math.max(0, at), size, early);
}

/** Where the line runs that a label stands at. */
function lineOf({ x, y, h }: Box, down: boolean): number {
  return down ? x - besideLine : y + h / 2;
}
