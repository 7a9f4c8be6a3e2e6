import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './editor/browser.ts';
import { type Server, startServer } from './editor/server.ts';
import { openWorkbench, type Workbench } from './editor/workbench.ts';
import { copyExamples, copySmallProject, type ProjectCopy } from './project.ts';

const tools = inject('tools');
const results = join(import.meta.dirname, '../results');
const shown = { timeout: 30_000 };
const asFastAsPeople = { delay: 100 };

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

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' || process.env['PICTURES']) await picture(task.name);
  await editor.close();
  project.remove();
});

describe('what is written', () => {
  beforeEach(() => open(copySmallProject(), 'young-people.pathway'));

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
    await editor.page.locator('.squiggly-warning').first().waitFor();
    await writeAfter(13, '    \n');
    await editor.goTo(14, 5);
    await editor.page.keyboard.type('prov', asFastAsPeople);
    await offered('provider').waitFor();
    await editor.page.keyboard.type('ider river', asFastAsPeople);
    await offered('riverside-trust').click();
    await seen(editor.editor, 'provider riverside-trust');
    await editor.page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });
});

describe('the preview', () => {
  beforeEach(async () => {
    await open(copySmallProject(), 'young-people.pathway');
    await openPreview();
  });

  test('a click on a stage shows its text, and a double click goes there', async () => {
    await stage('community-team').click();
    await expect.poll(() => editor.activeLine(), shown).toBe(13);
    await stage('first-contact').dblclick();
    await expect.poll(() => editor.caret(), shown).toMatchObject({ line: 6 });
  });

  test('the picture follows the text', async () => {
    await writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await stage('crisis-team').waitFor();
    await editor.page.keyboard.press('Control+Z');
    await stage('crisis-team').waitFor({ state: 'detached' });
  });

  test('a broken text keeps the picture, and the picture says so', async () => {
    await writeAfter(5, '  stage { { broken "\n');
    await editor.page.locator('.squiggly-error').first().waitFor();
    await editor.webview().locator('.banner', { hasText: 'The text has' }).waitFor();
    expect(await stage('first-contact').count()).toBe(1);
    expect(await stage('community-team').count()).toBe(1);
    await editor.page.keyboard.press('Control+Z');
    await writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await stage('crisis-team').waitFor();
  });
});

test('the preview is there again after the window is reloaded', async () => {
  // A window whose address asks for a file opens that file alone, however often it is reloaded.
  await open(copySmallProject());
  await editor.openFile('young-people.pathway');
  await openPreview();
  await editor.reload();
  await stage('community-team').click();
  await expect.poll(() => editor.activeLine(), shown).toBe(13);
});

test('an example opens without an error, and its preview shows every stage', async () => {
  const file = 'west-midlands/pathways/black-country.pathway';
  await open(copyExamples(), file);
  const stages = readFileSync(project.file(file), 'utf8').matchAll(/^ {2}stage ([\w-]+)/gm);
  // The list of commands does not grow while it is shown, so the extension's must be there before.
  await previewIcon().waitFor();
  await editor.command('Care Pathways: Open Preview to the Side');
  for (const [, name = ''] of stages) await stage(name).waitFor();
  expect(await editor.page.locator('.squiggly-error').count()).toBe(0);
});

async function open(copy: ProjectCopy, file?: string): Promise<void> {
  project = copy;
  editor = await openWorkbench(browser, server, { folder: copy.folder, ...(file && { file: copy.file(file) }) });
}

/** In the editor's title. */
function previewIcon(): Locator {
  return editor.page.getByRole('button', { name: 'Open Preview to the Side' });
}

async function openPreview(): Promise<void> {
  await previewIcon().click();
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
