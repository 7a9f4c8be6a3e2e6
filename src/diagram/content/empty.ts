import { fonts, lineHeight } from '../fonts.ts';
import { widest } from '../measure.ts';
import type { PlacedBlock, Point } from '../placed.ts';
import type { EmptyState } from '../scene.ts';
import { wrap } from '../wrap.ts';
import { line } from './row.ts';

const padding = 24;

/** Lays out what is said in place of a picture: the heading, the example in a box of its own, and what is held. */
export function emptyBlock(empty: EmptyState, at: Point, width: number): PlacedBlock {
  const heading = line([{ text: empty.heading, tone: 'text', font: 'stage' }], at.x + padding, at.y + padding + 12);
  const top = at.y + padding + 32;
  const step = lineHeight(fonts.code) + 2;
  // Typewriter text is drawn by whatever font the reader has: 0.65 em a character holds for all common ones.
  const codeWidth = Math.max(
    widest(empty.example, fonts.code),
    Math.max(...empty.example.map((l) => l.length)) * fonts.code.size * 0.65,
  );
  const box = { x: at.x + padding, y: top, w: Math.ceil(codeWidth) + 32, h: empty.example.length * step + 24 };
  const code = empty.example.map((text, index) =>
    line([{ text, tone: 'text', font: 'code' }], box.x + 16, top + 26 + index * step),
  );
  const holds = wrap(empty.holds ?? '', fonts.fact, width - 2 * padding, 4).lines;
  const below = box.y + box.h + 28;
  const held = holds.map((text, index) =>
    line([{ text, tone: 'muted', font: 'fact' }], at.x + padding, below + index * lineHeight(fonts.fact)),
  );
  const bottom = holds.length === 0 ? box.y + box.h : below + (holds.length - 1) * lineHeight(fonts.fact) + 4;
  return {
    box: { x: at.x, y: at.y, w: width, h: Math.ceil(bottom + padding - at.y) },
    texts: [heading, ...code, ...held],
    marks: [],
    chips: [{ ...box, tone: 'plain' }],
  };
}
