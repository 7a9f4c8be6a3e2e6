import { completionsAt } from '../../language/completion.ts';
import type { Feature } from '../feature.ts';

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: [' '] } },
  register: (connection, texts) =>
    connection.onCompletion(({ textDocument, position }) => {
      const at = texts.at(textDocument.uri);
      return at ? [...completionsAt({ ...at.checked, file: at.file }, position.line, position.character)] : [];
    }),
};
