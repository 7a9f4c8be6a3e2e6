import { expect, test } from 'vitest';
import { Crashes } from '../../src/extension/crashes.ts';

const minute = 60_000;

test('three crashes within three minutes are forgiven, a fourth is not', () => {
  const crashes = new Crashes();
  expect([0, 1, 2, 3].map((second) => crashes.mayRestart(second * 1000))).toEqual([true, true, true, false]);
});

test('crashes long ago do not count', () => {
  const crashes = new Crashes();
  expect([0, 4, 8, 12, 16].map((at) => crashes.mayRestart(at * minute))).toEqual([true, true, true, true, true]);
});

test('they are forgotten when somebody starts it again', () => {
  const crashes = new Crashes();
  for (const at of [0, 1, 2, 3]) crashes.mayRestart(at);
  crashes.forget();
  expect(crashes.mayRestart(4)).toBe(true);
});
