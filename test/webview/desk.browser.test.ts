import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Look } from '../../src/diagram/look.ts';
import type { OfferEntry } from '../../src/protocol/edits.ts';
import { entryKey, type ToHost } from '../../src/protocol/preview.ts';
import { samples } from '../support/command.ts';
import { element, focusedElement, startBrowser } from './browser.ts';
import { eventually } from './serving.ts';
import { Drawn, Webview, type WebviewOptions } from './webview.ts';

let browser: Browser;
let drawn: Drawn;

beforeAll(async () => {
  browser = await startBrowser();
  drawn = await Drawn.ofFolder(samples);
});
afterAll(() => browser?.close());

const offers: readonly OfferEntry[] = [
  { title: 'Add a stage after this…', kind: 'write', asks: 'label' },
  { title: 'Add a transition to…', kind: 'write', asks: 'stage' },
  { title: 'Rename…', kind: 'rename' },
  { title: 'Accept with a reason… (missing-provider)', kind: 'live-with' },
];

describe('how a pathway is looked at', () => {
  it('is picked from its views, and told to the host', async () => {
    await using host = await shown();
    const labels = await host.page.locator('#view option').allTextContents();
    expect(labels[0]).toBe('Whole pathway');
    expect(labels).toEqual(expect.arrayContaining(drawn.picture('bc-hj').views.map(({ label }) => label)));
    await host.page.locator('#view').selectOption('who-does-what');
    await told(host, { type: 'look', look: { view: 'who-does-what' } });
  });

  it('is changed in small, by the keyboard alone', async () => {
    await using host = await shown();
    await host.page.locator('#view').focus();
    await host.page.keyboard.press('Tab');
    await host.page.keyboard.press('Enter');
    await host.page.locator('.popover:popover-open').waitFor();
    await host.page.keyboard.press('Tab');
    expect(await focusId(host.page)).toBe('look-lanes');
    await host.page.keyboard.type('prov');
    await told(host, { type: 'look', look: { lanes: 'provider' } });
    await host.page.locator('#show-cost').focus();
    await host.page.keyboard.press('Space');
    await told(host, { type: 'look', look: { lanes: 'provider', show: ['cost'] } });
    await host.page.keyboard.press('Escape');
    await host.page.locator('.popover:popover-open').waitFor({ state: 'detached' });
    expect(await host.page.evaluate(() => document.activeElement?.textContent)).toContain('Look');
  });

  it('is shown as the picture has it, and can be undone and saved', async () => {
    const look: Look = { view: 'who-does-what', heat: 'findings' };
    const seen = await Drawn.ofFolder(samples, look);
    await using host = await Webview.open(browser, seen);
    await host.show('bc-hj');
    expect(await host.page.locator('#view').inputValue()).toBe('who-does-what');
    await host.page.getByRole('button', { name: 'Look (changed)' }).click();
    expect(await host.page.locator('#look-lanes').inputValue()).toBe('setting');
    expect(await host.page.locator('#look-heat').inputValue()).toBe('findings');
    expect(await host.page.locator('#show-commissioner').isChecked()).toBe(false);
    await host.page.getByRole('button', { name: 'Undo changes' }).click();
    await told(host, { type: 'look', look: { view: 'who-does-what' } });
    await host.page.getByRole('button', { name: 'Save as a view…' }).click();
    await told(host, { type: 'save-view' });
  });

  it('is kept for when the page is shown again', async () => {
    const look: Look = { lanes: 'commissioner' };
    const seen = await Drawn.ofFolder(samples, look);
    await using host = await Webview.open(browser, seen);
    await host.show('bc-hj');
    const key = entryKey(seen.picture('bc-hj').entry);
    const state = () => host.page.evaluate(() => (globalThis as unknown as { store: { state: unknown } }).store.state);
    await eventually(async () => expect(await state()).toMatchObject({ looks: { [key]: look } }));
  });

  it('fits on a narrow page, with targets large enough', async () => {
    await using host = await shown({ viewport: { width: 420, height: 700 } });
    await host.page.getByRole('button', { name: 'Look' }).click();
    const sheet = (await host.page.locator('.popover:popover-open').boundingBox())!;
    expect(sheet.x).toBeGreaterThanOrEqual(0);
    expect(sheet.x + sheet.width).toBeLessThanOrEqual(420);
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(700);
    for (const box of await host.page.locator('.popover:popover-open .check:visible').all()) {
      expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    }
    expect(await host.page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
  });
});

describe('a preview that is pinned', () => {
  it('says so, and is let go by the same button', async () => {
    await using host = await shown();
    const pin = host.page.getByRole('button', { name: 'Keep to this pathway' });
    expect(await pin.count(), 'nothing is followed where nobody says so').toBe(0);
    const { entries } = drawn;
    await host.tell({ type: 'pathways', entries, selected: entryKey(entries[0]!), pinned: false });
    await pin.click();
    await told(host, { type: 'pin', pinned: true });
    await host.tell({ type: 'pathways', entries, selected: entryKey(entries[0]!), pinned: true });
    await eventually(async () => expect(await pin.getAttribute('aria-pressed')).toBe('true'));
    await pin.click();
    await told(host, { type: 'pin', pinned: false });
  });
});

describe('the menu of an element', () => {
  it('opens by the pointer, with what the host offers, and does it', async () => {
    await using host = await shown();
    await element(host.page, 'stage:secure-care').click({ button: 'right' });
    await told(host, { type: 'offers', id: 'stage:secure-care' });
    await host.tell({ type: 'offers', id: 'stage:secure-care', offers, note: 'The text has errors.' });
    const items = host.page.getByRole('menuitem');
    await items.first().waitFor();
    expect(await items.allTextContents()).toEqual(['Show its text', ...offers.map(({ title }) => title)]);
    expect(await host.page.getByRole('menu').textContent()).toContain('The text has errors.');
    await items.filter({ hasText: 'Rename' }).click();
    await told(host, { type: 'take', id: 'stage:secure-care', offer: 2 });
    expect(await host.page.getByRole('menu').count()).toBe(0);
    expect(host.complaints).toEqual([]);
  });

  it('opens by the keyboard, is walked through, and leaves the focus where it was', async () => {
    await using host = await shown();
    await walkTo(host, 'stage:secure-care');
    await host.page.keyboard.press('Shift+F10');
    await host.tell({ type: 'offers', id: 'stage:secure-care', offers });
    await host.page.getByRole('menu').waitFor();
    const active = () => host.page.evaluate(() => document.activeElement?.textContent);
    expect(await active()).toBe('Show its text');
    await host.page.keyboard.press('ArrowDown');
    expect(await active()).toBe('Add a stage after this…');
    await host.page.keyboard.press('End');
    expect(await active()).toContain('Accept with a reason');
    await host.page.keyboard.press('ArrowDown');
    expect(await active()).toBe('Show its text');
    await host.page.keyboard.press('Escape');
    await host.page.getByRole('menu').waitFor({ state: 'detached' });
    await eventually(async () => expect(await focusedElement(host.page)).toBe('stage:secure-care'));
    await host.page.keyboard.press('ContextMenu');
    await host.tell({ type: 'offers', id: 'stage:secure-care', offers });
    await host.page.getByRole('menu').waitFor();
    await host.page.keyboard.press('Enter');
    const { place } = drawn.element('bc-hj', 'stage:secure-care');
    await told(host, { type: 'reveal', place, focus: true });
  });

  it('opens from the card, too', async () => {
    await using host = await shown();
    await element(host.page, 'stage:sarc-care').hover();
    await host.page.getByRole('button', { name: 'What to do with it' }).click();
    await told(host, { type: 'offers', id: 'stage:sarc-care' });
  });

  it('shows no answer to what was asked before', async () => {
    await using host = await shown();
    await element(host.page, 'stage:secure-care').click({ button: 'right' });
    await host.tell({ type: 'offers', id: 'stage:sarc-care', offers });
    await host.tell({ type: 'offers', id: 'stage:secure-care', offers: [] });
    await host.page.getByRole('menu').waitFor();
    expect(await host.page.getByRole('menuitem').count()).toBe(1);
  });
});

describe('the picture as a file', () => {
  it('is asked for with what its kind has a use of, and nothing else', async () => {
    await using host = await shown();
    await openShare(host);
    const offered = async () => {
      const labels = await host.page
        .locator('.popover:popover-open :is(.choice, .check):visible label')
        .allTextContents();
      return labels.join(', ');
    };
    expect(await offered()).toBe('Kind of file, Page, Colours');
    await host.page.locator('#export-page').selectOption('a4');
    await host.page.locator('#export-portrait').check();
    await host.page.getByRole('button', { name: 'Export picture…' }).click();
    const pdf = { format: 'pdf', theme: 'light', page: 'a4', portrait: true } as const;
    await told(host, { type: 'export', wish: pdf, to: 'file' });
    await openShare(host);
    await host.page.locator('#export-format').selectOption('drawio');
    expect(await offered()).toBe('Kind of file');
    await host.page.locator('#export-format').selectOption('png');
    await host.page.locator('#export-page').selectOption('');
    await host.page.locator('#export-scale').selectOption('4');
    expect(await offered()).toBe('Kind of file, Page, Sharpness, Colours');
    await host.page.getByRole('button', { name: 'Export picture…' }).click();
    await told(host, { type: 'export', wish: { format: 'png', theme: 'light', scale: 4 }, to: 'file' });
  });

  it('is copied in the colours of the page, and why it is not is said', async () => {
    await using host = await shown({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openShare(host);
    await host.page.getByRole('button', { name: 'Copy as Mermaid' }).click();
    await told(host, { type: 'export', wish: { format: 'mermaid', theme: 'light' }, to: 'page' });
    const file = { name: 'x.mmd', content: 'flowchart LR', encoding: 'text', notes: [] } as const;
    await host.tell({ type: 'exported', file });
    await host.page.locator('.notice:visible', { hasText: 'Copied' }).waitFor();
    expect(await host.page.evaluate(() => navigator.clipboard.readText())).toBe('flowchart LR');
    await openShare(host);
    await host.page.getByRole('button', { name: 'Copy as image' }).click();
    await told(host, { type: 'export', wish: { format: 'png', theme: 'light', scale: 2 }, to: 'page' });
    await host.tell({ type: 'exported', failed: 'There is no such pathway.' });
    await host.page.locator('.notice:visible', { hasText: 'There is no such pathway.' }).waitFor();
    await host.page.locator('.notice').getByRole('button', { name: 'Close' }).click();
    expect(await host.page.locator('.notice').isVisible()).toBe(false);
  });
});

async function openShare(host: Webview): Promise<void> {
  await host.page.getByRole('button', { name: 'Export or copy the picture' }).click();
  await host.page.locator('#export-format').waitFor();
}

describe('a transition that is added', () => {
  it('leads to the stage that is walked to', async () => {
    await using host = await shown();
    await begin(host);
    await eventually(async () => expect(await focusedElement(host.page)).toBe('stage:secure-care'));
    await host.page.keyboard.press('ArrowRight');
    await host.page.keyboard.press('Enter');
    await told(host, { type: 'join', from: 'stage:secure-care', to: 'stage:community-camhs' });
    expect(await host.page.locator('.joining').isVisible()).toBe(false);
    expect((await host.posted()).filter(({ type }) => type === 'reveal')).toEqual([]);
  });

  it('waits for a stage, and for nothing else', async () => {
    await using host = await shown();
    await begin(host);
    await element(host.page, 'transition:through-the-gate').locator('.sign').first().click();
    expect(await host.page.locator('.joining').isVisible()).toBe(true);
    await element(host.page, 'stage:sarc-care').click();
    await told(host, { type: 'join', from: 'stage:secure-care', to: 'stage:sarc-care' });
  });

  it('is thought better of by Escape', async () => {
    await using host = await shown();
    await begin(host);
    await host.page.keyboard.press('Escape');
    expect(await host.page.locator('.joining').isVisible()).toBe(false);
    expect(await focusedElement(host.page)).toBe('stage:secure-care');
    await element(host.page, 'stage:sarc-care').click();
    await eventually(async () => expect((await host.posted()).at(-1)).toMatchObject({ type: 'reveal' }));
    expect((await host.posted()).filter(({ type }) => type === 'join')).toEqual([]);
  });
});

async function begin(host: Webview): Promise<void> {
  await walkTo(host, 'stage:secure-care');
  await host.page.keyboard.press('Shift+F10');
  await host.tell({ type: 'offers', id: 'stage:secure-care', offers });
  await host.page.getByRole('menuitem', { name: 'Add a transition to…' }).click();
  await host.page.locator('.joining').waitFor();
}

async function walkTo(host: Webview, id: string): Promise<void> {
  await element(host.page, id).focus();
  expect(await focusedElement(host.page)).toBe(id);
}

async function shown(options: WebviewOptions = {}): Promise<Webview> {
  const host = await Webview.open(browser, drawn, options);
  await host.show('bc-hj');
  return host;
}

async function told(host: Webview, message: ToHost): Promise<void> {
  await eventually(async () => expect((await host.posted()).at(-1)).toEqual(message));
}

function focusId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}
