import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';
import { SHOW_REFERENCES, type ShowReferencesParams } from '../protocol/requests.ts';

/** The command behind the counts above declarations: shows the places that were counted. */
export function registerReferences(): Disposable {
  return commands.registerCommand(SHOW_REFERENCES, (...[uri, at, places]: ShowReferencesParams) =>
    commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      new Position(at.line, at.character),
      places.map(({ uri, range: { start, end } }) => {
        const range = new Range(start.line, start.character, end.line, end.character);
        return new Location(Uri.parse(uri), range);
      }),
    ),
  );
}
