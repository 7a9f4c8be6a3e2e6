import { describe, expect, it } from 'vitest';
import { element } from './browser.ts';
import { browser, drawn, withDrawnSamples } from './drawn-samples.ts';
import { eventually } from './serving.ts';
import { Webview } from './webview.ts';

withDrawnSamples();

async function shown(name = 'bc-hj'): Promise<Webview> {
  const host = await Webview.open(browser, drawn);
  await host.show(name);
  await host.page.keyboard.press('t');
  await host.page.locator('.table-view').waitFor();
  return host;
}

describe('the table', () => {
  it('has a row for every stage and every arrow, with what is absent in words', async () => {
    await using host = await shown();
    const { page } = host;
    const { nodes, edges } = drawn.picture('bc-hj').placed;
    const stages = nodes.filter(({ shape }) => shape === 'stage');
    const arrows = edges.filter(({ kind }) => kind !== 'link');
    expect(await page.locator('caption').allTextContents()).toEqual([
      `Stages (${stages.length})`,
      `Transitions and flows (${arrows.length})`,
    ]);
    const names = await page.locator('.row-name').allTextContents();
    expect(names.length).toBe(stages.length + arrows.length);
    expect(names.slice(0, stages.length)).toEqual(stages.map(({ caption }) => caption));
    const row = page.getByRole('row', { name: /^Community CAMHS/ }).first();
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells).toContain('unknown');
    expect(cells).toContain('Community');
    expect(await page.locator('.canvas').isVisible()).toBe(false);
    expect(host.complaints).toEqual([]);
  });

  it('is sorted by a heading, forwards and backwards, and says so', async () => {
    await using host = await shown();
    const { page } = host;
    const names = () => page.locator('table').first().locator('.row-name').allTextContents();
    const before = await names();
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    const up = await names();
    expect(up).toEqual(before.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(await page.getByRole('columnheader', { name: 'Stage' }).getAttribute('aria-sort')).toBe('ascending');
    await eventually(async () => expect(await host.heard()).toBe('Stages sorted by stage, ascending.'));
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(up.toReversed());
  });

  it('chooses by a row what is chosen in the picture too', async () => {
    await using host = await shown();
    const { page } = host;
    await page.getByRole('button', { name: 'Secure estate healthcare', exact: true }).click();
    const { place } = drawn.element('bc-hj', 'stage:secure-care');
    await eventually(async () => expect(await host.revealed()).toEqual([{ type: 'reveal', place, focus: false }]));
    expect(await page.locator('tr.selected').count()).toBe(1);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    expect(await element(page, 'stage:secure-care').getAttribute('class')).toContain('selected');
    expect(await page.locator('.table-view').isVisible()).toBe(false);
  });

  it('marks what is found and lets step back what does not match', async () => {
    await using host = await shown();
    const { page } = host;
    await page.keyboard.press('/');
    await page.keyboard.type('community camhs');
    await eventually(async () => expect(await page.locator('tr.current').count()).toBe(1));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.locator('.filter').getByLabel('Setting').selectOption({ label: 'Community (1)' });
    const stages = await page.locator('table').first().locator('tbody tr').count();
    expect(await page.locator('table').first().locator('tr.receding').count()).toBe(stages - 1);
  });

  it('is still there when the page is opened again, and never in place of what to write first', async () => {
    await using host = await shown();
    const read = () => host.page.evaluate(() => (globalThis as unknown as { store: { state: unknown } }).store.state);
    await eventually(async () => expect(JSON.stringify(await read())).toContain('"table":true'));
    await using again = await Webview.open(browser, drawn, { state: await read() });
    await again.show('bc-hj');
    await again.page.locator('.table-view').waitFor();
    await again.show('yh-yjs');
    await again.page.locator('.sheet .empty').waitFor();
  });
});
