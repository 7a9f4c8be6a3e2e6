import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInMemory } from '../../support/memory.ts';
import { openPage, startBrowser } from '../../webview/browser.ts';
import { county } from './county.ts';

const repository = county();
let browser: Browser;
let file: string;
const folder = mkdtempSync(join(tmpdir(), 'care-pathways-review-'));
/** The pages of a change in a pathway whose picture is wide and high, and in one of a single stage. */
const [large, small] = ['large', 'small'].map((name) => join(folder, `${name}.html`));

/** Many stages, one after the other, then side by side. */
function largePathway(cost: string): string {
  const stage = (name: string, facts: string): string =>
    `  stage ${name} "${name}" {\n    setting community\n${facts}  }\n`;
  const names = [...'cdefgh'];
  return [
    'pathway large "Large" {\n  status current as of 2026\n',
    stage('a', `    enters "Anybody"\n    cost ${cost} for 2025/26\n`),
    stage('b', ''),
    ...names.map((name) => stage(name, '    leaves "Helped"\n')),
    '  transition from a to b "On" {\n    send unknown\n  }\n',
    ...names.map((name) => `  transition from b to ${name} {\n    criteria "Needs ${name}"\n  }\n`),
    '}\n',
  ].join('');
}

beforeAll(async () => {
  browser = await startBrowser();
  const { out } = await runInMemory(['diff', 'start', 'main', '--format', 'html'], repository.path);
  file = repository.write('review.html', out);
  const one = (cost: string): string => `pathway small "Small" {\n  stage a "A" {\n    cost ${cost}\n  }\n}\n`;
  for (const [name, textOf] of [['large', largePathway] as const, ['small', one] as const]) {
    writeFileSync(join(folder, 'before.pathway'), textOf('£10,000'));
    writeFileSync(join(folder, 'after.pathway'), textOf('£20,000'));
    await runInMemory(['diff', 'before.pathway', 'after.pathway', '-o', `${name}.html`], folder);
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  repository[Symbol.dispose]();
  rmSync(folder, { recursive: true });
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

  it('draws a pathway for itself, and not above what follows from its changes', async () => {
    const { out } = await runInMemory(['diff', 'start', 'cost', '--format', 'html'], repository.path);
    const [, follows, drawing, ...others] = out.split('<section>');
    expect(follows).toContain('What follows');
    expect(follows).not.toContain('class="picture"');
    expect(drawing).toContain('class="picture"');
    expect(others).toEqual([]);
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

  it('shows the whole of a picture at once, with what its signs mean', async () => {
    await using opened = await openPage(browser);
    const { page } = opened;
    await page.goto(`file://${large}`);
    const seen = await page.locator('.picture').evaluate((picture) => {
      picture.scrollIntoView();
      const frame = picture.querySelector('.frame')!;
      const { height } = frame.querySelector('.difference svg')!.getBoundingClientRect();
      return {
        isWhole: frame.scrollHeight <= frame.clientHeight && frame.scrollWidth <= frame.clientWidth,
        isInWindow: frame.getBoundingClientRect().bottom <= window.innerHeight,
        isSmaller: height < Number(frame.querySelector('.difference svg')!.getAttribute('height')),
      };
    });
    expect(seen).toEqual({ isWhole: true, isInWindow: true, isSmaller: true });
  });

  it('prints the whole of a picture, whatever is seen of it, under its heading and on light paper', async () => {
    await using opened = await openPage(browser, { colorScheme: 'dark' });
    const { page } = opened;
    await page.goto(`file://${large}`);
    await page.getByText('Full size', { exact: true }).click();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // The room between the margins of A4 on its side.
    await page.setViewportSize({ width: 1032, height: 688 });
    const printed = await page.locator('.pictured').evaluate((pictured) => {
      const svg = pictured.querySelector('.difference svg')!.getBoundingClientRect();
      return {
        fits: svg.left >= 0 && svg.right <= window.innerWidth && pictured.clientHeight <= window.innerHeight,
        heading: pictured.querySelector('h2')?.textContent,
        together: getComputedStyle(pictured).breakInside,
        scheme: getComputedStyle(document.documentElement).colorScheme,
      };
    });
    expect(printed).toEqual({ fits: true, heading: 'Changes in Large', together: 'avoid', scheme: 'light' });
  });

  it.each([
    ['upright', small, [595, 842]],
    ['on its side, for a picture that needs it', large, [842, 595]],
  ])('is printed on A4 %s', async (_, which, size) => {
    await using opened = await openPage(browser);
    const { page } = opened;
    await page.goto(`file://${which}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes.length).toBeGreaterThan(0);
    for (const [, width, height] of sizes) expect([Number(width), Number(height)].map(Math.round)).toEqual(size);
  });
});
