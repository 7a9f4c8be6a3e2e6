import { fonts, lineHeight } from '../fonts.ts';
import type { Content, PlacedMark, Run, Tone } from '../placed.ts';
import type { SummaryLine, SummaryNode } from '../scene.ts';
import { wrap } from '../wrap.ts';
import { type Card, chipRows } from './card.ts';
import { findingItems, joined, line, row, rowWidth } from './row.ts';
import { signSizes } from './sizes.ts';
import { toneOf } from './tones.ts';

const width = 260;
const padding = { left: 16, right: 16, top: 14, bottom: 14 };
/** Where the texts of lines with a sign begin, so that they stand below one another. */
const signRoom = 19;
/** What a card that has another one behind it needs besides. */
const behind = 5;

/** Lays out the box of a whole pathway, a shared unit or something required: its label, lines, chips and badges. */
export function summaryOf(node: SummaryNode): Card {
  const extra = node.sort === 'whole' ? behind : 0;
  const right = width - padding.right;
  // The folded corner of a specification's sheet is no place for signs.
  const corner = node.sort === 'specification' ? 10 : 0;
  const inner = right - padding.left;
  const items = findingItems(node);
  const badges = rowWidth(items);
  const first = items.length === 0 ? inner - corner : inner - badges - 10 - corner;
  const labels = wrap(node.label, fonts.stage, inner, 3, first).lines.map((text, index) =>
    line(
      [{ text, tone: 'text', font: 'stage', ...(node.closed ? { struck: true } : {}) }],
      padding.left,
      padding.top + 12 + index * lineHeight(fonts.stage),
    ),
  );
  const signs = row(items, right - badges - corner, padding.top + 7);
  let y = padding.top + labels.length * lineHeight(fonts.stage) + 5;
  const lines: Content[] = [];
  for (const each of node.lines) {
    const { content, height } = lineContent(each, y, inner);
    lines.push(content);
    y += height;
  }
  const chips = chipRows(node.chips, padding.left, y + 8, inner);
  const hasChips = chips.content.chips.length > 0;
  return {
    w: width + extra,
    h: Math.ceil((hasChips ? chips.bottom : y - 4) + padding.bottom) + extra,
    content: joined({ texts: labels, marks: [], chips: [] }, signs, ...lines, chips.content),
  };
}

function lineContent(
  each: SummaryLine,
  top: number,
  inner: number,
): { readonly content: Content; readonly height: number } {
  const { sign, heading = '', text, state, inset } = each;
  const tone = toneOf(state, inset ? 'muted' : 'text');
  const indent = inset || sign ? Math.max(signRoom, sign ? signSizes[sign].w + 5 : 0) : 0;
  const step = lineHeight(fonts.fact) + 1;
  // A little air before each line that is not about the one before it.
  const air = inset ? 0 : 2;
  const start = heading === '' ? '' : `${heading} `;
  const texts = wrap(start + text, fonts.fact, inner - indent, 3).lines.map((words, index) => {
    const run = (part: string, of: Tone): Run => ({
      text: part,
      tone: of,
      font: 'fact',
      ...(state === 'missing' ? { italic: true } : {}),
    });
    const isHeaded = index === 0 && start !== '' && words.startsWith(start);
    const runs = isHeaded ? [run(start, 'muted'), run(words.slice(start.length), tone)] : [run(words, tone)];
    return line(runs, padding.left + indent, top + air + 12 + index * step);
  });
  const marks: PlacedMark[] = sign
    ? [{ mark: sign, x: padding.left + Math.max(signSizes[sign].w, 12) / 2, y: top + air + 8 }]
    : [];
  return { content: { texts, marks, chips: [] }, height: air + step * texts.length };
}
