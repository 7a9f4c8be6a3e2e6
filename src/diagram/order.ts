interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * The nodes in the order in which people come to them: a node stands after those that lead to it, whatever the order of
 * the text. Only where arrows run in circles does the order of the text decide which of them goes back. Nodes that do
 * not depend on one another keep the order of the text.
 */
export function flowOrder(nodes: readonly string[], links: readonly Link[]): readonly string[] {
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const known = links.filter((link) => rank.has(link.from) && rank.has(link.to));
  const circles = circlesOf(nodes, known);
  const circleOf = new Map(circles.flatMap((circle) => circle.map((node) => [node, circle] as const)));
  const waiting = new Map(circles.map((circle) => [circle, 0]));
  const next = new Map<readonly string[], (readonly string[])[]>();
  for (const { from, to } of known) {
    const [a, b] = [circleOf.get(from)!, circleOf.get(to)!];
    if (a === b) continue;
    waiting.set(b, waiting.get(b)! + 1);
    next.set(a, [...(next.get(a) ?? []), b]);
  }
  const first = (circle: readonly string[]): number => rank.get(circle[0]!)!;
  const ready = circles.filter((circle) => waiting.get(circle) === 0);
  const ordered: string[] = [];
  while (ready.length > 0) {
    const at = ready.reduce((best, circle, index) => (first(circle) < first(ready[best]!) ? index : best), 0);
    const [circle] = ready.splice(at, 1) as [readonly string[]];
    ordered.push(...circle);
    for (const after of next.get(circle) ?? []) {
      waiting.set(after, waiting.get(after)! - 1);
      if (waiting.get(after) === 0) ready.push(after);
    }
  }
  return ordered;
}

/** Groups of nodes that can all reach one another, each in the order of the text; a node in no circle is alone. */
function circlesOf(nodes: readonly string[], links: readonly Link[]): readonly (readonly string[])[] {
  const outward = neighbours(links, 'from', 'to');
  const inward = neighbours(links, 'to', 'from');
  const finished: string[] = [];
  const seen = new Set<string>();
  for (const node of nodes) walk(node, outward, seen, (done) => finished.push(done));
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const grouped = new Set<string>();
  return finished.toReversed().flatMap((node) => {
    const circle: string[] = [];
    walk(node, inward, grouped, (done) => circle.push(done));
    return circle.length === 0 ? [] : [circle.toSorted((a, b) => rank.get(a)! - rank.get(b)!)];
  });
}

function neighbours(
  links: readonly Link[],
  at: 'from' | 'to',
  other: 'from' | 'to',
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const link of links) {
    const list = map.get(link[at]);
    if (list) list.push(link[other]);
    else map.set(link[at], [link[other]]);
  }
  return map;
}

/** Goes from a node to all that can be reached, depth first, and tells of each when all behind it is done. */
function walk(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  done: (node: string) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ node: start, index: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = next.get(top.node)?.[top.index];
    top.index += 1;
    if (target === undefined) {
      done(top.node);
      path.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      path.push({ node: target, index: 0 });
    }
  }
}
