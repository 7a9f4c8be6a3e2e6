import { fonts, lineHeight } from '../fonts.ts';
import { widest } from '../measure.ts';
import type { Box, Content, PlacedText, Tone } from '../placed.ts';
import type { SceneEdge, Sending } from '../scene.ts';
import { ellipsised, wrapBalanced } from '../wrap.ts';
import { findingItems, type Item, joined, line, row, rowWidth } from './row.ts';
import { issueTones, toneOf } from './tones.ts';

/** What is written on an arrow, measured from its own corner, and the size that it needs. */
export interface EdgeLabel {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
  /** Where signs stand on the line and hide it; absent where the line runs past the label. */
  readonly plate?: Box;
}

const textWidths = [104, 148] as const;
const sentWidth = 140;
const maxSent = 3;
const signRow = 20;

/**
 * Lays out an arrow's label and signs. `on-line` puts the label above the line, the signs on it and what is sent below
 * it, with the line through the middle of the box; `beside` puts them below one another, next to the line. Nothing
 * where the arrow has nothing to say.
 */
export function edgeLabelOf(edge: SceneEdge, manner: 'on-line' | 'beside'): EdgeLabel | undefined {
  const label = labelLines(edge.label);
  const items = itemsOf(edge);
  const sent = [...sentLines(edge.sendings), ...detailLines(edge)];
  if (label.length === 0 && items.length === 0 && sent.length === 0) return undefined;
  const below = sent.map(({ text }) => text);
  const w = Math.ceil(Math.max(widest(label, fonts.edge), rowWidth(items), widest(below, fonts.sent))) + 8;
  const room = (edge.weight ?? 2) / 2 + 2;
  return manner === 'on-line' ? onLine(label, items, sent, { w, room }) : beside(label, items, sent, w);
}

/** Narrow, so that columns stand close; wider only where the text would not fit otherwise. */
function labelLines(label: string): readonly string[] {
  const narrow = wrapBalanced(label, fonts.edge, textWidths[0], 3);
  return narrow.cut ? wrapBalanced(label, fonts.edge, textWidths[1], 3).lines : narrow.lines;
}

function onLine(
  label: readonly string[],
  items: readonly Item[],
  sent: readonly Below[],
  { w, room }: { readonly w: number; readonly room: number },
): EdgeLabel {
  // A wide line needs room between what stands above it and below it.
  const half = items.length === 0 ? room : signRow / 2;
  const above = label.length * lineHeight(fonts.edge) + half;
  const below = sent.length * lineHeight(fonts.sent) + half;
  const h = 2 * Math.ceil(Math.max(above, below));
  const middle = h / 2;
  const labels = centred(asText(label), 'edge', w, middle - half - (label.length - 1) * lineHeight(fonts.edge) - 4);
  const names = centred(sent, 'sent', w, middle + half + 11);
  const rowStart = (w - rowWidth(items)) / 2;
  const plate = { x: rowStart - 4, y: middle - signRow / 2, w: rowWidth(items) + 8, h: signRow };
  const content = joined({ texts: [...labels, ...names], marks: [], chips: [] }, row(items, rowStart, middle));
  return items.length === 0 ? { w, h, content } : { w, h, content, plate };
}

function beside(label: readonly string[], items: readonly Item[], sent: readonly Below[], w: number): EdgeLabel {
  const labels = leftAligned(asText(label), 'edge', 12);
  const rowTop = label.length * lineHeight(fonts.edge) + 2;
  const below = rowTop + (items.length === 0 ? 0 : signRow);
  const names = leftAligned(sent, 'sent', below + 11);
  const content = joined({ texts: [...labels, ...names], marks: [], chips: [] }, row(items, 4, rowTop + signRow / 2));
  return { w, h: Math.ceil(below + sent.length * lineHeight(fonts.sent) + 2), content };
}

function itemsOf(edge: SceneEdge): readonly Item[] {
  const states = [...new Set(edge.sendings.map((sending) => sending.state))];
  const signs = states.map((state): Item => ({ sign: state === 'sent' ? 'sent' : `sent-${state}` }));
  return [...(edge.change ? [{ sign: edge.change }] : []), ...signs, ...findingItems(edge)];
}

/** One line below an arrow. */
interface Below {
  readonly text: string;
  readonly tone: Tone;
}

/** `CHAT · SystmOne`, a line each, or two where that is too long for one; what is sent beyond the third is counted. */
function sentLines(sendings: readonly Sending[]): readonly Below[] {
  const sent = sendings.filter((sending) => sending.state === 'sent');
  const shown = sent.length > maxSent ? sent.slice(0, maxSent - 1) : sent;
  const lines = shown.flatMap(({ information, system, broken }): readonly Below[] => {
    const tone = broken ? 'question' : 'accent';
    const sign = broken ? '? ' : '';
    const whole = `${sign}${information}${system === undefined ? '' : ` · ${system}`}`;
    if (system === undefined || widest([whole], fonts.sent) <= sentWidth) return [{ text: whole, tone }];
    return [sign + information, system].map((text) => ({ text, tone }));
  });
  const more: readonly Below[] =
    sent.length > shown.length ? [{ text: `+ ${sent.length - shown.length}`, tone: 'accent' }] : [];
  return [...lines, ...more].map(({ text, tone }) => ({
    text: widest([text], fonts.sent) <= sentWidth ? text : ellipsised(text, fonts.sent, sentWidth),
    tone,
  }));
}

const detailWidth = 168;

/** What the view puts on the arrow, on three lines each at most, and what has changed, on four. */
function detailLines({ details = [], changes = [] }: SceneEdge): readonly Below[] {
  const said = [
    ...details.map(({ fact, state, text }): Below => {
      const tone = issueTones[fact] ?? toneOf(state, 'muted');
      if (state === 'unknown') return { text: `? ${text}`, tone };
      return { text: state === 'recorded' && fact !== '' ? `${fact} ${text}` : text, tone };
    }),
    ...changes.map((text): Below => ({ text, tone: 'changed' })),
  ];
  return said.flatMap(({ text, tone }) =>
    wrapBalanced(text, fonts.sent, detailWidth, tone === 'changed' ? 4 : 3).lines.map(
      (part): Below => ({ text: part, tone }),
    ),
  );
}

function asText(lines: readonly string[]): readonly Below[] {
  return lines.map((text) => ({ text, tone: 'text' }));
}

function centred(lines: readonly Below[], font: 'edge' | 'sent', w: number, y: number): readonly PlacedText[] {
  return lines.map(({ text, tone }, i) =>
    line([{ text, tone, font }], w / 2, y + i * lineHeight(fonts[font]), 'middle'),
  );
}

function leftAligned(lines: readonly Below[], font: 'edge' | 'sent', y: number): readonly PlacedText[] {
  return lines.map(({ text, tone }, i) => line([{ text, tone, font }], 4, y + i * lineHeight(fonts[font])));
}
