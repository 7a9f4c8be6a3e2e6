import { commands, env, l10n, languages, ProgressLocation, UIKind, Uri, window, workspace } from 'vscode';
import type { ReportedProject, ReportForm } from '../../protocol/report.ts';
import { pathwayTexts } from '../client.ts';
import { askTarget, pickForm } from './forms.ts';
import { writeReport } from './writing.ts';

/** Asks for a form and a place, writes the report of a project there, and says so. */
export async function exportReport(extension: Uri, project: ReportedProject): Promise<void> {
  const folder = Uri.parse(project.folder, true);
  if (folder.scheme !== 'file')
    return void window.showInformationMessage(l10n.t('Save your pathway files in a folder first, then export.'));
  const form = await pickForm();
  if (!form || !(await saved())) return;
  const target = await askTarget(project, form);
  if (!target) return;
  const job = {
    folder: folder.fsPath,
    project: project.name,
    output: target.fsPath,
    form: form.form,
    commit: workspace.isTrusted,
  };
  const script = Uri.joinPath(extension, 'out', 'server', 'report-worker.js').fsPath;
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Exporting the report'),
    cancellable: true,
  };
  try {
    const written = await window.withProgress(options, (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return writeReport(script, job, (message) => progress.report({ message }), stop.signal);
    });
    if (written) await sayWritten(form.form, target, project.broken);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    void window.showErrorMessage(l10n.t('The report could not be exported: {0}', reason));
  }
}

/** A report is made of what is saved, so that it and its commit say the same; whoever has not saved is asked. */
async function saved(): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter((one) => one.isDirty && languages.match(pathwayTexts, one) > 0);
  if (unsaved.length === 0) return true;
  const save = l10n.t('Save and Export');
  const asIs = l10n.t('Export What Is Saved');
  const names = unsaved.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1)).join(', ');
  const chosen = await window.showWarningMessage(
    l10n.t('There are changes that are not saved: {0}', names),
    { modal: true, detail: l10n.t('A report is made of what is saved.') },
    save,
    asIs,
  );
  if (chosen !== save) return chosen === asIs;
  for (const document of unsaved) if (!(await document.save())) return false;
  return true;
}

async function sayWritten(form: ReportForm, target: Uri, broken: readonly string[]): Promise<void> {
  const words = [l10n.t('The report is in {0}.', workspace.asRelativePath(target))];
  if (broken.length > 0)
    words.push(l10n.t('The text of {0} has errors: it holds what could be understood.', broken.join(', ')));
  const open = l10n.t('Open');
  const reveal = l10n.t('Show in Folder');
  const chosen = await window.showInformationMessage(words.join(' '), ...(form === 'csv' ? [] : [open]), reveal);
  if (chosen === open) await openWritten(form, form === 'site' ? Uri.joinPath(target, 'index.html') : target);
  else if (chosen === reveal) await commands.executeCommand(isHere() ? 'revealFileInOS' : 'revealInExplorer', target);
}

/** Texts open in the window; a page or a workbook in the program that this machine has for it. */
async function openWritten(form: ReportForm, target: Uri): Promise<void> {
  const isText = form === 'markdown' || form === 'json';
  if (isText || !isHere()) await commands.executeCommand('vscode.open', target);
  else await env.openExternal(target);
}

/** Whether the files are on the machine that somebody sits at. */
function isHere(): boolean {
  return env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}
