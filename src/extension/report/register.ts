import { commands, Disposable, type ExtensionContext, l10n, window } from 'vscode';
import type { LanguageClientOwner } from '../client.ts';
import type { RegisterNode } from '../registers/tree.ts';
import { exportReport } from './export.ts';
import { reportType } from './panel.ts';
import { type LastFile, meantBy, registersOf } from './project.ts';
import { Reports } from './reports.ts';
import { wishFrom } from './wish.ts';

/** Adds the reports to the window: their commands, and their coming back after a reload. */
export function registerReport({ extensionUri }: ExtensionContext, owner: LanguageClientOwner, file: LastFile) {
  const reports = new Reports(extensionUri, owner.client);
  const projectOf = async (given: unknown) => {
    const front = reports.inFront;
    const meant = given === undefined && front !== undefined ? { at: front } : meantBy(given, file);
    const found = await registersOf(owner.client, meant);
    if (!found) void window.showInformationMessage(l10n.t('Open a folder with .pathway files first.'));
    return found?.project;
  };
  return Disposable.from(
    commands.registerCommand('care-pathways.openReport', async (given: unknown) => {
      const project = await projectOf(given);
      if (project) reports.open({ project: project.folder });
    }),
    commands.registerCommand('care-pathways.openRegister', async (node: RegisterNode | undefined) => {
      const project = await projectOf(undefined);
      if (!project) return;
      const isMeant = node?.kind === 'register' || node?.kind === 'more';
      reports.open({ project: project.folder, ...(isMeant && { page: node.register.page }) });
    }),
    commands.registerCommand('care-pathways.exportReport', async (given: unknown) => {
      const project = await projectOf(given);
      if (project) await exportReport(extensionUri, project);
    }),
    window.registerWebviewPanelSerializer(reportType, {
      deserializeWebviewPanel: async (panel, state) => {
        const wish = wishFrom(state);
        // What it showed is not known: it was closed before it was ever shown.
        if (wish) reports.adopt(panel, wish);
        else panel.dispose();
      },
    }),
    owner.onChanged(() => reports.changed()),
    owner.onFailed(() => reports.failed()),
  );
}
