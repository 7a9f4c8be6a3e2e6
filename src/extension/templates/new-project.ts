import { commands, l10n, type Memento, Range, Uri, window, workspace } from 'vscode';
import { baseName, exists, folderAt, isInGit, type NewFile, templateText, writeNew } from './files.ts';
import { openProvider } from './text.ts';

/** Which file to show once the window has opened the folder of a new project. */
const TO_SHOW = 'care-pathways.newProject';

const files = ['project.pathway', 'register.pathway', 'my-pathway.pathway'];

/** "New Pathway Project…": writes a first project into a folder, and shows its pathway with the picture beside it. */
export async function newProject(extension: Uri, memory: Memento, chosen?: Uri): Promise<void> {
  const folder = chosen ? await folderAt(chosen) : await chooseFolder();
  if (!folder) return;
  try {
    const there = await writeNew(await filesOfProject(extension, folder));
    if (there.length > 0) return sayWhatIsThere(folder, there);
  } catch (error) {
    void window.showErrorMessage(l10n.t('The project could not be written: {0}', (error as Error).message));
    return;
  }
  const first = Uri.joinPath(folder, files.at(-1)!);
  if (workspace.getWorkspaceFolder(first)) return show(first);
  await memory.update(TO_SHOW, first.toString());
  await commands.executeCommand('vscode.openFolder', folder);
}

/** Goes on where the window was opened anew for the folder of a new project. */
export async function showNewProject(memory: Memento): Promise<void> {
  const kept = memory.get<string>(TO_SHOW);
  const first = kept === undefined ? undefined : Uri.parse(kept, true);
  if (!first || !workspace.getWorkspaceFolder(first)) return;
  await memory.update(TO_SHOW, undefined);
  if (await exists(first)) await show(first);
}

/** The opened folder where it is the only one and holds no project yet; else one that somebody chooses. */
async function chooseFolder(): Promise<Uri | undefined> {
  const [open, ...others] = workspace.workspaceFolders ?? [];
  if (open && others.length === 0 && !(await exists(Uri.joinPath(open.uri, 'project.pathway')))) return open.uri;
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t('A folder for the new pathway project'),
      openLabel: l10n.t('Start the Project Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return folder;
}

async function filesOfProject(extension: Uri, folder: Uri): Promise<readonly NewFile[]> {
  const made = await Promise.all(
    files.map(async (name) => ({
      uri: Uri.joinPath(folder, name),
      text: await templateText(extension, `project/${name}`),
    })),
  );
  const attributes = Uri.joinPath(folder, '.gitattributes');
  if (!(await isInGit(folder)) || (await exists(attributes))) return made;
  return [...made, { uri: attributes, text: await templateText(extension, 'project/gitattributes') }];
}

function sayWhatIsThere(folder: Uri, there: readonly Uri[]): void {
  const names = there.map(baseName).join(', ');
  void window.showErrorMessage(
    l10n.t('Nothing was written: {0} has these files already: {1}. Choose another folder.', baseName(folder), names),
  );
}

async function show(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const [start, end] = openProvider(document.getText());
  await window.showTextDocument(document, {
    preview: false,
    selection: new Range(document.positionAt(start), document.positionAt(end)),
  });
  await commands.executeCommand('care-pathways.openPreviewToSide', uri);
}
