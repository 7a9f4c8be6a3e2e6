import { fonts } from '../../diagram/fonts.ts';
import { widest, widthOf } from '../../diagram/measure.ts';
import type { Box, Placed, PlacedNode, Point } from '../../diagram/placed.ts';
import type { Scene, SceneEdge, SceneNode } from '../../diagram/scene.ts';
import { groupBy } from '../../model/group.ts';
import { namesOf } from './names.ts';
import { noteHeight, type Roomy, roomFor } from './room.ts';
import { arrowLines, conditionOf, nameOf, noteLines } from './words.ts';

export type ElementKind = 'task' | 'callActivity' | 'subProcess' | 'startEvent' | 'endEvent';

/** Who provides, and all that happens there. */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
  readonly elements: readonly Element[];
  readonly annotations: readonly Annotation[];
  readonly sequences: readonly Arrow[];
  readonly associations: readonly Arrow[];
}

export interface Element {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly documentation: string;
  readonly box: Box;
  /** Where the name stands, where that is not inside. */
  readonly label?: Box;
  /** The sequence flows that end and start here. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

export interface Annotation {
  readonly id: string;
  readonly text: string;
  readonly box: Box;
}

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly documentation: string;
  readonly condition?: string;
  readonly points: readonly Point[];
  readonly label?: Box;
  /** Whether something moves along it, from its start to its end. */
  readonly directed: boolean;
}

/** All that a BPMN diagram holds, each thing with its place. */
export interface Plan {
  readonly pools: readonly Pool[];
  readonly messages: readonly Arrow[];
  /** Lines from one pool to another along which nothing moves. */
  readonly ties: readonly Arrow[];
}

/** Sorts a picture into pools and what happens between them. `placed` is the slim picture of the scene. */
export function planOf(scene: Scene, placed: Placed): Plan {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const ids = namesOf([...nodes.keys(), ...scene.edges.map(({ id }) => id)]);
  const room = roomFor(placed, new Map(scene.nodes.map((node) => [node.id, noteLines(node)])));
  const drafts = poolsOf(scene, placed, room);
  const poolOf = new Map(placed.nodes.map((node) => [node.id, poolFor(node, drafts, room)]));
  const ends = new Map(placed.edges.map((edge) => [edge.id, edge]));
  const drawn = scene.edges.flatMap((edge) => {
    const at = ends.get(edge.id);
    if (!at || !poolOf.has(edge.from) || !poolOf.has(edge.to)) return [];
    const inside = poolOf.get(edge.from) === poolOf.get(edge.to);
    return [{ edge, arrow: arrowOf(edge, at, ids, room), inside, pool: poolOf.get(edge.from)! }];
  });
  const isSequence = ({ edge, inside }: (typeof drawn)[number]): boolean =>
    inside && (edge.kind === 'transition' || edge.kind === 'link');
  const sequences = drawn.filter(isSequence);
  const others = drawn.filter((each) => !isSequence(each));
  const incoming = groupBy(sequences, ({ edge }) => edge.to);
  const outgoing = groupBy(sequences, ({ edge }) => edge.from);
  const pools = drafts.map((draft): Pool => {
    const members = placed.nodes.filter(({ id }) => poolOf.get(id) === draft);
    const notes = members.flatMap((at) => noteOf(at, ids, room));
    const news = others.filter(({ pool, inside }) => inside && pool === draft).map(({ arrow }) => split(arrow));
    return {
      ...draft,
      elements: members.map((at) => ({
        ...elementOf(nodes.get(at.id)!, at, ids, room),
        incoming: (incoming.get(at.id) ?? []).map(({ arrow }) => arrow.id),
        outgoing: (outgoing.get(at.id) ?? []).map(({ arrow }) => arrow.id),
      })),
      annotations: [...draft.annotations, ...notes.map(({ note }) => note), ...news.flatMap(({ note }) => note)],
      sequences: sequences.filter(({ pool }) => pool === draft).map(({ arrow }) => arrow),
      associations: [...notes.map(({ line }) => line), ...news.flatMap(({ lines }) => lines)],
    };
  });
  const across = others.filter(({ inside }) => !inside);
  return {
    pools,
    messages: across.filter(({ edge }) => edge.kind !== 'tie').map(({ arrow }) => arrow),
    ties: across.filter(({ edge }) => edge.kind === 'tie').map(({ arrow }) => arrow),
  };
}

type Draft = Pool;

const margin = 30;
const header = 30;
/** For what stands beside the first and last circles. */
const words = 30;

/** The lanes of the picture; where it has none, one pool around all of it. */
function poolsOf(scene: Scene, placed: Placed, room: Roomy): readonly Draft[] {
  const nothing = { elements: [], sequences: [], associations: [] };
  const lanes = placed.lanes ?? [];
  const labels = new Map((scene.lanes ?? []).map(({ id, label }) => [id, label]));
  const ids = namesOf(lanes.map(({ id }) => id));
  if (lanes.length > 0)
    return lanes.map(({ id, label, box }) => ({
      ...nothing,
      id: ids.get(id)!,
      name: labels.get(id) ?? label,
      box: room.box(box),
      annotations: [],
    }));
  const boxes = [
    ...placed.nodes.map(({ box }) => room.box(box)),
    ...[...room.notes.values()].map(({ box }) => box),
    ...placed.edges.flatMap(({ points, label }) => [
      ...points.map((point) => ({ ...room.point(point), w: 0, h: 0 })),
      ...(label ? [room.box(label.box)] : []),
    ]),
  ];
  const empty = { id: 'empty', text: scene.empty?.heading ?? '', box: { x: 60, y: 20, w: 400, h: 40 } };
  const around = boundsOf(boxes.length === 0 ? [empty.box] : boxes);
  const box = {
    x: around.x - margin - header - words,
    y: around.y - margin,
    w: around.w + 2 * margin + header + 2 * words,
    h: around.h + 2 * margin,
  };
  const annotations = scene.nodes.length === 0 ? [empty] : [];
  return [{ ...nothing, id: 'pool', name: scene.title.label, box, annotations }];
}

function boundsOf(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The pool that something stands in, or that it stands nearest to. */
function poolFor(node: PlacedNode, pools: readonly Draft[], room: Roomy): Draft {
  const { y, h } = room.box(node.box);
  const middle = y + h / 2;
  const away = ({ box }: Draft): number => Math.max(box.y - middle, middle - box.y - box.h, 0);
  return pools.reduce((best, pool) => (away(pool) < away(best) ? pool : best));
}

function elementOf(
  node: SceneNode,
  at: PlacedNode,
  ids: ReadonlyMap<string, string>,
  room: Roomy,
): Omit<Element, 'incoming' | 'outgoing'> {
  const base = { id: ids.get(node.id)!, name: nameOf(node), documentation: node.hover };
  const circle = at.marks.find(({ mark }) => mark === 'entry' || mark === 'exit');
  if (node.kind === 'terminal' && circle && (node.sort === 'entry' || node.sort === 'exit')) {
    const kind = node.sort === 'entry' ? 'startEvent' : 'endEvent';
    return { ...base, kind, ...event(kind, base.name, at, room.point(circle)) };
  }
  const kind = kindOf(node);
  const box = room.box(at.box);
  return { ...base, kind, box: kind === 'task' ? box : highEnough(box) };
}

function kindOf(node: SceneNode): ElementKind {
  if (node.kind === 'terminal') return node.sort === 'pathway' ? 'callActivity' : 'task';
  if (node.kind === 'stage') return node.shared ? 'callActivity' : node.holds === undefined ? 'task' : 'subProcess';
  return node.sort === 'whole' || node.sort === 'unit' ? 'callActivity' : 'task';
}

/** A box that calls another pathway has a sign below its name, for which the end of an arrow has no room. */
function highEnough({ x, y, w, h }: Box): Box {
  const more = Math.max(0, 56 - h);
  return { x, y: y - more / 2, w, h: h + more };
}

const radius = 18;
const small = 7;

/** A circle as large as such circles are, which its arrow touches where it touched the smaller one; its words beside it. */
function event(
  kind: 'startEvent' | 'endEvent',
  name: string,
  { texts }: PlacedNode,
  middle: Point,
): { readonly box: Box; readonly label: Box } {
  const [first] = texts;
  const isLeft = first ? first.anchor === 'end' : kind === 'startEvent';
  const x = isLeft ? middle.x + small - 2 * radius : middle.x - small;
  const w = Math.max(...(first ? texts.map((line) => line.w) : [widthOf(name, fonts.terminal)])) + 6;
  const h = Math.max(1, texts.length) * 14;
  return {
    box: { x, y: middle.y - radius, w: 2 * radius, h: 2 * radius },
    label: { x: isLeft ? x - w - 4 : x + 2 * radius + 4, y: middle.y - h / 2, w, h },
  };
}

function noteOf(
  at: PlacedNode,
  ids: ReadonlyMap<string, string>,
  room: Roomy,
): readonly { readonly note: Annotation; readonly line: Arrow }[] {
  const note = room.notes.get(at.id);
  if (!note) return [];
  const id = ids.get(at.id)!;
  const { x, y, h } = room.box(at.box);
  const points = [
    { x: x + 30, y: y + h },
    { x: x + 30, y: note.box.y },
  ];
  const line = { id: `${id}.noted`, from: id, to: `${id}.note`, name: '', documentation: '', points, directed: false };
  return [{ note: { id: `${id}.note`, text: note.text, box: note.box }, line }];
}

function arrowOf(edge: SceneEdge, at: Placed['edges'][number], ids: ReadonlyMap<string, string>, room: Roomy): Arrow {
  const condition = conditionOf(edge);
  const name = arrowLines(edge).join('\n');
  const label = at.label && labelBox(at.label.box, room);
  return {
    id: ids.get(edge.id)!,
    from: ids.get(edge.from)!,
    to: ids.get(edge.to)!,
    name,
    documentation: edge.kind === 'link' ? '' : edge.hover,
    ...(condition !== undefined && { condition }),
    points: at.points.map((point) => room.point(point)),
    ...(label && name !== '' && { label }),
    directed: edge.kind !== 'tie',
  };
}

/** All words stand below the line, which goes through the middle of the box. */
function labelBox({ x, y, w, h }: Box, room: Roomy): Box {
  const middle = room.point({ x, y: y + h / 2 }).y;
  return { x, y: middle + 4, w, h: h / 2 };
}

/**
 * News within one pool, where BPMN knows no message: a note of what is told, with a line from who tells it and a line to
 * who is told; without words, one line.
 */
function split(arrow: Arrow): { readonly note: readonly Annotation[]; readonly lines: readonly Arrow[] } {
  const { id, label, points, name } = arrow;
  const line = { ...arrow, name: '' };
  if (!label) return { note: [], lines: [line] };
  const noteId = `${id}.news`;
  const cut = cutAt(points, label, name.split('\n'));
  if (!cut) return { note: [{ id: noteId, text: name, box: label }], lines: [line] };
  return {
    note: [{ id: noteId, text: name, box: cut.box }],
    lines: [
      { ...line, id: `${id}.told`, to: noteId, points: cut.before, directed: false },
      { ...line, id: `${id}.heard`, from: noteId, points: cut.after },
    ],
  };
}

/** A line cut where its words stand, on the level piece there, for a note that is as wide as they need. */
function cutAt(
  points: readonly Point[],
  label: Box,
  lines: readonly string[],
): { readonly box: Box; readonly before: readonly Point[]; readonly after: readonly Point[] } | undefined {
  const y = label.y - 4;
  const index = points.findIndex((point, each) => {
    const next = points[each + 1];
    if (!next || Math.abs(point.y - y) > 1 || Math.abs(next.y - y) > 1) return false;
    return Math.min(point.x, next.x) <= label.x && Math.max(point.x, next.x) >= label.x + label.w;
  });
  if (index < 0) return undefined;
  const [start, end] = [points[index]!, points[index + 1]!];
  const middle = label.x + label.w / 2;
  const half = Math.min(
    Math.max(label.w, Math.min(150, widest(lines, fonts.fact) + 28)) / 2,
    middle - Math.min(start.x, end.x) - 8,
    Math.max(start.x, end.x) - middle - 8,
  );
  const h = noteHeight(lines, 2 * half);
  const box = { x: middle - half, y: y - h / 2, w: 2 * half, h };
  const [enter, leave] = start.x < end.x ? [box.x, box.x + box.w] : [box.x + box.w, box.x];
  return {
    box,
    before: [...points.slice(0, index + 1), { x: enter, y }],
    after: [{ x: leave, y }, ...points.slice(index + 1)],
  };
}
