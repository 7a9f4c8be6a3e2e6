/** A piece of an arrow in a channel: where it comes in and goes out, across the flow, before and after the channel. */
export interface Piece {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** How the pieces of one channel run. */
export interface Channel {
  /** For each piece, the slots in which it turns, and where it runs from one to the next. None where it is straight. */
  readonly turns: readonly Turns[];
  readonly slots: number;
}

export interface Turns {
  readonly slots: readonly number[];
  /** Where it runs between its two slots. */
  readonly between?: number;
}

interface Segment extends Piece {
  readonly piece: number;
  /** The first or second half of a piece that turns twice. */
  readonly half?: 0 | 1;
  readonly low: number;
  readonly high: number;
}

/** Lines closer than this look like one. */
const near = 5;
/** Lines on top of one another are worse than any crossing. */
const forbidden = 10_000;

/** Gives every piece that turns a slot of its own, in an order in which few cross and none run on one another. */
export function channelOf(pieces: readonly Piece[]): Channel {
  let segments = pieces.flatMap((piece, index) => segmentOf(piece, index) ?? []);
  let order = sifted(segments);
  for (let clash = clashIn(order); clash; clash = clashIn(order)) {
    const taken = segments.flatMap(({ before, after }) => [...before, ...after]);
    const [first, second] = halves(clash, free(clash, taken));
    segments = segments.flatMap((segment) => (segment === clash ? [first, second] : [segment]));
    order = [first, ...order.filter((segment) => segment !== clash), second];
  }
  const slots = slotsOf(order);
  return {
    turns: pieces.map((_, index) =>
      turnsOf(
        segments.filter(({ piece }) => piece === index),
        slots,
      ),
    ),
    slots: Math.max(0, ...[...slots.values()].map((slot) => slot + 1)),
  };
}

function segmentOf({ before, after }: Piece, piece: number): Segment | undefined {
  const ends = [...before, ...after];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return low === high ? undefined : { piece, before, after, low, high };
}

function turnsOf(segments: readonly Segment[], slots: ReadonlyMap<Segment, number>): Turns {
  const sorted = segments.toSorted((a, b) => (a.half ?? 0) - (b.half ?? 0));
  const first = sorted[0];
  const turns = { slots: sorted.map((segment) => slots.get(segment)!) };
  return first?.half === 0 ? { ...turns, between: first.after[0]! } : turns;
}

function halves(segment: Segment, between: number): readonly [Segment, Segment] {
  const [from, to] = [segment.before[0]!, segment.after[0]!];
  const half = (which: 0 | 1, before: number, after: number): Segment => ({
    piece: segment.piece,
    half: which,
    before: [before],
    after: [after],
    low: Math.min(before, after),
    high: Math.max(before, after),
  });
  return [half(0, from, between), half(1, between, to)];
}

/** A place across the flow near the middle of a segment where no other line runs. */
function free(segment: Segment, taken: readonly number[]): number {
  const middle = Math.round((segment.low + segment.high) / 2);
  for (let step = 0; ; step += 4) {
    for (const at of [middle - step, middle + step]) {
      if (taken.every((other) => Math.abs(other - at) > near + 2)) return at;
    }
  }
}

/** A segment that has to stand before another and does not, for good. */
function clashIn(order: readonly Segment[]): Segment | undefined {
  for (const [index, segment] of order.entries()) {
    if (segment.half !== undefined || segment.before.length !== 1 || segment.after.length !== 1) continue;
    for (const later of order.slice(index + 1)) if (cost(segment, later) >= forbidden) return segment;
  }
  return undefined;
}

/** What it costs to have one segment in a slot before that of another. */
function cost(first: Segment, second: Segment): number {
  let sum = 0;
  for (const at of first.after) {
    if (at > second.low && at < second.high) sum += 1;
    for (const other of second.before) {
      const distance = Math.abs(other - at);
      if (distance < near) sum += distance < 2.5 ? forbidden : 4;
    }
  }
  for (const at of second.before) if (at > first.low && at < first.high) sum += 1;
  return sum;
}

/** Moves each segment to where it costs least, until that changes nothing. */
function sifted(segments: readonly Segment[]): readonly Segment[] {
  const order = segments.toSorted((a, b) => a.low + a.high - b.low - b.high || a.piece - b.piece);
  const count = order.length;
  if (count < 2) return order;
  const number = new Map(order.map((segment, index) => [segment, index]));
  // How much more it costs to stand before than behind.
  const more = order.map((a) => order.map((b) => (a === b || apartFrom(a, b) ? 0 : cost(a, b) - cost(b, a))));
  for (let turn = 0; turn < 6; turn++) {
    let changed = false;
    for (const segment of segments) {
      const at = order.indexOf(segment);
      const row = more[number.get(segment)!]!;
      let [best, least, sum] = [at, 0, 0];
      for (let to = at + 1; to < count; to++) {
        sum -= row[number.get(order[to]!)!]!;
        if (sum < least) [best, least] = [to, sum];
      }
      sum = 0;
      for (let to = at - 1; to >= 0; to--) {
        sum += row[number.get(order[to]!)!]!;
        if (sum < least) [best, least] = [to, sum];
      }
      if (best === at) continue;
      order.splice(at, 1);
      order.splice(best, 0, segment);
      changed = true;
    }
    if (!changed) break;
  }
  return order;
}

/** Segments that do not pass one another may stand in the same slot. */
function apartFrom(a: Segment, b: Segment): boolean {
  return a.high + near + 3 < b.low || b.high + near + 3 < a.low;
}

function slotsOf(order: readonly Segment[]): ReadonlyMap<Segment, number> {
  const slots = new Map<Segment, number>();
  for (const [index, segment] of order.entries()) {
    let slot = 0;
    for (const before of order.slice(0, index)) {
      if (!apartFrom(segment, before)) slot = Math.max(slot, slots.get(before)! + 1);
    }
    slots.set(segment, slot);
  }
  return slots;
}
