import { type TextDocument, Uri, type ViewColumn, window, workspace } from 'vscode';
import type { LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node';
import type { Edit } from '../../protocol/edits.ts';
import { columnFor } from './reveal.ts';

/**
 * Writes an edit, with the keyboard where the author goes on: VS Code takes an author through an edit only in the text
 * that is in front. False, and nothing written, where a text is not the one that the edit was made for.
 */
export async function writeEdit(client: LanguageClient, edit: Edit, previews: readonly ViewColumn[]): Promise<boolean> {
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit.changes as WorkspaceEdit);
  if (!isCurrent(edit)) return false;
  const isThere = await show(edit.file, previews);
  if (!isCurrent(edit) || !(await workspace.applyEdit(changes))) return false;
  if (!isThere) await show(edit.file, previews);
  return true;
}

/** Whether every text is still the one that the edit was made for. */
function isCurrent({ versions }: Edit): boolean {
  return Object.entries(versions).every(([uri, version]) => {
    const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
    return version === null ? document === undefined || isAsOnDisk(document) : document?.version === version;
  });
}

function isAsOnDisk({ isDirty, version }: TextDocument): boolean {
  return !isDirty && version === 1;
}

/** Whether the file could be shown: one that the edit makes is not there yet. */
async function show(file: string, previews: readonly ViewColumn[]): Promise<boolean> {
  const uri = Uri.parse(file, true);
  const shown = window.showTextDocument(uri, { viewColumn: columnFor(uri, previews) });
  return shown.then(
    () => true,
    () => false,
  );
}
