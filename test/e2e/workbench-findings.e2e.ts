import type { Locator } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copySmallProject } from './project.ts';

const session = new Session({ settings: { 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } } });

session.openForEach(copySmallProject, 'young-people.pathway');
beforeEach(async () => {
  await session.editor.page.locator('.squiggly-warning').first().waitFor();
});

test('the status bar says how the file is doing, and leads to the list, which leads to the line', async () => {
  await health()
    .filter({ hasText: /1 warning/ })
    .waitFor();
  await session.writeAfter(17, '\n  gap beds "Too few beds"\n');
  await health().click();
  await finding('Young people').waitFor();
  await finding('Too few beds').click();
  await expect.poll(() => session.editor.activeLine(), shown).toBe(19);
  await finding("Stage 'community-team' has no provider").click();
  await expect.poll(() => session.editor.activeLine(), shown).toBe(13);
});

test('the list follows the text, and is grouped and filtered', async () => {
  await health().click();
  await session.editor.command('Care Pathways: Group Findings by Organisation');
  await finding('Riverside Council').waitFor();
  await session.writeAfter(13, '    provider unknown ask riverside-trust\n');
  await finding('Riverside Community Trust').waitFor();
  await findingsButton('Filter Findings');
  await session.editor.page.locator('.quick-input-widget input.input').fill('provider community');
  await session.editor.page.keyboard.press('Enter');
  await finding('Riverside Council').waitFor({ state: 'detached' });
  await finding("Provider of 'community-team'").waitFor();
  await findingsButton('Clear the Filter');
  await finding('Riverside Council').waitFor();
});

test('the name of a rule in Problems leads to its page', async () => {
  await session.editor.command('Problems: Focus on Problems View');
  await session.editor.problems.getByRole('button', { name: 'missing-provider' }).first().click();
  await session.editor.webview().getByRole('heading', { name: 'How to accept it' }).waitFor();
});

test('a finding is accepted with a reason, which is typed right where it belongs', async () => {
  await askForFixes(13, 10);
  await action('Accept with a reason… (missing-provider)').click();
  await seen('accept missing-provider because ""');
  await session.editor.page.keyboard.type('One team for now');
  await seen('accept missing-provider because "One team for now"');
  await health()
    .filter({ hasText: /warning/ })
    .waitFor({ state: 'detached' });
});

test('a rule is turned off in the file of the project, which is shown for the reason', async () => {
  await askForFixes(13, 10);
  await action('Turn off for this project… (missing-provider)').click();
  await session.editor.page.locator('.tab.active', { hasText: 'project.pathway' }).waitFor();
  await expect.poll(() => session.editor.caret(), shown).toEqual({ line: 3, column: 38 });
  await seen('rule missing-provider off because ""');
});

test('saving puts right what is mechanical, in one step to undo', async () => {
  await session.writeAfter(5, '  stage old "Old" {\n    ages 18 to 10\n    leaves\n    leaves\n  }\n\n');
  await seen('ages 18 to 10');
  await session.editor.page.locator('.squiggly-error').first().waitFor();
  await session.save();
  await seen('ages 10 to 18');
  await expect.poll(leaving, shown).toBe(2);
  await session.editor.page.keyboard.press('Control+Z');
  await seen('ages 18 to 10');
  await expect.poll(leaving, shown).toBe(3);
});

/** How many lines of the text say that people leave. */
async function leaving(): Promise<number> {
  return (await session.editor.editor.locator('.view-line').allTextContents()).filter((line) => line.includes('leaves'))
    .length;
}

function health(): Locator {
  return session.editor.page.getByRole('button', { name: /^Care Pathways, this file: / }).first();
}

/** Presses a button of the list, which is shown to whoever points at its heading. */
async function findingsButton(name: string): Promise<void> {
  await session.editor.page.locator('.pane-header', { hasText: 'Findings' }).hover();
  await session.editor.page.getByRole('button', { name }).first().click();
}

function finding(text: string): Locator {
  return session.editor.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();
}

/** Asks again where nothing came: the keyboard is back in the text a moment after the caret is. */
async function askForFixes(line: number, column: number): Promise<void> {
  await session.editor.goTo(line, column);
  const first = action('').first();
  const ask = async () => {
    if (!(await first.isVisible())) await session.editor.page.keyboard.press('Control+.');
    return first.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(ask, { timeout: 60_000 }).toBe(true);
}

function action(title: string): Locator {
  return session.editor.page.locator('.action-widget .monaco-list-row', { hasText: title });
}

async function seen(text: string): Promise<void> {
  // The editor draws its spaces as no-break spaces.
  await expect
    .poll(async () => (await session.editor.editor.textContent())?.replaceAll('\u00a0', ' '), shown)
    .toContain(text);
}
