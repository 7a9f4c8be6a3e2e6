import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { ReportedProject, ReportForm } from '../../protocol/report.ts';

/** A form of a report as it is chosen, and as it is saved. */
interface Form extends QuickPickItem {
  readonly form: ReportForm;
  /** What the name ends with; the last part of a folder's name, where it is a folder of files. */
  readonly ending: string;
  readonly isFolder?: true;
}

/** Asks in which form the report is to be handed over. */
export function pickForm(): Thenable<Form | undefined> {
  return window.showQuickPick(forms(), { title: l10n.t('Export Report'), matchOnDetail: true });
}

function forms(): readonly Form[] {
  return [
    {
      form: 'site',
      ending: '-report',
      isFolder: true,
      label: l10n.t('Website'),
      detail: l10n.t('A folder of pages with the pictures, tables to sort and filter, and a search'),
    },
    {
      form: 'single-file',
      ending: '-report.html',
      label: l10n.t('One HTML File'),
      detail: l10n.t('All pages in one file, to send by mail or to print'),
    },
    {
      form: 'xlsx',
      ending: '-report.xlsx',
      label: l10n.t('Excel Workbook'),
      detail: l10n.t('A sheet for each table'),
    },
    {
      form: 'markdown',
      ending: '-report.md',
      label: l10n.t('Markdown'),
      detail: l10n.t('One document with all tables, for wikis and reviews'),
    },
    {
      form: 'csv',
      ending: '-tables',
      isFolder: true,
      label: l10n.t('CSV Tables'),
      detail: l10n.t('A folder with a file for each table, for spreadsheets and statistics'),
    },
    {
      form: 'json',
      ending: '-report.json',
      label: l10n.t('JSON'),
      detail: l10n.t('All tables as data, for other programs'),
    },
  ];
}

/** Asks where to put it: a file, or a folder in which a new one is made. */
export async function askTarget({ folder, name }: ReportedProject, form: Form): Promise<Uri | undefined> {
  const project = Uri.parse(folder, true);
  const called = `${name}${form.ending}`;
  if (!form.isFolder)
    return window.showSaveDialog({
      title: l10n.t('Export Report'),
      saveLabel: l10n.t('Export'),
      defaultUri: Uri.joinPath(project, called),
      filters: { [form.label]: [called.slice(called.lastIndexOf('.') + 1)] },
    });
  const [parent] =
    (await window.showOpenDialog({
      title: l10n.t('Where is the folder {0} to be made?', called),
      openLabel: l10n.t('Export Here'),
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: project,
    })) ?? [];
  return parent && Uri.joinPath(parent, called);
}
