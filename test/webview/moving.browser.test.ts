import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathwayText, projectTexts } from '../../bench/texts.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import type { Picture } from '../../src/protocol/preview.ts';
import { samples } from '../support/command.ts';
import { element, focusedElement, startBrowser, viewOf } from './browser.ts';
import { eventually } from './serving.ts';
import { Drawn, Webview } from './webview.ts';

let browser: Browser;
let drawn: Drawn;
let laned: Drawn;
let large: Drawn;

beforeAll(async () => {
  browser = await startBrowser();
  drawn = await Drawn.ofFolder(samples);
  laned = await Drawn.ofFolder(samples, { lanes: 'setting' });
  large = await Drawn.ofText(`${projectTexts(0, 1)[0]!.text}${pathwayText('large', 45)}`);
}, 60_000);
afterAll(() => browser?.close());

const moving = 'stage:early-help';
const staying = 'stage:community-camhs';

/** The picture with one stage further down. */
function changed(): Picture<Placed> {
  const picture = drawn.picture('bc-hj');
  const nodes = picture.placed.nodes.map((node) =>
    node.id === moving ? { ...node, box: { ...node.box, y: node.box.y + 40 } } : node,
  );
  return { ...picture, placed: { ...picture.placed, nodes }, version: picture.version + 1 };
}

/** The ids of what moves or appears now. */
function inMotion(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((each) => !(each instanceof CSSTransition))
      .map((each) => ((each.effect as KeyframeEffect).target as HTMLElement).dataset['id']),
  );
}

/** Holds what moves, so that it can be looked at. */
async function holding(page: Page): Promise<void> {
  await page.evaluate(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function held(...given) {
      const animation = animate.apply(this, given);
      animation.pause();
      return animation;
    };
  });
}

describe('a picture that is drawn anew', () => {
  it('lets what moves glide, and leaves everything else in the document', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    const { page } = host;
    await element(page, staying).focus();
    await element(page, staying).evaluate((group) => Object.assign(group, { kept: true }));
    await holding(page);
    await host.tell({ type: 'picture', picture: changed() });
    await eventually(async () => expect(await inMotion(page)).toEqual([moving]));
    expect(await element(page, staying).evaluate((group) => 'kept' in group)).toBe(true);
    expect(await focusedElement(page)).toBe(staying);
  });

  it('moves at once for people who want it so', async () => {
    await using host = await Webview.open(browser, drawn, { reducedMotion: 'reduce' });
    await host.show('bc-hj');
    await holding(host.page);
    await host.tell({ type: 'picture', picture: changed() });
    await eventually(async () => expect(await host.heard()).toMatch(/^Picture updated/));
    expect(await inMotion(host.page)).toEqual([]);
  });

  it('lets nothing glide from one pathway to another', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.show('bc-hj');
    await holding(host.page);
    await host.show('offender-pd');
    expect(await inMotion(host.page)).toEqual([]);
  });

  it('says that it is being drawn, until it is there', async () => {
    await using host = await Webview.open(browser, drawn);
    await host.tell({ type: 'drawing', key: '' });
    await host.page.getByText('Drawing the picture…').waitFor();
    await host.show('bc-hj');
    expect(await host.page.getByText('Drawing the picture…').count()).toBe(0);
  });
});

describe('lanes', () => {
  it('keep their names in sight, and are folded where one looks', async () => {
    await using host = await Webview.open(browser, laned);
    await host.show('bc-hj');
    const { page } = host;
    const { lanes } = laned.picture('bc-hj').placed;
    expect(await page.locator('.lane-heading').count()).toBe(lanes!.length);
    for (let press = 0; press < 6; press++) await page.keyboard.press('+');
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    const name = page.locator('.lane-heading:not(.away):not(.bare) span').first();
    await name.waitFor();
    const [box, canvas] = [(await name.boundingBox())!, (await page.locator('.canvas').boundingBox())!];
    expect(box.x).toBeGreaterThan(canvas.x);
    expect(box.x).toBeLessThan(canvas.x + 40);
    const folded = lanes!.find(({ label }) => label === 'Community')!;
    await page.getByRole('button', { name: 'Fold Community', exact: true }).focus();
    await page.keyboard.press('Enter');
    await eventually(async () =>
      expect((await host.posted()).at(-1)).toEqual({ type: 'look', look: { lanes: 'setting', folded: [folded.id] } }),
    );
  });
});

describe('a large picture', () => {
  it('opens where it begins, large enough to read, and has a map that leads elsewhere', async () => {
    await using host = await Webview.open(browser, large, { viewport: { width: 1280, height: 800 } });
    await host.show('large');
    const { page } = host;
    const first = (await element(page, 'stage:stage-0').boundingBox())!;
    expect(first.x).toBeGreaterThanOrEqual(0);
    expect(first.width).toBeGreaterThan(150);
    const map = page.locator('.minimap');
    await map.waitFor();
    const before = await viewOf(page);
    const box = (await map.boundingBox())!;
    await page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
    expect(await viewOf(page)).not.toBe(before);
    expect(await element(page, 'stage:stage-0').evaluate((group) => group.getBoundingClientRect().right < 0)).toBe(
      true,
    );
    const near = await viewOf(page);
    await page.mouse.move(box.x + box.width - 12, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await page.mouse.up();
    expect(await viewOf(page)).not.toBe(near);
    await page.setViewportSize({ width: 420, height: 700 });
    await map.waitFor({ state: 'hidden' });
  });

  it('fits what is selected, with what stands around it', async () => {
    await using host = await Webview.open(browser, large);
    await host.show('large');
    await element(host.page, 'stage:stage-1').click();
    const before = await viewOf(host.page);
    await host.page.keyboard.press('f');
    await eventually(async () => expect(await viewOf(host.page)).not.toBe(before));
    await host.page.waitForFunction(() => document.querySelector('.sheet.gliding') === null);
    const canvas = (await host.page.locator('.canvas').boundingBox())!;
    for (const id of ['stage:stage-0', 'stage:stage-1', 'stage:stage-2']) {
      const box = (await element(host.page, id).boundingBox())!;
      expect(box.x, id).toBeGreaterThanOrEqual(canvas.x);
      expect(box.x + box.width, id).toBeLessThanOrEqual(canvas.x + canvas.width);
    }
  });
});

describe('everybody', () => {
  it.each(['vscode-light', 'vscode-dark', 'vscode-high-contrast vscode-high-contrast-light', 'vscode-high-contrast'])(
    'sees what has the focus in %s',
    async (classes) => {
      await using host = await Webview.open(browser, drawn, { classes });
      await host.show('bc-hj');
      for (let press = 0; press < 40 && (await focusedElement(host.page)) === undefined; press++) {
        await host.page.keyboard.press('Tab');
      }
      const ring = element(host.page, (await focusedElement(host.page))!).locator('.ring');
      expect(await ring.evaluate((line) => getComputedStyle(line).stroke)).toMatch(/^rgb/);
    },
  );

  it.each([
    [420, 800],
    [640, 400],
  ])('reaches everything on a window of %i by %i', async (width, height) => {
    await using host = await Webview.open(browser, drawn, { viewport: { width, height } });
    await host.show('bc-hj');
    const { page } = host;
    for (const name of ['Find', 'Filter', 'Trace a route']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    const controls = page.locator('button:visible, select:visible, input:visible');
    const small = await controls.evaluateAll((all) =>
      all
        .map((each) => ({ name: each.outerHTML.slice(0, 80), box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24 || box.right > innerWidth + 1)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { height: room } = (await page.locator('.canvas').boundingBox())!;
    expect(room).toBeGreaterThan(90);
  });
});
