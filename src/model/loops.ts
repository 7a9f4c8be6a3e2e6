/**
 * The loops among what leads to one another: every largest set in which each leads, directly or through others, to
 * every other one, and each that leads to itself. Those of one loop stand in the order in which they are come to, and
 * the work grows with the number of links.
 */
export function loopsOf(
  all: Iterable<string>,
  next: (name: string) => readonly string[],
): readonly (readonly string[])[] {
  const search: Search = { next, seen: new Map(), back: new Map(), open: [], isOpen: new Set(), loops: [] };
  for (const name of all) if (!search.seen.has(name)) visit(search, name);
  return search.loops;
}

/** What Tarjan's way of finding strongly connected sets keeps in mind. */
interface Search {
  readonly next: (name: string) => readonly string[];
  /** When each was first come to. */
  readonly seen: Map<string, number>;
  /** The earliest one that each leads back to. */
  readonly back: Map<string, number>;
  /** Those whose set is not complete yet, in the order in which they were come to. */
  readonly open: string[];
  readonly isOpen: Set<string>;
  readonly loops: (readonly string[])[];
}

/** With a list in place of recursion, since a pathway of many thousand stages would exhaust the stack. */
function visit(search: Search, start: string): void {
  const way = [enter(search, start)];
  for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
    const target = step.next[step.done++];
    if (target === undefined) {
      way.pop();
      close(search, step.name);
      const before = way.at(-1);
      if (before !== undefined) reachBack(search, before.name, search.back.get(step.name)!);
    } else if (!search.seen.has(target)) way.push(enter(search, target));
    else if (search.isOpen.has(target)) reachBack(search, step.name, search.seen.get(target)!);
  }
}

function enter({ next, seen, back, open, isOpen }: Search, name: string) {
  back.set(name, seen.size);
  seen.set(name, seen.size);
  open.push(name);
  isOpen.add(name);
  return { name, next: next(name), done: 0 };
}

function reachBack({ back }: Search, name: string, to: number): void {
  back.set(name, Math.min(back.get(name)!, to));
}

/** What leads back to nothing before itself is the first of its set. */
function close({ next, seen, back, open, isOpen, loops }: Search, name: string): void {
  if (back.get(name) !== seen.get(name)) return;
  const members = open.splice(open.lastIndexOf(name));
  for (const member of members) isOpen.delete(member);
  if (members.length > 1 || next(name).includes(name)) loops.push(members);
}
