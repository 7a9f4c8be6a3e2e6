import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, startBrowser } from '../webview/browser.ts';
import { smallGallery } from './made.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('turns dark without a script, fits the window, and is open to everybody in both', async () => {
  await using opened = await openPage(browser);
  const { page } = opened;
  await page.setContent((await smallGallery()).page);
  await page.addScriptTag({ path: axe });
  const ground = () =>
    page
      .locator('svg rect')
      .first()
      .evaluate((rect) => getComputedStyle(rect).fill);
  for (const [theme, colour] of [
    ['Light', 'rgb(255, 255, 255)'],
    ['Dark', 'rgb(15, 23, 32)'],
  ] as const) {
    await page.getByLabel(theme).check();
    expect(await ground()).toBe(colour);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  }
  await page.setViewportSize({ width: 420, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
});
