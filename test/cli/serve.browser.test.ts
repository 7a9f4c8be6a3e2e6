import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workspace } from '../../src/language/workspace.ts';
import { readInto, toUri } from '../../src/server/node/folder.ts';
import { samples, TemporaryFolder } from '../support/command.ts';
import { element, focusedElement, openPage, startBrowser, viewOf } from '../webview/browser.ts';
import { eventually, Serving, ServingProcess } from '../webview/serving.ts';

const examples = resolve(import.meta.dirname, '../../examples');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe('the page of pathway serve', () => {
  it.each([
    ['samples', samples],
    ['examples', examples],
  ])('shows every declared stage of every pathway of the %s, and what to do where there is none', async (_, folder) => {
    await using serving = await Serving.start(folder);
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await page.goto(serving.address);
    const declared = declaredStages(folder);
    const offered = page.locator('#picker option[value*="#"]');
    await offered.nth(declared.length - 1).waitFor({ state: 'attached' });
    expect(await offered.evaluateAll((options) => options.map((option) => option.getAttribute('value')))).toEqual(
      expect.arrayContaining(declared.map(({ key }) => key)),
    );
    for (const { key, label, stages } of declared) {
      await page.locator('#picker').selectOption(key);
      await page.locator(`.sheet svg[data-pathway="${key.split('#').at(-1)}"]`).waitFor();
      expect(await page.title()).toBe(`${label} – Care Pathways`);
      for (const stage of stages)
        expect(await element(page, `stage:${stage}`).isVisible(), `${key} ${stage}`).toBe(true);
      if (stages.length === 0)
        expect(await page.locator('.sheet .empty').textContent()).toContain('Add a stage to see it here');
    }
    expect(declared.some(({ stages }) => stages.length === 0)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('follows an edit without a reload, and stays where one looks', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await openPathway(page, serving, 'bc-hj');
    await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
    const canvas = (await page.locator('.canvas').boundingBox())!;
    await page.mouse.move(canvas.x + 500, canvas.y + 200);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await page.mouse.move(canvas.x + 20, canvas.y + 20);
    await page.mouse.down();
    await page.mouse.move(canvas.x - 60, canvas.y - 30, { steps: 4 });
    await page.mouse.up();
    const before = await viewOf(page);
    change(folder, '"Community CAMHS"', '"Community team"');
    await page.locator('.sheet', { hasText: 'Community team' }).waitFor();
    expect(await viewOf(page)).toBe(before);
    expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
    const seen = await nearestToMiddle(page);
    change(folder, '  transition admission', '  stage extra "Added stage" {}\n  transition admission');
    await element(page, 'stage:extra').waitFor();
    await eventually(async () => {
      const box = (await element(page, seen.id).boundingBox())!;
      expect(Math.hypot(box.x - seen.x, box.y - seen.y)).toBeLessThan(2);
    });
    expect(complaints).toEqual([]);
  });

  it('keeps the last picture while the text is broken, says so, and leads to the place', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    const before = await viewOf(page);
    change(folder, 'stage urgent-care "Urgent care and place of safety" {', 'stage urgent-care "Urgent care" {{ (');
    const banner = page.locator('.banner:visible');
    await banner.waitFor();
    expect(await banner.textContent()).toMatch(
      /The text has \d+ errors?, so this is the last picture that could be drawn/,
    );
    expect(await element(page, 'stage:urgent-care').textContent()).toContain('place of');
    expect(await viewOf(page)).toBe(before);
    await banner.getByRole('button', { name: /Show black-country\.pathway, line \d+/ }).click();
    await page.locator('.excerpt:visible', { hasText: '{{ (' }).waitFor();
    change(folder, 'stage urgent-care "Urgent care" {{ (', 'stage urgent-care "Urgent care" {');
    await banner.waitFor({ state: 'hidden' });
    await page.locator('.sheet', { hasText: 'Urgent care' }).waitFor();
  });

  it('shows where an element is written, and its findings', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    await element(page, 'stage:secure-care').click();
    const excerpt = page.locator('.excerpt');
    await excerpt.getByText('stage secure-care').waitFor({ state: 'attached' });
    expect(await excerpt.textContent()).toContain('footprints/black-country.pathway, lines 38 to 52');
    expect(await element(page, 'stage:secure-care').getAttribute('class')).toContain('selected');
    await page.locator('.finding.marked').first().waitFor();
    expect(await page.locator('.finding.marked').first().textContent()).toContain('secure-care');
    await page.locator('.finding', { hasText: "stage 'early-help'" }).first().click();
    await page.locator('.sheet [data-id="stage:early-help"].selected').waitFor();
  });

  it('says how many findings there are of each kind', async () => {
    await using serving = await Serving.start(samples, '2026-06-30');
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    const title = (await page.locator('.sheet .title').textContent()) ?? '';
    const [warnings, questions] = [/(\d+) warnings/, /(\d+) open questions/].map((pattern) => pattern.exec(title)?.[1]);
    expect(await page.locator('.panel-toggle .spoken').textContent()).toContain(`${warnings} warnings`);
    expect(await page.locator('.panel-toggle .spoken').textContent()).toContain(`${questions} open questions`);
    expect(await page.locator('summary', { hasText: 'Open questions' }).textContent()).toContain(`${questions}`);
  });

  it('can be walked through with the keyboard alone', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'offender-pd');
    await tabUntil(page, 'stage:identification');
    const walked: (string | undefined)[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focusedElement(page));
    }
    expect(walked).toEqual(['stage:planning', 'stage:treatment', 'stage:pipe', 'stage:case-management']);
    await page.locator('.card', { hasText: 'Community case management' }).waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await focusedElement(page)).toMatch(/^transition:/);
    await page.keyboard.press('ArrowLeft');
    expect(await focusedElement(page)).toBe('stage:pipe');
    await page.keyboard.press('Home');
    expect(await focusedElement(page)).toBe('terminal:enters:identification:1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.excerpt pre:focus', { hasText: 'stage identification' }).waitFor();
    await eventually(async () => {
      expect(await page.locator('[aria-live]').textContent()).toMatch(
        /^Selected: Stage Early identification, provider unknown/,
      );
    });
    await page.keyboard.press('Escape');
    expect(await focusedElement(page)).toBe('stage:identification');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('canvas');
    const before = await viewOf(page);
    await page.keyboard.press('ArrowDown');
    expect(await viewOf(page)).not.toBe(before);
    await page.keyboard.press('0');
    await eventually(async () => expect(await viewOf(page)).toBe(before));
  });

  it('keeps the focus and the selection when the picture changes', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    await element(page, 'stage:sarc-care').click();
    change(folder, '"Community CAMHS"', '"Community team"');
    await page.locator('.sheet', { hasText: 'Community team' }).waitFor();
    expect(await focusedElement(page)).toBe('stage:sarc-care');
    expect(await element(page, 'stage:sarc-care').getAttribute('class')).toContain('selected');
    expect(await page.locator('.sheet [tabindex="0"]').count()).toBe(1);
  });

  it('follows the colours of the computer, or those that one chooses', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser, { colorScheme: 'dark' });
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    const theme = () => page.locator('.sheet svg').getAttribute('data-theme');
    expect(await theme()).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(async () => expect(await theme()).toBe('light'));
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await eventually(async () => expect(await theme()).toBe('high-contrast-dark'));
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'more' });
    await eventually(async () => expect(await theme()).toBe('high-contrast-light'));
    await page.locator('#theme').selectOption('dark');
    await eventually(async () => expect(await theme()).toBe('dark'));
    await page.reload();
    await page.locator('.sheet svg[data-theme="dark"]').waitFor();
  });

  it('shows a pathway in the way that one picks, and says so in the address', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await openPathway(page, serving, 'bc-hj');
    await page.locator('#view').selectOption('who-does-what');
    await page.waitForURL('**/#pathway=bc-hj&view=who-does-what');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.locator('#show-level').uncheck();
    await page.waitForURL('**/#pathway=bc-hj&view=who-does-what&hide=level');
    await page.reload();
    await page.getByRole('button', { name: 'Look (changed)' }).click();
    expect(await page.locator('#view').inputValue()).toBe('who-does-what');
    expect(await page.locator('#show-level').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Save as a view…' }).click();
    await page.locator('.view-dialog', { hasText: 'view my-view "My view" of bc-hj {' }).waitFor();
    await page.keyboard.press('Escape');
    await page.goBack();
    await eventually(async () => expect(await page.getByRole('button', { name: 'Look', exact: true }).count()).toBe(1));
    expect(complaints).toEqual([]);
  });

  it('gives the picture to be saved', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await openPathway(page, serving, 'bc-hj');
    await page.getByRole('button', { name: 'Export or copy the picture' }).click();
    await page.locator('#export-format').selectOption('png');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export picture…' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('bc-hj.png');
    expect(readFileSync(await saved.path()).toString('latin1', 1, 4)).toBe('PNG');
    expect(complaints).toEqual([]);
  });

  it('restores what one looked at after a reload, and goes back and forth', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    await page.getByRole('button', { name: 'Larger' }).click();
    const before = await viewOf(page);
    await page.reload();
    await page.locator('.sheet svg').waitFor();
    expect(await viewOf(page)).toBe(before);
    await page.locator('#picker').selectOption({ label: 'Offender personality disorder pathway (5 stages)' });
    await page.locator('.sheet svg[data-pathway="offender-pd"]').waitFor();
    expect(new URL(page.url()).hash).toBe('#pathway=offender-pd');
    await page.goBack();
    await page.locator('.sheet svg[data-pathway="bc-hj"]').waitFor();
    expect(await viewOf(page)).toBe(before);
  });

  it('lists all pathways and scenarios', async () => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser);
    const { page } = opened;
    await page.goto(`${serving.address}#all`);
    await page.getByRole('heading', { name: 'Pathways', level: 1 }).waitFor();
    expect(await page.locator('.entry').count()).toBe(7);
    await page.getByRole('button', { name: /Fewer Tier 4 admissions/ }).waitFor();
    await page.getByRole('button', { name: /Offender personality disorder pathway.*5 stages/ }).click();
    await element(page, 'stage:pipe').waitFor();
  });

  it('says what to do in an empty folder, and shows a pathway as soon as there is one', async () => {
    using folder = new TemporaryFolder();
    await using serving = await Serving.start(folder.path);
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    await page.goto(serving.address);
    await page.getByRole('heading', { name: 'There are no pathways in this folder yet.' }).waitFor();
    folder.write('first.pathway', (await page.locator('.list pre').textContent()) ?? '');
    await element(page, 'stage:assessment').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says so when nobody answers any more', async () => {
    await using serving = await ServingProcess.launch(samples);
    await using opened = await openPage(browser);
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    await serving.stop();
    await page.locator('.banner:visible', { hasText: 'Nobody answers any more' }).waitFor();
    expect(await element(page, 'stage:secure-care').isVisible()).toBe(true);
  });

  it.each([
    ['a wide screen', { width: 1920, height: 1000 }],
    ['a laptop', { width: 900, height: 600 }],
    ['a telephone', { width: 390, height: 800 }],
  ])('fits on %s, with targets large enough', async (_, viewport) => {
    await using serving = await Serving.start(samples);
    await using opened = await openPage(browser, { viewport });
    const { page } = opened;
    await openPathway(page, serving, 'bc-hj');
    await element(page, 'stage:first-contact').focus();
    const sizes = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      height: document.documentElement.scrollHeight,
      small: [...document.querySelectorAll('button, select, summary')]
        .filter((each) => each.checkVisibility())
        .map((each) => each.getBoundingClientRect())
        .filter((box) => box.width < 24 || box.height < 24 || box.left < 0 || box.right > innerWidth).length,
    }));
    expect(sizes).toEqual({ ...viewport, small: 0 });
  });
});

async function openPathway(page: Page, serving: Serving, name: string): Promise<void> {
  await page.goto(`${serving.address}#pathway=${name}`);
  await page.locator(`.sheet svg[data-pathway="${name}"]`).waitFor();
}

async function tabUntil(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedElement(page)) === id) return;
  }
  throw new Error(`Tab does not lead to ${id}.`);
}

function declaredStages(
  folder: string,
): readonly { readonly key: string; readonly label: string; readonly stages: readonly string[] }[] {
  const workspace = new Workspace(toUri(folder));
  readInto(workspace, [folder]);
  return workspace.projects('2026-06-30').flatMap(({ folder: project, own }) =>
    own
      .flatMap((file) => file.reading.model.declarations)
      .filter((declaration) => declaration.kind === 'pathway')
      .map(({ name, label, stages, uses }) => ({
        key: `${project}#${name}`,
        label: label ?? name,
        stages: [...stages, ...uses].map((stage) => stage.name),
      })),
  );
}

function copyOfSamples(): TemporaryFolder {
  const folder = new TemporaryFolder();
  folder.copy(samples);
  return folder;
}

function change(folder: TemporaryFolder, from: string, to: string): void {
  const path = join(folder.path, 'footprints/black-country.pathway');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** The stage that one looks at, and where it is seen. */
function nearestToMiddle(page: Page): Promise<{ readonly id: string; readonly x: number; readonly y: number }> {
  return page.locator('.canvas').evaluate((canvas) => {
    const window = canvas.getBoundingClientRect();
    const far = ({ x, y, width, height }: DOMRect): number =>
      Math.hypot(x + width / 2 - window.x - window.width / 2, y + height / 2 - window.y - window.height / 2);
    const groups = [...canvas.querySelectorAll<SVGElement>('g.stage')];
    const [nearest] = groups
      .map((group) => ({ id: group.dataset['id'] ?? '', box: group.getBoundingClientRect() }))
      .toSorted((a, b) => far(a.box) - far(b.box));
    return { id: nearest!.id, x: nearest!.box.x, y: nearest!.box.y };
  });
}
