import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Placed } from '../../src/diagram/placed.ts';
import type { Review } from '../../src/protocol/review.ts';
import { chooseTheme, complaintsOf, light, themes } from './axe.ts';
import { element, startBrowser, viewOf } from './browser.ts';
import { Compared, type Files, ReviewWebview } from './reviewing.ts';

const register = `organisation trust "Riverside Trust"
organisation council "Riverside Council"
`;
const north = `pathway north "The north" {
  owner council
  stage intake "Intake" {
    enters
    provider trust
    commissioner council
    cost £500k actual for 2025/26
  }
  stage day-unit "Day unit" {
    provider trust
    commissioner council
  }
  stage support "Support" {
    provider trust
    commissioner council
    leaves
  }
  transition first from intake to day-unit
  transition on from day-unit to support
}
`;
const south =
  'pathway south "The south" {\n  stage advice "Advice" {\n    enters\n    leaves\n    provider council\n  }\n}\n';

const before: Files = { 'register.pathway': register, 'north.pathway': north, 'south.pathway': south };
const after: Files = {
  ...before,
  'north.pathway': north
    .replace('£500k', '£450k')
    .replace(/ {2}stage day-unit[\s\S]*?\n {2}}\n/, '  stage ward "Ward" {\n    commissioner council\n  }\n')
    .replaceAll('day-unit', 'ward')
    .replace('    provider trust\n    commissioner council\n    leaves', '    provider unknown\n    leaves'),
  'south.pathway': south.replace('provider council', 'provider trust'),
};

let browser: Browser;
let review: Review<Placed>;
let south2: Review<Placed>;

beforeAll(async () => {
  browser = await startBrowser();
  const compared = new Compared(before, after);
  review = await compared.review('north');
  south2 = await compared.review('south');
}, 60_000);
afterAll(() => browser?.close());

describe('the page of a review', () => {
  it('says all of it in sentences, under headings, with a sign and a word for each tone', async () => {
    await using view = await shown();
    const { page } = view;
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toBe(review.title);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual(review.groups.map(({ heading, entries }) => `${heading} ${entries.length}`));
    expect(await page.locator('.sentence').allTextContents()).toEqual(sentences());
    for (const entry of entries()) {
      const own = page.locator(`[data-entry=${JSON.stringify(entry.id)}]`);
      expect(await own.locator('.icon').count()).toBe(1);
      const heard = await own.locator('.spoken').allTextContents();
      expect(heard.length).toBe(entry.tone === 'plain' ? 0 : 1);
    }
    expect(view.complaints).toEqual([]);
  });

  it('turns between before, difference and after without anything moving, wherever one looks', async () => {
    await using view = await shown();
    const { page } = view;
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.locator('.canvas').hover();
    await page.mouse.wheel(40, 60);
    const looked = await viewOf(page);
    const seen: Record<string, Record<string, string>> = {};
    for (const name of ['Before', 'Difference', 'After']) {
      await page.getByRole('radio', { name }).check({ force: true });
      await still(page);
      seen[name] = await places(page);
      expect(await viewOf(page)).toBe(looked);
    }
    expect(Object.keys(seen['Before']!)).not.toContain('stage:ward');
    expect(Object.keys(seen['Difference']!)).toEqual(expect.arrayContaining(['stage:intake', 'stage:support']));
    const moved = ['Before', 'After'].flatMap((name) =>
      Object.entries(seen[name]!).filter(([id, at]) => seen['Difference']![id] !== at),
    );
    expect(moved).toEqual([]);
  });

  it('turns by the keys 1, 2 and 3, and by the arrow keys in its radio buttons', async () => {
    await using view = await shown();
    const { page } = view;
    const checked = () => page.locator('.toggle input:checked').inputValue();
    for (const [key, value] of [
      ['1', 'before'],
      ['3', 'after'],
      ['2', 'difference'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await checked()).toBe(value);
    }
    await page.locator('.toggle input:checked').focus();
    await page.keyboard.press('ArrowRight');
    expect(await checked()).toBe('after');
    await expect.poll(() => heard(page)).toBe(`After: ${review.after}`);
    expect((await view.kept()).view).toBe('after');
  });

  it('leads from a sentence to the picture, and opens the texts; Enter takes the keyboard there', async () => {
    await using view = await shown();
    const { page } = view;
    const entry = entries().find(({ drawn }) => drawn === 'stage:intake')!;
    const own = page.locator(`[data-entry=${JSON.stringify(entry.id)}]`);
    await own.hover();
    await expect.poll(() => element(page, 'stage:intake').getAttribute('class')).toContain('current');
    await own.click();
    await expect.poll(() => element(page, 'stage:intake').getAttribute('class')).toContain('selected');
    expect(await own.getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('Enter');
    const opened = (await view.posted()).filter(({ type }) => type === 'open');
    expect(opened).toEqual([
      { type: 'open', entry: entry.id, focus: false },
      { type: 'open', entry: entry.id, focus: true },
    ]);
  });

  it('leads from the picture to the sentences, one after the other', async () => {
    await using view = await shown();
    const { page } = view;
    const own = entries().filter(({ drawn, subject }) => drawn === 'stage:support' && subject === 'north');
    expect(own.length).toBeGreaterThan(1);
    await element(page, 'stage:support').hover();
    await expect.poll(() => page.locator('.change.hinted').count()).toBe(own.length);
    const marked = new Set<string | null>();
    for (let step = 0; step < own.length; step++) {
      await element(page, 'stage:support').click();
      marked.add(await page.locator('.change[aria-current="true"]').getAttribute('data-entry'));
    }
    expect(marked).toEqual(new Set(own.map(({ id }) => id)));
  });

  it('goes from change to change in the order of the pathways, on to the picture of the next one', async () => {
    await using view = await shown();
    const { page } = view;
    const walked: string[] = [];
    for (let step = 0; step < entries().length; step++) {
      await view.tell({ type: 'step', by: 1 });
      await expect.poll(() => focusedEntry(page)).not.toBe(walked.at(-1));
      walked.push((await focusedEntry(page)) ?? '');
    }
    const subjects = walked.map((id) => entries().find((entry) => entry.id === id)?.subject);
    expect(new Set(walked).size).toBe(entries().length);
    expect(subjects).toEqual(subjects.toSorted());
    expect((await view.posted()).at(-1)).toEqual({ type: 'select', subject: 'south', onlyChanges: false });
    await view.show(south2);
    await element(page, 'stage:advice').waitFor();
    await expect.poll(() => element(page, 'stage:advice').getAttribute('class')).toContain('selected');
    await page.getByRole('button', { name: 'Previous change' }).click();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['entry'])).toBe(walked.at(-2));
  });

  it('asks for another pathway, and for only what has changed', async () => {
    await using view = await shown();
    const { page } = view;
    await page.getByLabel('Pathway', { exact: true }).selectOption('south');
    await page.getByLabel('Only changes').check();
    const asked = (await view.posted()).filter(({ type }) => type === 'select');
    expect(asked).toEqual([
      { type: 'select', subject: 'south', onlyChanges: false },
      { type: 'select', subject: 'south', onlyChanges: true },
    ]);
  });

  it('is after a reload what it was', async () => {
    const state = { kept: 'whatever', subject: 'south', onlyChanges: true, view: 'after', entry: entries()[0]!.id };
    await using view = await ReviewWebview.open(browser, { state });
    expect(await view.posted()).toEqual([{ type: 'ready' }, { type: 'select', subject: 'south', onlyChanges: true }]);
    await view.show(review);
    expect(await view.page.locator('.toggle input:checked').inputValue()).toBe('after');
    expect(await view.page.locator('.change[aria-current="true"]').count()).toBe(1);
    expect((await view.kept()).kept).toBe('whatever');
  });

  it('stays where one is while somebody types', async () => {
    await using view = await shown();
    const { page } = view;
    await page.getByRole('button', { name: 'Larger' }).click();
    await view.tell({ type: 'step', by: 1 });
    await page.locator(':focus[data-entry]').waitFor();
    await still(page);
    const [looked, focused] = [await viewOf(page), await page.locator(':focus').getAttribute('data-entry')];
    await view.show({ ...review, headline: 'Something else.', version: 99 });
    expect(await viewOf(page)).toBe(looked);
    expect(await page.locator(':focus').getAttribute('data-entry')).toBe(focused);
    await expect.poll(() => heard(page)).toContain('Something else.');
  });

  it('says when nothing has changed, when nothing can be compared, and what could not be read', async () => {
    await using view = await shown();
    const { page } = view;
    const none = { ...(await new Compared(before, before).review()), troubles: ['One line cannot be read.'] };
    await view.show(none);
    await page.getByText(`No change in meaning since ${none.before}.`).waitFor();
    await page.getByRole('list', { name: 'What could not be read' }).getByText('One line cannot be read.').waitFor();
    expect(await page.getByRole('button', { name: 'Next change' }).isVisible()).toBe(false);
    await view.tell({ type: 'nothing', message: 'There is no commit.', hint: 'Commit once.' });
    await page.getByText('Commit once.').waitFor();
    expect(await page.locator('.headline').isVisible()).toBe(false);
    await view.show(review);
    await element(page, 'stage:intake').waitFor();
  });

  it('has the list below the picture where there is little room beside it', async () => {
    await using view = await shown({ viewport: { width: 560, height: 900 } });
    const [picture, list] = [
      await view.page.locator('.view').boundingBox(),
      await view.page.locator('.changes').boundingBox(),
    ];
    expect(list!.y).toBeGreaterThanOrEqual(picture!.y + picture!.height);
    expect(await view.page.evaluate(() => document.documentElement.scrollWidth)).toBe(560);
  });

  it('can be used with assistive technology, in any theme', async () => {
    await using view = await shown({ classes: light.classes });
    const { page } = view;
    await view.tell({ type: 'step', by: 1 });
    await page.locator(':focus[data-entry]').waitFor();
    for (const colours of themes) {
      await chooseTheme(page, colours);
      expect(await complaintsOf(page), colours.theme).toEqual([]);
    }
    await view.tell({ type: 'nothing', message: 'There is no commit.', hint: 'Commit once.' });
    await page.getByText('Commit once.').waitFor();
    for (const colours of themes) {
      await chooseTheme(page, colours);
      expect(await complaintsOf(page), colours.theme).toEqual([]);
    }
  });
});

async function shown(options: Parameters<typeof ReviewWebview.open>[1] = {}): Promise<ReviewWebview> {
  const view = await ReviewWebview.open(browser, options);
  await view.show(review);
  await element(view.page, 'stage:intake').waitFor();
  return view;
}

const entries = () => review.groups.flatMap((group) => group.entries);
const sentences = () => entries().map(({ sentence }) => sentence);

/** Where every stage and arrow is seen, in pixels of the window. */
function places(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<SVGElement>('.sheet [data-id]')].map((group) => {
        // The box of what is drawn, and not of the signs on it, which are what differs.
        const shape = group.querySelector('rect, path, circle') ?? group;
        const { x, y, width, height } = shape.getBoundingClientRect();
        return [group.dataset['id'] ?? '', [x, y, width, height].map((each) => each.toFixed(2)).join(' ')];
      }),
    ),
  );
}

/** Waits until nothing glides or fades any more. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await frame();
  });
}

/** The id of the sentence that has the focus. */
function focusedEntry(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement).dataset['entry']);
}

function heard(page: Page): Promise<string | null> {
  return page.locator('[aria-live]').first().textContent();
}
