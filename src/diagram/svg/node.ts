import type { Box, PlacedNode } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { contentSvg } from './block.ts';
import { type Drawing, groupSvg } from './group.ts';
import { element } from './xml.ts';

/** A stage's box or a terminal, with what stands in it. */
export function nodeSvg(node: PlacedNode, drawing: Drawing): string {
  const { palette } = drawing;
  const kind = node.shape === 'stage' ? 'stage' : `terminal ${node.shape}`;
  const ring = drawing.interactive ? ringSvg(node.box) : '';
  return groupSvg(node, kind, drawing, `${frame(node, palette)}${contentSvg(node, palette)}${ring}`);
}

function frame(node: PlacedNode, palette: Palette): string {
  switch (node.shape) {
    case 'stage':
      return stageFrame(node, palette);
    case 'pathway':
      return rect(node.box, 0.5, { rx: 8, fill: palette.card, stroke: palette.outline });
    case 'missing':
      return rect(node.box, 0.5, { rx: 8, fill: palette.card, stroke: palette.question, 'stroke-dasharray': '3 3' });
    case 'entry':
    case 'exit':
      // Nothing to see, but something to point at.
      return rect(node.box, 0, { fill: palette.canvas, 'fill-opacity': 0 });
  }
}

function stageFrame(node: PlacedNode, palette: Palette): string {
  const outline = node.proposed ? palette.arrow : palette.outline;
  const dashes = node.proposed ? '6 4' : undefined;
  const outer = rect(node.box, 0.6, {
    rx: 9,
    fill: palette.card,
    stroke: outline,
    'stroke-width': 1.2,
    'stroke-dasharray': dashes,
  });
  const second = node.shared
    ? rect(node.box, 4, { rx: 6, fill: 'none', stroke: outline, 'stroke-width': 1.2, 'stroke-dasharray': dashes })
    : '';
  const inset = node.shared ? 4 : 0;
  const bar = element('rect', {
    x: node.box.x + inset,
    y: node.box.y + 12,
    width: 4,
    height: node.box.h - 24,
    rx: 2,
    fill: node.proposed || node.closed ? palette.outline : palette.accent,
  });
  return outer + second + bar;
}

function rect(box: Box, inset: number, looks: Readonly<Record<string, string | number | undefined>>): string {
  const { x, y, w, h } = box;
  return element('rect', { x: x + inset, y: y + inset, width: w - 2 * inset, height: h - 2 * inset, ...looks });
}

/** Seen only while the element has the focus. */
function ringSvg(box: Box): string {
  return rect(box, -3, { class: 'ring', rx: 12, fill: 'none', 'stroke-width': 2.5 });
}
