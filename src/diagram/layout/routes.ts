import type { Box, Point } from '../placed.ts';
import type { Again } from './again.ts';
import { type Channel, channelOf } from './channel.ts';
import { corners, type Geometry } from './geometry.ts';
import { type End, type Grid, type Item, type Link, linksOf } from './grid.ts';
import { type Across, portKey } from './settle.ts';
import { boxAt, labelBoxAt, pointAt } from './sizes.ts';
import type { Span } from './spans.ts';

/** Room between a box and the nearest arrow that turns, and between two that turn. */
const besideBox = 20;
const slotRoom = 14;
/** What turns stays this far from boxes at least. */
const tightest = 13;
/** No channel between columns is narrower. */
const narrowest = 28;

/** Where columns and what is in them stood along the flow. */
type Stood = Pick<Again, 'columns' | 'offsets'>;

const nothing: Stood = { columns: [], offsets: new Map() };

interface Place {
  readonly from: number;
  readonly length: number;
}

/** Gives columns and channels their room along the flow, and leads every arrow through them. */
export function routed(
  grid: Grid,
  across: Across,
  down: boolean,
  start: number,
  { columns: old, offsets }: Stood = nothing,
): Geometry {
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
  const steps: number[] = [];
  // Without a place to start from, what is new before the first old column stands before it.
  let along = Number.isFinite(start) ? start : 0;
  for (const [index, list] of channels.entries()) {
    const channel = channelOf(
      list.map(({ from, to, ...link }) => {
        const ends = [from, to].map((end) => ({ side: end.side, at: attach(end, { from, to, ...link }) }));
        const on = (side: End['side']) => ends.filter((end) => end.side === side).map(({ at }) => at);
        return { before: on('before'), after: on('after') };
      }),
    );
    for (const [at, link] of list.entries()) turns.set(link, channel.turns[at]!);
    const room = roomOf(channel.slots, index, grid.columns.length, old);
    // The first column stays where it stood, if there is room before it.
    if (index === 0 && old[0]) along = Math.max(start, old[0].from - room.width);
    starts.push(along + room.first);
    steps.push(room.step);
    along += room.width;
    if (index === grid.columns.length) break;
    const span = old[index];
    const length = grid.columns[index]!.reduce(
      (most, item) => Math.max(most, item.length),
      span ? span.to - span.from : 0,
    );
    columns.push({ from: along, length });
    along += length;
  }
  const kept = Number.isFinite(start) ? -1 : old.findIndex((span) => span !== undefined);
  const by = kept < 0 ? 0 : old[kept]!.from - columns[kept]!.from;
  const alongOf = (item: Item): number => {
    const { length } = columns[item.column]!;
    const from = columns[item.column]!.from + by;
    const room = length - item.length;
    const offset = offsets.get(item);
    if (offset !== undefined) return from + Math.max(0, Math.min(room, offset));
    return from + (item.align === 'start' ? 0 : item.align === 'end' ? room : Math.round(room / 2));
  };
  const pointsOf = (own: readonly Link[]): readonly Point[] => {
    const [first, last] = [own[0]!, own.at(-1)!];
    const point = (at: number, end: End, link: Link) => pointAt(down, at, attach(end, link));
    const between = own.flatMap((link) => {
      const { slots, between: middle } = turns.get(link)!;
      const places = slots.map((slot) => starts[link.channel]! + by + slot * steps[link.channel]!);
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

interface Room {
  readonly width: number;
  /** Where the first slot is, and how far it is from each to the next. */
  readonly first: number;
  readonly step: number;
}

/** How wide a channel is: as it was, where what turns in it still fits, else as wide as it needs to be. */
function roomOf(slots: number, index: number, count: number, old: readonly (Span | undefined)[]): Room {
  if (index === 0) return { width: slots === 0 ? 0 : (slots - 1) * slotRoom + besideBox, first: 0, step: slotRoom };
  const usual = slots === 0 ? narrowest : 2 * besideBox + (slots - 1) * slotRoom;
  if (index === count) return { width: slots === 0 ? 0 : usual - besideBox, first: besideBox, step: slotRoom };
  const [before, after] = [old[index - 1], old[index]];
  const width = before && after ? after.from - before.to : 0;
  const fits = slots === 0 ? width >= 20 : width >= 2 * tightest + (slots - 1) * 9;
  if (!fits) return { width: usual, first: besideBox, step: slotRoom };
  const step = Math.min(slotRoom, Math.floor((width - 2 * tightest) / Math.max(1, slots - 1)));
  return { width, first: Math.min(besideBox, Math.floor((width - (slots - 1) * step) / 2)), step };
}
