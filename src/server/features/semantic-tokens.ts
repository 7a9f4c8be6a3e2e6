import { type Range, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import { encode, semanticTokensOf, tokenModifiers, tokenTypes } from '../../language/features/semantic-tokens.ts';
import type { Feature, Texts } from '../feature.ts';
import { refresh } from '../refresh.ts';

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
  },
  register: (connection, texts) => {
    connection.languages.semanticTokens.on(({ textDocument }) => colours(texts, textDocument.uri));
    connection.languages.semanticTokens.onRange(({ textDocument, range }) => colours(texts, textDocument.uri, range));
  },
  changed: (connection, { capabilities }) => {
    if (capabilities.workspace?.semanticTokens?.refreshSupport)
      refresh(connection, SemanticTokensRefreshRequest.method);
  },
};

function colours(texts: Texts, uri: string, range?: Range): { data: number[] } {
  const at = texts.at(uri);
  return { data: at ? encode(semanticTokensOf(at.checked, at.file, range)) : [] };
}
