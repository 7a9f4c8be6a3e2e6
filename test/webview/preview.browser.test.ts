import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { entryKey } from '../../src/protocol/preview.ts';
import { element, focusedElement, viewOf } from './browser.ts';
import { browser, drawn, withDrawnSamples } from './drawn-samples.ts';
import { eventually } from './serving.ts';
import { Webview } from './webview.ts';

withDrawnSamples();

describe('the preview in VS Code', () => {
  it('asks what there is, and shows it in the editor’s colours', async () => {
    await using host = await Webview.open(browser, drawn, { classes: 'vscode-dark' });
    expect(await host.posted()).toEqual([{ type: 'ready' }]);
    await host.show('bc-hj');
    expect(await host.page.locator('.sheet svg').getAttribute('data-theme')).toBe('dark');
    for (const [name, theme] of [
      ['vscode-light', 'light'],
      ['vscode-high-contrast', 'high-contrast-dark'],
      ['vscode-high-contrast vscode-high-contrast-light', 'high-contrast-light'],
    ] as const) {
      await host.page.evaluate((classes) => {
        document.body.className = classes;
      }, name);
      await host.page.locator(`.sheet svg[data-theme="${theme}"]`).waitFor();
    }
    expect(await host.page.locator('#theme').count()).toBe(0);
    expect(host.complaints).toEqual([]);
  });

  it('leads from an element to its text, by click, double click and key', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const { place } = drawn.element('bc-hj', 'stage:secure-care');
    await element(host.page, 'stage:secure-care').click();
    await eventually(async () => expect(await host.revealed()).toEqual([{ type: 'reveal', place, focus: false }]));
    await element(host.page, 'stage:secure-care').dblclick();
    await eventually(async () =>
      expect((await host.revealed()).at(-1)).toEqual({ type: 'reveal', place, focus: true }),
    );
    await host.page.keyboard.press('ArrowRight');
    await host.page.keyboard.press('Enter');
    const next = drawn.element('bc-hj', 'stage:community-camhs').place;
    await eventually(async () =>
      expect((await host.revealed()).at(-1)).toEqual({ type: 'reveal', place: next, focus: true }),
    );
    await element(host.page, 'transition:through-the-gate').locator('.sign').first().click();
    const transition = drawn.element('bc-hj', 'transition:through-the-gate').place;
    await eventually(async () =>
      expect((await host.revealed()).at(-1)).toEqual({ type: 'reveal', place: transition, focus: false }),
    );
  });

  it('does not take dragging for choosing', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const before = await positionOf(host.page);
    const box = (await element(host.page, 'stage:secure-care').boundingBox())!;
    await host.page.mouse.move(box.x + 40, box.y + 20);
    await host.page.mouse.down();
    await host.page.mouse.move(box.x + 90, box.y + 60, { steps: 5 });
    await host.page.mouse.up();
    expect(await host.revealed()).toEqual([]);
    const after = await positionOf(host.page);
    expect(after.x - before.x).toBeCloseTo(50, 1);
    expect(after.y - before.y).toBeCloseTo(40, 1);
  });

  it('outlines the element at the caret, and moves only when that is out of sight', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const before = await viewOf(host.page);
    await host.tell({ type: 'highlight', id: 'stage:first-contact' });
    await host.page.locator('[data-id="stage:first-contact"].selected').waitFor();
    expect(await viewOf(host.page)).toBe(before);
    for (let press = 0; press < 8; press++) await host.page.getByRole('button', { name: 'Larger' }).click();
    const near = await viewOf(host.page);
    await host.tell({ type: 'highlight', id: 'stage:inpatient-camhs' });
    await eventually(async () => expect(await viewOf(host.page)).not.toBe(near));
    await eventually(async () => expect(await isInSight(host.page, 'stage:inpatient-camhs')).toBe(true));
    await host.tell({ type: 'highlight' });
    await host.page.locator('.sheet .selected').first().waitFor({ state: 'detached' });
    expect(await focusedElement(host.page)).toBeUndefined();
  });

  it('keeps its findings folded away, and shows those of an element by its badge', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    expect(await host.page.locator('.findings').isVisible()).toBe(false);
    const badge = element(host.page, 'stage:community-camhs').locator('.sign.info, .sign.warning').first();
    await badge.click();
    await host.page.locator('.finding.marked:visible').first().waitFor();
    const finding = drawn.picture('bc-hj').findings.find(({ id }) => id === 'stage:community-camhs')!;
    await host.page.locator('.finding', { hasText: finding.message }).click();
    await eventually(async () =>
      expect((await host.revealed()).at(-1)).toEqual({ type: 'reveal', place: finding.place, focus: false }),
    );
  });

  it('shows beside an element what its box has to shorten', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    await element(host.page, 'stage:sarc-care').hover();
    const card = host.page.locator('.card:visible');
    await card.waitFor();
    for (const line of drawn.element('bc-hj', 'stage:sarc-care').hover.split('\n').slice(0, 2)) {
      expect(await card.textContent()).toContain(line.replace(/^[A-Z][a-z]+: /, ''));
    }
    await host.page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('says what a screen reader should hear', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const heard = () => host.page.locator('[aria-live]').textContent();
    await eventually(async () => expect(await heard()).toContain('Black Country health and justice CAMHS pathway'));
    const picture = drawn.picture('bc-hj');
    await host.tell({ type: 'picture', picture: { ...picture, version: picture.version + 1 } });
    await eventually(async () => expect(await heard()).toMatch(/^Picture updated\./));
    await host.tell({ type: 'picture', picture: { ...picture, stale: true, version: picture.version + 2 } });
    await eventually(async () => expect(await heard()).toBe('The text has errors: showing the last good picture.'));
    expect(await host.page.locator('.banner:visible').textContent()).toContain(
      'this is the last picture that could be drawn',
    );
  });

  it('counts the errors of a text over the picture as the list of findings does', async () => {
    await using host = await Webview.open(browser, drawn);
    const picture = drawn.picture('bc-hj');
    const [first] = picture.findings;
    const broken = { ...first!, rule: 'syntax-error', severity: 'error' as const };
    const lost = { ...first!, rule: 'unknown-name', severity: 'error' as const };
    await host.showPicture({ ...picture, stale: true, findings: [broken, lost, { ...lost, message: 'Another.' }] });
    await host.page.locator('.banner:visible', { hasText: 'The text has 3 errors' }).waitFor();
    expect(await host.page.locator('.badges .spoken').first().textContent()).toBe('3 errors');
  });

  it('goes to the pathway that somebody picks', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const key = entryKey(drawn.entries.find(({ name }) => name === 'offender-pd')!);
    await host.page.locator('#picker').selectOption(key);
    await eventually(async () => expect((await host.posted()).at(-1)).toEqual({ type: 'select', key }));
  });

  it('remembers where one looked, what was chosen and what was open', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    await element(host.page, 'stage:sarc-care').click();
    await host.page.getByRole('button', { name: /^Findings/ }).click();
    await host.page.getByRole('button', { name: 'Larger' }).click();
    const before = await viewOf(host.page);
    const state = await eventuallyState(host.page);
    await using again = await Webview.open(browser, drawn, { state });
    await again.show('bc-hj');
    expect(await viewOf(again.page)).toBe(before);
    expect(await element(again.page, 'stage:sarc-care').getAttribute('class')).toContain('selected');
    expect(await again.page.locator('.findings').isVisible()).toBe(true);
  });

  it('says in the host’s words why there is no picture', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.tell({ type: 'nothing', message: 'Nothing here.', hint: 'Open a file.' });
    await host.page.getByRole('heading', { name: 'Nothing here.' }).waitFor();
    expect(await host.page.locator('.list').textContent()).toBe('Nothing here.Open a file.');
    await host.show('yh-yjs');
    await host.page.locator('.sheet .empty').waitFor();
  });

  it('moves at once for people who do not want things to glide', async () => {
    await using host = await Webview.open(browser, drawn, { reducedMotion: 'reduce' });
    await host.show('bc-hj');
    await host.page.keyboard.press('+');
    await host.page.keyboard.press('0');
    const duration = await host.page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).transitionDuration);
    expect(duration).toBe('0s');
  });
});

async function positionOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const [x = 0, y = 0] = [...(await viewOf(page)).matchAll(/(-?[\d.]+)px/g)].map(([, number]) => Number(number));
  return { x, y };
}

async function isInSight(page: Page, id: string): Promise<boolean> {
  const [box, canvas] = [await element(page, id).boundingBox(), await page.locator('.canvas').boundingBox()];
  if (!box || !canvas) return false;
  return box.x >= canvas.x && box.y >= canvas.y && box.x + box.width <= canvas.x + canvas.width;
}

/** What the page handed over to be kept, once it has. */
async function eventuallyState(page: Page): Promise<unknown> {
  const read = () => page.evaluate(() => (globalThis as unknown as { store: { state: unknown } }).store.state);
  await eventually(async () => {
    const text = JSON.stringify(await read());
    for (const part of ['"panelOpen":true', '"viewport":', '"element":"stage:sarc-care"']) expect(text).toContain(part);
  });
  return read();
}
