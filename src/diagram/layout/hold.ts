import { groupBy } from '../../model/group.ts';
import type { Again } from './again.ts';
import { apart, type Chain, type Grid, type Item, type Link, linksOf } from './grid.ts';
import { inRow } from './isotonic.ts';
import { type Across, otherEnd, ownEnd, portKey } from './settle.ts';
import { smoothed } from './smooth.ts';
import type { Span } from './spans.ts';

/** Where lanes began and ended, and how they may stand now. */
export interface Rows {
  /** Nothing for lanes that are new, and where there are no lanes. */
  readonly bands: readonly (Span | undefined)[];
  /** What each lane needs at least for its heading. */
  readonly least: readonly number[];
  /** Lanes stand below one another as close as they may, wherever they stood. */
  readonly stacked: boolean;
}

/** What it costs to move a thing by a pixel that stood there before, and one that is new. */
const weights = { node: 100, label: 12, pass: 4 } as const;
const fresh = 1;
const portMargin = 10;

/** Places everything across the flow where it stood; others move only as far as what is new would not fit otherwise. */
export function held(again: Again, rows: Rows): Across {
  const { grid, places } = again;
  const wishes = new Map(places);
  const runs = grid.columns.map((column) => byLane(column, places));
  insertNew(grid, runs, wishes, limitsOf(again, rows));
  const items = new Map<Item, number>();
  const lanes: Span[] = [];
  let from = rows.stacked
    ? 0
    : rows.bands.reduce((least, band) => Math.min(least, band?.from ?? least), Number.POSITIVE_INFINITY);
  if (rows.bands.length === 0 && !rows.stacked) from = Number.NEGATIVE_INFINITY;
  for (let lane = 0; lane < grid.lanes; lane++) {
    const own = runs.flatMap((run) => (run.get(lane) ? [run.get(lane)!] : []));
    const band = rows.bands[lane];
    const first = own.flat().reduce((least, item) => Math.min(least, wishes.get(item)!), Number.POSITIVE_INFINITY);
    const old = band?.from ?? (Number.isFinite(first) ? first - grid.padding : 0);
    // A new lane stands right below the one before it.
    const start = rows.stacked || (rows.bands.length > 0 && !band) ? from : Math.max(from, old);
    let end = start + Math.max(rows.least[lane] ?? 0, band ? band.to - band.from : 0, 2 * grid.padding);
    for (const run of own) {
      const row = run.map((item, index) => ({
        at: wishes.get(item)! + start - old,
        weight: places.has(item) ? weights[item.kind] : fresh,
        after: index === 0 ? 0 : behind(run[index - 1]!, item, places),
      }));
      const at = inRow(row, start + grid.padding, Number.POSITIVE_INFINITY);
      for (const [index, item] of run.entries()) items.set(item, at[index]!);
      end = Math.max(end, at.at(-1)! + run.at(-1)!.breadth + grid.padding);
    }
    lanes.push({ from: start, to: end });
    from = end + grid.gap;
  }
  return smoothed(grid, { items, ports: portsFor(again, items), lanes });
}

/** The items of a column that stood there, by their lane and in their order. */
function byLane(column: readonly Item[], places: ReadonlyMap<Item, number>): Map<number, Item[]> {
  const runs = new Map<number, Item[]>();
  const old = column.filter((item) => places.has(item)).sort((a, b) => places.get(a)! - places.get(b)!);
  for (const item of old) {
    const run = runs.get(item.lane);
    if (run) run.push(item);
    else runs.set(item.lane, [item]);
  }
  return runs;
}

/** How far behind another an item stands: as close as it did, but with enough room for what is new or has grown. */
function behind(before: Item, item: Item, places: ReadonlyMap<Item, number>): number {
  const usual = apart(before, item);
  const [a, b] = [places.get(before), places.get(item)];
  if (a === undefined || b === undefined) return before.breadth + usual;
  const tight = before.kind === 'node' && item.kind === 'node' ? 16 : 6;
  return before.breadth + Math.min(usual, Math.max(tight, b - a - before.breadth));
}

/** Between which places each lane has room for what is new, without becoming larger. */
function limitsOf({ grid, places }: Again, { bands }: Rows): readonly Span[] {
  const top = [...places.values()].reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return Array.from({ length: grid.lanes }, (_, lane): Span => {
    const band = bands[lane];
    if (band) return { from: band.from + grid.padding, to: band.to - grid.padding };
    if (bands.length > 0) return { from: grid.padding, to: grid.padding };
    return { from: Number.isFinite(top) ? top : 0, to: Number.POSITIVE_INFINITY };
  });
}

/** Puts new items where there is room near what they are joined with: stages first, then labels and passing arrows. */
function insertNew(
  grid: Grid,
  runs: readonly Map<number, Item[]>[],
  wishes: Map<Item, number>,
  limits: readonly Span[],
): void {
  const put = (item: Item, middle: number) => {
    const run = runs[item.column]!.get(item.lane) ?? [];
    runs[item.column]!.set(item.lane, run);
    const { index, at } = roomFor(item, middle, run, wishes, limits[item.lane]!);
    run.splice(index, 0, item);
    wishes.set(item, at);
  };
  const joined = groupBy(
    grid.chains.flatMap(({ items }) => [
      { own: items[0]!, other: items.at(-1)! },
      { own: items.at(-1)!, other: items[0]! },
    ]),
    ({ own }) => own,
  );
  const nodes = grid.columns.flat().filter(({ kind }) => kind === 'node');
  for (const item of nodes.filter((node) => !wishes.has(node))) {
    const known = (joined.get(item) ?? []).filter(({ other }) => other !== item && wishes.has(other));
    const near = known.filter(({ other }) => other.lane === item.lane);
    const middles = (near.length > 0 ? near : known).map(({ other }) => wishes.get(other)! + other.breadth / 2);
    const lowest = nodes.reduce((most, node) => Math.max(most, (wishes.get(node) ?? 0) + node.breadth), 0);
    put(item, middles.length > 0 ? middles.reduce((a, b) => a + b) / middles.length : lowest + item.breadth);
  }
  for (const chain of grid.chains) insertPasses(chain, wishes, put);
}

/** An arrow runs on where it came from, as far as there is room. */
function insertPasses(
  { items }: Chain,
  wishes: ReadonlyMap<Item, number>,
  put: (item: Item, middle: number) => void,
): void {
  const [source, target] = [items[0]!, items.at(-1)!];
  let last = source;
  let at = wishes.get(source)! + source.breadth / 2;
  for (const item of items.slice(1, -1)) {
    if (item.lane !== last.lane) at = wishes.get(target)! + target.breadth / 2;
    if (!wishes.has(item)) put(item, at - item.line! + item.breadth / 2);
    at = wishes.get(item)! + item.line!;
    last = item;
  }
}

/** Where an item fits between those of a column, near where it would like to have its middle, pushing few aside. */
function roomFor(
  item: Item,
  middle: number,
  run: readonly Item[],
  wishes: ReadonlyMap<Item, number>,
  limit: Span,
): { readonly index: number; readonly at: number } {
  const wish = Math.max(limit.from, Math.min(limit.to - item.breadth, Math.round(middle - item.breadth / 2)));
  let best = { index: 0, at: wish, cost: Number.POSITIVE_INFINITY };
  for (let index = 0; index <= run.length; index++) {
    const [before, after] = [run[index - 1], run[index]];
    const low = before ? wishes.get(before)! + before.breadth + apart(before, item) : limit.from;
    const high = after ? wishes.get(after)! - apart(item, after) - item.breadth : Number.POSITIVE_INFINITY;
    const at = Math.max(low, Math.min(high, wish));
    const push = Math.max(0, low - high);
    const cost = Math.abs(at - wish) + push * (after?.kind === 'node' ? 6 : 2);
    if (cost < best.cost) best = { index, at, cost };
  }
  return best;
}

/** Arrows meet boxes where they did; new ones as near as there is room to where they run on. */
function portsFor({ grid, places, ports }: Again, items: ReadonlyMap<Item, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const ends = grid.chains
    .flatMap(linksOf)
    .flatMap((link) => [link.from, link.to].flatMap((end) => (end.item.kind === 'node' ? [{ link, end }] : [])));
  const sides = groupBy(ends, ({ end }) => `${end.side} ${end.item.id}`);
  for (const side of sides.values()) {
    const node = side[0]!.end.item;
    const wished = side
      .map(({ link, end }) => ({ key: portKey(end, link.chain), ...portWish(link, node, items, places, ports) }))
      .sort((a, b) => a.order - b.order);
    const room = Math.min(14, Math.floor((node.breadth - 2 * portMargin) / Math.max(1, side.length - 1)));
    const row = wished.map((wish) => ({ ...wish, after: room }));
    const at = node.line === undefined ? inRow(row, portMargin, node.breadth - portMargin) : row.map(() => node.line!);
    for (const [index, { key }] of wished.entries()) found.set(key, at[index]!);
  }
  return found;
}

interface PortWish {
  readonly at: number;
  readonly order: number;
  readonly weight: number;
}

function portWish(
  link: Link,
  node: Item,
  items: ReadonlyMap<Item, number>,
  places: ReadonlyMap<Item, number>,
  ports: ReadonlyMap<string, number>,
): PortWish {
  const old = ports.get(portKey(ownEnd(link, node), link.chain));
  const stood = places.get(node);
  if (old !== undefined && stood !== undefined) return { at: old - stood, order: old - stood, weight: 8 };
  const other = otherEnd(link, node).item;
  const at = items.get(other)! + (other.line ?? other.breadth / 2) - items.get(node)!;
  if (link.from.side !== link.to.side) return { at, order: at, weight: 1 };
  // What turns back leaves at the outside.
  const order = at < 0 ? -1e6 - at : 1e6 - at;
  return { at, order, weight: 1 };
}
