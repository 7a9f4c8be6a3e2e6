import type { EdgeFacts, NodeFacts } from './facts.ts';
import type { FontName } from './fonts.ts';
import type { Change, Direction, Drawn, LegendMark } from './scene.ts';

/** A scene with every part at its place. Plain data; pixels, from the picture's top left corner. */
export interface Placed {
  readonly pathway: string;
  readonly direction: Direction;
  readonly width: number;
  readonly height: number;
  readonly title: PlacedBlock;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly lanes?: readonly PlacedLane[];
  /** Absent when no mark needs explaining. */
  readonly legend?: PlacedBlock;
  /** In place of nodes when there are none. */
  readonly empty?: PlacedBlock;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const origin: Point = { x: 0, y: 0 };

export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

/** The colours of text and marks, by what they mean. */
export type Tone =
  | 'text'
  | 'muted'
  | 'accent'
  | 'question'
  | 'gap'
  | 'missing'
  | 'error'
  | 'warning'
  | 'info'
  | 'added'
  | 'changed';

/** A part of a line that is drawn alike. */
export interface Run {
  readonly text: string;
  readonly tone: Tone;
  readonly font: FontName;
  readonly italic?: boolean;
  readonly struck?: boolean;
}

/** One line of text. */
export interface PlacedText {
  /** Its start, middle or end, as `anchor` says, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** As measured. */
  readonly w: number;
  readonly runs: readonly Run[];
}

/** A drawn sign, by its middle. */
export interface PlacedMark extends Point {
  readonly mark: Sign;
}

/** Every sign that can be drawn: those that a legend explains. */
export type Sign = LegendMark;

export interface PlacedChip extends Box {
  readonly tone: 'plain' | 'outline' | 'question' | 'gap';
}

/** Things that stand together: texts, signs and chips. */
export interface Content {
  readonly texts: readonly PlacedText[];
  readonly marks: readonly PlacedMark[];
  readonly chips: readonly PlacedChip[];
}

export interface PlacedBlock extends Content {
  readonly box: Box;
}

export interface PlacedNode extends Drawn, PlacedBlock {
  /** `hidden` stands for a stage that the picture leaves out. */
  readonly shape:
    | 'stage'
    | 'entry'
    | 'exit'
    | 'pathway'
    | 'missing'
    | 'hidden'
    | 'whole'
    | 'unit'
    | 'required'
    | 'specification';
  /** What it is called; may be empty for ways in and out. */
  readonly caption: string;
  /** Of stages that can be found. */
  readonly facts?: NodeFacts;
  readonly proposed: boolean;
  readonly closed: boolean;
  readonly shared: boolean;
  readonly spine?: LegendMark;
  readonly heat?: number;
  readonly recedes?: boolean;
  readonly change?: Change;
  /** A lane drawn as one box: how many stages it holds. */
  readonly holds?: number;
  /** The lane whose band it stands in. */
  readonly lane?: string;
}

const ends: ReadonlySet<PlacedNode['shape']> = new Set(['entry', 'exit', 'pathway', 'missing', 'hidden']);

/** Whether it is a stage or sums something up: whatever is more than the end of an arrow. */
export function isCard({ shape }: Pick<PlacedNode, 'shape'>): boolean {
  return !ends.has(shape);
}

/** A band from one side of the picture to the other. */
export interface PlacedLane {
  readonly id: string;
  readonly label: string;
  readonly spoken: string;
  readonly folded: boolean;
  readonly box: Box;
  /** What stands at its beginning. */
  readonly heading: PlacedBlock;
}

/** Where things stood in an earlier picture of the same, by their ids. Plain data. */
export interface Positions {
  readonly direction: Direction;
  readonly nodes: Readonly<Record<string, Box>>;
  readonly edges: Readonly<Record<string, PositionedEdge>>;
  readonly bands: Readonly<Record<string, Box>>;
}

export interface PositionedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  /** The box of what is written on it. */
  readonly label?: Box;
}

/** What a later picture may start from. */
export function positionsOf({ direction, nodes, edges, lanes = [] }: Placed): Positions {
  return {
    direction,
    nodes: Object.fromEntries(nodes.map(({ id, box }) => [id, box])),
    edges: Object.fromEntries(
      edges.map(({ id, from, to, points, label }) => [
        id,
        { from, to, points, ...(label ? { label: label.box } : {}) },
      ]),
    ),
    bands: Object.fromEntries(lanes.map(({ id, box }) => [id, box])),
  };
}

export interface PlacedEdge extends Drawn {
  readonly kind: 'transition' | 'flow' | 'link' | 'tie';
  readonly from: string;
  readonly to: string;
  /** What it is called; may be empty. */
  readonly caption: string;
  /** Absent on links. */
  readonly facts?: EdgeFacts;
  /** How wide its line is, in pixels, where that says something. */
  readonly weight?: number;
  readonly recedes?: boolean;
  readonly change?: Change;
  /** From its start to the tip of its arrow, corner by corner. */
  readonly points: readonly Point[];
  /** Absent where nothing is written on it. */
  readonly label?: PlacedLabel;
}

export interface PlacedLabel extends PlacedBlock {
  /** The part of the box where signs stand on the line and hide it; absent where they stand beside it. */
  readonly plate?: Box;
}

/** Moves content by a distance. */
export function moved(content: Content, by: Point): Content {
  const shift = <T extends Point>(part: T): T => ({ ...part, x: round(part.x + by.x), y: round(part.y + by.y) });
  return { texts: content.texts.map(shift), marks: content.marks.map(shift), chips: content.chips.map(shift) };
}

/** To a hundredth of a pixel, so that the same picture is the same bytes. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** The box that a line of text fills, given how far its font reaches above and below the baseline. */
export function textBox(text: PlacedText, reach: { readonly up: number; readonly down: number }): Box {
  const x = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - text.w : text.x - text.w / 2;
  return { x, y: text.y - reach.up, w: text.w, h: reach.up + reach.down };
}
