import type { PlacedLane } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { contentSvg } from './block.ts';
import { attributes, element } from './xml.ts';

/** The band of a lane, under everything that stands in it, and its heading. */
export function laneSvg(lane: PlacedLane, palette: Palette): string {
  const { x, y, w, h } = lane.box;
  const band = element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: w - 1,
    height: h - 1,
    rx: 10,
    fill: palette.band,
    stroke: palette.rule,
  });
  const all = { class: 'lane', 'data-lane': lane.id, role: 'group', 'aria-label': lane.spoken };
  return `<g${attributes(all)}>${band}<g class="heading">${contentSvg(lane.heading, palette)}</g></g>`;
}
