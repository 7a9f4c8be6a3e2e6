import { groupBy } from '../../model/group.ts';
import { type Drawing, foldInto } from '../scene/fold.ts';
import { counted, listed } from '../scene/words.ts';
import type { SceneEdge, StageNode } from '../scene.ts';

/** A picture before, the picture of both, and a picture after, of which the one in the middle says what has changed. */
export type Three = readonly [Drawing, Drawing, Drawing];

/**
 * The three pictures without what no change touches: of the stages that have not changed, are not joined with one that has
 * and are not at the end of an arrow that has, those that hang together are drawn as one quiet box, the same in each of
 * the three. One that stands alone keeps its name.
 */
export function withoutUnchanged(three: Three): Three {
  const kept = touched(three);
  const boxOf = new Map<string, string>();
  const alone = new Set<string>();
  for (const run of runsOf(three[1], kept)) {
    const [first] = run as [StageNode, ...StageNode[]];
    if (run.length === 1) alone.add(first.id);
    else for (const { id } of run) boxOf.set(id, `folded:${first.id}`);
  }
  return three.map((drawing) => folded(drawing, boxOf, alone)) as [Drawing, Drawing, Drawing];
}

/** Every stage that has changed, is joined with one, or is at the end of an arrow that has come, gone or changed. */
function touched([before, both, after]: Three): ReadonlySet<string> {
  const changed = new Set(both.stages.flatMap(({ id, change }) => (change ? [id] : [])));
  const kept = new Set(changed);
  for (const { from, to, change } of [before, both, after].flatMap(({ edges }) => edges)) {
    if (!change && !changed.has(from) && !changed.has(to)) continue;
    kept.add(from);
    kept.add(to);
  }
  return kept;
}

/** What is left, in groups that hang together and stand in one lane. */
function runsOf({ stages, edges }: Drawing, kept: ReadonlySet<string>): readonly (readonly StageNode[])[] {
  const left = stages.filter(({ id }) => !kept.has(id));
  const byId = new Map(left.map((stage) => [stage.id, stage]));
  const leader = new Map(left.map(({ id }) => [id, id]));
  const leading = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  for (const { from, to } of edges) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a && b && a.lane === b.lane) leader.set(leading(to), leading(from));
  }
  return [...groupBy(left, ({ id }) => leading(id)).values()];
}

function folded(drawing: Drawing, boxOf: ReadonlyMap<string, string>, alone: ReadonlySet<string>): Drawing {
  const ends = endsBeside(drawing, (id) => boxOf.has(id) || alone.has(id));
  const shown: Drawing = {
    stages: drawing.stages.map((stage) => (alone.has(stage.id) ? inShort(stage) : stage)),
    terminals: drawing.terminals.filter(({ id }) => !ends.has(id)),
    edges: drawing.edges.filter(({ from, to }) => !ends.has(from) && !ends.has(to)),
  };
  const around = groupBy(
    drawing.edges.filter(({ from, to }) => ends.has(from) || ends.has(to)),
    ({ from, to }) => boxOf.get(ends.has(from) ? to : from),
  );
  return foldInto(shown, boxOf, (box, members, inside) => boxFor(box, members, inside, around.get(box) ?? []));
}

/** Ways in and out and other pathways that are joined with nothing else than what is left out. */
function endsBeside({ terminals, edges }: Drawing, isOut: (id: string) => boolean): ReadonlySet<string> {
  const joined = groupBy(
    edges.flatMap(({ from, to }) => [
      { end: from, other: to },
      { end: to, other: from },
    ]),
    ({ end }) => end,
  );
  return new Set(
    terminals.flatMap(({ id }) => {
      const others = joined.get(id) ?? [];
      return others.length > 0 && others.every(({ other }) => isOut(other)) ? [id] : [];
    }),
  );
}

/** Only what it is called: its facts are the same on both sides. */
function inShort({ badge: _badge, accepted: _accepted, figures: _figures, ...stage }: StageNode): StageNode {
  return { ...stage, lines: [], chips: [], questions: 0, recedes: true };
}

function boxFor(id: string, members: readonly StageNode[], inside: number, around: readonly SceneEdge[]): StageNode {
  const [first] = members as [StageNode, ...StageNode[]];
  const names = members.map(({ label }) => label);
  const label = counted(members.length, 'unchanged stage');
  const arrows = [
    ...(inside > 0 ? [`${counted(inside, 'arrow')} between them`] : []),
    ...(around.length > 0 ? [`${counted(around.length, 'other arrow')} in and out`] : []),
  ];
  const line = (text: string) => ({ fact: '', state: 'recorded' as const, text });
  return {
    kind: 'stage',
    id,
    label,
    proposed: false,
    closed: false,
    shared: false,
    lines: [line(listed(names)), ...(arrows.length > 0 ? [line(arrows.join(', '))] : [])],
    chips: [],
    questions: 0,
    recedes: true,
    holds: members.length,
    ...(first.lane !== undefined && { lane: first.lane }),
    spoken: [`${label}, folded into one: ${names.join(', ')}`, ...arrows].join('; '),
    hover: [label, ...names, ...arrows].join('\n'),
    place: first.place,
  };
}
