import { commands, type Disposable, Position, Uri } from 'vscode';
import { RENAME } from '../protocol/requests.ts';

/** The command behind the quick fix that gives a name to be changed to VS Code's own renaming. */
export function registerRename(): Disposable {
  return commands.registerCommand(RENAME, (uri: string, line: number, character: number) =>
    commands.executeCommand('editor.action.rename', [Uri.parse(uri), new Position(line, character)]),
  );
}
