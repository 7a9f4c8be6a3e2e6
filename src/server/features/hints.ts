import { type Connection, DidChangeConfigurationNotification, InlayHintRefreshRequest } from 'vscode-languageserver';
import { allHints, type HintSettings, inlayHintsOf } from '../../language/features/inlay-hints.ts';
import type { Editor, Feature } from '../feature.ts';
import { refresh } from '../refresh.ts';

const SECTION = 'care-pathways.hints';

export const hints: Feature = {
  capabilities: { inlayHintProvider: true },
  register: (connection, texts, editor) => {
    let following = false;
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      if (!following) {
        following = true;
        await followSettings(connection, editor());
      }
      const settings = await settingsOf(connection, editor());
      const at = texts.at(textDocument.uri);
      return at ? [...inlayHintsOf(at.checked, at.file, settings, range)] : [];
    });
    connection.onDidChangeConfiguration(() => lookAgain(connection, editor()));
  },
  changed: lookAgain,
};

function lookAgain(connection: Connection, { capabilities }: Editor): void {
  if (capabilities.workspace?.inlayHint?.refreshSupport) refresh(connection, InlayHintRefreshRequest.method);
}

/** Asks to be told when settings change, once somebody looks at hints. */
async function followSettings(connection: Connection, { capabilities }: Editor): Promise<void> {
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
}

/** The settings of this moment, or those that the editor started with; a hint that nothing is said of is shown. */
async function settingsOf(connection: Connection, editor: Editor): Promise<HintSettings> {
  const asks = editor.capabilities.workspace?.configuration === true;
  const said: unknown = asks
    ? await connection.workspace.getConfiguration(SECTION)
    : editor.initializationOptions?.hints;
  const given = typeof said === 'object' && said !== null ? (said as Readonly<Record<string, unknown>>) : {};
  const isOn = (name: keyof HintSettings): boolean => given[name] !== false && allHints[name];
  return {
    inherited: isOn('inherited'),
    costPerCase: isOn('costPerCase'),
    totals: isOn('totals'),
    successors: isOn('successors'),
  };
}
