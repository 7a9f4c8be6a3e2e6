import { groupBy } from '../../model/group.ts';
import type { SceneEdge, SceneLane, StageNode, TerminalNode } from '../scene.ts';
import { gravest } from './findings.ts';
import { counted } from './words.ts';

/** The nodes and arrows of a picture, once each stage has been drawn. */
export interface Drawing {
  readonly stages: readonly StageNode[];
  readonly terminals: readonly TerminalNode[];
  readonly edges: readonly SceneEdge[];
}

/**
 * Draws the stages of each folded lane as one box that says how many they are and what is gravest in them. Arrows
 * inside it are counted in the box; those that then join the same two boxes are drawn as one, with their number.
 */
export function foldLanes(drawing: Drawing, lanes: readonly SceneLane[]): Drawing {
  const folded = new Map(lanes.filter((lane) => lane.folded).map((lane) => [boxId(lane.id), lane]));
  const boxOf = new Map(
    drawing.stages.flatMap(({ id, lane = '' }) => (folded.has(boxId(lane)) ? [[id, boxId(lane)] as const] : [])),
  );
  return foldInto(drawing, boxOf, (box, members, inside) => boxFor(folded.get(box)!, members, inside));
}

/** Draws the stages that have the same box as one; `draw` says what it looks like, with so many arrows inside it. */
export function foldInto(
  drawing: Drawing,
  boxOf: ReadonlyMap<string, string>,
  draw: (box: string, members: readonly StageNode[], inside: number) => StageNode,
): Drawing {
  if (boxOf.size === 0) return drawing;
  const ways = foldedWays(drawing, boxOf);
  const end = (id: string) => ways.get(id)?.id ?? boxOf.get(id) ?? id;
  const moved = drawing.edges.map((edge) => ({ edge, from: end(edge.from), to: end(edge.to) }));
  const boxes = new Set(boxOf.values());
  const inside = moved.filter(({ from, to }) => from === to && boxes.has(from));
  const all = groupBy(drawing.stages, ({ id }) => boxOf.get(id));
  const stages = drawing.stages.flatMap((stage): readonly StageNode[] => {
    const box = boxOf.get(stage.id);
    if (box === undefined) return [stage];
    const members = all.get(box)!;
    return members[0] === stage ? [draw(box, members, inside.filter(({ from }) => from === box).length)] : [];
  });
  const merged = groupBy(
    moved.filter(({ from, to }) => from !== to || !boxes.has(from)),
    // Only what a folded box has a part in is drawn as one.
    ({ edge, from, to }) => (from === edge.from && to === edge.to ? edge.id : `${edge.kind} ${from} ${to}`),
  );
  const edges = [...merged.values()].map((group) => {
    const [{ edge, from, to }] = group as [(typeof group)[number]];
    return group.length === 1
      ? { ...edge, from, to }
      : asOne(
          group.map((one) => one.edge),
          from,
          to,
        );
  });
  const terminals = drawing.terminals.filter(({ id }) => !ways.has(id));
  return { stages, edges, terminals: [...terminals, ...new Set(ways.values())] };
}

function boxId(lane: string): string {
  return `folded:${lane}`;
}

function boxFor(lane: SceneLane, members: readonly StageNode[], inside: number): StageNode {
  const names = members.map(({ label }) => label);
  const badge = gravest(members.flatMap((member) => member.badge ?? []));
  const arrows =
    inside === 0 ? [] : [{ fact: '', state: 'recorded' as const, text: `${counted(inside, 'arrow')} between them` }];
  const what = `${counted(members.length, 'stage')}, folded into one`;
  const heats = members.flatMap(({ heat }) => heat ?? []);
  return {
    kind: 'stage',
    id: boxId(lane.id),
    label: lane.label,
    proposed: false,
    closed: false,
    shared: false,
    lines: [{ fact: '', state: 'recorded', text: counted(members.length, 'stage') }, ...arrows],
    chips: [],
    questions: members.reduce((sum, { questions }) => sum + questions, 0),
    ...(badge && { badge }),
    lane: lane.id,
    holds: members.length,
    ...(heats.length > 0 && { heat: Math.max(...heats) }),
    spoken: `${lane.spoken}: ${what}: ${names.join(', ')}`,
    hover: [lane.label, what, ...names].join('\n'),
    place: members[0]!.place,
  };
}

function asOne(edges: readonly SceneEdge[], from: string, to: string): SceneEdge {
  const [first] = edges as [SceneEdge];
  if (first.kind === 'link') return { ...first, from, to };
  const word = first.kind === 'flow' ? 'flow' : 'transition';
  const label = counted(edges.length, word);
  const badge = gravest(edges.flatMap((edge) => edge.badge ?? []));
  const weights = edges.flatMap(({ weight }) => weight ?? []);
  return {
    kind: first.kind,
    id: `merged:${first.kind}:${from}>${to}`,
    from,
    to,
    label,
    sendings: [],
    questions: edges.reduce((sum, { questions }) => sum + questions, 0),
    ...(badge && { badge }),
    ...(weights.length > 0 && { weight: Math.max(...weights) }),
    spoken: `${label} drawn as one: ${edges.map(({ spoken }) => spoken).join('; ')}`,
    hover: [label, ...edges.map(({ hover }) => hover.split('\n')[0]!)].join('\n'),
    place: first.place,
  };
}

/** Ways in and out of the stages of one box, each with the one that takes their place. */
function foldedWays(drawing: Drawing, boxOf: ReadonlyMap<string, string>): ReadonlyMap<string, TerminalNode> {
  const byBox = groupBy(
    drawing.terminals.flatMap((terminal) => {
      if (terminal.sort !== 'entry' && terminal.sort !== 'exit') return [];
      const link = drawing.edges.find(({ from, to }) => from === terminal.id || to === terminal.id);
      const box = boxOf.get(link?.from ?? '') ?? boxOf.get(link?.to ?? '');
      return box === undefined ? [] : [{ terminal, key: `${terminal.sort} ${box}` }];
    }),
    ({ key }) => key,
  );
  return new Map(
    [...byBox].flatMap(([key, ways]) => {
      const first = ways[0]!.terminal;
      if (ways.length === 1) return [];
      const words = first.sort === 'entry' ? 'ways in' : 'ways out';
      const label = `${ways.length} ${words}`;
      const hover = [label, ...ways.map(({ terminal }) => terminal.hover)].join('\n');
      const one: TerminalNode = { ...first, id: `terminal:${key}`, label, hover, spoken: hover.replaceAll('\n', ', ') };
      return ways.map(({ terminal }) => [terminal.id, one] as const);
    }),
  );
}
