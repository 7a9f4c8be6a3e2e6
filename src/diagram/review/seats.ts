import { type Difference, gone, type Mark } from '../difference.ts';
import type { Draft } from '../scene/draft.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';

/** Where everything of the pathway before has its place in a picture of both, and what has become of all that is drawn. */
export interface Seats {
  /** By the id that something has in the picture before alone. What has the same id in both pictures stands at one place. */
  readonly of: ReadonlyMap<string, string>;
  /** Also of ways in and out, and of other pathways. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/**
 * Gives everything of the pathway before the id of what it is now, unless that stands elsewhere: in another lane, or
 * joined with something else. What only its box or its arrow has moved of has a place of its own but is not marked.
 */
export function seatsOf(before: Draft, after: Draft, difference: Pick<Difference, 'ids' | 'marks'>): Seats {
  const is = new Map<string, string>(difference.ids);
  const of = new Map<string, string>();
  const marks = new Map(difference.marks);
  const lanes = new Map(after.stages.map(({ node }) => [node.id, node.lane]));
  for (const { node } of before.stages) {
    const id = is.get(node.id) ?? node.id;
    is.set(node.id, id);
    const moved = lanes.has(id) && lanes.get(id) !== node.lane;
    of.set(node.id, moved ? gone(id) : id);
    if (moved) marks.set(gone(id), { change: 'removed', facts: ['stands elsewhere now'], elsewhere: true });
  }
  const ends = endsOf(before, after, is);
  const terminals = new Map(after.terminals.map((terminal) => [terminal.id, terminal]));
  for (const { id, lane } of before.terminals) {
    const own = ends.get(id);
    const taken = terminals.get(own ?? id);
    is.set(id, own ?? (taken ? gone(id) : id));
    of.set(id, own !== undefined && terminals.get(own)!.lane !== lane ? gone(own) : is.get(id)!);
    if (own === undefined) marks.set(is.get(id)!, { change: 'removed', facts: [] });
  }
  const kept = new Set(ends.values());
  for (const { id } of after.terminals) if (!kept.has(id)) marks.set(id, { change: 'added', facts: [] });
  seatEdges(before, after, { is, of, marks });
  return { of, marks };
}

interface Seating {
  /** What each thing before is after, whatever its place. */
  readonly is: Map<string, string>;
  readonly of: Map<string, string>;
  readonly marks: Map<string, Mark>;
}

function seatEdges(before: Draft, after: Draft, { is, of, marks }: Seating): void {
  const edges = new Map(after.edges.map((edge) => [edge.id, edge]));
  const old = new Set<string>();
  for (const edge of before.edges) {
    const id = edge.kind === 'link' ? linkBeside(edge, is) : (is.get(edge.id) ?? edge.id);
    const now = edges.get(id);
    old.add(id);
    const joins = (ends: ReadonlyMap<string, string>) =>
      now !== undefined && ends.get(edge.from) === now.from && ends.get(edge.to) === now.to;
    of.set(edge.id, now && !joins(of) ? gone(id) : id);
    if (!now) marks.set(id, marks.get(id) ?? { change: 'removed', facts: [] });
    else if (!joins(is)) marks.set(gone(id), { change: 'removed', facts: ['leads elsewhere now'], elsewhere: true });
  }
  for (const { id, kind } of after.edges) {
    if (kind === 'link' && !old.has(id)) marks.set(id, { change: 'added', facts: [] });
  }
}

/** A link goes by the way in or out that it joins to its stage. */
function linkBeside({ id, from, to }: SceneEdge, is: ReadonlyMap<string, string>): string {
  const terminal = [from, to].find((end) => end.startsWith('terminal:'));
  return is.get(terminal ?? '')?.replace('terminal:', 'link:') ?? id;
}

/** Which end of an arrow before is which one after: ways in and out by what they say, the others by what they stand for. */
function endsOf(before: Draft, after: Draft, is: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const free = new Map(after.terminals.map((terminal) => [terminal.id, terminal]));
  const found = new Map<string, string>();
  const pair = (isSame: (was: TerminalNode, now: TerminalNode) => boolean) => {
    for (const was of before.terminals) {
      if (found.has(was.id)) continue;
      const now = [...free.values()].find((one) => one.sort === was.sort && isSame(was, one));
      if (!now) continue;
      found.set(was.id, now.id);
      free.delete(now.id);
    }
  };
  const [stageBefore, stageAfter] = [besideIn(before), besideIn(after)];
  const isWay = ({ sort }: TerminalNode) => sort === 'entry' || sort === 'exit';
  const beside = (was: TerminalNode, now: TerminalNode) =>
    is.get(stageBefore.get(was.id) ?? '') === stageAfter.get(now.id);
  pair((was, now) => !isWay(was) && was.id === now.id);
  pair((was, now) => was.label === now.label && (isWay(was) ? beside(was, now) : side(was) === side(now)));
  // One that says something else now is still the same way, where there is no other.
  pair((was, now) => isWay(was) && beside(was, now) && was.id.split(':').at(-1) === now.id.split(':').at(-1));
  return found;
}

function side({ id }: TerminalNode): string | undefined {
  return id.split(':')[1];
}

/** The stage that each way in or out belongs to. */
function besideIn({ edges }: Draft): ReadonlyMap<string, string> {
  return new Map(
    edges.flatMap(({ kind, from, to }) =>
      kind !== 'link' ? [] : from.startsWith('terminal:') ? [[from, to] as const] : [[to, from] as const],
    ),
  );
}

/** The picture before, with everything at its place in the picture of both. */
export function reseated(draft: Draft, { of }: Seats): Draft {
  const at = (id: string) => of.get(id) ?? id;
  return {
    stages: draft.stages.map((stage) => ({ ...stage, node: { ...stage.node, id: at(stage.node.id) } })),
    terminals: draft.terminals.map((terminal) => ({ ...terminal, id: at(terminal.id) })),
    edges: draft.edges.map((edge) => ({ ...edge, id: at(edge.id), from: at(edge.from), to: at(edge.to) })),
  };
}
