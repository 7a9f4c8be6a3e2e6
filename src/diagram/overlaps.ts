import { signSizes } from './content/sizes.ts';
import { fonts, reach } from './fonts.ts';
import { type Box, type Content, type Placed, type PlacedMark, type Point, textBox } from './placed.ts';

/** How good a picture is. Everything down to `strays` ought to be 0. */
export interface Quality {
  /** Boxes of stages and terminals that overlap. */
  readonly boxOverlaps: number;
  /** Labels that overlap another label or a box. */
  readonly labelOverlaps: number;
  /** Pairs of an arrow and a box that it runs through. */
  readonly edgesThroughBoxes: number;
  /** Pairs of a label and an arrow of another element that runs through it. */
  readonly labelsOnForeignEdges: number;
  /** Words on an arrow that the arrow itself runs through. */
  readonly wordsOnOwnEdge: number;
  /** Texts, signs and chips of one box, label, title or legend that overlap each other. */
  readonly innerOverlaps: number;
  /** Texts, signs and chips that reach out of the box that they belong to. */
  readonly spills: number;
  /** Pairs of arrows that run on top of one another for a while. */
  readonly sharedSegments: number;
  /** Stages that reach out of the band of their lane, bands that overlap, and things that stand on a band's heading. */
  readonly strays: number;
  readonly crossings: number;
  readonly bends: number;
  /** In pixels. */
  readonly edgeLength: number;
  /** In pixels squared. */
  readonly area: number;
}

interface Segment {
  readonly edge: string;
  readonly a: Point;
  readonly b: Point;
}

/** Counts what is wrong with a picture, and what makes it harder to read. */
export function qualityOf(placed: Placed): Quality {
  const nodes = placed.nodes.map((node) => node.box);
  const labels = placed.edges.flatMap((edge) => (edge.label ? [{ edge: edge.id, box: edge.label.box }] : []));
  const segments = placed.edges.flatMap((edge) => segmentsOf(edge.id, edge.points));
  const blocks = [placed.title, ...(placed.legend ? [placed.legend] : []), ...(placed.empty ? [placed.empty] : [])];
  const headings = (placed.lanes ?? []).map(({ heading }) => heading);
  const contents = [
    ...placed.nodes,
    ...headings,
    ...placed.edges.flatMap((edge) => (edge.label ? [edge.label] : [])),
    ...blocks,
  ];
  const labelBoxes = labels.map((label) => label.box);
  return {
    boxOverlaps: pairs(nodes, overlap),
    labelOverlaps: pairs(labelBoxes, overlap) + across(labelBoxes, nodes, overlap),
    edgesThroughBoxes: distinct(segments, nodes, (segment, box) => runsThrough(segment, box)),
    labelsOnForeignEdges: distinct(
      segments,
      labels,
      (segment, label) => segment.edge !== label.edge && runsThrough(segment, label.box),
    ),
    wordsOnOwnEdge: placed.edges.reduce(
      (sum, edge) => sum + wordsOnLine(edge.label, segmentsOf(edge.id, edge.points)),
      0,
    ),
    innerOverlaps: contents.reduce((sum, content) => sum + innerOverlaps(content), 0),
    spills: contents.reduce(
      (sum, content) => sum + partsOf(content).filter((part) => !inside(part, content.box)).length,
      0,
    ),
    sharedSegments: sharedSegments(segments),
    strays: straysOf(placed, segments),
    crossings: crossingsOf(placed),
    bends: placed.edges.reduce((sum, edge) => sum + Math.max(0, edge.points.length - 2), 0),
    edgeLength: segments.reduce((sum, { a, b }) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0),
    area: placed.width * placed.height,
  };
}

/** How often arrows cross. */
export function crossingsOf(placed: Placed): number {
  const segments = placed.edges.flatMap((edge) => segmentsOf(edge.id, edge.points));
  const lying = segments.filter(isHorizontal);
  const standing = segments.filter((segment) => !isHorizontal(segment));
  return across(lying, standing, (h, v) => h.edge !== v.edge && cross(h, v));
}

/** The sum of everything that ought to be 0. */
export function faultsOf(quality: Quality): number {
  const { boxOverlaps, labelOverlaps, edgesThroughBoxes, labelsOnForeignEdges } = quality;
  const { wordsOnOwnEdge, innerOverlaps: inner, spills, sharedSegments: shared, strays } = quality;
  const onBoxes = boxOverlaps + labelOverlaps + edgesThroughBoxes + labelsOnForeignEdges + wordsOnOwnEdge;
  return onBoxes + inner + spills + shared + strays;
}

function straysOf({ lanes = [], nodes, edges }: Placed, segments: readonly Segment[]): number {
  const bands = new Map(lanes.map((lane) => [lane.id, lane.box]));
  const homeless =
    lanes.length === 0 ? [] : nodes.filter(({ box, lane }) => !inside(box, bands.get(lane ?? '') ?? box));
  const headings = lanes.map(({ heading }) => heading.box);
  const boxes = [...nodes.map(({ box }) => box), ...edges.flatMap(({ label }) => (label ? [label.box] : []))];
  return (
    homeless.length +
    pairs([...bands.values()], overlap) +
    across(headings, boxes, overlap) +
    across(segments, headings, runsThrough) +
    lanes.filter(({ box, heading }) => !inside(heading.box, box)).length
  );
}

/** Touching is not overlapping, and half a pixel is not seen. */
const slack = 0.5;

function overlap(a: Box, b: Box): boolean {
  return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack && a.y + a.h > b.y + slack && b.y + b.h > a.y + slack;
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.w <= outer.x + outer.w + slack &&
    inner.y + inner.h <= outer.y + outer.h + slack
  );
}

function segmentsOf(edge: string, points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((b, index) => ({ edge, a: points[index]!, b }));
}

function runsThrough({ a, b }: Segment, box: Box): boolean {
  const line = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
  return (
    line.x + line.w > box.x + slack &&
    box.x + box.w > line.x + slack &&
    line.y + line.h > box.y + slack &&
    box.y + box.h > line.y + slack
  );
}

/** Whether a horizontal and a vertical segment meet in a point inside both. */
function cross(h: Segment, v: Segment): boolean {
  return between(v.a.x, h.a.x, h.b.x) && between(h.a.y, v.a.y, v.b.y);
}

function sharedSegments(segments: readonly Segment[]): number {
  return pairs(segments, (one, other) => {
    if (one.edge === other.edge || isHorizontal(one) !== isHorizontal(other)) return false;
    const [along, away] = isHorizontal(one) ? (['x', 'y'] as const) : (['y', 'x'] as const);
    if (Math.abs(one.a[away] - other.a[away]) > 1.5) return false;
    const from = Math.max(Math.min(one.a[along], one.b[along]), Math.min(other.a[along], other.b[along]));
    const to = Math.min(Math.max(one.a[along], one.b[along]), Math.max(other.a[along], other.b[along]));
    return to - from > 2;
  });
}

function isHorizontal({ a, b }: Segment): boolean {
  return Math.abs(a.y - b.y) <= Math.abs(a.x - b.x);
}

function between(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) + slack && value < Math.max(a, b) - slack;
}

function wordsOnLine(label: Content | undefined, segments: readonly Segment[]): number {
  if (!label) return 0;
  // The numbers beside signs stand on the plate that hides the line.
  const words = label.texts.filter((text) => text.runs.every((run) => run.font !== 'sign')).map(boxOfText);
  return words.filter((box) => segments.some((segment) => runsThrough(segment, box))).length;
}

function innerOverlaps(content: Content): number {
  const texts = content.texts.map(boxOfText);
  const marks = content.marks.map(boxOfMark);
  const strange = across(texts, content.chips, (text, chip) => overlap(text, chip) && !inside(text, chip));
  return (
    pairs([...texts, ...marks], overlap) +
    pairs(content.chips, overlap) +
    across(marks, content.chips, overlap) +
    strange
  );
}

function partsOf(content: Content): readonly Box[] {
  return [...content.texts.map(boxOfText), ...content.marks.map(boxOfMark), ...content.chips];
}

function boxOfText(text: Content['texts'][number]): Box {
  return textBox(text, reach(fonts[text.runs[0]?.font ?? 'fact']));
}

function boxOfMark({ mark, x, y }: PlacedMark): Box {
  const { w, h } = signSizes[mark];
  return { x: x - w / 2, y: y - h / 2, w, h };
}

function pairs<T>(items: readonly T[], hit: (a: T, b: T) => boolean): number {
  let count = 0;
  for (const [index, a] of items.entries()) {
    for (let other = index + 1; other < items.length; other += 1) if (hit(a, items[other]!)) count += 1;
  }
  return count;
}

function across<A, B>(as: readonly A[], bs: readonly B[], hit: (a: A, b: B) => boolean): number {
  let count = 0;
  for (const a of as) for (const b of bs) if (hit(a, b)) count += 1;
  return count;
}

/** Pairs of an edge and a thing that any of its segments hits, each counted once. */
function distinct<T>(
  segments: readonly Segment[],
  things: readonly T[],
  hit: (segment: Segment, thing: T) => boolean,
): number {
  const found = segments.flatMap((segment) =>
    things.flatMap((thing, index) => (hit(segment, thing) ? [`${index} ${segment.edge}`] : [])),
  );
  return new Set(found).size;
}
