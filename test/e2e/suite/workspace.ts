import * as vscode from 'vscode';
import { eventually } from './runner.ts';

/** Opens a file of the workspace in an editor, once the extension has begun its work. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The workspace has no folder.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Puts text in at the start of a line, counted from 1. */
export async function insertAt(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line - 1, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

/** Takes back what a test has typed, so that the next one finds the file as it is on disk. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Waits for a diagnostic whose message holds the given words. */
export function diagnostic(document: vscode.TextDocument, words: string): Promise<vscode.Diagnostic> {
  return eventually(`a diagnostic with '${words}'`, () =>
    vscode.languages.getDiagnostics(document.uri).find(({ message }) => message.includes(words)),
  );
}

/** Waits until no diagnostic of a document holds the given words. */
export async function noDiagnostic(document: vscode.TextDocument, words: string): Promise<void> {
  await eventually(`no diagnostic with '${words}'`, () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    return all.some(({ message }) => message.includes(words)) ? undefined : true;
  });
}
