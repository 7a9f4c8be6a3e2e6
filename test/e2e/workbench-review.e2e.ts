import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copySmallProject } from './project.ts';
import { GitProject } from './repository.ts';

/*
 * Somebody sees what has changed since the last commit: from the source-control view to the sentences, from a sentence
 * to its line in both texts, and on while somebody types.
 */

const session = new Session({
  settings: { 'git.enabled': true, 'git.autofetch': false, 'window.autoDetectColorScheme': true },
});
const file = 'young-people.pathway';
const page = () => session.editor.page;
const review = () => session.editor.webview();
const sentence = (words: string | RegExp) => review().locator('.change', { hasText: words });
const tab = (words: string) => page().locator('.tab', { hasText: words });

test('from the source-control view to the picture, and from a sentence to both texts at its line', async () => {
  await openChanged();
  await page()
    .getByRole('tab', { name: /^Source Control/ })
    .click();
  // What can be done with a repository is shown to whoever points at its heading.
  await page().locator('.pane-header', { hasText: 'Changes' }).hover();
  await page().getByRole('button', { name: 'Review Changes', exact: true }).click();
  await tab('Review: A small project').waitFor();
  await review().locator('svg [data-id="stage:day-unit"]').waitFor();
  await sentence('Day unit').first().waitFor();
  await session.picture('a-review');
  await page().emulateMedia({ colorScheme: 'dark' });
  await review().locator('svg[data-theme="dark"]').waitFor();
  await session.picture('a-review-in-the-dark');
  await page().emulateMedia({ colorScheme: 'light' });
  await sentence('Needs more than school gives').click();
  await tab('the last commit').waitFor();
  await expect.poll(caretLines, shown).toContain('26');
  await session.picture('a-review-and-its-text');
});

test('the preview marks what has changed since the last commit, when somebody wants it', async () => {
  await openChanged();
  await session.previewIcon().click();
  const mark = review().getByRole('button', { name: 'Mark what has changed since the last commit' });
  await mark.waitFor({ timeout: 60_000 });
  await mark.click();
  await review().locator('svg', { hasText: 'changed since the last commit' }).waitFor();
  await session.picture('changed-since-the-last-commit');
  await mark.click();
  await review().locator('svg', { hasText: 'changed since the last commit' }).waitFor({ state: 'detached' });
});

test('it follows what somebody types, walks from change to change by F7, and is there again after a reload', async () => {
  const project = new GitProject(copySmallProject());
  await session.open(project);
  await session.editor.openFile(file);
  await session.previewIcon().waitFor({ timeout: 60_000 });
  await session.editor.command('Care Pathways: Review Changes in This File');
  await review().locator('.nothing-message', { hasText: 'No change in meaning since the last commit' }).waitFor();
  await tab(file).first().click();
  await session.editor.goTo(4);
  await session.editor.paste('  purpose "Nobody waits"\n');
  await tab('Review: young-people').click();
  await sentence('Nobody waits').waitFor();
  await page().keyboard.press('F7');
  await expect.poll(() => review().locator('.change[aria-current="true"]').count(), shown).toBe(1);
  await tab(file).first().click();
  await page().keyboard.press('Control+S');
  await tab('Review: young-people').click();
  await session.editor.reload();
  await sentence('Nobody waits').waitFor({ timeout: 90_000 });
  project.commit('Say the purpose');
  await review().locator('.nothing-message', { hasText: 'No change in meaning since the last commit' }).waitFor();
});

test('an open comparison of two texts is reviewed as such, and what is staged by itself', async () => {
  const project = new GitProject(copySmallProject());
  project.edit(file, 'setting school-site', 'setting community');
  project.git('add', '--all');
  project.edit(file, 'Needs more than school can give', 'Needs more');
  await session.open(project, file);
  await session.previewIcon().waitFor({ timeout: 60_000 });
  await page().getByRole('button', { name: 'Open Changes' }).click();
  await page().locator('.monaco-diff-editor').waitFor();
  await page().getByRole('button', { name: 'Review Changes in This File' }).click();
  await sentence('Needs more').first().waitFor();
  expect(await review().locator('.sides').textContent()).toContain('From what is staged');
  expect(await sentence('setting').count()).toBe(0);
  await session.editor.command('Care Pathways: Review Staged Changes');
  await sentence('Community').first().waitFor();
  await expect.poll(() => review().locator('.sides').textContent(), shown).toContain('to what is staged');
  expect(await sentence('Needs more').count()).toBe(0);
});

test('a branch is picked to compare with, and a revision that is not there is said to be so', async () => {
  const project = new GitProject(copySmallProject());
  project.git('switch', '--quiet', '--create', 'work');
  project.edit(file, 'setting school-site', 'setting community');
  project.commit('Move first contact');
  await session.open(project, file);
  await session.previewIcon().waitFor({ timeout: 60_000 });
  await session.editor.command('Care Pathways: Compare with Branch, Tag or Commit');
  await page().locator('.quick-input-list .monaco-list-row', { hasText: 'main' }).first().click();
  await sentence('Community').first().waitFor();
  await expect.poll(() => review().locator('.sides').textContent(), shown).toContain('main');
  await session.editor.command('Care Pathways: Compare with Branch, Tag or Commit');
  await page().locator('.quick-input-widget input.input').fill('nowhere');
  await page().locator('.quick-input-list .monaco-list-row', { hasText: 'Compare with nowhere' }).click();
  await review().getByRole('heading', { name: 'There is no branch, tag or commit called nowhere.' }).waitFor();
});

test('where there is no repository that is said, and two files are compared from the Explorer', async () => {
  const project = copySmallProject();
  const other = ['pathway elsewhere "Elsewhere" {', '  stage first "First contact" {', '    enters', '  }', '}', ''];
  writeFileSync(project.file('elsewhere.pathway'), other.join('\n'));
  await session.open(project, file);
  await session.previewIcon().waitFor({ timeout: 60_000 });
  await session.editor.command('Care Pathways: Review Changes');
  await review()
    .getByRole('heading', { name: /is in no git repository/ })
    .waitFor();
  await session.picture('no-repository');
  await fromExplorer(file, 'Select for Pathway Review');
  await fromExplorer('elsewhere.pathway', 'Review Against Selected');
  await tab('Review: Young people and Elsewhere').waitFor();
  await review().locator('.headline').waitFor();
});

async function fromExplorer(name: string, command: string): Promise<void> {
  const row = page().locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await session.editor.chooseFromMenu(row, command);
}

async function openChanged(): Promise<void> {
  const project = new GitProject(copySmallProject());
  project.edit(file, 'criteria "Needs more than school can give"', 'criteria "Needs more than school gives"');
  project.edit(file, 'setting community\n', 'setting community\n    provider unknown ask riverside-trust\n');
  project.edit(
    file,
    '  transition onward',
    '  stage day-unit "Day unit" {\n    setting community\n  }\n\n  transition onward',
  );
  await session.open(project, file);
  await session.previewIcon().waitFor({ timeout: 60_000 });
}

/** The numbers of the lines that the caret is in, in all texts that are shown. */
function caretLines(): Promise<readonly (string | null)[]> {
  return page().locator('.line-numbers.active-line-number').allTextContents();
}
