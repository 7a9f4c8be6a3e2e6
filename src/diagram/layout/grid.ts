/**
 * A picture as columns side by side, in the direction of the flow, with channels between them. Boxes, labels and the
 * places where an arrow passes stand one after another across the flow in each column; arrows turn in the channels only.
 * So no arrow can run through a box or a label. `along` the flow is to the right or down, `across` the other way.
 */
export interface Grid {
  /** The items of each column, in their order across the flow. */
  readonly columns: readonly (readonly Item[])[];
  readonly chains: readonly Chain[];
  /** How many lanes there are. Where the picture has none, each part of it that hangs together is one. */
  readonly lanes: number;
  /** Room in a lane before its first item and after its last. */
  readonly padding: number;
  /** Room between two lanes. */
  readonly gap: number;
}

export interface Item {
  /** The id of its node, or of its edge and what of it this is. */
  readonly id: string;
  readonly kind: 'node' | 'label' | 'pass';
  readonly column: number;
  readonly lane: number;
  /** Its size along the flow. */
  readonly length: number;
  /** Its size across the flow. */
  readonly breadth: number;
  /** Where its arrow passes it, from its beginning across the flow; where all arrows meet a node that has one port. */
  readonly line?: number;
  /** Where a box that is shorter than its column stands in it. */
  readonly align?: 'start' | 'end';
}

/** What an arrow passes from its first to its last box. */
export interface Chain {
  readonly edge: string;
  readonly items: readonly Item[];
}

/** A piece of an arrow in one channel: where it comes in, and where it goes on. */
export interface Link {
  readonly chain: Chain;
  /** The channel before the column of the same number. */
  readonly channel: number;
  readonly from: End;
  readonly to: End;
}

/** Where a link meets an item: `before` or `after` the channel. */
export interface End {
  readonly item: Item;
  readonly side: 'before' | 'after';
}

/** The pieces of a chain, in their order. An arrow leaves its box forwards and comes to the next one from before it. */
export function linksOf(chain: Chain): readonly Link[] {
  return chain.items.slice(1).map((item, index): Link => {
    const last = chain.items[index]!;
    if (item.column > last.column) return linkAt(chain, item.column, last, 'before', item, 'after');
    if (item.column < last.column) return linkAt(chain, last.column, last, 'after', item, 'before');
    return last.kind === 'node' && index === 0
      ? linkAt(chain, item.column + 1, last, 'before', item, 'before')
      : linkAt(chain, item.column, last, 'after', item, 'after');
  });
}

function linkAt(chain: Chain, channel: number, a: Item, aSide: End['side'], b: Item, bSide: End['side']): Link {
  return { chain, channel, from: { item: a, side: aSide }, to: { item: b, side: bSide } };
}

/** How far items of these kinds stay apart across the flow. */
export function apart(a: Item, b: Item): number {
  if (a.kind === 'node' && b.kind === 'node') return 32;
  if (a.kind === 'pass' && b.kind === 'pass') return 14;
  return a.kind === 'node' || b.kind === 'node' ? 18 : 10;
}
