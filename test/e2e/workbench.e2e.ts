import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copyExamples, copySmallProject } from './project.ts';

const asFastAsPeople = { delay: 100 };
const session = new Session();

describe('what is written', () => {
  session.openForEach(copySmallProject, 'young-people.pathway');

  test('a missing fact and an unknown name are underlined and listed in Problems', async () => {
    await session.editor.page.locator('.squiggly-warning').first().waitFor();
    await session.writeAfter(13, '    provider nowhere-trust\n');
    await session.editor.page.locator('.squiggly-error').first().waitFor();
    await session.editor.command('Problems: Focus on Problems View');
    const problem = session.editor.problems.filter({ hasText: 'nowhere-trust' });
    await problem.waitFor();
    await problem.dblclick();
    await expect.poll(() => session.editor.caret(), shown).toMatchObject({ line: 14 });
  });

  test('completion offers keywords where a line begins and names where one belongs', async () => {
    await session.editor.page.locator('.squiggly-warning').first().waitFor();
    await session.writeAfter(13, '    \n');
    await session.editor.goTo(14, 5);
    await session.editor.page.keyboard.type('prov', asFastAsPeople);
    await offered('provider').waitFor();
    await session.editor.page.keyboard.type('ider river', asFastAsPeople);
    await offered('riverside-trust').click();
    await seen(session.editor.editor, 'provider riverside-trust');
    await session.editor.page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });
});

describe('the preview', () => {
  session.openForEach(copySmallProject, 'young-people.pathway');
  beforeEach(openPreview);

  test('a click on a stage shows its text, and a double click goes there', async () => {
    await session.stage('community-team').click();
    await expect.poll(() => session.editor.activeLine(), shown).toBe(13);
    await session.stage('first-contact').dblclick();
    await expect.poll(() => session.editor.caret(), shown).toMatchObject({ line: 6 });
  });

  test('the picture follows the text', async () => {
    await session.writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await session.stage('crisis-team').waitFor();
    await session.editor.page.keyboard.press('Control+Z');
    await session.stage('crisis-team').waitFor({ state: 'detached' });
  });

  test('a broken text keeps the picture, and the picture says so', async () => {
    await session.writeAfter(5, '  stage { { broken "\n');
    await session.editor.page.locator('.squiggly-error').first().waitFor();
    await session.editor.webview().locator('.banner', { hasText: 'The text has' }).waitFor();
    expect(await session.stage('first-contact').count()).toBe(1);
    expect(await session.stage('community-team').count()).toBe(1);
    await session.editor.page.keyboard.press('Control+Z');
    await session.writeAfter(17, '\n  stage crisis-team "Crisis team" { setting community }\n');
    await session.stage('crisis-team').waitFor();
  });
});

test('the preview is there again after the window is reloaded', async () => {
  // A window whose address asks for a file opens that file alone, however often it is reloaded.
  await session.open(copySmallProject());
  await session.editor.openFile('young-people.pathway');
  await openPreview();
  await session.editor.reload();
  await session.stage('community-team').click();
  await expect.poll(() => session.editor.activeLine(), shown).toBe(13);
});

test('an example opens without an error, and its preview shows every stage', async () => {
  const file = 'west-midlands/pathways/black-country.pathway';
  await session.open(copyExamples(), file);
  const stages = readFileSync(session.project.file(file), 'utf8').matchAll(/^ {2}stage ([\w-]+)/gm);
  // The list of commands does not grow while it is shown, so the extension's must be there before.
  await session.previewIcon().waitFor();
  await session.editor.command('Care Pathways: Open Preview to the Side');
  for (const [, name = ''] of stages) await session.stage(name).waitFor();
  expect(await session.editor.page.locator('.squiggly-error').count()).toBe(0);
});

async function openPreview(): Promise<void> {
  await session.previewIcon().click();
  await session.stage('community-team').waitFor();
}

function offered(name: string): Locator {
  return session.editor.suggestions.filter({ hasText: name }).first();
}

async function seen(where: Locator, text: string): Promise<void> {
  // The editor draws its spaces as no-break spaces.
  await expect.poll(async () => (await where.textContent())?.replaceAll('\u00a0', ' '), shown).toContain(text);
}
