import { type FontName, fonts } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import { type Content, type PlacedMark, type PlacedText, type Run, round, type Sign, type Tone } from '../placed.ts';
import type { Marks } from '../scene.ts';
import { signSizes } from './sizes.ts';

/** A sign, and perhaps a number beside it. */
export interface Item {
  readonly sign: Sign;
  readonly number?: string;
}

const gap = 8;
const numberGap = 3;

/** The signs for findings: a badge with the number, then the open questions, then what is accepted. */
export function findingItems(marks: Marks): readonly Item[] {
  return [
    ...(marks.badge ? [{ sign: marks.badge.severity, number: few(marks.badge.count) }] : []),
    ...(marks.questions > 0 ? [{ sign: 'question' as const, number: few(marks.questions) }] : []),
    ...(marks.accepted ? [{ sign: 'accepted' as const, number: few(marks.accepted) }] : []),
  ];
}

/** How wide a row of signs is, in pixels. */
export function rowWidth(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + itemWidth(item), 0) + gap * Math.max(0, items.length - 1);
}

/** Signs side by side from `x` on, all on one middle line. */
export function row(items: readonly Item[], x: number, middle: number): Content {
  const marks: PlacedMark[] = [];
  const texts: PlacedText[] = [];
  let left = x;
  for (const item of items) {
    const { w } = signSizes[item.sign];
    marks.push({ mark: item.sign, x: left + w / 2, y: middle });
    if (item.number !== undefined) {
      const run: Run = { text: item.number, tone: toneOf(item.sign), font: 'sign' };
      texts.push(line([run], left + w + numberGap, baseline(middle, 'sign')));
    }
    left += itemWidth(item) + gap;
  }
  return { marks, texts, chips: [] };
}

/** One line of text from its runs. */
export function line(runs: readonly Run[], x: number, y: number, anchor: PlacedText['anchor'] = 'start'): PlacedText {
  return { x, y, anchor, w: round(runs.reduce((sum, run) => sum + widthOf(run.text, fonts[run.font]), 0)), runs };
}

/** The baseline that puts the capitals of a font around a middle line. */
export function baseline(middle: number, font: FontName): number {
  return middle + fonts[font].size * 0.36;
}

/** Content put together. */
export function joined(...parts: readonly Content[]): Content {
  return {
    texts: parts.flatMap((part) => part.texts),
    marks: parts.flatMap((part) => part.marks),
    chips: parts.flatMap((part) => part.chips),
  };
}

export const nothing: Content = { texts: [], marks: [], chips: [] };

function toneOf(sign: Sign): Tone {
  if (sign === 'accepted') return 'muted';
  return sign === 'error' || sign === 'warning' || sign === 'info' || sign === 'question' ? sign : 'text';
}

function itemWidth({ sign, number }: Item): number {
  return signSizes[sign].w + (number === undefined ? 0 : numberGap + widthOf(number, fonts.sign));
}

function few(count: number): string {
  return count > 99 ? '99+' : String(count);
}
