import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copyExamples, emptyFolder } from './project.ts';

const templates = resolve(import.meta.dirname, '../../language/templates');
const session = new Session();

describe('a new project', () => {
  test('in an empty folder is on disk and drawn, with its first question chosen', async () => {
    await session.open(emptyFolder());
    mkdirSync(session.project.file('.git'));
    await ours('Care Pathways: New Pathway Project…');
    await session.stage('first-contact').waitFor();
    await session.stage('support').waitFor();
    for (const name of ['project.pathway', 'register.pathway', 'my-pathway.pathway'])
      expect(readFileSync(session.project.file(name), 'utf8')).toBe(
        readFileSync(join(templates, 'project', name), 'utf8'),
      );
    expect(readFileSync(session.project.file('.gitattributes'), 'utf8')).toContain(
      '*.pathway text eol=lf diff=pathway',
    );
    await session.editor.page.locator('.squiggly-warning').first().waitFor();
    expect(await session.editor.page.locator('.squiggly-error').count()).toBe(0);
    await session.editor.page.keyboard.type('example-charity');
    await expect.poll(() => session.stage('first-contact').textContent(), shown).toContain('Example Young People');
  });

  test('never takes the place of a file that is there', async () => {
    await session.open(emptyFolder());
    writeFileSync(session.project.file('register.pathway'), 'board mine\n');
    await ours('Care Pathways: New Pathway Project…');
    await session.editor.toasts.filter({ hasText: 'register.pathway' }).waitFor();
    expect(readFileSync(session.project.file('register.pathway'), 'utf8')).toBe('board mine\n');
    expect(existsSync(session.project.file('project.pathway'))).toBe(false);
  });
});

describe('a new file', () => {
  test('is among the new files of the File menu, and goes from hole to hole', async () => {
    await session.open(emptyFolder());
    // VS Code's own command fails while the window is still getting ready.
    const isOffered = async () => {
      await ours('Create: New File...');
      return appears(picked('New Pathway File…'));
    };
    await expect.poll(isOffered, shown).toBe(true);
    await session.picture('the-new-files');
    await picked('New Pathway File…').click();
    await picked('Blank pathway').click();
    await seen('pathway my-pathway "My pathway" {');
    await session.editor.page.keyboard.type('north');
    await session.editor.page.keyboard.press('Tab');
    await session.editor.page.keyboard.type('The north');
    await seen('pathway north "The north" {');
    await session.editor.page.keyboard.press('Tab');
    await session.editor.page.keyboard.type('none');
    await seen('owner none');
  });

  test('from a specification has its stages, in the project of the specification', async () => {
    await session.open(copyExamples());
    await session.editor.openFile('north.pathway');
    await session.previewIcon().waitFor();
    await ours('Care Pathways: New Pathway File…');
    await picked('What each part of Rivershire must have').click();
    await picked('South Rivershire').click();
    // There is one of it already, which may be what was looked for.
    await session.editor.page.getByRole('button', { name: 'Write Another' }).click();
    await session.editor.page.locator('.quick-input-widget input.input').fill('The other bank');
    await session.editor.page.keyboard.press('Enter');
    await session.editor.page.locator('.tab.active', { hasText: 'the-other-bank.pathway' }).waitFor();
    const file = session.project.file('fictional-county/the-other-bank.pathway');
    await expect
      .poll(() => existsSync(file) && readFileSync(file, 'utf8'), shown)
      .toContain('pathway the-other-bank "The other bank" realises rivershire-standard in south-rivershire {');
    await session.previewIcon().click();
    await session.stage('liaison').waitFor();
    await session.stage('community-camhs').waitFor();
    expect(await session.editor.page.locator('.squiggly-error').count()).toBe(0);
  });
});

test('the walkthrough leads from an empty folder to an honest answer', async () => {
  await session.open(emptyFolder());
  // It asks which one: what is shown then takes the list's own place.
  await ours('Welcome: Open Walkthrough...');
  await picked('Map your first care pathway').click();
  await stepTitle('Start a project').waitFor();
  await session.editor.webview().getByText('Three files and a picture').waitFor();
  await session.picture('the-walkthrough');
  await stepTitle('Look at the picture').click();
  const drawing = session.editor.page.locator('.getting-started-media img');
  await expect
    .poll(() => drawing.evaluate((image: HTMLImageElement) => image.naturalWidth), shown)
    .toBeGreaterThan(500);
  await session.picture('the-walkthrough-picture');
  await stepTitle('Start a project').click();
  await session.editor.page
    .locator('.getting-started-step', { hasText: 'Start a project' })
    .getByRole('button')
    .first()
    .click();
  await session.stage('support').waitFor();
  await session.picture('the-walkthrough-project');
  await session.editor.page.locator('.squiggly-warning').first().waitFor();
  await session.editor.page.locator('.editor-instance .monaco-editor .view-line', { hasText: 'To be named' }).waitFor();
  await session.editor.page.keyboard.type('example-charity');
  await session.editor.command('Problems: Focus on Problems View');
  await session.editor.problems.filter({ hasText: "Stage 'support' has no provider recorded" }).waitFor();
  await session.picture('the-walkthrough-problems');
  await session.editor.goTo(lineOf('leaves "Goals reached"'));
  await session.editor.paste('    \n');
  await session.editor.goTo(lineOf('leaves "Goals reached"'), 5);
  await session.editor.page.keyboard.type('provider unknown');
  await session.editor.page.keyboard.press('Escape');
  await session.editor.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  await session.editor.page.getByRole('tab', { name: 'Welcome' }).click();
  for (const step of ['project', 'provider', 'problems', 'unknown']) await done(step).waitFor();
});

/** Runs a command that may come late. The list does not grow while it is shown, so it is shown until that is in it. */
async function ours(title: string): Promise<void> {
  const input = session.editor.page.locator('.quick-input-widget input.input');
  const isThere = async () => {
    await session.editor.page.keyboard.press('Escape');
    await session.editor.page.keyboard.press('F1');
    await input.fill(`>${title}`);
    return appears(picked(title));
  };
  await expect.poll(isThere, shown).toBe(true);
  await session.editor.page.keyboard.press('Enter');
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
  return session.editor.page.locator('.getting-started-step .step-title', { hasText: title });
}

/** The mark of a step of the walkthrough that is done. */
function done(step: string): Locator {
  return session.editor.page.locator(`[data-done-step-id$="#${step}"][aria-checked="true"]`);
}

function picked(label: string): Locator {
  return session.editor.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
}

async function seen(text: string): Promise<void> {
  // The editor draws its spaces as no-break spaces.
  await expect
    .poll(async () => (await session.editor.editor.textContent())?.replaceAll('\u00a0', ' '), shown)
    .toContain(text);
}
