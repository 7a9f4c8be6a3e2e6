import { commands, Disposable, type ExtensionContext, languages, Uri, workspace } from 'vscode';
import { type LanguageClientOwner, pathwayTexts } from '../client.ts';
import { newFile } from './new-file.ts';
import { newProject, showNewProject } from './new-project.ts';
import { stepsDoneBy } from './text.ts';

/** Adds what starts pathway files and projects, and what the walkthrough wants to know. */
export function registerTemplates({ extensionUri, globalState }: ExtensionContext, owner: LanguageClientOwner) {
  void setContext('active', true);
  void showNewProject(globalState);
  return Disposable.from(
    commands.registerCommand('care-pathways.newFile', (at) => newFile(extensionUri, owner.client, uriIn(at))),
    commands.registerCommand('care-pathways.newProject', (at) => newProject(extensionUri, globalState, uriIn(at))),
    watchSteps(),
  );
}

/** Says when somebody has written what a step of the walkthrough asks for. Only what was typed counts. */
function watchSteps(): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (!languages.match(pathwayTexts, document)) return;
    for (const { range, text } of contentChanges) {
      if (text.includes('\n') || range.start.line >= document.lineCount) continue;
      const done = stepsDoneBy(document.lineAt(range.start.line).text);
      if (done.providerNamed) void setContext('providerNamed', true);
      if (done.saidUnknown) void setContext('saidUnknown', true);
    }
  });
}

function setContext(key: string, value: boolean): Thenable<unknown> {
  return commands.executeCommand('setContext', `care-pathways.${key}`, value);
}

/** Menus give an address, and sometimes something else. */
function uriIn(at: unknown): Uri | undefined {
  return at instanceof Uri ? at : undefined;
}
