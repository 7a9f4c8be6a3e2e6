import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectTexts } from '../../bench/texts.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { ReportMemory, ToReportHost, ToReportPage } from '../../src/protocol/report.ts';
import { reportPage } from '../../src/server/report/page.ts';
import { textsOf } from '../registers/given.ts';
import type { SourceFile } from '../support/fixture.ts';
import { chooseTheme, complaintsOf, light, themes } from './axe.ts';
import { startBrowser } from './browser.ts';
import { openInVsCode, type WebviewOptions } from './webview.ts';

const county = projectOf(textsOf('fictional-county'));
/** The county with a stage more, before all others. */
const changed = projectOf(
  textsOf('fictional-county').map(({ uri, text }) => ({
    uri,
    text: text.replace(/^(pathway rivershire-hj .*)$/m, '$1\n  stage added "Added since" { leaves }'),
  })),
);
/** Tables of more than a hundred rows, of which the first are higher; the same with a change in one of those. */
const high = projectTexts(2800, 12).map(({ uri, text }, file) => ({
  uri,
  text: file < 3 ? text.replaceAll(' of the pathway"', ` of a pathway${' at some length'.repeat(20)}"`) : text,
}));
const large = projectOf(high);
const largeChanged = projectOf(
  high.map(({ uri, text }) => ({ uri, text: text.replace('Stage 9 of a', 'Stage 9, which is changed, of a') })),
);
const broken = projectOf([{ uri: 'file:///county/one.pathway', text: 'pathway p {\n  age\n}\n' }]);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe('the report beside the text', () => {
  it('begins with what there is, which leads to the tables and to the pictures', async () => {
    await using report = await open();
    const { page } = report;
    await page.getByRole('link', { name: /^\d+ gaps$/ }).click();
    expect((await report.posted()).at(-1)).toEqual({ type: 'select', page: 'register-gaps' });
    await report.show(county, 'register-gaps');
    await page.getByRole('link', { name: 'north.pathway, line' }).first().click();
    expect((await report.posted()).at(-1)).toMatchObject({
      type: 'text',
      place: { file: expect.stringContaining('/north.') },
    });
    await page.getByRole('link', { name: 'Show in picture' }).first().click();
    expect((await report.posted()).at(-1)).toMatchObject({ type: 'picture' });
    await page.getByLabel('Table', { exact: true }).selectOption({ label: 'Risks (1)' });
    expect((await report.posted()).at(-1)).toEqual({ type: 'select', page: 'register-risks' });
    expect(report.complaints).toEqual([]);
  });

  it('follows the text, with the rows as they were chosen and sorted, the place and the caret as they were', async () => {
    await using report = await open();
    const { page } = report;
    await report.show(county, 'register-stages');
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    await page.locator('.filters label', { hasText: 'Pathway' }).locator('select').selectOption({ index: 1 });
    await page.getByLabel('Show rows with').fill('rivershire');
    const rows = await rowsIn(page);
    expect(rows).toEqual(rows.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    const scrolled = () => page.locator('.scroll').evaluate((one) => [one.scrollTop, one.scrollLeft]);
    await page.locator('.scroll').evaluate((one) => one.scrollTo(150, 120));
    const before = await scrolled();
    await report.show(changed, 'register-stages');
    expect(await rowsIn(page)).toEqual([...rows, 'Added since'].toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    expect(await scrolled()).toEqual(before);
    expect(before).toEqual([120, 150]);
    await page.keyboard.type('x');
    expect(await page.getByLabel('Show rows with').inputValue()).toBe('rivershirex');
    // It is the same when one comes back from another page, or after a reload.
    await report.show(changed, 'register-gaps');
    await report.show(changed, 'register-stages');
    expect(await page.getByLabel('Show rows with').inputValue()).toBe('rivershirex');
    await using again = await open({ state: await report.kept() });
    await again.show(changed, 'register-stages');
    expect(await again.page.locator('th[aria-sort=ascending]').innerText()).toMatch(/^Stage/);
    expect(await again.page.getByLabel('Show rows with').inputValue()).toBe('rivershirex');
  });

  it('searches all tables, and shows the row that is chosen even where a filter hides it', async () => {
    await using report = await open();
    const { page } = report;
    await report.show(county, 'register-stages');
    await page.getByLabel('Show rows with').fill('custody');
    await page.getByRole('searchbox', { name: 'Search all tables' }).fill('early help');
    expect((await report.posted()).at(-1)).toEqual({ type: 'select', page: 'search' });
    await report.show(county, 'search');
    await page.getByText(/\d+ rows with “early help”/).waitFor();
    await page.getByRole('searchbox', { name: 'Search all tables' }).fill('early help targeted');
    await page.getByText(/\d+ rows? with “early help targeted”/).waitFor();
    await page
      .getByRole('link', { name: /^Stages/ })
      .first()
      .click();
    expect((await report.posted()).at(-1)).toEqual({ type: 'select', page: 'register-stages' });
    await report.show(county, 'register-stages');
    const pointed = page.locator('tr.pointed');
    expect(await pointed.locator('th').innerText()).toBe('Early help');
    expect(await pointed.isVisible()).toBe(true);
    expect(await pointed.locator('th :focus').count()).toBe(1);
    expect(report.complaints).toEqual([]);
  });

  it('says which texts cannot be read whole, and why there is nothing', async () => {
    await using report = await open();
    await report.show(broken);
    await report.page.getByText('The text of one.pathway has errors').waitFor();
    await report.tell({ type: 'nothing', message: 'There is nothing.', hint: 'Open a folder.' });
    await report.page.getByRole('heading', { name: 'There is nothing.' }).waitFor();
    expect(await report.page.getByLabel('Table', { exact: true }).isVisible()).toBe(false);
    expect(await report.page.getByText('has errors').isVisible()).toBe(false);
  });
});

/** Long enough for a machine that has much else to do. */
const patient = { timeout: 20_000 };

describe('a table of many rows', () => {
  const rowAt = (page: Page, at: number) => page.locator('tbody tr').nth(at);
  const isLaidOut = (page: Page, at: number) =>
    rowAt(page, at)
      .locator('th')
      .evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }));

  it('lays out the rows that are seen, in columns that all of them share', async () => {
    await using report = await open();
    const { page } = report;
    await report.show(large, 'register-costs');
    const last = (await page.locator('tbody tr').count()) - 1;
    expect(last).toBeGreaterThan(100);
    const laidOut = () => Promise.all([0, last].map((at) => isLaidOut(page, at)));
    await expect.poll(laidOut, patient).toEqual([true, false]);
    await page.locator('.scroll').evaluate((one) => one.scrollTo(500, one.scrollHeight));
    await expect.poll(laidOut, patient).toEqual([false, true]);
    expect(await edgesOf(rowAt(page, last))).toEqual(await edgesOf(page.locator('thead tr')));
    const head = (await page.locator('thead').boundingBox())!;
    expect(head.y).toBeCloseTo((await page.locator('.scroll').boundingBox())!.y + 1, 0);
    // A row that is filtered has the columns that it had among all.
    const before = await edgesOf(page.locator('thead tr'));
    await page.getByLabel('Show rows with').fill('Pathway p3-0');
    expect(await edgesOf(page.locator('thead tr'))).toEqual(before);
    expect(await page.locator('tbody tr:visible').count()).toBe(10);
    expect(await complaintsOf(page)).toEqual([]);
  });

  it('fills a wide column of the window, each cell beside the next', async () => {
    await using report = await open({ viewport: { width: 4000, height: 900 } });
    const { page } = report;
    await report.show(large, 'register-costs');
    const gaps = await page.locator('tr:nth-child(1)').evaluateAll((rows) =>
      rows.flatMap(({ children }) => {
        const boxes = [...children].map((cell) => cell.getBoundingClientRect());
        return boxes.slice(1).filter(({ left }, at) => Math.abs(left - boxes[at]!.right) > 0.1);
      }),
    );
    expect(gaps).toEqual([]);
    const [table, around] = [page.locator('table'), page.locator('.scroll')];
    expect((await table.boundingBox())!.width).toBe((await around.boundingBox())!.width - 2);
  });

  it('leads with the keyboard from row to row, to the last of them', async () => {
    await using report = await open();
    const { page } = report;
    await report.show(large, 'register-stages');
    const links = page.locator('tbody th a');
    await links.nth(60).focus();
    // Each row has three links: two to the text and one to the picture.
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab');
    expect(await links.nth(62).evaluate((link) => link === document.activeElement)).toBe(true);
    await links.last().focus();
    await expect
      .poll(() => links.last().evaluate((link) => link.getBoundingClientRect().bottom), patient)
      .toBeLessThan(900);
  });

  it('shows a row that is chosen in the search, though all before it are higher than they seemed', async () => {
    await using report = await open({ state: { query: 'p1-0 stage 9 budget' } });
    const { page } = report;
    await report.show(large, 'search');
    await page.getByRole('link', { name: 'Cost and activity by stage' }).first().click();
    await report.show(large, 'register-costs');
    const row = page.locator('tr.pointed');
    await row.waitFor();
    for (let frame = 0; frame < 5; frame += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
    const { y, height } = (await row.boundingBox())!;
    const head = (await page.locator('thead').boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(head.y + head.height);
    expect(y + height).toBeLessThanOrEqual(900);
  });

  it('has everything there for whoever has it read out', async () => {
    await using report = await open({ classes: 'vscode-light vscode-using-screen-reader' });
    await report.show(large, 'register-costs');
    const rows = await report.page.locator('tbody tr').count();
    const session = await report.page.context().newCDPSession(report.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const heard = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    const columns = heard('columnheader');
    expect([heard('table'), heard('row'), heard('rowheader')]).toEqual([1, rows + 1, rows]);
    expect(columns).toBeGreaterThan(10);
    expect(heard('cell')).toBe(rows * (columns - 1));
  });

  it('stays where the reader is when the text has changed', async () => {
    await using report = await open();
    const { page } = report;
    await report.show(large, 'register-costs');
    for (let step = 0; step < 8; step += 1) {
      await page.locator('.scroll').evaluate(async (one) => {
        one.scrollBy(0, 400);
        await new Promise((done) => requestAnimationFrame(done));
      });
    }
    /** The row below the headings, and how far it is below them. */
    const first = () =>
      page.evaluate(() => {
        const edge = document.querySelector('thead')!.getBoundingClientRect().bottom;
        const rows = [...document.querySelectorAll('tbody tr')];
        const row = rows.find((one) => one.getBoundingClientRect().top >= edge)!;
        return [row.id, Math.round(row.getBoundingClientRect().top - edge)];
      });
    const before = await first();
    expect(before[0]).not.toBe('register-costs--row-1');
    await report.show(largeChanged, 'register-costs');
    await page.getByText('Stage 9, which is changed').first().waitFor();
    expect(await first()).toEqual(before);
  });
});

describe('axe', () => {
  const pages = [undefined, 'register-coverage-rivershire-standard', 'register-gaps', 'search'];

  it('has nothing to say of any page, in any theme', async () => {
    await using report = await open({ state: { query: 'camhs' } });
    for (const page of pages) {
      await report.show(county, page);
      for (const colours of themes) {
        await chooseTheme(report.page, colours);
        // Beside the first theme only colours differ: names, roles and order are the same in all of them.
        const rules = colours === light ? undefined : ['color-contrast', 'link-in-text-block'];
        expect(await complaintsOf(report.page, rules), `${page} in ${colours.theme}`).toEqual([]);
      }
    }
  });

  it('has nothing to say of broken texts and of nothing, in a narrow column', async () => {
    await using report = await open({ viewport: { width: 420, height: 700 } });
    await report.show(broken);
    expect(await complaintsOf(report.page)).toEqual([]);
    await report.tell({ type: 'nothing', message: 'There is nothing.', hint: 'Open a folder.' });
    await report.page.getByRole('heading', { name: 'There is nothing.' }).waitFor();
    expect(await complaintsOf(report.page)).toEqual([]);
  });
});

function projectOf(files: readonly SourceFile[]) {
  const workspace = new Workspace('file:///fictional-county');
  for (const { uri, text } of files) workspace.set(uri, text);
  return workspace.projects('2026-06-30')[0]!;
}

type Shown = ReturnType<typeof projectOf>;

/** The page of a report as VS Code shows it, with its overview. */
async function open(options?: WebviewOptions) {
  const opened = await openInVsCode(browser, 'report', options);
  const { page, complaints } = opened;
  const tell = (message: ToReportPage) => page.evaluate((data) => window.postMessage(data, '*'), message as unknown);
  const show = async (project: Shown, name?: string) => {
    const report = await reportPage(project, name);
    await tell({ type: 'report', report });
    await page.waitForFunction((title) => document.title.startsWith(title), `${report.title} –`);
  };
  await show(county);
  return {
    page,
    complaints,
    tell,
    show,
    posted: () => page.evaluate(() => (globalThis as unknown as { posted: ToReportHost[] }).posted),
    kept: () => page.evaluate(() => (globalThis as unknown as { store: { state: ReportMemory } }).store.state),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** What the rows that are seen are about. */
async function rowsIn(page: Page): Promise<readonly string[]> {
  return page.locator('tbody tr:visible th').allInnerTexts();
}

/** Where the cells of a row begin. */
function edgesOf(row: Locator): Promise<readonly number[]> {
  return row.evaluate((one) => [...one.children].map((cell) => Math.round(cell.getBoundingClientRect().left)));
}
