import { fonts } from '../../diagram/fonts.ts';
import { type Box, type Placed, type PlacedNode, type Point, round } from '../../diagram/placed.ts';
import { wrap } from '../../diagram/wrap.ts';

/** A note below a box, where there is something to note. */
export interface Note {
  readonly box: Box;
  readonly text: string;
}

/** A picture in which there is room for the notes below boxes. */
export interface Roomy {
  /** Where a box, a point or a height of the picture has come to. */
  box(box: Box): Box;
  point(point: Point): Point;
  /** The notes, by the id of what they stand below. */
  readonly notes: ReadonlyMap<string, Note>;
}

const lineStep = 14.4;
const padding = 6;
const gap = 14;
/** Boxes that end so near to one another make room together. */
const near = 12;

/** Where the picture is drawn apart, and by how much. */
interface Cut {
  readonly at: number;
  readonly by: number;
}

/**
 * Draws a picture apart below each box that has a note, so that the note stands there and in nobody's way: everything
 * below moves down, what goes past becomes longer, and nothing changes its side.
 */
export function roomFor({ nodes }: Placed, lines: ReadonlyMap<string, readonly string[]>): Roomy {
  const noted = nodes
    .flatMap((node) => {
      const own = lines.get(node.id) ?? [];
      return own.length === 0 ? [] : [sized(node, own)];
    })
    .toSorted((a, b) => bottomOf(a.node) - bottomOf(b.node));
  const cuts = cutsFor(noted);
  const down = (y: number): number => round(cuts.reduce((sum, { at, by }) => (at < y ? sum + by : sum), y));
  const box = ({ x, y, w, h }: Box): Box => ({ x, y: down(y), w, h: round(down(y + h) - down(y)) });
  const notes = noted.map(({ node, text, h }): [string, Note] => {
    const { x, w } = node.box;
    return [node.id, { box: { x: x + 12, y: round(down(bottomOf(node)) + gap), w: w - 12, h }, text }];
  });
  return { box, point: ({ x, y }) => ({ x, y: down(y) }), notes: new Map(notes) };
}

interface Sized {
  readonly node: PlacedNode;
  readonly text: string;
  readonly h: number;
}

function sized(node: PlacedNode, own: readonly string[]): Sized {
  return { node, text: own.join('\n'), h: noteHeight(own, node.box.w - 12) };
}

/** How high a note is whose text is so wide, in the letters of other programs, which are somewhat wider than ours. */
export function noteHeight(lines: readonly string[], width: number): number {
  const font = { ...fonts.fact, size: 13 };
  const count = lines.flatMap((line) => wrap(line, font, width - 18, 99).lines).length;
  return Math.ceil(count * lineStep) + 2 * padding;
}

function cutsFor(noted: readonly Sized[]): readonly Cut[] {
  const groups: Sized[][] = [];
  for (const each of noted) {
    const group = groups.at(-1);
    if (group && bottomOf(each.node) - bottomOf(group[0]!.node) <= near) group.push(each);
    else groups.push([each]);
  }
  return groups.map((group) => ({
    at: Math.max(...group.map(({ node }) => bottomOf(node))),
    by: Math.max(...group.map(({ h }) => h)) + 2 * gap,
  }));
}

function bottomOf({ box }: PlacedNode): number {
  return box.y + box.h;
}
