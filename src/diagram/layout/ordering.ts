import { type End, type Grid, type Item, type Link, linksOf } from './grid.ts';

type Columns = readonly (readonly Item[])[];

/** Puts the items of each column into an order in which few arrows cross; items of one lane stay together. */
export function ordered(grid: Grid, tries: number): Grid {
  const links = grid.chains.flatMap(linksOf);
  const neighbours = neighboursOf(links);
  const start: Columns = grid.columns.map((column) => column.toSorted((a, b) => a.lane - b.lane));
  let [best, least] = [start, costOf(start, links)];
  for (let attempt = 0; attempt < tries && least >= 1; attempt++) {
    let columns = attempt === 0 ? start : shuffled(start, attempt);
    for (let turn = 0, idle = 0, own = Infinity; idle < 4; turn++, idle++) {
      columns = swapped(swept(columns, neighbours, turn + (attempt % 2)), neighbours);
      const cost = costOf(columns, links);
      if (cost < own) [own, idle] = [cost, 0];
      if (cost < least) [best, least] = [columns, cost];
    }
  }
  return { ...grid, columns: best };
}

/** Another order to start from: the same every time. */
function shuffled(columns: Columns, attempt: number): Columns {
  let state = attempt;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return columns.map((column) => {
    const keys = new Map(column.map((item) => [item, next()]));
    return column.toSorted((a, b) => a.lane - b.lane || keys.get(a)! - keys.get(b)!);
  });
}

/** Crossings first, then how far arrows have to go across the flow. */
function costOf(columns: Columns, links: readonly Link[]): number {
  const place = placesOf(columns);
  const far = links.reduce((sum, { from, to }) => sum + Math.abs(place.get(from.item)! - place.get(to.item)!), 0);
  return crossings(columns, links) + far / (links.length + 1);
}

/** Neighbours in a column change places where fewer of their arrows cross then. */
function swapped(columns: Columns, neighbours: Neighbours): Columns {
  const result = columns.map((column) => [...column]);
  const place = new Map(result.flatMap((column) => column.map((item, at) => [item, at] as const)));
  for (let turn = 0, changed = true; turn < 4 && changed; turn++) {
    changed = false;
    for (const column of result) {
      for (let at = 1; at < column.length; at++) {
        const [a, b] = [column[at - 1]!, column[at]!];
        if (a.lane !== b.lane || gain(a, b, { neighbours, place }) <= 0) continue;
        [column[at - 1], column[at]] = [b, a];
        place.set(a, at).set(b, at - 1);
        changed = true;
      }
    }
  }
  return result;
}

/** How many crossings fewer there are when two neighbours of a column change places. */
function gain(a: Item, b: Item, { neighbours, place }: Order): number {
  let sum = 0;
  const [ofA, ofB] = [neighbours.get(a) ?? [], neighbours.get(b) ?? []];
  for (const one of ofA) {
    for (const other of ofB) {
      if (one.side !== other.side) continue;
      if (one.turns === other.turns) {
        if (!one.turns) sum += Math.sign(place.get(one.item)! - place.get(other.item)!);
      } else if (one.turns) {
        // What turns back in this column runs past everything between its ends.
        if (one.item !== b) sum += place.get(one.item)! > place.get(b)! ? 1 : -1;
      } else if (other.item !== a) {
        sum += place.get(other.item)! < place.get(a)! ? 1 : -1;
      }
    }
  }
  return sum;
}

interface Neighbour {
  readonly item: Item;
  /** Whether the channel between them is before the column or after it. */
  readonly side: 'before' | 'after';
  /** Whether both stand in the same column. */
  readonly turns: boolean;
}

type Neighbours = ReadonlyMap<Item, readonly Neighbour[]>;

interface Order {
  readonly neighbours: Neighbours;
  readonly place: ReadonlyMap<Item, number>;
}

function neighboursOf(links: readonly Link[]): Neighbours {
  const all = new Map<Item, Neighbour[]>();
  const add = (own: End, other: End) => {
    const one = { item: other.item, side: own.side, turns: own.side === other.side };
    const list = all.get(own.item);
    if (list) list.push(one);
    else all.set(own.item, [one]);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return all;
}

/** Each item goes to the middle of those that it is joined with in the columns gone through before, there and back. */
function swept(columns: Columns, neighbours: Neighbours, turn: number): Columns {
  const place = placesOf(columns);
  const result = [...columns];
  const forwards = turn % 2 === 0;
  const indices = columns.map((_, index) => (forwards ? index : columns.length - 1 - index));
  for (const index of indices) {
    const wish = new Map(
      result[index]!.map((item) => {
        const all = neighbours.get(item) ?? [];
        const before = all.filter(({ item: { column } }) => (forwards ? column <= index : column >= index));
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

function middle(items: readonly Neighbour[], place: ReadonlyMap<Item, number>): number | undefined {
  if (items.length === 0) return undefined;
  return items.reduce((sum, { item }) => sum + place.get(item)!, 0) / items.length;
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
