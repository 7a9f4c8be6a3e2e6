import { legendBlock } from '../diagram/content/legend.ts';
import { titleBlock } from '../diagram/content/title.ts';
import { fonts } from '../diagram/fonts.ts';
import { type Box, moved, type Placed, type PlacedBlock, round } from '../diagram/placed.ts';
import type { LegendEntry } from '../diagram/scene.ts';
import type { Sheet } from '../diagram/svg.ts';
import type { PageSize } from './formats.ts';
import type { Drawing } from './picture.ts';

/** Width and height of a page that lies on its side, as a document says them and in pixels. */
const sizes: Readonly<
  Record<PageSize, { readonly w: string; readonly h: string; readonly box: readonly [number, number] }>
> = {
  slide: { w: '13.333in', h: '7.5in', box: [1280, 720] },
  a4: { w: '297mm', h: '210mm', box: [1122.52, 793.7] },
  a3: { w: '420mm', h: '297mm', box: [1587.4, 1122.52] },
};

const names: Readonly<Record<PageSize, string>> = { slide: 'a slide', a4: 'an A4 page', a3: 'an A3 page' };

const margin = 40;
const belowTitle = 22;
const aboveLegend = 18;
/** A small picture is not blown up beyond this. */
const largest = 1.6;
/** Below this many points print is hard to read. */
const legible = 5;

/** The page that a picture is fitted in, with its title above and its legend below; none where none is wanted. */
export function sheetOf(
  { scene, placed }: Drawing,
  { page, portrait = false }: { readonly page?: PageSize; readonly portrait?: boolean },
): { readonly sheet?: Sheet; readonly notes: readonly string[] } {
  if (page === undefined) return { notes: [] };
  const size = sizes[page];
  const [width, height] = portrait ? [size.box[1], size.box[0]] : size.box;
  const inner = width - 2 * margin;
  const title = titleBlock(scene.title, { x: margin, y: margin }, inner);
  const top = title.box.y + title.box.h + belowTitle;
  const body = bodyOf(placed);
  // A legend is not to outgrow what it explains.
  const legendScale = Math.max(0.75, Math.min(1, (1.25 * inner) / body.w, (1.25 * (height - margin - top)) / body.h));
  const legend = scene.legend.length === 0 ? undefined : legendAt(scene.legend, legendScale, inner, height);
  const bottom = legend ? legend.box.y * legendScale - aboveLegend : height - margin;
  const room = { w: inner, h: Math.max(1, bottom - top) };
  const scale = Math.min(largest, room.w / body.w, room.h / body.h);
  const at = {
    x: round(margin + (room.w - body.w * scale) / 2 - body.x * scale),
    y: round(top + (room.h - body.h * scale) * 0.4 - body.y * scale),
  };
  const [w, h] = portrait ? [size.h, size.w] : [size.w, size.h];
  const sheet: Sheet = {
    width,
    height,
    w,
    h,
    title,
    scale: fine(scale),
    at,
    legendScale: fine(legendScale),
    ...(legend ? { legend } : {}),
  };
  const points = fonts.sent.size * 0.75 * scale;
  const notes =
    points >= legible
      ? []
      : [
          `On ${names[page]} the smallest text of this picture is ${points.toFixed(1)} points high, which is hard to read: ${page === 'a3' ? 'leave the page out, or draw a view that shows less' : 'take a larger page, or draw a view that shows less'}.`,
        ];
  return { sheet, notes };
}

/** The legend at the foot of the page, placed so that it comes to stand there once it is scaled. */
function legendAt(entries: readonly LegendEntry[], scale: number, width: number, height: number): PlacedBlock {
  const block = legendBlock(entries, { x: margin / scale, y: 0 }, width / scale);
  const by = { x: 0, y: (height - margin + 8) / scale - block.box.h };
  return { box: { ...block.box, y: round(by.y) }, ...moved(block, by) };
}

function fine(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}

/** What is between title and legend: everything that was laid out. */
function bodyOf(placed: Placed): Box {
  const boxes = [
    ...placed.nodes.map(({ box }) => box),
    ...placed.edges.flatMap(({ label }) => (label ? [label.box] : [])),
    ...(placed.lanes ?? []).map(({ box }) => box),
    ...(placed.empty ? [placed.empty.box] : []),
  ];
  const points = [
    ...boxes.flatMap(({ x, y, w, h }) => [
      { x, y },
      { x: x + w, y: y + h },
    ]),
    ...placed.edges.flatMap((edge) => edge.points),
  ];
  if (points.length === 0) return { x: 0, y: 0, w: 1, h: 1 };
  let [left, top, right, bottom] = [points[0]!.x, points[0]!.y, points[0]!.x, points[0]!.y];
  for (const { x, y } of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, w: Math.max(1, right - left), h: Math.max(1, bottom - top) };
}
