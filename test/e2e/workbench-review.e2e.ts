import { expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copySmallProject } from './project.ts';
import { GitProject } from './repository.ts';

/*
 * Somebody sees what has changed since the last commit: from the source-control view to the sentences, from a sentence
 * to its line in both texts, and on while somebody types.
 */

const session = new Session({ settings: { 'git.enabled': true, 'git.autofetch': false } });
const file = 'young-people.pathway';
const page = () => session.editor.page;
const review = () => session.editor.webview();
const sentence = (words: string | RegExp) => review().locator('.change', { hasText: words });

test('from the source-control view to the picture, and from a sentence to both texts at its line', async () => {
  await openChanged();
  await page()
    .getByRole('tab', { name: /^Source Control/ })
    .click();
  // What can be done with a repository is shown to whoever points at its heading.
  await page().locator('.pane-header', { hasText: 'Changes' }).hover();
  await page().getByRole('button', { name: 'Review Changes', exact: true }).click();
  await review().locator('.headline').waitFor();
  await page().locator('.tab', { hasText: 'Review: A small project' }).waitFor();
  await sentence('Community team').first().waitFor();
  await review().locator('svg [data-id="stage:day-unit"]').waitFor();
  await session.picture('a-review');
  await sentence(/criteria/)
    .first()
    .click();
  await page().locator('.diff-editor, .monaco-diff-editor').first().waitFor();
  await session.picture('a-review-and-its-text');
  await expect.poll(() => lines(), shown).toContain('21');
});

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
function lines(): Promise<readonly (string | null)[]> {
  return page().locator('.line-numbers.active-line-number').allTextContents();
}
