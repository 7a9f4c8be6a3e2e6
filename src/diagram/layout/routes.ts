import type { Box, Point } from '../placed.ts';
import { type Channel, channelOf } from './channel.ts';
import { corners, type Geometry } from './geometry.ts';
import { type End, type Grid, type Item, type Link, linksOf } from './grid.ts';
import { type Across, portKey } from './settle.ts';
import { boxAt, labelBoxAt, pointAt } from './sizes.ts';

/** Room between a box and the nearest arrow that turns, and between two that turn. */
const besideBox = 20;
const slotRoom = 14;
/** No channel between columns is narrower. */
const narrowest = 36;

interface Place {
  readonly from: number;
  readonly length: number;
}

/** Gives columns and channels their room along the flow, and leads every arrow through them. */
export function routed(grid: Grid, across: Across, down: boolean, start: number): Geometry {
  const links = grid.chains.map(linksOf);
  const channels = Array.from({ length: grid.columns.length + 1 }, (): Link[] => []);
  for (const link of links.flat()) channels[link.channel]!.push(link);
  const attach = (end: End, link: Link): number => {
    const at = across.items.get(end.item)!;
    return at + (end.item.kind === 'node' ? across.ports.get(portKey(end, link.chain))! : end.item.line!);
  };
  const turns = new Map<Link, Channel['turns'][number]>();
  const columns: Place[] = [];
  const starts: number[] = [];
  let along = start;
  for (const [index, list] of channels.entries()) {
    const channel = channelOf(
      list.map(({ from, to, ...link }) => {
        const ends = [from, to].map((end) => ({ side: end.side, at: attach(end, { from, to, ...link }) }));
        const on = (side: End['side']) => ends.filter((end) => end.side === side).map(({ at }) => at);
        return { before: on('before'), after: on('after') };
      }),
    );
    for (const [at, link] of list.entries()) turns.set(link, channel.turns[at]!);
    const outside = index === 0 || index === grid.columns.length;
    const outer = index === 0 ? 0 : besideBox;
    starts.push(along + outer);
    const busy = (channel.slots - 1) * slotRoom + besideBox + outer;
    along += channel.slots === 0 ? (outside ? 0 : narrowest) : Math.max(outside ? 0 : narrowest, busy);
    if (index === grid.columns.length) break;
    const length = Math.max(0, ...grid.columns[index]!.map((item) => item.length));
    columns.push({ from: along, length });
    along += length;
  }
  const alongOf = (item: Item): number => {
    const { from, length } = columns[item.column]!;
    const room = length - item.length;
    return from + (item.align === 'start' ? 0 : item.align === 'end' ? room : Math.round(room / 2));
  };
  const pointsOf = (own: readonly Link[]): readonly Point[] => {
    const [first, last] = [own[0]!, own.at(-1)!];
    const point = (at: number, end: End, link: Link) => pointAt(down, at, attach(end, link));
    const between = own.flatMap((link) => {
      const { slots, between: middle } = turns.get(link)!;
      const places = slots.map((slot) => starts[link.channel]! + slot * slotRoom);
      if (link.from.side === 'after') places.reverse();
      const [one, two] = places;
      if (one === undefined) return [];
      const on = (at: number) => pointAt(down, at, middle!);
      if (two === undefined) return [point(one, link.from, link), point(one, link.to, link)];
      return [point(one, link.from, link), on(one), on(two), point(two, link.to, link)];
    });
    const from = alongOf(first.from.item) + first.from.item.length;
    return corners([point(from, first.from, first), ...between, point(alongOf(last.to.item), last.to, last)]);
  };
  const nodes = new Map<string, Box>();
  const labels = new Map<string, Box>();
  for (const item of grid.columns.flat()) {
    if (item.kind === 'node') nodes.set(item.id, boxAt(down, alongOf(item), across.items.get(item)!, item));
  }
  for (const { edge, items } of grid.chains) {
    const label = items.find((item) => item.kind === 'label');
    if (label) labels.set(edge, labelBoxAt(down, alongOf(label), across.items.get(label)!, label));
  }
  return { nodes, labels, edges: new Map(links.map((own, index) => [grid.chains[index]!.edge, pointsOf(own)])) };
}
