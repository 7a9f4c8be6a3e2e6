import { fonts } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import { type Content, moved, origin, type PlacedBlock, type Point } from '../placed.ts';
import type { LegendEntry } from '../scene.ts';
import { ellipsised } from '../wrap.ts';
import { baseline, joined, line, nothing, row } from './row.ts';
import { signSizes } from './sizes.ts';

const rowHeight = 28;
const entryGap = 28;
const signGap = 8;
const padding = 16;
/** A name that stands for a colour is cut where it would fill a row of its own. */
const longest = 360;

/**
 * Lays out the legend in as many rows as it needs; its box starts with a rule across the page. What has a heading starts
 * a row, and what stands in further rows below it stands in its column.
 */
export function legendBlock(entries: readonly LegendEntry[], at: Point, width: number): PlacedBlock {
  let content: Content = nothing;
  let [x, rowIndex, indent] = [0, 0, 0];
  const write = (text: string, font: 'legend' | 'count', tone: 'muted' | 'text', left: number, middle: number) =>
    joined(content, { texts: [line([{ text, tone, font }], left, baseline(middle, 'legend'))], marks: [], chips: [] });
  let headed = false;
  for (const entry of entries) {
    const middle = () => at.y + padding + rowIndex * rowHeight + rowHeight / 2;
    // The marks of every picture come after what this one's colours and shades mean, on a row of their own.
    const opens = entry.heading !== undefined || (headed && generalMark(entry));
    if (opens) {
      if (x > 0) [x, rowIndex] = [0, rowIndex + 1];
      indent = 0;
      headed = entry.heading !== undefined;
    }
    if (entry.heading !== undefined) {
      content = write(entry.heading, 'count', 'text', at.x, middle());
      x = widthOf(entry.heading, fonts.count) + 20;
      indent = x;
    }
    const label = ellipsisedTo(entry.text);
    const size = signSizes[entry.mark].w;
    const w = size + signGap + widthOf(label, fonts.legend);
    if (x > indent && x + w > width) [x, rowIndex] = [indent, rowIndex + 1];
    const left = at.x + x;
    content = joined(content, row([{ sign: entry.mark }], left, middle()));
    content = write(label, 'legend', 'muted', left + size + signGap, middle());
    x += w + entryGap;
  }
  return { box: { x: at.x, y: at.y, w: width, h: padding + (rowIndex + 1) * rowHeight }, ...moved(content, origin) };
}

function ellipsisedTo(text: string): string {
  return widthOf(text, fonts.legend) <= longest ? text : ellipsised(text, fonts.legend, longest);
}

/** Whether a mark means the same in every picture. */
function generalMark({ mark }: LegendEntry): boolean {
  return !/^(?:tint|heat|narrow|wide)/.test(mark);
}
