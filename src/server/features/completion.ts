import { CompletionTriggerKind } from 'vscode-languageserver';
import { completionsAt } from '../../language/completion.ts';
import type { Feature } from '../feature.ts';

/** Suggestions. They open by themselves where a space follows a word that wants something behind it. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: [' '] } },
  register: (connection, texts) =>
    connection.onCompletion(({ textDocument, position: { line, character }, context }) => {
      const at = texts.at(textDocument.uri);
      if (!at) return [];
      const bySpace = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const { items, isIncomplete } = completionsAt(
        { ...at.checked, file: at.file, today: texts.today() },
        line,
        character,
        bySpace,
      );
      return isIncomplete ? { isIncomplete, items: [...items] } : [...items];
    }),
};
