import { isMeasured } from '../diagram/measure.ts';
import type { Placed } from '../diagram/placed.ts';
import { type Sheet, svgOf } from '../diagram/svg.ts';
import type { Theme } from '../diagram/theme.ts';
import type { ExportFiles } from './files.ts';
import { lineOf, textIn } from './lines.ts';
import { type Element, mapped, readSvg, writeSvg } from './tree.ts';

/** Fonts that are no wider than Inter come first, for programs that do not read the font in the file. */
const families = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/**
 * The picture with the font that it was measured in, so that it looks the same on every machine; and with the width of
 * each line of text, so that another font keeps to it where this one is not read.
 */
export async function travellingSvg(
  placed: Placed,
  theme: Theme,
  sheet: Sheet | undefined,
  files: ExportFiles,
): Promise<string> {
  const faces = await Promise.all([400, 600].map((weight) => fontFace(weight, files)));
  const svg = svgOf(placed, { theme, embedFont: faces.join(''), ...(sheet ? { sheet } : {}) });
  const root = mapped(readSvg(svg), keptToWidth);
  return `${writeSvg({ ...root, attributes: { ...root.attributes, 'font-family': families } })}\n`;
}

/** The rule that brings Inter of one weight along, with the font in it. */
export async function fontFace(weight: number, files: ExportFiles): Promise<string> {
  const font = base64(await files.shipped(`fonts/inter-latin-${weight}-normal.woff2`));
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${font}) format('woff2')}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** A line whose width is known says it; of other scripts, and of typewriter text, it is only guessed. */
export function keptToWidth(text: Element): Element {
  if (text.name !== 'text') return text;
  const words = textIn(text);
  if ([...words].length < 2 || !isMeasured(words) || text.attributes['font-family'] !== undefined) return text;
  const textLength = String(Math.round(lineOf(text).w * 100) / 100);
  return { ...text, attributes: { ...text.attributes, textLength, lengthAdjust: 'spacingAndGlyphs' } };
}
