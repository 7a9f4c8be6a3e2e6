import { spineWidth } from '../content/sizes.ts';
import type { Box, PlacedNode } from '../placed.ts';
import type { LegendMark } from '../scene.ts';
import type { Palette } from '../theme.ts';
import { contentSvg } from './block.ts';
import { type Drawing, groupSvg } from './group.ts';
import { element } from './xml.ts';

/** A stage's box or a terminal, with what stands in it. */
export function nodeSvg(node: PlacedNode, drawing: Drawing): string {
  const { palette } = drawing;
  const kind = kindOf(node);
  const ring = drawing.interactive ? ringSvg(node.box) : '';
  return groupSvg(node, kind, drawing, `${frame(node, palette)}${contentSvg(node, palette)}${ring}`);
}

/** What the element is for style sheets and tests. */
function kindOf({ shape }: PlacedNode): string {
  if (shape === 'stage') return 'stage';
  const sums = shape === 'whole' || shape === 'unit' || shape === 'required' || shape === 'specification';
  return sums ? `summary ${shape}` : `terminal ${shape}`;
}

function frame(node: PlacedNode, palette: Palette): string {
  switch (node.shape) {
    case 'stage':
    case 'unit':
    case 'required':
      return stageFrame(node, palette);
    case 'whole':
    case 'specification':
      return summaryFrame(node, palette);
    case 'pathway':
      return rect(node.box, 0.5, { rx: 8, fill: palette.card, ...strokeOf(node, palette) });
    case 'missing':
      return rect(node.box, 0.5, { rx: 8, fill: palette.card, stroke: palette.question, 'stroke-dasharray': '3 3' });
    case 'hidden':
      return rect(node.box, 0.5, { rx: 8, fill: palette.card, stroke: palette.faint, 'stroke-dasharray': '2 3' });
    case 'entry':
    case 'exit':
      // Nothing to see, but something to point at.
      return rect(node.box, 0, { fill: palette.canvas, 'fill-opacity': 0 });
  }
}

function stageFrame(node: PlacedNode, palette: Palette): string {
  const { box, shared, spine } = node;
  const outline = outlineOf(node, palette);
  const stroke = strokeOf(node, palette, 1.2);
  // What stands for several is drawn as a pile of them.
  const pile =
    node.holds === undefined
      ? ''
      : rect({ ...box, x: box.x + 5, y: box.y + 5 }, 0.6, { rx: 9, fill: palette.card, ...stroke });
  const outer = rect(box, 0.6, { rx: 9, fill: fillOf(node, palette), ...stroke });
  const second = shared ? rect(box, 4, { rx: 6, fill: 'none', ...stroke, 'stroke-width': 1.2 }) : '';
  const inset = shared ? 4 : 0;
  if (spine) return pile + outer + spineSvg(box, inset + 1.2, spine, outline, palette) + second;
  const bar = element('rect', {
    x: box.x + inset,
    y: box.y + 12,
    width: 4,
    height: box.h - 24,
    rx: 2,
    fill:
      node.proposed || node.closed || node.change === 'removed'
        ? palette.outline
        : node.recedes
          ? palette.faint
          : palette.accent,
  });
  return pile + outer + second + bar;
}

/** Wider for what has come or changed, dotted for what has gone. */
function strokeOf(node: PlacedNode, palette: Palette, width?: number) {
  const { change, proposed } = node;
  return {
    stroke: outlineOf(node, palette),
    'stroke-width': change === 'added' || change === 'changed' ? 2.4 : width,
    'stroke-dasharray': change === 'removed' ? '2 4' : proposed ? '6 4' : undefined,
  };
}

function outlineOf({ change, recedes, proposed }: PlacedNode, palette: Palette): string {
  if (change === 'added') return palette.added;
  if (change === 'changed') return palette.changed;
  if (recedes) return palette.faint;
  return proposed ? palette.arrow : palette.outline;
}

function fillOf({ heat = 0 }: PlacedNode, palette: Palette): string {
  return [palette.card, palette.heat1, palette.heat2, palette.heat3, palette.heat4][heat] ?? palette.card;
}

/** The colour at the left of a card, from top to bottom; only a line where it has none. */
function spineSvg(box: Box, inset: number, spine: LegendMark, outline: string, palette: Palette): string {
  const [left, top] = [box.x + inset, box.y + inset];
  const [right, bottom] = [box.x + spineWidth, box.y + box.h - inset];
  const corner = 8;
  const edge = `M${right} ${top}V${bottom}`;
  const colour = spine in palette && spine.startsWith('tint') ? palette[spine as 'tint1'] : undefined;
  if (colour === undefined) return element('path', { d: edge, stroke: outline, 'stroke-width': 1, fill: 'none' });
  const d = `${edge}H${left + corner}Q${left} ${bottom} ${left} ${bottom - corner}V${top + corner}Q${left} ${top} ${left + corner} ${top}z`;
  return element('path', { d, fill: colour });
}

/** A card with a second one behind it for a whole pathway, and a sheet with a folded corner for a specification. */
function summaryFrame(node: PlacedNode, palette: Palette): string {
  const { x, y, w, h } = node.box;
  const outline = { fill: palette.card, stroke: node.proposed ? palette.arrow : palette.outline, 'stroke-width': 1.2 };
  const dashes = node.proposed ? '6 4' : undefined;
  if (node.shape === 'specification') {
    const fold = 14;
    const [left, top, right, bottom] = [x + 0.6, y + 0.6, x + w - 0.6, y + h - 0.6];
    const sheet = `M${left} ${top}H${right - fold}L${right} ${top + fold}V${bottom}H${left}z`;
    const corner = `M${right - fold} ${top}V${top + fold}H${right}`;
    return (
      element('path', { d: sheet, ...outline, 'stroke-linejoin': 'round' }) +
      element('path', { d: corner, ...outline, fill: 'none', 'stroke-linejoin': 'round' })
    );
  }
  const behind = { x: x + 5, y: y + 5, w: w - 5, h: h - 5 };
  const front = { x, y, w: w - 5, h: h - 5 };
  return (
    rect(behind, 0.6, { rx: 9, ...outline, 'stroke-dasharray': dashes }) +
    rect(front, 0.6, { rx: 9, ...outline, 'stroke-dasharray': dashes })
  );
}

function rect(box: Box, inset: number, looks: Readonly<Record<string, string | number | undefined>>): string {
  const { x, y, w, h } = box;
  return element('rect', { x: x + inset, y: y + inset, width: w - 2 * inset, height: h - 2 * inset, ...looks });
}

/** Seen only while the element has the focus. */
function ringSvg(box: Box): string {
  return rect(box, -3, { class: 'ring', rx: 12, fill: 'none', 'stroke-width': 2.5 });
}
