import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widest, widthOf } from '../../src/diagram/measure.ts';

const regular = { size: 12, weight: 400 } as const;
const bold = { size: 14, weight: 600 } as const;

describe('the width of a text', () => {
  // As measured in Chromium with the same fonts, in pixels.
  test.each([
    ['Sexual assault referral centre', bold, 197.97],
    ['provider not recorded', regular, 123.48],
    ['WAVE & Tottenham', regular, 108.75],
  ] as const)('%s', (text, font, width) => {
    expect(widthOf(text, font)).toBeCloseTo(width, 1);
  });

  test('grows with the size', () => {
    expect(widthOf('Community', { size: 24, weight: 400 })).toBeCloseTo(2 * widthOf('Community', regular), 6);
  });

  test('counts what pairs close up', () => {
    expect(widthOf('AV', regular)).toBeLessThan(widthOf('A', regular) + widthOf('V', regular));
  });

  test('of other scripts is that of wide letters', () => {
    expect(widthOf('転院', regular)).toBeGreaterThanOrEqual(24);
    expect(widthOf('🏥', regular)).toBeGreaterThanOrEqual(15);
    expect(widthOf('المجتمع', regular)).toBeGreaterThan(40);
  });

  test('takes nothing for characters that are not drawn', () => {
    expect(widthOf('a\u200bb', regular)).toBeCloseTo(widthOf('a', regular) + widthOf('b', regular), 6);
  });

  test('of no lines is nothing', () => {
    expect(widest([], regular)).toBe(0);
    expect(widest(['a', 'aaa'], regular)).toBe(widthOf('aaa', regular));
  });
});

test('the table is what the font says', async () => {
  const folder = new URL('../../src/diagram/metrics/', import.meta.url);
  const { metricsSource } = await import(new URL('generate.mjs', folder).href);
  expect(readFileSync(new URL('inter.ts', folder), 'utf8')).toBe(metricsSource());
});

test('takes accented letters to be as wide as plain ones, up to the end of its table', () => {
  for (const weight of [400, 600] as const) {
    for (const [accented, plain] of ['āa', 'ŵw', 'ŶY', 'ŽZ', 'žz'].map((pair) => [...pair]))
      expect(widthOf(accented!, { size: 100, weight })).toBeCloseTo(widthOf(plain!, { size: 100, weight }), 6);
  }
});
