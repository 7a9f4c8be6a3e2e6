import { commands, type Disposable, Range, Uri, window } from 'vscode';
import { SHOW } from '../protocol/requests.ts';

/** The command behind what puts the caret into another file: a quick fix that writes there, a finding in a list. */
export function registerShow(): Disposable {
  return commands.registerCommand(SHOW, (uri: string, line: number, character: number) =>
    show(Uri.parse(uri), new Range(line, character, line, character)),
  );
}

/** VS Code itself opens a file that was written into, behind the others. Opened at the same moment, one gives way. */
async function show(uri: Uri, selection: Range, tries = 5): Promise<void> {
  const shown = await window.showTextDocument(uri, { selection }).then(
    () => window.activeTextEditor?.document.uri.toString() === uri.toString(),
    (error: unknown) => {
      if (tries === 0) throw error;
      return false;
    },
  );
  if (shown || tries === 0) return;
  await new Promise((resolve) => setTimeout(resolve, 100));
  await show(uri, selection, tries - 1);
}
