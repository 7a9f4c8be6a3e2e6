import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLensesOf } from '../../language/features/code-lens.ts';
import { OPEN_PREVIEW, SHOW_PROBLEMS, SHOW_REFERENCES } from '../../protocol/requests.ts';
import type { Feature } from '../feature.ts';
import { refresh } from '../refresh.ts';

const commands = { openPreview: OPEN_PREVIEW, problems: SHOW_PROBLEMS, showReferences: SHOW_REFERENCES };

export const lenses: Feature = {
  capabilities: { codeLensProvider: {} },
  register: (connection, texts) =>
    connection.onCodeLens(({ textDocument }) => {
      const at = texts.at(textDocument.uri);
      return at ? [...codeLensesOf(at.checked, at.file, commands)] : [];
    }),
  changed: (connection, { capabilities }) => {
    if (capabilities.workspace?.codeLens?.refreshSupport) refresh(connection, CodeLensRefreshRequest.method);
  },
};
