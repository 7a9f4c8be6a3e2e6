import { decimal } from './document.ts';

/** How far the handles of a curve stand out, in parts of the radius, for it to pass for a quarter of a circle. */
const handle = 0.5523;

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The last handle of a curve, which a smooth one goes on from. */
  handleX: number;
  handleY: number;
}

/** The lines of an SVG path as PDF draws them. Throws where there is a command that pictures do not use. */
export function pathOps(data: string): string {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, handleX: 0, handleY: 0 };
  return [...data.matchAll(/([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)/g)]
    .flatMap(([, command = '', rest = '']) =>
      commandOps(command, [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(Number), pen),
    )
    .join(' ');
}

const lengths: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, z: 0 };

function commandOps(command: string, numbers: readonly number[], pen: Pen): readonly string[] {
  const kind = command.toLowerCase();
  const length = lengths[kind];
  if (length === undefined) throw new Error(`The path command ${command} cannot be drawn in a PDF.`);
  if (length === 0) {
    [pen.x, pen.y] = [pen.startX, pen.startY];
    return ['h'];
  }
  const ops: string[] = [];
  for (let at = 0; at + length <= numbers.length; at += length) {
    // What follows a move without a command of its own are lines.
    const own = kind === 'm' && at > 0 ? 'l' : kind;
    ops.push(stepOps(own, absolute(kind, command === kind, numbers.slice(at, at + length), pen), pen));
  }
  return ops;
}

function absolute(kind: string, relative: boolean, numbers: readonly number[], pen: Pen): readonly number[] {
  if (!relative) return numbers;
  if (kind === 'v') return numbers.map((y) => y + pen.y);
  return numbers.map((number, index) => number + (index % 2 === 0 ? pen.x : pen.y));
}

function stepOps(kind: string, numbers: readonly number[], pen: Pen): string {
  const [fromX, fromY] = [pen.x, pen.y];
  const mirrored = [2 * fromX - pen.handleX, 2 * fromY - pen.handleY];
  const end = kind === 'h' ? [numbers[0]!, fromY] : kind === 'v' ? [fromX, numbers[0]!] : numbers.slice(-2);
  [pen.x, pen.y] = [end[0]!, end[1]!];
  const handles = kind === 't' ? mirrored : kind === 's' ? [...mirrored, ...numbers.slice(0, 2)] : numbers.slice(0, -2);
  [pen.handleX, pen.handleY] = /[csqt]/.test(kind) ? [handles.at(-2)!, handles.at(-1)!] : [pen.x, pen.y];
  if (kind === 'm') {
    [pen.startX, pen.startY] = [pen.x, pen.y];
    return op('m', pen.x, pen.y);
  }
  if (kind === 'c' || kind === 's') return op('c', ...handles, pen.x, pen.y);
  if (kind !== 'q' && kind !== 't') return op('l', pen.x, pen.y);
  const [cx, cy] = [handles[0]!, handles[1]!];
  const third = (from: number, to: number) => from + (2 / 3) * (to - from);
  return op('c', third(fromX, cx), third(fromY, cy), third(pen.x, cx), third(pen.y, cy), pen.x, pen.y);
}

/** A rectangle, its corners rounded by a radius. */
export function rectOps(x: number, y: number, w: number, h: number, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  if (r <= 0) return op('re', x, y, w, h);
  const k = r * (1 - handle);
  const [right, bottom] = [x + w, y + h];
  return [
    op('m', x + r, y),
    op('l', right - r, y),
    op('c', right - k, y, right, y + k, right, y + r),
    op('l', right, bottom - r),
    op('c', right, bottom - k, right - k, bottom, right - r, bottom),
    op('l', x + r, bottom),
    op('c', x + k, bottom, x, bottom - k, x, bottom - r),
    op('l', x, y + r),
    op('c', x, y + k, x + k, y, x + r, y),
    'h',
  ].join(' ');
}

function op(name: string, ...numbers: readonly number[]): string {
  return [...numbers.map(decimal), name].join(' ');
}
