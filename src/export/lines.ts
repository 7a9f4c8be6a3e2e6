import { widthOf } from '../diagram/measure.ts';
import { type Element, elementsOf } from './tree.ts';

/** A piece of a line of text that is drawn alike. */
export interface Run {
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly fill: string;
  /** Where it starts, from the start of its line, and how wide it was measured. */
  readonly x: number;
  readonly w: number;
}

/** One line of text of a picture. */
export interface Line {
  /** The start of its baseline. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly runs: readonly Run[];
}

/** What a `text` element of a picture says, and where each of its runs stands. */
export function lineOf(element: Element, inherited: Readonly<Record<string, string>> = {}): Line {
  const looks = { ...inherited, ...element.attributes };
  const spans = elementsOf(element);
  const pieces: readonly Element[] = spans.length > 0 ? spans : [element];
  const runs: Run[] = [];
  let w = 0;
  for (const piece of pieces) {
    const run = runOf(textIn(piece), { ...looks, ...piece.attributes }, w);
    runs.push(run);
    w += run.w;
  }
  const [x, y] = [number(looks['x']), number(looks['y'])];
  const anchor = looks['text-anchor'];
  return { x: anchor === 'end' ? x - w : anchor === 'middle' ? x - w / 2 : x, y, w, runs };
}

/** The words in an element. */
export function textIn(element: Element): string {
  return element.parts.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
}

function runOf(text: string, looks: Readonly<Record<string, string>>, x: number): Run {
  const size = number(looks['font-size']);
  const weight = number(looks['font-weight']) >= 500 ? 600 : 400;
  return {
    text,
    size,
    weight,
    italic: looks['font-style'] === 'italic',
    struck: looks['text-decoration'] === 'line-through',
    fill: looks['fill'] ?? '#000000',
    x,
    w: widthOf(text, { size, weight }),
  };
}

function number(text: string | undefined): number {
  return Number(text ?? 0) || 0;
}
