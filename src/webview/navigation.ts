import type { Box, Placed, PlacedEdge, PlacedNode, Point } from '../diagram/placed.ts';

/** The arrow keys. */
export type Arrow = 'right' | 'left' | 'up' | 'down';

type Step = 'next' | 'previous' | 'before' | 'after';

/** What one can walk to: every stage and terminal, and every arrow that is an element of the text. */
export function walkable(placed: Placed): readonly string[] {
  return [...placed.nodes, ...elementEdges(placed)].map(({ id }) => id);
}

/**
 * The element that an arrow key leads to. Along the flow: from a stage to the next or the previous one, from an arrow to
 * the stage at its end. Across it: to the stages or arrows beside. Nothing where it goes no further.
 */
export function stepFrom(placed: Placed, id: string, arrow: Arrow): string | undefined {
  const step = steps[placed.direction][arrow];
  const node = placed.nodes.find((each) => each.id === id);
  if (node) return stepFromNode(placed, node, step)?.id;
  const edge = placed.edges.find((each) => each.id === id);
  return edge && stepFromEdge(placed, edge, step);
}

/** From a stage to an arrow that leaves it or leads to it. */
export function arrowFrom(placed: Placed, id: string, arrow: Arrow): string | undefined {
  const step = steps[placed.direction][arrow];
  if (step !== 'next' && step !== 'previous') return undefined;
  const edges = elementEdges(placed).filter((edge) => (step === 'next' ? edge.from : edge.to) === id);
  return alongCross(placed, edges)[0]?.id;
}

const steps: Readonly<Record<Placed['direction'], Readonly<Record<Arrow, Step>>>> = {
  right: { right: 'next', left: 'previous', up: 'before', down: 'after' },
  down: { down: 'next', up: 'previous', left: 'before', right: 'after' },
};

function stepFromNode(placed: Placed, node: PlacedNode, step: Step): PlacedNode | undefined {
  return step === 'next' || step === 'previous' ? alongFlow(placed, node, step) : beside(placed, node, step);
}

/** The best of the nodes that arrows lead to; where there are none, the nearest that no arrow leads to from here on. */
function alongFlow(placed: Placed, node: PlacedNode, step: 'next' | 'previous'): PlacedNode | undefined {
  const { along } = axes(placed);
  const ids = placed.edges.flatMap((edge) => {
    if (step === 'next') return edge.from === node.id ? [edge.to] : [];
    return edge.to === node.id ? [edge.from] : [];
  });
  const joined = placed.nodes.filter((other) => other !== node && ids.includes(other.id));
  const isAhead = (other: PlacedNode): boolean =>
    step === 'next' ? along(other.box) > along(node.box) : along(other.box) < along(node.box);
  const ahead = joined.filter(isAhead);
  if (joined.length > 0) return nearest(placed, node, ahead.length > 0 ? ahead : joined);
  const loose = placed.nodes.filter(
    (other) => !placed.edges.some((edge) => edge[step === 'next' ? 'to' : 'from'] === other.id),
  );
  return nearest(
    placed,
    node,
    loose.filter((other) => other !== node && isAhead(other)),
  );
}

/** The nearest node in the same column (or row); else the nearest one that stands wholly to that side. */
function beside(placed: Placed, node: PlacedNode, step: 'before' | 'after'): PlacedNode | undefined {
  const { along, alongEnd, cross } = axes(placed);
  const isThere = (other: PlacedNode): boolean =>
    step === 'after' ? cross(other.box) > cross(node.box) : cross(other.box) < cross(node.box);
  const there = placed.nodes.filter((other) => other !== node && isThere(other));
  const column = there.filter(
    (other) => along(other.box) < alongEnd(node.box) && alongEnd(other.box) > along(node.box),
  );
  return nearest(placed, node, column.length > 0 ? column : there);
}

function stepFromEdge(placed: Placed, edge: PlacedEdge, step: Step): string | undefined {
  if (step === 'next') return edge.to;
  if (step === 'previous') return edge.from;
  const edges = elementEdges(placed);
  const siblings = [edges.filter(({ from }) => from === edge.from), edges.filter(({ to }) => to === edge.to), edges];
  const found = siblings.find((group) => group.length > 1);
  const ordered = alongCross(placed, found ?? []);
  return ordered[ordered.indexOf(edge) + (step === 'after' ? 1 : -1)]?.id;
}

function elementEdges(placed: Placed): readonly PlacedEdge[] {
  return placed.edges.filter(({ kind }) => kind !== 'link');
}

/** In the order in which they are seen across the flow. */
function alongCross(placed: Placed, edges: readonly PlacedEdge[]): readonly PlacedEdge[] {
  const { crossOf } = axes(placed);
  return edges.toSorted((a, b) => crossOf(middleOf(a)) - crossOf(middleOf(b)));
}

function nearest(placed: Placed, node: PlacedNode, others: readonly PlacedNode[]): PlacedNode | undefined {
  const { alongOf, crossOf } = axes(placed);
  const from = centre(node.box);
  // Distance across the flow counts for more, so that a straight way on is followed before one that turns.
  const far = (other: PlacedNode): number => {
    const to = centre(other.box);
    return Math.abs(alongOf(to) - alongOf(from)) + 2 * Math.abs(crossOf(to) - crossOf(from));
  };
  return others.toSorted((a, b) => far(a) - far(b))[0];
}

function axes(placed: Placed) {
  const right = placed.direction === 'right';
  const alongOf = (point: Point): number => (right ? point.x : point.y);
  const crossOf = (point: Point): number => (right ? point.y : point.x);
  return {
    alongOf,
    crossOf,
    along: (box: Box): number => alongOf(box),
    alongEnd: (box: Box): number => alongOf(box) + (right ? box.w : box.h),
    cross: (box: Box): number => crossOf(centre(box)),
  };
}

function centre(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

function middleOf(edge: PlacedEdge): Point {
  if (edge.label) return centre(edge.label.box);
  return edge.points[Math.floor(edge.points.length / 2)] ?? { x: 0, y: 0 };
}
