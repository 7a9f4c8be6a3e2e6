import type { Font } from './measure.ts';

/** Every font of the picture. Text is measured and drawn with the same entry, so that the two cannot disagree. */
export const fonts = {
  title: { size: 22, weight: 600 },
  subtitle: { size: 13, weight: 400 },
  count: { size: 13, weight: 600 },
  lane: { size: 12, weight: 600 },
  stage: { size: 14, weight: 600 },
  fact: { size: 12, weight: 400 },
  sign: { size: 12, weight: 600 },
  chip: { size: 11, weight: 400 },
  edge: { size: 12, weight: 400 },
  sent: { size: 11, weight: 400 },
  terminal: { size: 12, weight: 400 },
  legend: { size: 12, weight: 400 },
  code: { size: 13, weight: 400 },
} as const satisfies Readonly<Record<string, Font>>;

export type FontName = keyof typeof fonts;

/** Distance from one baseline to the next, in pixels. */
export function lineHeight(font: Font): number {
  return Math.round(font.size * 1.36);
}

/** How far above and below its baseline a line of text reaches, in pixels: capitals, ascenders and descenders. */
export function reach(font: Font): { readonly up: number; readonly down: number } {
  return { up: font.size * 0.78, down: font.size * 0.24 };
}
