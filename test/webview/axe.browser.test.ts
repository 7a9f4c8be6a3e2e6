import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathwayText, projectTexts } from '../../bench/texts.ts';
import { entryKey } from '../../src/protocol/preview.ts';
import { samples } from '../support/command.ts';
import { element, startBrowser } from './browser.ts';
import { Drawn, Webview } from './webview.ts';

let browser: Browser;
let drawn: Drawn;
let laned: Drawn;
let large: Drawn;

beforeAll(async () => {
  browser = await startBrowser();
  drawn = await Drawn.ofFolder(samples);
  laned = await Drawn.ofFolder(samples, { lanes: 'setting', colour: 'provider' });
  large = await Drawn.ofText(`${projectTexts(0, 1)[0]!.text}${pathwayText('large', 45)}`);
}, 60_000);
afterAll(() => browser?.close());

const themes = [
  'vscode-light',
  'vscode-dark',
  'vscode-high-contrast vscode-high-contrast-light',
  'vscode-high-contrast',
];

/** Everything that can be seen, and how one gets there. */
const sights: Readonly<Record<string, (host: Webview) => Promise<void>>> = {
  'a picture with its findings and a card': async (host) => {
    await host.show('bc-hj');
    await host.page.getByRole('button', { name: /^Findings/ }).click();
    await element(host.page, 'stage:community-camhs').focus();
    await host.page.keyboard.press('i');
  },
  'a picture in which somebody looks for things': async (host) => {
    await host.show('bc-hj');
    await element(host.page, 'stage:community-camhs').click();
    for (const name of ['Find', 'Filter', 'Trace a route']) {
      await host.page.getByRole('button', { name, exact: true }).click();
    }
    await host.page.locator('#find-text').fill('camhs');
    await host.page.locator('.filter').getByLabel('Findings').selectOption('warning');
  },
  'a picture in lanes': (host) => host.showPicture(laned.picture('bc-hj')),
  'a table': async (host) => {
    await host.show('bc-hj');
    await host.page.keyboard.press('t');
  },
  'a pathway without stages': (host) => host.show('yh-yjs'),
  'a text with errors': async (host) => {
    const picture = drawn.picture('bc-hj');
    const [first] = picture.findings;
    const broken = { ...first!, rule: 'syntax-error', severity: 'error' as const };
    await host.showPicture({ ...picture, stale: true, findings: [broken, ...picture.findings] });
  },
  'a large picture with its map': (host) => host.showPicture(large.picture('large')),
  'the list of pathways': (host) => host.tell({ type: 'pathways', entries: drawn.entries }),
  'why there is nothing, and a notice': async (host) => {
    await host.tell({
      type: 'nothing',
      message: 'Nothing here.',
      hint: 'Open a file.',
      example: 'pathway one "One" {\n}',
    });
    await host.tell({ type: 'drawing', key: '' });
  },
  'what can be chosen of its look': async (host) => {
    await host.show('bc-hj');
    await host.page.getByRole('button', { name: 'Look', exact: true }).click();
  },
  'how it is exported': async (host) => {
    await host.show('bc-hj');
    await host.page.getByRole('button', { name: 'Export or copy the picture' }).click();
  },
  'the menu of a stage': async (host) => {
    await offer(host);
    await host.page.getByRole('menuitem').first().waitFor();
  },
  'a transition that is being added, in a pinned preview': async (host) => {
    await offer(host);
    await host.page.getByRole('menuitem', { name: 'Add a transition to…' }).click();
    const selected = entryKey(drawn.picture('bc-hj').entry);
    await host.tell({ type: 'pathways', entries: drawn.entries, selected, pinned: true });
  },
  'the keys': async (host) => {
    await host.show('bc-hj');
    await host.page.getByRole('button', { name: 'Keys and gestures' }).click();
  },
};

async function offer(host: Webview): Promise<void> {
  await host.show('bc-hj');
  await element(host.page, 'stage:community-camhs').click({ button: 'right' });
  const offers = [{ title: 'Add a transition to…', kind: 'write', asks: 'stage' }] as const;
  await host.tell({ type: 'offers', id: 'stage:community-camhs', offers, note: 'The text has errors.' });
}

describe.each(themes)('axe in %s', (classes) => {
  it.each(Object.entries(sights))('has nothing to say of %s', async (_, go) => {
    await using host = await Webview.open(browser, drawn, { classes });
    await go(host);
    // Beside the first theme only colours differ: names, roles and order are the same in all of them.
    const rules = classes === themes[0] ? undefined : ['color-contrast', 'link-in-text-block'];
    expect(await complaintsOf(host.page, rules)).toEqual([]);
  });
});

/** What WCAG 2.2 AA asks and what is good practice, as far as a program can tell; of some rules only, where they are given. */
async function complaintsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Things that are just appearing have not their colours yet.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
  const options = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  const results = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
  );
}
