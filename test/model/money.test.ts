import { describe, expect, test } from 'vitest';
import { formatAlike, formatMoney, type Money, readMoney } from '../../src/model/units/money.ts';

const pounds = (amount: number): Money => ({ pence: Math.round(amount * 100), currency: 'GBP' });

describe('money', () => {
  test.each([
    [12.5, '£12.50'],
    [75_000, '£75,000'],
    [1_200_000, '£1.2m'],
    [1_234_567, '£1,234,567'],
    [2_600_000_000, '£2.6bn'],
    [2_604_830_000, '£2,604.83m'],
    [-2_600_000_000, '-£2.6bn'],
  ])('is written short where nothing is lost: %d', (amount, text) => {
    expect(formatMoney(pounds(amount))).toBe(text);
    if (amount > 0) expect(readMoney(text)).toEqual({ value: pounds(amount) });
  });

  test('is written in one way in one sentence', () => {
    const all = [pounds(7_735_000), pounds(7_430_000), pounds(5000)];
    expect(all.map(formatAlike(all))).toEqual(['£7,735,000', '£7,430,000', '£5,000']);
    expect(all.slice(1).map(formatAlike(all.slice(1)))).toEqual(['£7.43m', '£5,000']);
  });
});
