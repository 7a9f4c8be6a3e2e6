import { fonts } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import { type Content, moved, origin, type PlacedBlock, type Point } from '../placed.ts';
import type { LegendEntry } from '../scene.ts';
import { baseline, joined, line, nothing, row } from './row.ts';
import { signSizes } from './sizes.ts';

const rowHeight = 28;
const entryGap = 28;
const signGap = 8;
const padding = 16;

/** Lays out the legend in as many rows as it needs; its box starts with a rule across the page. */
export function legendBlock(entries: readonly LegendEntry[], at: Point, width: number): PlacedBlock {
  let content: Content = nothing;
  let [x, rowIndex] = [0, 0];
  for (const entry of entries) {
    const size = signSizes[entry.mark].w;
    const text = widthOf(entry.text, fonts.legend);
    const w = size + signGap + text;
    if (x > 0 && x + w > width) [x, rowIndex] = [0, rowIndex + 1];
    const middle = at.y + padding + rowIndex * rowHeight + rowHeight / 2;
    const left = at.x + x;
    const words = line(
      [{ text: entry.text, tone: 'muted', font: 'legend' }],
      left + size + signGap,
      baseline(middle, 'legend'),
    );
    content = joined(content, row([{ sign: entry.mark }], left, middle), { texts: [words], marks: [], chips: [] });
    x += w + entryGap;
  }
  return { box: { x: at.x, y: at.y, w: width, h: padding + (rowIndex + 1) * rowHeight }, ...moved(content, origin) };
}
