import { commands, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { exportFiles } from '../../export/formats.ts';
import { EXPORT, type ExportedFile, type ExportParams, type ExportResult } from '../../protocol/exports.ts';
import type { ToHost, ToPage } from '../../protocol/preview.ts';
import type { Drawn } from './edits.ts';

type Asked = Extract<ToHost, { type: 'export' }>;

/** Makes a file of what a preview shows, and saves it where somebody wants it, or gives it to the page. */
export async function exportDrawn(
  client: LanguageClient,
  { key, look, picture }: Drawn,
  { wish, to }: Asked,
  post: (message: ToPage<unknown>) => void,
): Promise<void> {
  const params: ExportParams = { key, look, wish, commit: workspace.isTrusted };
  try {
    const making = client.sendRequest<ExportResult>(EXPORT, params);
    if (to === 'page') {
      const file = await making;
      return post({ type: 'exported', ...(file ? { file } : { failed: goneWords() }) });
    }
    const file = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Exporting the picture') },
      () => making,
    );
    if (!file) return void window.showWarningMessage(goneWords());
    await save(file, picture.entry.file, exportFiles[wish.format]);
  } catch (error) {
    const reason = l10n.t(
      'The picture could not be exported: {0}',
      error instanceof Error ? error.message : `${error}`,
    );
    if (to === 'page') post({ type: 'exported', failed: reason });
    else void window.showErrorMessage(reason);
  }
}

async function save(file: ExportedFile, beside: string, { ending, name }: { ending: string; name: string }) {
  const folder = Uri.joinPath(Uri.parse(beside), '..');
  const defaultUri = folder.scheme === 'file' ? Uri.joinPath(folder, file.name) : undefined;
  const target = await window.showSaveDialog({
    title: l10n.t('Export Picture'),
    saveLabel: l10n.t('Export'),
    filters: { [name]: [ending.slice(1)] },
    ...(defaultUri && { defaultUri }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, Buffer.from(file.content, file.encoding === 'text' ? 'utf8' : 'base64'));
  const notes = file.notes.join(' ');
  const open = l10n.t('Open');
  const words = l10n.t('The picture is in {0}.', workspace.asRelativePath(target));
  const chosen = await window.showInformationMessage(notes === '' ? words : `${words} ${notes}`, open);
  if (chosen === open) await commands.executeCommand('vscode.open', target);
}

function goneWords(): string {
  return l10n.t('This pathway is no longer in the text, so there is nothing to export.');
}
