import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './editor/browser.ts';
import { type Server, startServer } from './editor/server.ts';
import { openWorkbench, type Workbench } from './editor/workbench.ts';
import { copyExamples, emptyFolder, type ProjectCopy } from './project.ts';

const tools = inject('tools');
const results = join(import.meta.dirname, '../results');
const templates = resolve(import.meta.dirname, '../../language/templates');
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

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' || process.env['PICTURES']) await picture(task.name);
  await editor.close();
  project.remove();
});

describe('a new project', () => {
  test('in an empty folder is on disk and drawn, with its first question chosen', async () => {
    await open(emptyFolder());
    mkdirSync(project.file('.git'));
    await ours('Care Pathways: New Pathway Project…');
    await stage('first-contact').waitFor();
    await stage('support').waitFor();
    for (const name of ['project.pathway', 'register.pathway', 'my-pathway.pathway'])
      expect(readFileSync(project.file(name), 'utf8')).toBe(readFileSync(join(templates, 'project', name), 'utf8'));
    expect(readFileSync(project.file('.gitattributes'), 'utf8')).toContain('*.pathway text eol=lf diff=pathway');
    await editor.page.locator('.squiggly-warning').first().waitFor();
    expect(await editor.page.locator('.squiggly-error').count()).toBe(0);
    await editor.page.keyboard.type('example-charity');
    await expect.poll(() => stage('first-contact').textContent(), shown).toContain('Example Young People');
  });

  test('never takes the place of a file that is there', async () => {
    await open(emptyFolder());
    writeFileSync(project.file('register.pathway'), 'board mine\n');
    await ours('Care Pathways: New Pathway Project…');
    await editor.toasts.filter({ hasText: 'register.pathway' }).waitFor();
    expect(readFileSync(project.file('register.pathway'), 'utf8')).toBe('board mine\n');
    expect(existsSync(project.file('project.pathway'))).toBe(false);
  });
});

describe('a new file', () => {
  test('is among the new files of the File menu, and goes from hole to hole', async () => {
    await open(emptyFolder());
    // VS Code's own command fails while the window is still getting ready.
    const isOffered = async () => {
      await ours('Create: New File...');
      return appears(picked('New Pathway File…'));
    };
    await expect.poll(isOffered, shown).toBe(true);
    await picture('the-new-files');
    await picked('New Pathway File…').click();
    await picked('Blank pathway').click();
    await seen('pathway my-pathway "My pathway" {');
    await editor.page.keyboard.type('north');
    await editor.page.keyboard.press('Tab');
    await editor.page.keyboard.type('The north');
    await seen('pathway north "The north" {');
    await editor.page.keyboard.press('Tab');
    await editor.page.keyboard.type('none');
    await seen('owner none');
  });

  test('from a specification has its stages, in the project of the specification', async () => {
    await open(copyExamples());
    await editor.openFile('north.pathway');
    await previewIcon().waitFor();
    await ours('Care Pathways: New Pathway File…');
    await picked('What each part of Rivershire must have').click();
    await picked('South Rivershire').click();
    await editor.page.locator('.quick-input-widget input.input').fill('The other bank');
    await editor.page.keyboard.press('Enter');
    await editor.page.locator('.tab.active', { hasText: 'the-other-bank.pathway' }).waitFor();
    const file = project.file('fictional-county/the-other-bank.pathway');
    await expect
      .poll(() => existsSync(file) && readFileSync(file, 'utf8'), shown)
      .toContain('pathway the-other-bank "The other bank" realises rivershire-standard in south-rivershire {');
    await previewIcon().click();
    await stage('liaison').waitFor();
    await stage('community-camhs').waitFor();
    expect(await editor.page.locator('.squiggly-error').count()).toBe(0);
  });
});

test('the walkthrough leads from an empty folder to an honest answer', async () => {
  await open(emptyFolder());
  // It asks which one: what is shown then takes the list's own place.
  await ours('Welcome: Open Walkthrough...');
  await picked('Map your first care pathway').click();
  await stepTitle('Start a project').waitFor();
  await editor.webview().getByText('Three files and a picture').waitFor();
  await picture('the-walkthrough');
  await stepTitle('Look at the picture').click();
  const drawing = editor.page.locator('.getting-started-media img');
  await expect
    .poll(() => drawing.evaluate((image: HTMLImageElement) => image.naturalWidth), shown)
    .toBeGreaterThan(500);
  await picture('the-walkthrough-picture');
  await stepTitle('Start a project').click();
  await editor.page
    .locator('.getting-started-step', { hasText: 'Start a project' })
    .getByRole('button')
    .first()
    .click();
  await stage('support').waitFor();
  await picture('the-walkthrough-project');
  await editor.page.locator('.squiggly-warning').first().waitFor();
  await editor.page.locator('.editor-instance .monaco-editor .view-line', { hasText: 'To be named' }).waitFor();
  await editor.page.keyboard.type('example-charity');
  await editor.command('Problems: Focus on Problems View');
  await editor.problems.filter({ hasText: "Stage 'support' has no provider recorded" }).waitFor();
  await picture('the-walkthrough-problems');
  await editor.goTo(lineOf('leaves "Goals reached"'));
  await editor.paste('    \n');
  await editor.goTo(lineOf('leaves "Goals reached"'), 5);
  await editor.page.keyboard.type('provider unknown');
  await editor.page.keyboard.press('Escape');
  await editor.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  await editor.page.getByRole('tab', { name: 'Welcome' }).click();
  for (const step of ['project', 'provider', 'problems', 'unknown']) await done(step).waitFor();
});

async function open(copy: ProjectCopy): Promise<void> {
  project = copy;
  editor = await openWorkbench(browser, server, { folder: copy.folder });
}

/** Runs a command that may come late. The list does not grow while it is shown, so it is shown until that is in it. */
async function ours(title: string): Promise<void> {
  const input = editor.page.locator('.quick-input-widget input.input');
  const isThere = async () => {
    await editor.page.keyboard.press('Escape');
    await editor.page.keyboard.press('F1');
    await input.fill(`>${title}`);
    return appears(picked(title));
  };
  await expect.poll(isThere, shown).toBe(true);
  await editor.page.keyboard.press('Enter');
}

async function appears(what: Locator): Promise<boolean> {
  return what
    .waitFor({ timeout: 1000 })
    .then(() => true)
    .catch(() => false);
}

/** The number of a line of the new project's pathway, by what it says. */
function lineOf(text: string): number {
  const lines = readFileSync(join(templates, 'project/my-pathway.pathway'), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

function stepTitle(title: string): Locator {
  return editor.page.locator('.getting-started-step .step-title', { hasText: title });
}

/** The mark of a step of the walkthrough that is done. */
function done(step: string): Locator {
  return editor.page.locator(`[data-done-step-id$="#${step}"][aria-checked="true"]`);
}

function picked(label: string): Locator {
  return editor.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
}

/** In the editor's title. */
function previewIcon(): Locator {
  return editor.page.getByRole('button', { name: 'Open Preview to the Side' });
}

function stage(name: string): Locator {
  return editor.webview().locator(`svg [data-id="stage:${name}"]`);
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
