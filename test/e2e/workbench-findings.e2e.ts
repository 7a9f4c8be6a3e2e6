import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from './editor/browser.ts';
import { type Server, startServer } from './editor/server.ts';
import { openWorkbench, type Workbench } from './editor/workbench.ts';
import { copySmallProject, type ProjectCopy } from './project.ts';

const tools = inject('tools');
const results = join(import.meta.dirname, '../results');
const shown = { timeout: 30_000 };

let server: Server;
let browser: Browser;
let project: ProjectCopy;
let editor: Workbench;

beforeAll(async () => {
  server = await startServer({
    host: tools.host,
    extensions: [tools.extension],
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } },
  });
  browser = await launchBrowser(tools.chromium);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  project = copySmallProject();
  const file = project.file('young-people.pathway');
  editor = await openWorkbench(browser, server, { folder: project.folder, file });
  await editor.page.locator('.squiggly-warning').first().waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' || process.env['PICTURES']) await picture(task.name);
  await editor.close();
  project.remove();
});

test('the status bar says how the file is doing, and leads to the list, which leads to the line', async () => {
  await health()
    .filter({ hasText: /1 warning/ })
    .waitFor();
  await writeAfter(17, '\n  gap beds "Too few beds"\n');
  await health().click();
  await finding('Young people').waitFor();
  await finding('Too few beds').click();
  await expect.poll(() => editor.activeLine(), shown).toBe(19);
  await finding("Stage 'community-team' has no provider").click();
  await expect.poll(() => editor.activeLine(), shown).toBe(13);
});

test('the list follows the text, and is grouped and filtered', async () => {
  await health().click();
  await editor.command('Care Pathways: Group Findings by Organisation');
  await finding('Riverside Council').waitFor();
  await writeAfter(13, '    provider unknown ask riverside-trust\n');
  await finding('Riverside Community Trust').waitFor();
  await editor.page.getByRole('button', { name: 'Filter Findings' }).first().click();
  await editor.page.locator('.quick-input-widget input.input').fill('provider community');
  await editor.page.keyboard.press('Enter');
  await finding('Riverside Council').waitFor({ state: 'detached' });
  await finding("Provider of 'community-team'").waitFor();
  await editor.page.getByRole('button', { name: 'Clear the Filter' }).first().click();
  await finding('Riverside Council').waitFor();
});

test('the name of a rule in Problems leads to its page', async () => {
  await editor.command('Problems: Focus on Problems View');
  await editor.problems.getByRole('button', { name: 'missing-provider' }).first().click();
  await editor.webview().getByRole('heading', { name: 'How to accept it' }).waitFor();
});

test('a finding is accepted with a reason, which is typed right where it belongs', async () => {
  await askForFixes(13, 10);
  await action('Accept with a reason… (missing-provider)').click();
  await seen('accept missing-provider because ""');
  await editor.page.keyboard.type('One team for now');
  await seen('accept missing-provider because "One team for now"');
  await health()
    .filter({ hasText: /warning/ })
    .waitFor({ state: 'detached' });
});

test('a rule is turned off in the file of the project, which is shown for the reason', async () => {
  await askForFixes(13, 10);
  await action('Turn off for this project… (missing-provider)').click();
  await editor.page.locator('.tab.active', { hasText: 'project.pathway' }).waitFor();
  await expect.poll(() => editor.caret(), shown).toEqual({ line: 3, column: 38 });
  await seen('rule missing-provider off because ""');
});

test('saving puts right what is mechanical, in one step to undo', async () => {
  await writeAfter(5, '  stage old "Old" {\n    ages 18 to 10\n    leaves\n    leaves\n  }\n\n');
  await seen('ages 18 to 10');
  await editor.page.locator('.squiggly-error').first().waitFor();
  await editor.page.keyboard.press('Control+S');
  await seen('ages 10 to 18');
  await expect.poll(leaving, shown).toBe(2);
  await editor.page.keyboard.press('Control+Z');
  await seen('ages 18 to 10');
  await expect.poll(leaving, shown).toBe(3);
});

/** How many lines of the text say that people leave. */
async function leaving(): Promise<number> {
  return (await editor.editor.locator('.view-line').allTextContents()).filter((line) => line.includes('leaves')).length;
}

function health(): Locator {
  return editor.page.getByRole('button', { name: /^Care Pathways, this file: / }).first();
}

function finding(text: string): Locator {
  return editor.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();
}

/** Asks again where nothing came: the keyboard is back in the text a moment after the caret is. */
async function askForFixes(line: number, column: number): Promise<void> {
  await editor.goTo(line, column);
  const first = action('').first();
  const ask = async () => {
    if (!(await first.isVisible())) await editor.page.keyboard.press('Control+.');
    return first.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(ask, { timeout: 60_000 }).toBe(true);
}

function action(title: string): Locator {
  return editor.page.locator('.action-widget .monaco-list-row', { hasText: title });
}

/** Writes lines behind the line of the given number. */
async function writeAfter(line: number, text: string): Promise<void> {
  await editor.goTo(line + 1);
  await editor.paste(text);
}

async function seen(text: string): Promise<void> {
  // The editor draws its spaces as no-break spaces.
  await expect.poll(async () => (await editor.editor.textContent())?.replaceAll('\u00a0', ' '), shown).toContain(text);
}

/** Keeps what the window showed at a test's end, in `test/results`. */
async function picture(name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  await editor.page.screenshot({ path: join(results, `${name.replaceAll(/\W+/g, '-')}.png`) });
}
