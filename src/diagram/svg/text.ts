import { fonts } from '../fonts.ts';
import type { PlacedText, Run } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { attributes, escaped } from './xml.ts';

/** A line of text; runs that are drawn differently are parts of it, so that selecting and copying takes it whole. */
export function textSvg(text: PlacedText, palette: Palette): string {
  const [first, ...others] = text.runs;
  if (!first) return '';
  const anchor = text.anchor === 'start' ? undefined : text.anchor;
  const at = { x: text.x, y: text.y, 'text-anchor': anchor, 'xml:space': needsSpace(text) ? 'preserve' : undefined };
  if (others.length === 0)
    return `<text${attributes({ ...at, ...looks(first, palette) })}>${escaped(first.text)}</text>`;
  const runs = text.runs.map((run) => `<tspan${attributes(looks(run, palette))}>${escaped(run.text)}</tspan>`);
  return `<text${attributes(at)}>${runs.join('')}</text>`;
}

function looks(run: Run, palette: Palette): Readonly<Record<string, string | number | undefined>> {
  const font = fonts[run.font];
  return {
    'font-family': run.font === 'code' ? "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" : undefined,
    'font-size': font.size,
    'font-weight': font.weight === 400 ? undefined : font.weight,
    'font-style': run.italic ? 'italic' : undefined,
    'text-decoration': run.struck ? 'line-through' : undefined,
    fill: palette[run.tone],
  };
}

function needsSpace(text: PlacedText): boolean {
  return /^ | $| {2}/.test(text.runs.map((run) => run.text).join('')) || text.runs.length > 1;
}
