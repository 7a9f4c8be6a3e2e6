import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { findingsOf } from '../support/fixture.ts';
import { Session, shown } from './editor/session.ts';
import { emptyFolder } from './project.ts';

/*
 * Somebody who has never seen the language writes a pathway: only names, texts, figures and the first letters of words
 * are typed; all else is accepted from what is offered, or put right with the one key that fixes what is underlined.
 */

const session = new Session();

test('a pathway arises from an empty file by accepting what is offered', async () => {
  const folder = emptyFolder();
  writeFileSync(folder.file('first.pathway'), '');
  await session.open(folder, 'first.pathway');
  await session.previewIcon().waitFor();
  await session.editor.editor.click();
  await untilHelpIsThere();

  await block('org', 'organisation', 'icb', 'Example Integrated Care Board');
  await choose('icb', 'icb');
  await nextBlock();
  await block('org', 'organisation', 'trust', 'Example Trust');
  await choose('nhs-p', 'nhs-provider');
  await nextBlock();
  await block('inf', 'information', 'letter', 'Referral letter');
  await choose('ref', 'referral');
  await nextBlock();
  await session.picture('writing-register');

  await block('path', 'pathway', 'support', 'Support for young people');
  await choose('cur', 'current');
  await press('Tab');
  await fact('com', 'commissioner', 'icb');
  await press('Enter');
  for (const [name, label] of stages) {
    await block('stag', 'stage', name, label);
    await fact('prov', 'provider', 'trust');
    await leaveBlock();
  }
  for (const [from, to] of ways) {
    await accept('tran', 'transition');
    await offered(from);
    await press('Tab');
    await offered(to);
    await press('Tab');
    await fact('cri', 'criteria', '"…"');
    await type('Agreed with the young person');
    await press('End');
    await press('Enter');
    await fact('sen', 'send', 'letter');
    await leaveBlock();
  }
  await session.picture('writing-as-accepted');
  await fixWhatIsUnderlined();
  await press('Shift+Alt+F');
  await session.picture('writing-fixed');

  const findings = findingsOf([{ uri: 'file:///first.pathway', text: await saved() }]);
  expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  const [pathway] = loadProject([{ uri: 'file:///first.pathway', text: await saved() }]).project.pathways.values();
  expect(pathway!.stages.map(({ name }) => name)).toEqual(stages.map(([name]) => name));
  expect(pathway!.transitions.map(({ from, to }) => [from.stage?.name, to.stage?.name])).toEqual(ways);
  const questions = findings.filter(({ severity }) => severity === 'question');
  expect(questions.length).toBeGreaterThanOrEqual(stages.length);
  await session.previewIcon().click();
  const preview = session.editor.webview();
  await preview.getByRole('button', { name: /^Findings/ }).click();
  await preview.locator('summary', { hasText: 'Open questions' }).waitFor();
  await session.picture('writing-its-questions');
}, 300_000);

const stages = [
  ['contact', 'First contact'],
  ['assess', 'Assessment'],
  ['treat', 'Treatment'],
  ['follow-up', 'Follow-up'],
] as const;

const ways = [
  ['contact', 'assess'],
  ['assess', 'treat'],
  ['treat', 'follow-up'],
] as const;

/** Takes the beginning of a block from the list, and fills in its name and label. The next hole is then chosen. */
async function block(prefix: string, word: string, name: string, label: string): Promise<void> {
  await accept(prefix, word);
  await type(name);
  await press('Tab');
  await type(label);
  await press('Tab');
}

async function fact(prefix: string, word: string, value: string): Promise<void> {
  await accept(prefix, word);
  await accept('', value);
}

/** Goes to one problem after the other and takes its preferred fix; writes a reason wherever one is asked for. */
async function fixWhatIsUnderlined(): Promise<void> {
  const left = session.editor.page.locator('.squiggly-error, .squiggly-warning');
  const isLeft = async () => (await left.count()) > 0;
  await expect.poll(isLeft, shown).toBe(true);
  for (let before = await written(); await isLeft(); before = await written()) {
    await press('F8');
    await press('Alt+Shift+Period');
    await expect.poll(written, shown).not.toBe(before);
    await session.editor.page.waitForTimeout(500);
    for (let holes = (await written()).split('""').length - 1; holes > 0; holes--) {
      await type('Not asked yet');
      if (holes > 1) await press('Tab');
    }
    await press('Escape');
    await press('Escape');
    await session.editor.page.waitForTimeout(1000);
  }
}

/** What the window shows of the text. The editor draws its spaces as no-break spaces. */
async function written(): Promise<string> {
  return ((await session.editor.editor.locator('.view-lines').first().textContent()) ?? '').replaceAll('\u00a0', ' ');
}

/** Types the first letters of a word, sees it at the top of the list, and takes it. */
async function accept(prefix: string, label: string): Promise<void> {
  if (prefix !== '') await type(prefix);
  await offered(label);
  await press('Enter');
}

const choose = accept;

/** Asks what may stand here until there is an answer: the window comes up before the help does. */
async function untilHelpIsThere(): Promise<void> {
  const asked = async () => {
    await press('Control+Space');
    return session.editor.suggestions.filter({ hasText: 'pathway' }).first().isVisible();
  };
  await expect.poll(asked, { ...shown, interval: 500 }).toBe(true);
  await session.picture('writing-empty-file');
  await press('Escape');
}

async function offered(label: string): Promise<void> {
  const chosen = () =>
    session.editor.page.locator('.suggest-widget.visible .monaco-list-row.focused').getAttribute('aria-label');
  try {
    await expect.poll(() => chosen().catch(() => ''), { timeout: 8000 }).toMatch(new RegExp(`^${label}(?![\\w-])`));
  } catch (error) {
    await session.picture(`writing-not-offered-${label}`);
    throw error;
  }
}

async function nextBlock(): Promise<void> {
  await press('End');
  await press('Enter');
}

async function leaveBlock(): Promise<void> {
  await press('Escape');
  await press('ArrowDown');
  await press('End');
  await press('Enter');
}

const type = (words: string): Promise<void> => session.editor.page.keyboard.type(words, { delay: 20 });
const press = (key: string): Promise<void> => session.editor.page.keyboard.press(key);

/** What is written, once it is on disk. */
async function saved(): Promise<string> {
  await press('Control+S');
  await session.editor.page.locator('.tab.active:not(.dirty)').waitFor();
  return readFileSync(session.project.file('first.pathway'), 'utf8');
}
