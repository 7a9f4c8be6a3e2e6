import { commands, type Disposable, Range, Uri, window } from 'vscode';
import { SHOW } from '../protocol/requests.ts';

/** The command behind what puts the caret into another file: a quick fix that writes there, a finding in a list. */
export function registerShow(): Disposable {
  return commands.registerCommand(SHOW, (uri: string, line: number, character: number) =>
    window.showTextDocument(Uri.parse(uri), { selection: new Range(line, character, line, character) }),
  );
}
