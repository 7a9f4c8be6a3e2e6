import { apart, type Chain, type End, type Grid, type Item, type Link, linksOf } from './grid.ts';
import { inRow } from './isotonic.ts';
import { smoothed } from './smooth.ts';
import type { Span } from './spans.ts';

/** Where everything stands across the flow. */
export interface Across {
  /** Where each item begins. */
  readonly items: ReadonlyMap<Item, number>;
  /** Where arrows leave and reach boxes, from where the box begins, by `out` or `in` and the id of the edge. */
  readonly ports: ReadonlyMap<string, number>;
  /** Where each lane begins and ends. */
  readonly lanes: readonly Span[];
}

const portRoom = 16;
const portMargin = 12;

/** Finds a place across the flow for everything, so that arrows run as straight as they can. */
export function settled(grid: Grid, least: readonly number[]): Across {
  const lanes = spansOf(grid, least);
  const scene = new Settling(grid, lanes);
  for (let turn = 0; turn < 12; turn++) scene.sweep(turn % 2 === 0, turn > 8);
  scene.evenPorts();
  for (let turn = 0; turn < 4; turn++) {
    scene.straighten(turn % 2 === 0);
    if (turn % 2 === 1) scene.snapPorts();
  }
  return smoothed(grid, { items: scene.at, ports: scene.ports, lanes });
}

/** As much room across the flow as the fullest column of each lane needs, and at least what its heading needs. */
function spansOf(grid: Grid, least: readonly number[]): readonly Span[] {
  const need = Array.from({ length: grid.lanes }, (_, lane) => (least[lane] ?? 0) - 2 * grid.padding);
  for (const column of grid.columns) {
    for (const run of inLanes(column)) {
      const lane = run[0]!.lane;
      need[lane] = Math.max(need[lane]!, stackOf(run));
    }
  }
  let from = 0;
  return need.map((height) => {
    const span = { from, to: from + Math.max(0, height) + 2 * grid.padding };
    from = span.to + grid.gap;
    return span;
  });
}

/** How much room items take that stand as close as they may. */
function stackOf(run: readonly Item[]): number {
  return run.reduce((sum, item, index) => sum + item.breadth + (index === 0 ? 0 : apart(run[index - 1]!, item)), 0);
}

/** A column cut where the lane changes. */
export function inLanes(column: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of column) {
    if (runs.at(-1)?.[0]?.lane === item.lane) runs.at(-1)!.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The work on one picture: items and ports are moved until they stand well. */
class Settling {
  readonly at = new Map<Item, number>();
  readonly ports = new Map<string, number>();
  readonly #runs: readonly (readonly (readonly Item[])[])[];
  readonly #lanes: readonly Span[];
  readonly #links: readonly Link[];
  readonly #of = new Map<Item, Link[]>();
  readonly #chains: readonly Chain[];
  readonly #padding: number;

  constructor(grid: Grid, lanes: readonly Span[]) {
    this.#runs = grid.columns.map(inLanes);
    this.#lanes = lanes;
    this.#chains = grid.chains;
    this.#padding = grid.padding;
    this.#links = grid.chains.flatMap(linksOf);
    for (const link of this.#links) {
      for (const { item } of [link.from, link.to]) {
        const list = this.#of.get(item);
        if (list) list.push(link);
        else this.#of.set(item, [link]);
      }
    }
    for (const run of this.#runs.flat()) {
      const span = lanes[run[0]!.lane]!;
      let at = span.from + (span.to - span.from - stackOf(run)) / 2;
      for (const [index, item] of run.entries()) {
        at += index === 0 ? 0 : apart(run[index - 1]!, item);
        this.at.set(item, Math.round(at));
        at += item.breadth;
      }
    }
    this.evenPorts();
  }

  /** Moves the items of every column towards those that they are joined with, there or back. */
  sweep(forwards: boolean, both: boolean): void {
    const runs = forwards ? this.#runs : this.#runs.toReversed();
    for (const run of runs.flat()) {
      this.#place(run, (item) => {
        const links = (this.#of.get(item) ?? []).filter((link) => {
          const other = otherEnd(link, item).item;
          return both || (forwards ? other.column <= item.column : other.column >= item.column);
        });
        const wishes = links.map((link) => this.attach(otherEnd(link, item), link.chain) - this.#offset(item, link));
        const straight = links.filter((link) => otherEnd(link, item).item.kind !== 'node').length;
        return { at: median(wishes) ?? this.at.get(item)!, weight: item.kind === 'node' ? 2 : 1 + 2 * straight };
      });
    }
    this.evenPorts();
  }

  /** Puts labels and passing arrows in line with the box that they come from or go to, while boxes stay. */
  straighten(forwards: boolean): void {
    const leaders = this.#leaders(forwards);
    const runs = forwards ? this.#runs : this.#runs.toReversed();
    for (const run of runs.flat()) {
      this.#place(run, (item) => {
        if (item.kind === 'node') return { at: this.at.get(item)!, weight: 1e6 };
        const leader = leaders.get(item);
        const at = leader ? this.attach(leader.end, leader.chain) - item.line! : this.at.get(item)!;
        return { at, weight: leader && leader.end.item.kind !== 'node' ? 3 : 2 };
      });
    }
  }

  #leaders(forwards: boolean): ReadonlyMap<Item, { readonly end: End; readonly chain: Chain }> {
    const leaders = new Map<Item, { readonly end: End; readonly chain: Chain }>();
    for (const chain of this.#chains) {
      const [from, to] = [chain.items[0]!, chain.items.at(-1)!];
      for (const link of linksOf(chain)) {
        const [a, b] = [link.from.item, link.to.item];
        const ahead = a.column <= b.column;
        // Where an arrow has left the lane of its source it follows its target.
        if (b !== to && b.lane === from.lane && ahead === forwards) leaders.set(b, { end: link.from, chain });
        if (a !== from && a.lane !== from.lane && ahead !== forwards) leaders.set(a, { end: link.to, chain });
      }
    }
    return leaders;
  }

  /** Spreads the arrows of each side of a box around its middle, in the order of where they come from or go to. */
  evenPorts(): void {
    this.#eachSide((node, links) => {
      const first = node.breadth / 2 - ((links.length - 1) * portRoom) / 2;
      for (const [index, link] of links.entries())
        this.ports.set(portKey(ownEnd(link, node), link.chain), Math.round(first + index * portRoom));
    });
  }

  /** Puts arrows where they run straight on, as far as the side of their box has room. */
  snapPorts(): void {
    this.#eachSide((node, links) => {
      const top = this.at.get(node)!;
      const wishes = links.map((link) => ({
        at: this.attach(otherEnd(link, node), link.chain) - top,
        weight: 1,
        after: portRoom,
      }));
      const places = inRow(wishes, portMargin, node.breadth - portMargin);
      for (const [index, link] of links.entries())
        this.ports.set(portKey(ownEnd(link, node), link.chain), places[index]!);
    });
  }

  #eachSide(put: (node: Item, links: readonly Link[]) => void): void {
    for (const [item, links] of this.#of) {
      if (item.kind !== 'node') continue;
      for (const way of ['out', 'in'] as const) {
        const own = links.filter((link) => (ownEnd(link, item).side === 'before') === (way === 'out'));
        if (own.length === 0) continue;
        if (item.line === undefined) put(item, this.#sorted(own, item));
        else for (const link of own) this.ports.set(`${way} ${link.chain.edge}`, item.line);
      }
    }
  }

  /** In the order of where they lead; what turns back stands outside of all others, the nearest outermost. */
  #sorted(links: readonly Link[], node: Item): readonly Link[] {
    const keys = new Map(
      links.map((link): readonly [Link, { readonly group: number; readonly at: number }] => {
        const at = this.attach(otherEnd(link, node), link.chain);
        if (link.from.side !== link.to.side) return [link, { group: 1, at }];
        return [link, { group: at < this.at.get(node)! ? 0 : 2, at: -at }];
      }),
    );
    return links.toSorted((a, b) => keys.get(a)!.group - keys.get(b)!.group || keys.get(a)!.at - keys.get(b)!.at);
  }

  /** Where a link meets an item. */
  attach(end: End, chain: Chain): number {
    const { item } = end;
    const top = this.at.get(item)!;
    if (item.kind !== 'node') return top + item.line!;
    return top + (this.ports.get(portKey(end, chain)) ?? item.breadth / 2);
  }

  #offset(item: Item, link: Link): number {
    if (item.kind !== 'node') return item.line!;
    return this.ports.get(portKey(ownEnd(link, item), link.chain)) ?? item.breadth / 2;
  }

  #place(run: readonly Item[], wish: (item: Item) => { readonly at: number; readonly weight: number }): void {
    const span = this.#lanes[run[0]!.lane]!;
    const wishes = run.map((item, index) => {
      const before = run[index - 1];
      return { ...wish(item), after: before ? before.breadth + apart(before, item) : 0 };
    });
    const places = inRow(wishes, span.from + this.#padding, span.to - this.#padding - run.at(-1)!.breadth);
    for (const [index, item] of run.entries()) this.at.set(item, places[index]!);
  }
}

/** The port of a box where an arrow leaves it or comes to it. */
export function portKey(end: End, chain: Chain): string {
  return `${end.side === 'before' ? 'out' : 'in'} ${chain.edge}`;
}

export function ownEnd(link: Link, item: Item): End {
  return link.from.item === item ? link.from : link.to;
}

export function otherEnd(link: Link, item: Item): End {
  return link.from.item === item ? link.to : link.from;
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 || sorted.length === 0 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
