import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import { diagnostic, insertAt, noDiagnostic, open, revert } from './workspace.ts';

test('a .pathway file is of the language pathway', async () => {
  assert.equal((await open('young-people.pathway')).languageId, 'pathway');
});

test('a stage without provider is a warning on its name', async () => {
  const document = await open('young-people.pathway');
  const found = await diagnostic(document, 'provider');
  assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
  assert.equal(found.range.start.line, 12);
});

test('a name that nothing declares is an error, gone when it is taken back', async () => {
  const document = await open('young-people.pathway');
  await insertAt(document, 14, '    provider nowhere-trust\n');
  const found = await diagnostic(document, 'nowhere-trust');
  assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
  assert.equal(document.getText(found.range), 'nowhere-trust');
  await revert(document);
  await noDiagnostic(document, 'nowhere-trust');
});

test('completion offers what other files declare', async () => {
  const document = await open('young-people.pathway');
  await insertAt(document, 14, '    provider \n');
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(13, 13),
  );
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  await revert(document);
  assert.ok(labels.includes('riverside-trust'), `offered: ${labels.join(', ')}`);
});
