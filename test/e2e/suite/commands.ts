import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, test } from './runner.ts';
import { open } from './workspace.ts';

test('the packaged extension is installed and starts with a pathway file', async () => {
  await open('young-people.pathway');
  const extension = vscode.extensions.getExtension('care-pathways.care-pathways');
  assert.ok(extension, 'not installed');
  await eventually('its activation', () => extension.isActive || undefined);
});

test('its commands are there', async () => {
  const all = await vscode.commands.getCommands(true);
  for (const command of ['care-pathways.openPreview', 'care-pathways.openPreviewToSide']) {
    assert.ok(all.includes(command), `${command} is not registered`);
  }
});

test('the preview opens beside the text and leaves the text in focus', async () => {
  const document = await open('young-people.pathway');
  await vscode.commands.executeCommand('care-pathways.openPreviewToSide');
  await eventually(
    'a webview in a second group',
    () =>
      vscode.window.tabGroups.all[1]?.tabs.some(({ input }) => input instanceof vscode.TabInputWebview) || undefined,
  );
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
});
