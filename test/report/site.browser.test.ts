import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { type Opened, openPage, startBrowser } from '../webview/browser.ts';

/** A second pathway beside that of the south: small, so that it is drawn quickly. */
const north = `pathway north "North" realises rivershire-standard in north-rivershire {
  status current as of 2026-03
  stage hub "Advice" {
    enters "Family"
    provider beacon
    cost £180k actual for 2025/26 according to contract-returns at "Sheet 2" confidence low
    activity 600 people for 2025/26
  }
  stage ward "Ward" {
    provider meadow-hospital
    cost £2.6m actual for 2025/26
    leaves "Home"
  }
  stage peer "Peer support" {
    status proposed
    provider beacon
    cost £60k estimate for 2026/27
  }
  stage adults "Adults" {
    provider none because "Nobody <b>bid</b>"
    cost unknown ask icb by 2026-04
  }
  transition from hub to ward
  need rural "Villages without a bus after six o'clock"
}
`;

const folder = new TemporaryFolder();
const site = join(folder.path, 'site');
const single = join(folder.path, 'all.html');
let browser: Browser;
/** One page for all that is looked at with scripts, so that only one has to be started. */
let shared: Opened;

beforeAll(async () => {
  browser = await startBrowser();
  shared = await openPage(browser);
  for (const name of ['project', 'register', 'south']) {
    const file = `${name}.pathway`;
    folder.write(`county/${file}`, readFileSync(join('examples/fictional-county', file), 'utf8'));
  }
  folder.write('county/north.pathway', north);
  const county = ['report', 'county', '--date', '2026-06-30'];
  const made = await runInMemory([...county, '-o', site], folder.path);
  expect(made.err).toMatch(
    /^Written: .*site\/index\.html \(\d+ pages, [\d.]+ [kM]B\), in [\d.]+ s with at most \d+ MB/,
  );
  await runInMemory([...county, '--single-file', '-o', single], folder.path);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  folder[Symbol.dispose]();
});

/** Opens a page from the folder, as somebody does who has it on a file share. */
async function visit(
  address: string,
  work: (page: Page) => Promise<void>,
  { page, complaints } = shared,
): Promise<void> {
  const before = complaints.length;
  const strangers: string[] = [];
  const note = (request: Request): void => {
    if (!/^(file|data|about):/.test(request.url())) strangers.push(request.url());
  };
  page.on('request', note);
  // An address that differs in its anchor only would not be loaded again.
  await page.goto('about:blank');
  await page.goto(address.startsWith('/') ? `file://${address}` : `file://${site}/${address}`);
  await work(page);
  page.off('request', note);
  expect(complaints.slice(before)).toEqual([]);
  expect(strangers).toEqual([]);
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the page that is open, by all rules or by those named. */
async function violations(page: Page, rules: object = { runOnly: everything }): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const run = (options: object) =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(options);
  // The style was loaded by the page; axe may load nothing.
  const results = await page.evaluate(run, { ...rules, preload: false });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`);
}

/** The same in dark, where nothing but the colours differs. */
async function violationsInDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const found = await violations(page, { runOnly: ['color-contrast'] });
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: null });
  return ground === 'rgb(15, 23, 32)' ? found : [`The page is ${ground}.`];
}

/** What stands on each page of a document. */
async function textsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return texts;
}

/** The addresses of a page's links, and the ids of what they may lead to. */
function linksIn(html: string): { readonly hrefs: readonly string[]; readonly ids: ReadonlySet<string> } {
  const decoded = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const markup = withoutScripts(html);
  const all = (name: string): readonly string[] =>
    [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));
  return { hrefs: all('href'), ids: new Set(all('id')) };
}

const withoutScripts = (html: string): string => html.replace(/<script[\s\S]*?<\/script>/g, '');

describe('the site', () => {
  it('has no broken link, and no id twice', () => {
    const pages = new Map(
      readdirSync(site)
        .filter((name) => name.endsWith('.html'))
        .map((name) => [name, readFileSync(join(site, name), 'utf8')]),
    );
    const read = new Map([...pages].map(([name, html]) => [name, linksIn(html)]));
    const links = [...read].flatMap(([name, { hrefs }]) => hrefs.map((href) => ({ name, href })));
    const entries = /id="entries">([\s\S]*?)<\/script>/.exec(pages.get('search.html')!)![1]!;
    const searched = (JSON.parse(entries) as { href: string }[]).map(({ href }) => ({ name: 'search.html', href }));
    const broken = [...links, ...searched].filter(({ name, href }) => {
      const [file = '', anchor] = href.split('#').map(decodeURIComponent);
      if (file === 'report.css') return !existsSync(join(site, file));
      const target = read.get(file === '' ? name : file);
      return target === undefined || (anchor !== undefined && !target.ids.has(anchor));
    });
    expect(broken).toEqual([]);
    expect(links.length).toBeGreaterThan(1000);
    expect(searched.length).toBeGreaterThan(60);
    const twice = [...pages].filter(
      ([name, html]) => withoutScripts(html).match(/ id="/g)?.length !== read.get(name)!.ids.size,
    );
    expect(twice.map(([name]) => name)).toEqual([]);
    expect(existsSync(join(site, 'index.html'))).toBe(true);
  }, 60_000);

  it.each([
    'index.html',
    'register-coverage-rivershire-standard.html',
    'register-costs.html#row-2',
    'picture-north.html#stage%3Ahub',
    'search.html?q=peer+support',
  ])('%s serves people with assistive technology', (address) =>
    visit(address, async (page) => {
      expect(await violations(page)).toEqual([]);
      expect(await violationsInDark(page)).toEqual([]);
    }),
  );

  it('sorts a table by a column, both ways, with what is not known last', () =>
    visit('register-costs.html', async (page) => {
      const costs = () => page.locator('tbody tr:not([hidden]) td:nth-child(6)').allTextContents();
      const heading = page.getByRole('button', { name: 'Cost', exact: true });
      await heading.click();
      expect((await costs()).filter((text) => text.startsWith('£')).slice(0, 3)).toEqual([
        '£60,000',
        '£180,000',
        '£2.4m',
      ]);
      await heading.click();
      expect((await costs())[0]).toBe('£2.6m');
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    }));

  it('filters a table by words and by what a column says', () =>
    visit('register-stages.html', async (page) => {
      const status = page.getByRole('status');
      expect(await status.textContent()).toBe('8 rows');
      await page.getByLabel('Provider').selectOption('South Bank Trust (lead)');
      expect(await status.textContent()).toBe('3 of 8 rows');
      await page.getByLabel('Show rows with').fill('adults');
      expect(await status.textContent()).toBe('0 of 8 rows');
      await page.getByLabel('Provider').selectOption('All');
      expect(await page.locator('tbody tr:not([hidden]) th').allTextContents()).toEqual(['Adults']);
    }));

  it('searches all tables from each page, and leads to the row', () =>
    visit('register-gaps.html', async (page) => {
      await page.getByRole('searchbox', { name: 'Search all tables' }).fill('villages BUS');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL(/search\.html\?q=villages/);
      expect(await page.locator('#found').textContent()).toBe('1 row with “villages BUS”.');
      await page.locator('#results a').click();
      await page.waitForURL(/register-needs\.html#row-\d/);
      expect(await page.locator('tr:target').textContent()).toContain('Villages without a bus');
    }));

  it('leads from a row to the picture, from the picture to what is known, and back', () =>
    visit('register-stages.html', async (page) => {
      await page.locator('tr', { hasText: 'Advice' }).getByRole('link', { name: 'Show in picture' }).click();
      await page.waitForURL(/picture-north\.html#stage%3Ahub/);
      expect(await page.locator('a:target [data-id="stage:hub"]').count()).toBe(1);
      await page.locator('[data-id="stage:hub"]').click();
      expect(await page.locator('.part:target h2').textContent()).toContain('Advice');
      await page.locator('.part:target').getByRole('link', { name: 'Cost and activity by stage' }).click();
      expect(await page.locator('tr:target').textContent()).toContain('£180,000');
    }));

  it('leads to a row where it can be seen, below the headings that stay in sight', async () => {
    await shared.page.setViewportSize({ width: 1400, height: 420 });
    await visit('register-costs.html#row-6', async (page) => {
      const [row, head] = [page.locator('tr:target'), page.locator('thead th').first()];
      const [there, above] = [(await row.boundingBox())!, (await head.boundingBox())!];
      expect(above.y).toBeGreaterThanOrEqual(0);
      expect(there.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
      expect(there.y + 40).toBeLessThan(420);
    });
    await shared.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('can be read without scripts', async () => {
    await using opened = await openPage(browser, { javaScriptEnabled: false });
    const read = async (page: Page): Promise<void> => {
      expect(await page.locator('tbody tr').count()).toBe(9);
      await page.getByRole('link', { name: 'Gaps', exact: true }).click();
      expect(await page.locator('h1').textContent()).toBe('Gaps');
    };
    await visit('register-costs.html', read, opened);
  });

  it('draws its pictures in the font that they were measured in, which stands in one file for all', async () => {
    const loaded = (): Promise<readonly string[]> =>
      shared.page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].map(({ family, weight, status }) => `${family} ${weight} ${status}`);
      });
    const fonts = ['Inter 400 loaded', 'Inter 600 loaded'];
    await visit('picture-north.html', async () => expect(await loaded()).toEqual(fonts));
    await visit(single, async () => expect(await loaded()).toEqual(fonts));
    const holding = readdirSync(site).filter((name) => readFileSync(join(site, name), 'utf8').includes('@font-face'));
    expect(holding).toEqual(['report.css']);
    expect(readFileSync(single, 'utf8').match(/@font-face/g)?.length).toBe(2);
  });

  it('is dark, pictures and all, where the reader wants it, and light on paper', () =>
    visit('picture-north.html', async (page) => {
      const grounds = () =>
        page.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector('.picture svg > rect')!).fill,
        ]);
      const light = await grounds();
      expect(light).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await grounds()).toEqual(['rgb(15, 23, 32)', 'rgb(15, 23, 32)']);
      await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
      expect(await grounds()).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
      await page.emulateMedia({ colorScheme: 'dark', contrast: null, media: 'print' });
      expect(await grounds()).toEqual(light);
      await page.emulateMedia({ colorScheme: null, media: null });
    }));

  it('shows a picture and a table whole at first, and the picture in full size to whoever wants it', async () => {
    await shared.page.setViewportSize({ width: 1280, height: 900 });
    const hidden = (page: Page, box: string) => page.locator(box).evaluate((one) => one.scrollWidth - one.clientWidth);
    await visit('picture-south-rivershire-hj.html', async (page) => {
      expect(await hidden(page, '.picture')).toBeLessThanOrEqual(0);
      await page.getByLabel('Full size').check();
      expect(await hidden(page, '.picture')).toBeGreaterThan(100);
    });
    await visit('register-cost-totals.html', async (page) =>
      expect(await hidden(page, '.scroll')).toBeLessThanOrEqual(0),
    );
    await shared.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('leads from what is found to the list of it', () =>
    visit('index.html', async (page) => {
      await page
        .locator('.counts')
        .getByRole('link', { name: /warning/ })
        .click();
      await page.waitForURL(/register-findings\.html/);
      expect(await page.locator('tbody tr').first().textContent()).toContain('Warning');
    }));

  it('fits on a telephone: only tables and pictures scroll sideways', async () => {
    for (const address of ['index.html', 'register-costs.html', 'picture-region.html']) {
      await visit(address, async (page) => {
        await page.setViewportSize({ width: 320, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      });
    }
    await shared.page.setViewportSize({ width: 1400, height: 900 });
  });
});

describe('the single file', () => {
  it('holds everything, with links that lead somewhere', () =>
    visit(single, async (page) => {
      const { hrefs, ids } = linksIn(readFileSync(single, 'utf8'));
      expect(hrefs.filter((href) => !ids.has(decodeURIComponent(href.slice(1))))).toEqual([]);
      expect(await page.locator('table.register').count()).toBeGreaterThan(15);
      expect(await page.locator('svg[data-pathway]').count()).toBe(4);
    }));

  it('serves people with assistive technology', () =>
    visit(single, async (page) => {
      // The two first rows, parts and arrows of each stand for the others; colours are looked at in the site's pages.
      const left = await page.evaluate(() => {
        const alike = 'tbody tr:nth-child(n+3), .part ~ .part ~ .part, svg a ~ a ~ a';
        for (const one of document.querySelectorAll(alike)) one.remove();
        return document.querySelectorAll('table.register').length;
      });
      expect(left).toBeGreaterThan(15);
      const butColours = { runOnly: everything, rules: { 'color-contrast': { enabled: false } } };
      expect(await violations(page, butColours)).toEqual([]);
    }));

  it('lays out what is near, and every heading; a link leads to what is far away', () =>
    visit(single, async (page) => {
      const laidOut = (what: string) =>
        page.locator(what).evaluateAll((all) => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
      const far = '#register-stages tbody th';
      expect(await laidOut(far)).not.toContain(true);
      expect(await laidOut('.sheet h1, .part h2')).not.toContain(false);
      await page.locator('.part a[href^="#register-stages--"]').last().click();
      const row = page.locator('#register-stages tr:target');
      await expect.poll(() => laidOut(far), { timeout: 20_000 }).toContain(true);
      const { y, height } = (await row.boundingBox())!;
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(900);
    }));

  it('prints all on its side, pictures on pages of their own, and nothing that is empty', () =>
    visit(single, async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      const sizes = new Set(
        boxes.map(([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`),
      );
      // A4 on its side, in points: no table here is too wide for it.
      expect([...sizes]).toEqual(['842 595']);
      expect(boxes.length).toBeLessThan(30);
      const pages = await textsOf(pdf);
      expect(pages.length).toBe(boxes.length);
      for (const [at, text] of pages.entries()) {
        expect(text, `page ${at + 1}`).toContain(`Page ${at + 1} of ${pages.length}`);
        expect(text.length, `page ${at + 1}: ${text}`).toBeGreaterThan(80);
      }
      // A picture stands on the page of its heading, though it is as high as it is wide.
      const specification = pages.find((text) => text.includes('The same offer on both sides of the river'));
      expect(specification).toContain('Sexual assault referral');
      // What has no rows is named once, in the contents, which are on one page.
      expect(pages.filter((text) => text.includes('No strength is recorded.'))).toEqual([]);
      expect(pages[1]).toMatch(/Contents.*Nothing stands in: .*Good practice/);
      expect(pages[2]).not.toContain('rows');
    }));
});
