import { groupBy } from '../../model/group.ts';
import { flowOrder } from '../order.ts';
import type { Scene } from '../scene.ts';

/**
 * How far along the flow each node stands, counted from 0, so that arrows run forwards and are short. One that has to go
 * back keeps its ends apart as if it went forwards: a stage from which people only return stands behind the others.
 */
export function layersOf({ nodes, edges }: Scene): ReadonlyMap<string, number> {
  const order = flowOrder(
    nodes.map((node) => node.id),
    edges.filter((edge) => edge.kind !== 'flow'),
  );
  const rank = new Map(order.map((id, index) => [id, index]));
  const forward = edges
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }): Link => (rank.get(from)! < rank.get(to)! ? { from, to } : { from: to, to: from }));
  const into = groupBy(forward, (edge) => edge.to);
  const out = groupBy(forward, (edge) => edge.from);
  const layers = new Map<string, number>();
  for (const id of order) {
    layers.set(id, Math.max(-1, ...(into.get(id) ?? []).map((edge) => layers.get(edge.from)!)) + 1);
  }
  tighten(order, into, out, layers);
  return layers;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Moves nodes that have more arrows on one side than on the other towards that side, as far as the others let them. */
function tighten(
  order: readonly string[],
  into: ReadonlyMap<string, readonly Link[]>,
  out: ReadonlyMap<string, readonly Link[]>,
  layers: Map<string, number>,
): void {
  for (let turn = 0; turn < 4; turn++) {
    for (const id of turn % 2 === 0 ? order.toReversed() : order) {
      const [before, after] = [into.get(id) ?? [], out.get(id) ?? []];
      if (after.length > before.length) {
        layers.set(id, Math.min(...after.map((edge) => layers.get(edge.to)!)) - 1);
      } else if (before.length > after.length) {
        layers.set(id, Math.max(...before.map((edge) => layers.get(edge.from)!)) + 1);
      }
    }
  }
}
