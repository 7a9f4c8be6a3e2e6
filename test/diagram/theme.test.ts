import { describe, expect, test } from 'vitest';
import { colourPairs, palettes, type Theme } from '../../src/diagram/theme.ts';
import { contrast, linear } from '../support/contrast.ts';

describe.each(Object.keys(palettes) as Theme[])('the colours of %s', (theme) => {
  test.each(colourPairs)('$front on $back reach $atLeast', ({ front, back, atLeast }) => {
    expect(contrast(palettes[theme][front], palettes[theme][back])).toBeGreaterThanOrEqual(atLeast);
  });

  test('are all written in full', () => {
    for (const colour of Object.values(palettes[theme])) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

/** How people see who lack one kind of cone, after Machado, Oliveira and Fernandes (2009), in linear light. */
const eyes = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** A colour as those eyes see it, in CIE Lab. */
function seen(colour: string, eye: keyof typeof eyes): readonly number[] {
  const light = linear(colour);
  const rows: readonly (readonly number[])[] = eyes[eye];
  const [r, g, b] = rows.map((row) => clamped(row.reduce((sum, part, at) => sum + part * light[at]!, 0)));
  const [x, y, z] = [
    (0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.95047,
    0.2126 * r! + 0.7152 * g! + 0.0722 * b!,
    (0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.08883,
  ].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const clamped = (part: number): number => Math.min(1, Math.max(0, part));

describe.each(Object.keys(palettes) as Theme[])('the colours of groups in %s', (theme) => {
  const tints = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((number) => palettes[theme][`tint${number}`]);

  test.each(Object.keys(eyes) as (keyof typeof eyes)[])('can be told apart with eyes that have %s', (eye) => {
    const colours = tints.map((tint) => seen(tint, eye));
    for (const [index, one] of colours.entries()) {
      for (const other of colours.slice(0, index)) {
        expect(Math.hypot(...one.map((part, at) => part - other[at]!))).toBeGreaterThan(10);
      }
    }
  });
});

test('high contrast is higher', () => {
  for (const { front, back } of colourPairs.filter((pair) => pair.atLeast === 4.5 && pair.front !== 'onSign')) {
    expect(
      contrast(palettes['high-contrast-light'][front], palettes['high-contrast-light'][back]),
    ).toBeGreaterThanOrEqual(7);
    expect(
      contrast(palettes['high-contrast-dark'][front], palettes['high-contrast-dark'][back]),
    ).toBeGreaterThanOrEqual(7);
  }
});
