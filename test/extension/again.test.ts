import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Again } from '../../src/extension/findings/again.ts';

const rest = 300;
let done: number;
let release: () => void;
let held: Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  done = 0;
  held = Promise.resolve();
});
afterEach(() => vi.useRealTimers());

function made(): Again {
  return new Again(async () => {
    done++;
    await held;
  }, rest);
}

function hold(): void {
  held = new Promise((resolve) => {
    release = resolve;
  });
}

test('many reasons are one piece of work, after a rest', async () => {
  const again = made();
  for (let reason = 0; reason < 20; reason++) again.soon();
  await vi.advanceTimersByTimeAsync(rest - 1);
  expect(done).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toBe(1);
  await vi.advanceTimersByTimeAsync(10 * rest);
  expect(done).toBe(1);
});

test('it waits for as long as there are new reasons', async () => {
  const again = made();
  for (let key = 0; key < 20; key++) {
    again.soon();
    await vi.advanceTimersByTimeAsync(rest - 1);
  }
  expect(done).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toBe(1);
});

test('it is never done twice at a time, and once more for a reason that came meanwhile', async () => {
  hold();
  const again = made();
  again.soon();
  await vi.advanceTimersByTimeAsync(rest);
  again.soon();
  again.soon();
  await vi.advanceTimersByTimeAsync(10 * rest);
  expect(done).toBe(1);
  release();
  await vi.advanceTimersByTimeAsync(rest);
  expect(done).toBe(2);
});

test('what fails is done again when there is a reason', async () => {
  const again = new Again(async () => {
    done++;
    throw new Error('The server is gone.');
  }, rest);
  again.soon();
  await vi.advanceTimersByTimeAsync(rest);
  again.soon();
  await vi.advanceTimersByTimeAsync(rest);
  expect(done).toBe(2);
});

test('nothing is done after the end', async () => {
  const again = made();
  again.soon();
  again.dispose();
  await vi.advanceTimersByTimeAsync(10 * rest);
  expect(done).toBe(0);
});
