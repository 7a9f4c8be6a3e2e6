import { inter, type PackedMetrics, unitsPerEm } from './metrics/inter.ts';

/** A size and a weight of Inter. Slanted text is drawn from the upright letters and so is as wide. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly weight: 400 | 600;
}

interface Metrics {
  readonly advance: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<string, number>;
  readonly right: ReadonlyMap<string, number>;
  /** For each left class, amounts by right class. */
  readonly kerning: readonly ReadonlyMap<number, number>[];
}

const unpacked = new Map<400 | 600, Metrics>();

/**
 * How wide a text is drawn, in pixels. The same everywhere, because it comes from a table and not from the machine's
 * fonts. Scripts that are not in the table are taken to be somewhat wider than common fonts draw them.
 */
export function widthOf(text: string, font: Font): number {
  const metrics = metricsOf(font.weight);
  let units = 0;
  let before: number | undefined;
  for (const character of text) {
    const advance = metrics.advance.get(character);
    const right = metrics.right.get(character);
    units += advance ?? classWidth(character.codePointAt(0)!) * unitsPerEm;
    if (before !== undefined && right !== undefined) units += metrics.kerning[before]?.get(right) ?? 0;
    before = metrics.left.get(character);
  }
  return (units * font.size) / unitsPerEm;
}

/** Whether every character of a text is in the table, so that its width is no estimate. */
export function isMeasured(text: string): boolean {
  const { advance } = metricsOf(400);
  return [...text].every((character) => advance.has(character));
}

/** The width of the widest line, in pixels; 0 without lines. */
export function widest(lines: readonly string[], font: Font): number {
  return lines.reduce((most, line) => Math.max(most, widthOf(line, font)), 0);
}

const zeroWidth: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x064b, 0x065f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Widths of characters outside the table by block, in em: what common fonts draw on average, and some more. */
const blocks: readonly (readonly [number, number, number])[] = [
  [0x0180, 0x02ff, 0.75],
  [0x0370, 0x052f, 0.76],
  [0x0530, 0x05ff, 0.75],
  [0x0600, 0x08ff, 0.72],
  [0x1e00, 0x1fff, 0.9],
  [0x2000, 0x206f, 0.6],
];

function classWidth(codePoint: number): number {
  if (zeroWidth.some(([from, to]) => codePoint >= from && codePoint <= to)) return 0;
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) return 1.4;
  if (codePoint < 0x20) return 0;
  return blocks.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? 1.05;
}

function metricsOf(weight: 400 | 600): Metrics {
  const known = unpacked.get(weight);
  if (known) return known;
  const metrics = unpack(inter[weight]);
  unpacked.set(weight, metrics);
  return metrics;
}

function unpack(packed: PackedMetrics): Metrics {
  const characters = [...packed.characters];
  const byCharacter = (numbers: string): ReadonlyMap<string, number> =>
    new Map(numbers.split(' ').map((number, index) => [characters[index]!, Number.parseInt(number, 36)]));
  return {
    advance: byCharacter(packed.advances),
    left: byCharacter(packed.left),
    right: byCharacter(packed.right),
    kerning: packed.kerning.split(',').map(readPairs),
  };
}

function readPairs(text: string): ReadonlyMap<number, number> {
  const pairs =
    text === '' ? [] : text.split(' ').map((pair) => pair.split(':').map((part) => Number.parseInt(part, 36)));
  return new Map(pairs.map(([right, amount]) => [right!, amount!]));
}
