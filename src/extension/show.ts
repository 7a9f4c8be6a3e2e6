import { commands, type Disposable, Range, Uri, window } from 'vscode';
import { SHOW } from '../protocol/requests.ts';

/** The command behind what puts the caret into another file: a quick fix that writes there, a finding in a list. */
export function registerShow(): Disposable {
  return commands.registerCommand(SHOW, async (uri: string, line: number, character: number) => {
    const show = () =>
      window.showTextDocument(Uri.parse(uri), {
        selection: new Range(line, character, line, character),
      });
    // VS Code itself opens a file that was written into, behind the others. Opened at the same moment, one gives way.
    await show().then(undefined, show);
  });
}
