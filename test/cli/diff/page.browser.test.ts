import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInMemory } from '../../support/memory.ts';
import { openPage, startBrowser } from '../../webview/browser.ts';
import { county } from './county.ts';

const repository = county();
let browser: Browser;
let file: string;

beforeAll(async () => {
  browser = await startBrowser();
  const { out } = await runInMemory(['diff', 'start', 'main', '--format', 'html'], repository.path);
  file = repository.write('review.html', out);
}, 120_000);
afterAll(async () => {
  await browser.close();
  repository[Symbol.dispose]();
});

/** Where everything stands that is drawn of the first pathway, by its id. */
const drawn = (page: Page): Promise<Readonly<Record<string, readonly number[]>>> =>
  page
    .locator('.picture')
    .first()
    .evaluate((picture) => {
      const shown = [...picture.querySelectorAll('.frame > div')].find(
        (each) => getComputedStyle(each).display !== 'none',
      );
      const boxes = [...shown!.querySelectorAll('.stage[data-id]')].map((each) => {
        const { x, y } = each.getBoundingClientRect();
        const from = picture.getBoundingClientRect();
        return [(each as HTMLElement).dataset['id']!, [x - from.x, y - from.y].map(Math.round)] as const;
      });
      return Object.fromEntries(boxes);
    });

describe('the page of pathway diff in a browser', () => {
  it('shows before, difference and after at the same places, without running anything', async () => {
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await page.goto(`file://${file}`);
    const difference = await drawn(page);
    await page.getByText('Before', { exact: true }).first().click();
    const before = await drawn(page);
    await page.getByText('After', { exact: true }).first().click();
    const after = await drawn(page);
    expect(Object.keys(before)).not.toContain('stage:follow-up');
    expect(Object.keys(after)).toContain('stage:follow-up');
    for (const picture of [before, after])
      for (const [id, place] of Object.entries(picture)) expect([id, place]).toEqual([id, difference[id]]);
    await page.keyboard.press('ArrowLeft');
    expect(await drawn(page)).toEqual(difference);
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('can be used by everybody, in the %s theme', async (colorScheme) => {
    await using opened = await openPage(browser, { colorScheme, bypassCSP: true });
    const { page } = opened;
    await page.goto(`file://${file}`);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
