import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
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
  server = await startServer({ host: tools.host, extensions: [tools.extension] });
  browser = await launchBrowser(tools.chromium);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  project = copySmallProject();
  editor = await openWorkbench(browser, server, { folder: project.folder, file: project.file('young-people.pathway') });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' || process.env['PICTURES']) await picture(task.name);
  await editor?.close();
  project.remove();
});

describe('what is written', () => {
  test('a missing fact and an unknown name are underlined and listed in Problems', async () => {
    await editor.page.locator('.squiggly-warning').first().waitFor();
    await writeAfter(13, '    provider nowhere-trust\n');
    await editor.page.locator('.squiggly-error').first().waitFor();
    await editor.command('Problems: Focus on Problems View');
    const problem = editor.problems.filter({ hasText: 'nowhere-trust' });
    await problem.waitFor();
    await problem.dblclick();
    await expect.poll(() => editor.caret(), shown).toMatchObject({ line: 14 });
  });

  test('completion offers keywords where a line begins and names where one belongs', async () => {
    await writeAfter(13, '    \n');
    await editor.goTo(14, 5);
    await editor.page.keyboard.type('prov');
    await offered('provider');
    await editor.page.keyboard.type('ider river');
    await offered('riverside-trust').click();
    await seen(editor.editor, 'provider riverside-trust');
    await editor.page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });
});

describe('the preview', () => {
  beforeEach(openPreview);

  test('a click on a stage leads to its text', async () => {
    await stage('community-team').click();
    await expect.poll(() => editor.caret(), shown).toMatchObject({ line: 13 });
    await stage('first-contact').click();
    await expect.poll(() => editor.caret(), shown).toMatchObject({ line: 6 });
  });

  test('the picture follows the text', async () => {
    await writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await stage('crisis-team').waitFor();
    await editor.page.keyboard.press('Control+Z');
    await stage('crisis-team').waitFor({ state: 'detached' });
  });

  test('a broken text keeps the last picture', async () => {
    await writeAfter(5, '  stage { { broken "\n');
    await editor.page.locator('.squiggly-error').first().waitFor();
    await stage('community-team').waitFor();
    expect(await stage('first-contact').count()).toBe(1);
    await editor.page.keyboard.press('Control+Z');
    await writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await stage('crisis-team').waitFor();
  });

  test('is there again after the window is reloaded', async () => {
    // A window whose address asks for a file opens that file alone, however often it is reloaded.
    await editor.close();
    editor = await openWorkbench(browser, server, { folder: project.folder });
    await editor.openFile('young-people.pathway');
    await openPreview();
    await editor.reload();
    await stage('community-team').waitFor();
    await stage('community-team').click();
    await expect.poll(() => editor.caret(), shown).toMatchObject({ line: 13 });
  });
});

/** By its icon in the editor's title. */
async function openPreview(): Promise<void> {
  await editor.page.getByRole('button', { name: 'Open Preview to the Side' }).click();
  await stage('community-team').waitFor();
}

function stage(name: string): Locator {
  return editor.webview().locator(`svg [data-id="stage:${name}"]`);
}

function offered(name: string): Locator {
  return editor.suggestions.filter({ hasText: name }).first();
}

/** Writes lines behind the line of the given number. */
async function writeAfter(line: number, text: string): Promise<void> {
  await editor.goTo(line + 1);
  await editor.paste(text);
}

async function seen(where: Locator, text: string): Promise<void> {
  // The editor draws its spaces as no-break spaces.
  await expect.poll(async () => (await where.textContent())?.replaceAll('\u00a0', ' '), shown).toContain(text);
}

/** Keeps what the window showed at a test's end, in `test/results`. */
async function picture(name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  await editor.page.screenshot({ path: join(results, `${name.replaceAll(/\W+/g, '-')}.png`) });
}
