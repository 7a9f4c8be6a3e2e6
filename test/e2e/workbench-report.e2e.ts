import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Session, shown } from './editor/session.ts';
import { copySmallProject } from './project.ts';

/*
 * Somebody reads what a mapping is commissioned for while it is written: from the registers to the line, from the report
 * to the line and back, and hands the report over.
 */

const session = new Session({ settings: { 'window.autoDetectColorScheme': true } });
const page = () => session.editor.page;
const report = () => session.editor.webview();
const row = (text: string) => page().locator('.monaco-list-row', { hasText: text }).first();
const tab = (words: string) => page().locator('.tab', { hasText: words });

session.openForEach(copySmallProject, 'young-people.pathway');
beforeEach(() => session.previewIcon().waitFor({ timeout: 60_000 }));

test('the registers lead to the line, follow the text, and open in the report', async () => {
  await session.editor.command('Focus on Registers View');
  await row('Stages').click();
  await row('Community team').click();
  await expect.poll(() => session.editor.activeLine(), shown).toBe(13);
  await session.writeAfter(17, '\n  stage walk-in "Walk-in clinic" { leaves }\n');
  await row('Walk-in clinic').waitFor();
  await session.picture('registers');
  await row('Stages').hover();
  await row('Stages').getByRole('button', { name: 'Open in the Report' }).click();
  await report()
    .getByRole('heading', { name: /^Stages/ })
    .waitFor();
  await report().getByRole('rowheader', { name: 'Walk-in clinic' }).waitFor();
});

test('the report leads to the line and to the picture, and follows what is typed', async () => {
  await session.editor.command('Care Pathways: Open Report');
  await tab('Report: A small project').waitFor();
  await report().getByRole('link', { name: '2 stages' }).click();
  await report().getByRole('link', { name: 'young-people.pathway, line 13' }).click();
  await expect.poll(() => session.editor.caret(), shown).toEqual({ line: 13, column: 9 });
  await page().keyboard.press('End');
  await session.editor.paste('\n    provider riverside-trust');
  await report().getByRole('cell', { name: 'Riverside Community Trust' }).waitFor();
  await session.picture('report-beside-the-text');
  await page().emulateMedia({ colorScheme: 'dark' });
  await report().locator(':root[data-theme="dark"]').waitFor();
  await session.picture('report-in-the-dark');
  await page().emulateMedia({ colorScheme: 'light' });
  await report().getByRole('link', { name: 'Show in picture' }).last().click();
  await tab('Preview: Young people').waitFor();
});

test('the report is exported, as a file and as a folder, with what is not saved yet', async () => {
  await session.writeAfter(17, '\n  gap beds "Too few beds"\n');
  await chooseForm('Markdown');
  await page().locator('.monaco-dialog-box').getByRole('button', { name: 'Save and Export' }).click();
  await acceptPlace();
  await done('small-report.md');
  expect(readFileSync(join(session.project.folder, 'small-report.md'), 'utf8')).toContain('Too few beds');
  await chooseForm('Website');
  await acceptPlace();
  await done('small-report.');
  const site = join(session.project.folder, 'small-report');
  expect(readFileSync(join(site, 'register-gaps.html'), 'utf8')).toContain('Too few beds');
  expect(existsSync(join(site, 'picture-young-people.html'))).toBe(true);
});

async function chooseForm(label: string): Promise<void> {
  await session.editor.command('Care Pathways: Export Report');
  await page().locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
}

/** Takes the place that is offered. */
async function acceptPlace(): Promise<void> {
  const button = page()
    .locator('.quick-input-widget')
    .getByRole('button', { name: /^(Export|Export Here|OK)$/ })
    .first();
  await button.click();
}

async function done(name: string): Promise<void> {
  const toast = session.editor.toasts.filter({ hasText: `The report is in ${name}` }).first();
  await toast.waitFor({ timeout: 60_000 });
  await session.picture(`exported-${name}`);
  await session.editor.command('Notifications: Clear All Notifications');
}
