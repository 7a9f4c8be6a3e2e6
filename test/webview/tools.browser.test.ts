import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PlacedEdge } from '../../src/diagram/placed.ts';
import { element, focusedElement } from './browser.ts';
import { browser, drawn, withDrawnSamples } from './drawn-samples.ts';
import { eventually } from './serving.ts';
import { Drawn, Webview } from './webview.ts';

withDrawnSamples();

async function shown(name = 'bc-hj'): Promise<Webview> {
  const host = await Webview.open(browser, drawn);
  await host.show(name);
  return host;
}

/** The ids of the elements that are marked in a way. */
function marked(page: Page, mark: string): Promise<readonly (string | undefined)[]> {
  return page
    .locator(`.sheet [data-id].${mark}`)
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['id']));
}

describe('finding', () => {
  it('marks what has a text, counts it, goes through it and gives the keyboard back at what was found', async () => {
    await using host = await shown();
    const { page } = host;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('CAMHS');
    const count = page.locator('#find-count');
    await eventually(async () => expect(await count.textContent()).toMatch(/^1 of \d+$/));
    const found = await marked(page, 'found');
    expect(await count.textContent()).toBe(`1 of ${found.length}`);
    expect(found).toContain('stage:community-camhs');
    expect(found).not.toContain('stage:secure-care');
    const [first] = await marked(page, 'current');
    await page.keyboard.press('Enter');
    const [second] = await marked(page, 'current');
    expect(second).not.toBe(first);
    await eventually(async () => expect(await host.heard()).toContain(`2 of ${found.length}: `));
    await page.keyboard.press('Shift+Enter');
    expect(await marked(page, 'current')).toEqual([first]);
    await page.keyboard.press('Escape');
    expect(await focusedElement(page)).toBe(first);
    expect(await marked(page, 'found')).toEqual([]);
    expect(host.complaints).toEqual([]);
  });

  it('finds what is sent and through which system, and says when there is nothing', async () => {
    const sends = ({ facts }: PlacedEdge) => (facts?.information.values.length ?? 0) > 0;
    const { placed } = [...drawn.pictures.values()].find(({ placed }) => placed.edges.some(sends))!;
    const sent = placed.edges.find(sends)!;
    await using host = await shown(placed.pathway);
    const { page } = host;
    await page.keyboard.press('/');
    await page.keyboard.type(sent.facts!.information.values[0]!.label.toUpperCase());
    await eventually(async () => expect(await marked(page, 'found')).toContain(sent.id));
    await page.locator('#find-text').fill('no such thing');
    expect(await page.locator('#find-count').textContent()).toBe('Not found');
    await eventually(async () => expect(await host.heard()).toBe('Not found'));
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  });
});

describe('filtering', () => {
  it('lets what does not match step back, and says how much matches', async () => {
    await using host = await shown();
    const { page } = host;
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.locator('.filter').getByLabel('Setting').selectOption({ label: 'Community (1)' });
    const { nodes, edges } = drawn.picture('bc-hj').placed;
    const stages = nodes.filter(({ shape }) => shape === 'stage');
    const staying = stages.filter(({ facts }) => facts?.settings.values.some(({ label }) => label === 'Community'));
    expect(staying.length).toBe(1);
    const receding = await marked(page, 'receding');
    for (const { id } of stages) expect(receding.includes(id), id).toBe(id !== staying[0]!.id);
    expect(receding).toContain(edges.find(({ kind }) => kind === 'transition')!.id);
    const words = `1 of ${stages.length} stages matches`;
    expect(await page.locator('.filter .strip-count').textContent()).toBe(words);
    await eventually(async () => expect(await host.heard()).toBe(words));
    expect(await element(page, receding[0]!).getAttribute('aria-description')).toBe('Does not match the filter.');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await marked(page, 'receding')).toEqual([]);
  });

  it('goes by what is absent and by how grave findings are', async () => {
    await using host = await shown();
    const { page } = host;
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.locator('.filter').getByLabel('Findings').selectOption('warning');
    const { findings, placed } = drawn.picture('bc-hj');
    const grave = new Set(findings.filter(({ severity }) => severity === 'warning').map(({ id }) => id));
    const receding = await marked(page, 'receding');
    for (const { id, shape } of placed.nodes)
      if (shape === 'stage') expect(receding.includes(id), id).toBe(!grave.has(id));
    await page.locator('.filter').getByLabel('Provider').selectOption(':unknown');
    await page.keyboard.press('Escape');
    expect(await marked(page, 'receding')).toEqual([]);
    expect(await page.locator('.filter').isVisible()).toBe(false);
  });
});

const closedAtSeventeen = `pathway young "Young people" {
  stage first "First contact" {
    ages 0 to 17
    enters "school"
  }
  stage child "Children's service" {
    ages 0 to 16
    leaves "discharge"
  }
  stage adult "Adult service" {
    ages 20 and over
    leaves "discharge"
  }
  transition child-in from first to child {}
  transition adult-in from first to adult {}
}
`;

describe('tracing', () => {
  it('follows people on from the stage that is selected', async () => {
    await using host = await shown();
    const { page } = host;
    await element(page, 'stage:community-camhs').click();
    await page.getByRole('button', { name: 'Trace a route' }).click();
    expect(await page.locator('#trace-value').inputValue()).toBe('stage:community-camhs');
    const receding = await marked(page, 'receding');
    expect(receding).toContain('stage:secure-care');
    expect(receding).not.toContain('stage:inpatient-camhs');
    await page.locator('#trace-kind').selectOption('upstream');
    expect(await marked(page, 'receding')).not.toContain('stage:secure-care');
  });

  it('shows the route open at an age, marks where it breaks and says it in a sentence', async () => {
    const broken = await Drawn.ofText(closedAtSeventeen);
    await using host = await Webview.open(browser, broken);
    await host.show('young');
    const { page } = host;
    await page.getByRole('button', { name: 'Trace a route' }).click();
    await page.locator('#trace-kind').selectOption('age');
    await page.locator('#trace-value').fill('17');
    expect(await page.locator('.trace-answer p').first().textContent()).toMatch(/^For people of age 17, /);
    const sentences = await page.locator('.trace-answer .break').allTextContents();
    expect(sentences.length).toBeGreaterThan(0);
    const breaking = await marked(page, 'breaking');
    expect(await page.locator('.breaks > g').count()).toBe(breaking.length);
    await eventually(async () => expect(await host.heard()).toContain(sentences[0]!));
    await page.locator('button.break').first().click();
    await page.locator('.sheet .breaking.selected').waitFor();
    await page.locator('#trace-value').fill('200');
    expect(await page.locator('.trace-answer').textContent()).toBe('Say an age in years, from 0 to 120.');
    expect(await marked(page, 'receding')).toEqual([]);
  });
});

describe('the card beside an element', () => {
  it.each(['stage:sarc-care', 'stage:community-camhs', 'transition:through-the-gate'])(
    'covers nothing of what it is about: %s',
    async (id) => {
      await using host = await shown();
      const { page } = host;
      const target = element(page, id);
      await target.locator('text').first().hover();
      const card = page.locator('.card:visible');
      await card.waitFor();
      const [about, box] = [await target.locator('text').first().boundingBox(), await card.boundingBox()];
      expect(overlap(about!, box!)).toBe(false);
      if (id.startsWith('stage:')) expect(overlap((await target.boundingBox())!, box!)).toBe(false);
    },
  );

  it('stays while somebody goes into it, by pointer or by key, and leads to the text of a finding', async () => {
    await using host = await shown();
    const { page } = host;
    await element(page, 'stage:community-camhs').focus();
    await page.keyboard.press('i');
    const inCard = () => page.evaluate(() => document.activeElement?.closest('.card') !== null);
    expect(await inCard()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await inCard()).toBe(true);
    await page.keyboard.press('Enter');
    const finding = drawn.picture('bc-hj').findings.find(({ id }) => id === 'stage:community-camhs')!;
    await eventually(async () =>
      expect(await host.revealed()).toEqual([{ type: 'reveal', place: finding.place, focus: false }]),
    );
    await page.keyboard.press('Escape');
    expect(await focusedElement(page)).toBe('stage:community-camhs');
    expect(await page.locator('.card').isVisible()).toBe(false);
  });
});

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
