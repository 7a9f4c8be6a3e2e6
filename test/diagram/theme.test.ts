import { describe, expect, test } from 'vitest';
import { colourPairs, palettes, type Theme } from '../../src/diagram/theme.ts';

/** The contrast of two colours as WCAG 2.2 reckons it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(Object.keys(palettes) as Theme[])('the colours of %s', (theme) => {
  test.each(colourPairs)('$front on $back reach $atLeast', ({ front, back, atLeast }) => {
    expect(contrast(palettes[theme][front], palettes[theme][back])).toBeGreaterThanOrEqual(atLeast);
  });

  test('are all written in full', () => {
    for (const colour of Object.values(palettes[theme])) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
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
