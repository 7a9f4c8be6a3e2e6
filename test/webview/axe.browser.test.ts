import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathwayText, projectTexts } from '../../bench/texts.ts';
import { entryKey } from '../../src/protocol/preview.ts';
import { samples } from '../support/command.ts';
import { chooseTheme, complaintsOf, light, themes } from './axe.ts';
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
});
afterAll(() => browser?.close());

/** How one gets to what can be seen, and what is there then. */
type Sight = readonly [go: (host: Webview) => Promise<void>, there: string];

/** Everything that can be seen. */
const sights: Readonly<Record<string, Sight>> = {
  'a picture with its findings and a card': [
    async (host) => {
      await host.show('bc-hj');
      await host.page.getByRole('button', { name: /^Findings/ }).click();
      await element(host.page, 'stage:community-camhs').focus();
      await host.page.keyboard.press('i');
    },
    '.card',
  ],
  'a picture in which somebody looks for things': [
    async (host) => {
      await host.show('bc-hj');
      await element(host.page, 'stage:community-camhs').click();
      for (const name of ['Find', 'Filter', 'Trace a route']) {
        await host.page.getByRole('button', { name, exact: true }).click();
      }
      await host.page.locator('#find-text').fill('camhs');
      await host.page.locator('.filter').getByLabel('Findings').selectOption('warning');
    },
    '#find-text',
  ],
  'a picture in lanes': [(host) => host.showPicture(laned.picture('bc-hj')), '.sheet [data-lane]'],
  'a table': [
    async (host) => {
      await host.show('bc-hj');
      await host.page.keyboard.press('t');
    },
    '.table-view .row-name',
  ],
  'a pathway without stages': [(host) => host.show('yh-yjs'), '.sheet .empty'],
  'a text with errors': [
    async (host) => {
      const picture = drawn.picture('bc-hj');
      const [first] = picture.findings;
      const broken = { ...first!, rule: 'syntax-error', severity: 'error' as const };
      await host.showPicture({ ...picture, stale: true, findings: [broken, ...picture.findings] });
    },
    '.banner',
  ],
  'a large picture with its map': [(host) => host.showPicture(large.picture('large')), '.minimap'],
  'the list of pathways': [(host) => host.tell({ type: 'pathways', entries: drawn.entries }), '.list'],
  'why there is nothing, and a notice': [
    async (host) => {
      await host.tell({
        type: 'nothing',
        message: 'Nothing here.',
        hint: 'Open a file.',
        example: 'pathway one "One" {\n}',
      });
      await host.tell({ type: 'drawing', key: '' });
    },
    'h1:text("Nothing here."), h2:text("Nothing here.")',
  ],
  'what can be chosen of its look': [
    async (host) => {
      await host.show('bc-hj');
      await host.page.getByRole('button', { name: 'Look', exact: true }).click();
    },
    '.popover .choice',
  ],
  'how it is exported': [
    async (host) => {
      await host.show('bc-hj');
      await host.page.getByRole('button', { name: 'Export or copy the picture' }).click();
    },
    '.popover .choice',
  ],
  'the menu of a stage': [
    async (host) => {
      await offer(host);
    },
    '[role=menuitem]',
  ],
  'a transition that is being added, in a pinned preview': [
    async (host) => {
      await offer(host);
      await host.page.getByRole('menuitem', { name: 'Add a transition to…' }).click();
      const selected = entryKey(drawn.picture('bc-hj').entry);
      await host.tell({ type: 'pathways', entries: drawn.entries, selected, pinned: true });
    },
    '.joining',
  ],
  'the keys': [
    async (host) => {
      await host.show('bc-hj');
      await host.page.getByRole('button', { name: 'Keys and gestures' }).click();
    },
    '.help-dialog',
  ],
};

async function offer(host: Webview): Promise<void> {
  await host.show('bc-hj');
  await element(host.page, 'stage:community-camhs').click({ button: 'right' });
  const offers = [{ title: 'Add a transition to…', kind: 'write', asks: 'stage' }] as const;
  await host.tell({ type: 'offers', id: 'stage:community-camhs', offers, note: 'The text has errors.' });
}

describe('axe', () => {
  it.each(Object.entries(sights))('has nothing to say of %s, in any theme', async (_, [go, there]) => {
    await using host = await Webview.open(browser, drawn, { classes: light.classes });
    await go(host);
    for (const colours of themes) {
      await chooseTheme(host.page, colours);
      await host.page.locator(there).filter({ visible: true }).first().waitFor();
      // Beside the first theme only colours differ: names, roles and order are the same in all of them.
      const rules = colours === light ? undefined : ['color-contrast', 'link-in-text-block'];
      expect(await complaintsOf(host.page, rules), colours.theme).toEqual([]);
    }
  });
});
