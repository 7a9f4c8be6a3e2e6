import { type Grid, type Item, type Link, linksOf } from './grid.ts';

type Columns = readonly (readonly Item[])[];

/** Puts the items of each column into an order in which few arrows cross; items of one lane stay together. */
export function ordered(grid: Grid, turns: number): Grid {
  const links = grid.chains.flatMap(linksOf);
  const neighbours = neighboursOf(links);
  const start: Columns = grid.columns.map((column) => column.toSorted((a, b) => a.lane - b.lane));
  let [columns, best, least] = [start, start, costOf(start, links)];
  for (let turn = 0, idle = 0; turn < turns && idle < 6; turn++, idle++) {
    columns = swept(columns, neighbours, turn);
    const exchanged = swapped(columns, neighbours);
    const cost = costOf(exchanged, links);
    if (cost < least) [best, least, idle] = [exchanged, cost, 0];
  }
  return { ...grid, columns: best };
}

/** Crossings first, then how far arrows have to go across the flow. */
function costOf(columns: Columns, links: readonly Link[]): number {
  const place = placesOf(columns);
  const far = links.reduce((sum, { from, to }) => sum + Math.abs(place.get(from.item)! - place.get(to.item)!), 0);
  return crossings(columns, links) + far / (links.length + 1);
}

/** Neighbours in a column change places where fewer of their arrows cross then. */
function swapped(columns: Columns, neighbours: ReadonlyMap<Item, readonly Item[]>): Columns {
  const result = columns.map((column) => [...column]);
  const place = new Map(result.flatMap((column) => column.map((item, at) => [item, at] as const)));
  for (let turn = 0, changed = true; turn < 4 && changed; turn++) {
    changed = false;
    for (const column of result) {
      for (let at = 1; at < column.length; at++) {
        const [a, b] = [column[at - 1]!, column[at]!];
        if (a.lane !== b.lane || gain(a, b, neighbours, place) <= 0) continue;
        [column[at - 1], column[at]] = [b, a];
        place.set(a, at).set(b, at - 1);
        changed = true;
      }
    }
  }
  return result;
}

/** How many crossings fewer there are when two neighbours of a column change places. */
function gain(
  a: Item,
  b: Item,
  neighbours: ReadonlyMap<Item, readonly Item[]>,
  place: ReadonlyMap<Item, number>,
): number {
  let sum = 0;
  for (const one of neighbours.get(a) ?? []) {
    for (const other of neighbours.get(b) ?? []) {
      if (one.column === other.column && one.column !== a.column) sum += Math.sign(place.get(one)! - place.get(other)!);
    }
  }
  return sum;
}

function neighboursOf(links: readonly Link[]): ReadonlyMap<Item, readonly Item[]> {
  const all = new Map<Item, Item[]>();
  const add = (item: Item, other: Item) => {
    const list = all.get(item);
    if (list) list.push(other);
    else all.set(item, [other]);
  };
  for (const { from, to } of links) {
    add(from.item, to.item);
    add(to.item, from.item);
  }
  return all;
}

/** Each item goes to the middle of those that it is joined with in the columns gone through before, there and back. */
function swept(columns: Columns, neighbours: ReadonlyMap<Item, readonly Item[]>, turn: number): Columns {
  const place = placesOf(columns);
  const result = [...columns];
  const forwards = turn % 2 === 0;
  const indices = columns.map((_, index) => (forwards ? index : columns.length - 1 - index));
  for (const index of indices) {
    const wish = new Map(
      result[index]!.map((item) => {
        const all = neighbours.get(item) ?? [];
        const before = all.filter(({ column }) => (forwards ? column <= index : column >= index));
        return [item, middle(before.length > 0 ? before : all, place) ?? place.get(item)!] as const;
      }),
    );
    const sorted = result[index]!.toSorted(
      (a, b) => a.lane - b.lane || wish.get(a)! - wish.get(b)! || place.get(a)! - place.get(b)!,
    );
    result[index] = sorted;
    for (const [at, item] of sorted.entries()) place.set(item, share(at, sorted.length));
  }
  return result;
}

/** Where the items of every column stand in it, from 0 to 1, so that columns of different lengths compare. */
function placesOf(columns: Columns): Map<Item, number> {
  return new Map(columns.flatMap((column) => column.map((item, at) => [item, share(at, column.length)] as const)));
}

function share(at: number, length: number): number {
  return (at + 0.5) / length;
}

function middle(items: readonly Item[], place: ReadonlyMap<Item, number>): number | undefined {
  if (items.length === 0) return undefined;
  return items.reduce((sum, item) => sum + place.get(item)!, 0) / items.length;
}

/** How many arrows cross in all channels; those that turn back within one count for what they enclose. */
export function crossings(columns: Columns, links: readonly Link[]): number {
  const index = new Map(columns.flatMap((column) => column.map((item, at) => [item, at] as const)));
  const channels = new Map<number, Link[]>();
  for (const link of links) {
    const list = channels.get(link.channel);
    if (list) list.push(link);
    else channels.set(link.channel, [link]);
  }
  let sum = 0;
  for (const list of channels.values()) {
    const through = list.filter(({ from, to }) => from.side !== to.side);
    const pairs = through.map(({ from, to }): [number, number] =>
      from.side === 'before'
        ? [index.get(from.item)!, index.get(to.item)!]
        : [index.get(to.item)!, index.get(from.item)!],
    );
    sum += inversions(pairs);
    for (const { from, to } of list) {
      if (from.side !== to.side) continue;
      const [low, high] = [index.get(from.item)!, index.get(to.item)!].sort((a, b) => a - b) as [number, number];
      const side = from.side === 'before' ? 0 : 1;
      for (const pair of pairs) if (pair[side] > low && pair[side] < high) sum += 1;
    }
  }
  return sum;
}

/** How many pairs are in one order on the one side and in the other on the other. */
function inversions(pairs: readonly (readonly [number, number])[]): number {
  const rights = pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]).map((pair) => pair[1]);
  const size = rights.reduce((most, right) => Math.max(most, right + 1), 0);
  const tree = new Array<number>(size + 1).fill(0);
  let sum = 0;
  for (const [seen, right] of rights.entries()) {
    let upTo = 0;
    for (let at = right + 1; at > 0; at -= at & -at) upTo += tree[at]!;
    sum += seen - upTo;
    for (let at = right + 1; at <= size; at += at & -at) tree[at]! += 1;
  }
  return sum;
}
