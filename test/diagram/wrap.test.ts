import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/diagram/measure.ts';
import { ellipsised, wrap, wrapBalanced } from '../../src/diagram/wrap.ts';

const font = { size: 12, weight: 400 } as const;

describe('wrapping', () => {
  test('breaks between words', () => {
    expect(wrap('Universal and targeted support', font, 110, 3).lines).toEqual(['Universal and', 'targeted support']);
  });

  test('keeps a text that fits on one line', () => {
    expect(wrap('  Community \n CAMHS ', font, 200, 2)).toEqual({ lines: ['Community CAMHS'], cut: false });
  });

  test('has no lines for an empty text', () => {
    expect(wrap('  ', font, 100, 2)).toEqual({ lines: [], cut: false });
  });

  test('breaks within a word that is too wide alone', () => {
    const { lines, cut } = wrap('Donaudampfschifffahrtsgesellschaft', font, 100, 3);
    expect(lines.join('')).toBe('Donaudampfschifffahrtsgesellschaft');
    expect(cut).toBe(false);
  });

  test('leaves out the rest as the last resort, and says so', () => {
    const { lines, cut } = wrap('one two three four five six seven eight nine ten', font, 60, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(cut).toBe(true);
  });

  test('breaks scripts without spaces between any two characters', () => {
    const { lines } = wrap('児童思春期メンタルヘルス', font, 80, 3);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('児童思春期メンタルヘルス');
  });

  test('keeps words together that a no-break space joins', () => {
    expect(wrap('NHS England (lead)\u00a0+\u00a02', font, 110, 3).lines).toEqual([
      'NHS England',
      '(lead)\u00a0+\u00a02',
    ]);
  });

  test('leaves room on the first line for what stands beside it', () => {
    const [first] = wrap('Sexual assault referral centre', font, 150, 3, 60).lines;
    expect(widthOf(first!, font)).toBeLessThanOrEqual(60);
  });

  test('never makes a line wider than asked, and loses nothing that is not cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const { lines, cut } = wrap(text, font, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(line, font)).toBeLessThanOrEqual(width);
          if (!cut) expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  test('balanced, needs no more lines and is no wider', () => {
    const loose = wrap('Back to the community team', font, 120, 3);
    const balanced = wrapBalanced('Back to the community team', font, 120, 3);
    expect(balanced.lines).toHaveLength(loose.lines.length);
    expect(balanced.lines).toEqual(['Back to the', 'community team']);
  });

  test('an ellipsis never cuts a character in two', () => {
    expect(ellipsised('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', font, 100)).toMatch(/^(👨‍👩‍👧‍👦)*…$/u);
  });
});
