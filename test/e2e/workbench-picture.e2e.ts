import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copySmallProject } from './project.ts';

/*
 * Somebody who uses no pointer walks through a pathway, and writes into its text from its picture. Only keys are pressed
 * once the text is open.
 */

const session = new Session();
const file = 'young-people.pathway';
const press = (key: string) => session.editor.page.keyboard.press(key);
const page = () => session.editor.webview();

session.openForEach(copySmallProject, file);
beforeEach(async () => {
  await session.editor.page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
});

test('the picture is opened, walked through and left by keys, and leads to the text', async () => {
  await openByKeys();
  await enterPicture();
  expect(await focused()).toBe('stage:first-contact');
  await press('ArrowRight');
  expect(await focused()).toBe('stage:community-team');
  await press('Shift+ArrowLeft');
  expect(await focused()).toBe('transition:onward');
  await press('Enter');
  await expect.poll(() => session.editor.caret(), shown).toMatchObject({ line: 19 });
  await press('Control+2');
  await enterPicture();
  await press('Escape');
  await expect.poll(() => focused(), shown).toBeUndefined();
});

test('a stage is added by keys, and gone again with one step back', async () => {
  const before = readFileSync(session.project.file(file), 'utf8');
  await openByKeys();
  await enterPicture();
  await press('Shift+F10');
  await page().getByRole('menuitem', { name: 'Show its text' }).waitFor();
  await session.picture('the-menu-of-a-stage');
  await press('ArrowDown');
  await press('Enter');
  await session.editor.page.locator('.quick-input-widget input.input').waitFor();
  await session.editor.page.keyboard.type('Crisis team');
  await press('Enter');
  await session.stage('crisis-team').waitFor();
  await session.editor.page.locator('.monaco-editor.focused').waitFor();
  await session.editor.page.keyboard.type('we ask the trust');
  await seen('stage crisis-team "Crisis team" {');
  await seen('provider unknown because "we ask the trust"');
  await session.picture('a-stage-was-added');
  await undoUntil((text) => text.includes('provider unknown because ""'));
  await seen('stage crisis-team');
  await press('Control+Z');
  await session.stage('crisis-team').waitFor({ state: 'detached' });
  await press('Control+S');
  await expect.poll(() => readFileSync(session.project.file(file), 'utf8'), shown).toBe(before);
});

test('a transition is added by walking to where it leads', async () => {
  await openByKeys();
  await enterPicture();
  await press('ArrowRight');
  await press('Shift+F10');
  await page().getByRole('menuitem', { name: 'Add a transition to…' }).waitFor();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await page().locator('.joining').waitFor();
  await session.picture('a-transition-is-added');
  await press('ArrowLeft');
  await press('Enter');
  await seen('transition from community-team to first-contact {');
});

test('a finding is accepted from the picture, with the caret where its reason belongs', async () => {
  await openByKeys();
  await enterPicture();
  await press('ArrowRight');
  await press('Shift+F10');
  const accept = page().getByRole('menuitem', { name: 'Accept with a reason… (missing-provider)' });
  await accept.waitFor();
  for (let step = 0; step < 20 && !(await accept.evaluate((item) => item === document.activeElement)); step++)
    await press('ArrowUp');
  await press('Enter');
  await seen('accept missing-provider because ""');
  await session.editor.page.keyboard.type('It starts next year');
  await seen('accept missing-provider because "It starts next year"');
});

test('what is seen is saved as a view, which can be picked', async () => {
  await openByKeys();
  await press('Tab');
  await page().locator('#view').waitFor();
  await page().locator('#view').focus();
  await page().locator('#view').selectOption('who-does-what');
  await expect.poll(() => page().locator('#view').inputValue(), shown).toBe('who-does-what');
  await page().getByRole('button', { name: 'Look' }).press('Enter');
  await page().locator('#look-direction').selectOption('down');
  await page().getByRole('button', { name: 'Save as a view…' }).press('Enter');
  await session.editor.page.locator('.quick-input-widget input.input').fill('Who does it');
  await press('Enter');
  await expect.poll(() => page().locator('#view option').allTextContents(), shown).toContain('Who does it');
  await press('Control+End');
  await seen('view who-does-it "Who does it" of young-people {');
  await seen('direction down');
});

test('a preview that is pinned stays, and another one follows', async () => {
  await openByKeys();
  await page().getByRole('button', { name: 'Keep to this pathway' }).press('Enter');
  await session.editor.page.locator('.tab', { hasText: 'Pinned: Young people' }).waitFor();
  await session.editor.goTo(12);
  await session.editor.command('Care Pathways: Open Another Preview');
  await session.editor.page.locator('.tab', { hasText: 'Preview: Young people' }).waitFor();
  await session.picture('two-previews');
});

async function openByKeys(): Promise<void> {
  await session.editor.goTo(12);
  await press('Control+K');
  await press('v');
  await session.stage('community-team').waitFor();
}

/** Into the preview's column, and with the Tab key from its bar to the picture's first element. */
async function enterPicture(): Promise<void> {
  await press('Control+2');
  for (let step = 0; step < 40 && (await focused()) === undefined; step++) await press('Tab');
}

/** The element of the picture that has the keyboard. */
function focused(): Promise<string | undefined> {
  return page()
    .locator('body')
    .evaluate((body) => (body.ownerDocument.activeElement as HTMLElement | null)?.dataset['id']);
}

async function textSeen(): Promise<string> {
  // The editor draws its spaces as no-break spaces.
  return ((await session.editor.editor.textContent()) ?? '').replaceAll('\u00a0', ' ');
}

async function seen(text: string): Promise<void> {
  await expect.poll(textSeen, shown).toContain(text);
}

/** What was typed goes first, in as many steps as the editor makes of it. Each is seen before the next is taken. */
async function undoUntil(done: (text: string) => boolean): Promise<void> {
  for (let before = await textSeen(); !done(before); before = await textSeen()) {
    await press('Control+Z');
    await expect.poll(textSeen, shown).not.toBe(before);
  }
}
