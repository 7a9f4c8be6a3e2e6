import type { Content, PlacedBlock, PlacedChip } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { signSvg } from './signs.ts';
import { textSvg } from './text.ts';
import { element } from './xml.ts';

/** The title, the legend, or what is said where there is nothing to draw. */
export function blockSvg(kind: 'title' | 'legend' | 'empty', block: PlacedBlock, palette: Palette): string {
  const { x, y, w, h } = block.box;
  const frame =
    kind === 'legend'
      ? element('path', { d: `M${x} ${y + 0.5}H${x + w}`, stroke: palette.rule, 'stroke-width': 1 })
      : kind === 'empty'
        ? element('rect', {
            x,
            y,
            width: w,
            height: h,
            rx: 10,
            fill: palette.card,
            stroke: palette.rule,
            'stroke-width': 1,
          })
        : '';
  return `<g class="${kind}">${frame}${contentSvg(block, palette)}</g>`;
}

/** Chips, then signs, then texts. */
export function contentSvg(content: Content, palette: Palette): string {
  return [
    ...content.chips.map((chip) => chipSvg(chip, palette)),
    ...content.marks.map((mark) => signSvg(mark, palette)),
    ...content.texts.map((text) => textSvg(text, palette)),
  ].join('');
}

function chipSvg(chip: PlacedChip, palette: Palette): string {
  const stroke = { plain: palette.chipEdge, outline: palette.outline, question: palette.question, gap: palette.gap }[
    chip.tone
  ];
  const fill = chip.tone === 'plain' ? palette.chip : 'none';
  const rx = Math.min(10, chip.h / 2);
  // The outline is drawn inside its box, so that neighbours keep their distance.
  const inset = 0.5;
  return element('rect', {
    x: chip.x + inset,
    y: chip.y + inset,
    width: chip.w - 2 * inset,
    height: chip.h - 2 * inset,
    rx: rx - inset,
    fill,
    stroke,
    'stroke-dasharray': chip.tone === 'question' ? '3 2' : undefined,
  });
}
