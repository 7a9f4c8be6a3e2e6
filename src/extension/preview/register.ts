import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClientOwner } from '../client.ts';
import type { Caret } from './controller.ts';
import { languageOf } from './language.ts';
import { createPanel, PreviewPanel, presentCaret, previewType } from './panel.ts';

/** Adds the preview to the window: its commands, and its coming back after a reload. There is at most one. */
export function registerPreview({ extensionUri }: ExtensionContext, owner: LanguageClientOwner): Disposable {
  const language = languageOf(owner.client);
  let preview: PreviewPanel | undefined;

  const adopt = (panel: WebviewPanel, selected?: string): PreviewPanel => {
    preview?.panel.dispose();
    const adopted = new PreviewPanel(panel, extensionUri, language, selected);
    adopted.onClosed(() => {
      if (preview === adopted) preview = undefined;
    });
    preview = adopted;
    return adopted;
  };

  const open = (column: ViewColumn, uri?: unknown, at?: unknown) => {
    const caret = caretFor(uri, at);
    if (preview) preview.panel.reveal(columnAgain(preview.panel, column), column === ViewColumn.Beside);
    const shown = preview ?? adopt(createPanel(extensionUri, column));
    if (caret) shown.controller.show(caret);
  };

  return Disposable.from(
    commands.registerCommand('care-pathways.openPreview', (uri) => open(ViewColumn.Active, uri)),
    commands.registerCommand('care-pathways.openPreviewToSide', (uri, at) => open(ViewColumn.Beside, uri, at)),
    window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state) => void adopt(panel, selectedIn(state)),
    }),
    owner.onChanged(() => preview?.controller.changed()),
    owner.onFailed(() => preview?.controller.failed()),
  );
}

/**
 * The caret in the file that a command was chosen for; its start where it is not the one somebody works in. What stands
 * above a pathway gives the pathway's own place.
 */
function caretFor(uri: unknown, at: unknown): Caret | undefined {
  if (typeof uri === 'string' && isPosition(at)) return { uri, ...at };
  const present = presentCaret();
  if (!(uri instanceof Uri) || uri.toString() === present?.uri) return present;
  return { uri: uri.toString(), line: 0, character: 0 };
}

function isPosition(at: unknown): at is { readonly line: number; readonly character: number } {
  return typeof at === 'object' && at !== null && 'line' in at && 'character' in at;
}

/** A preview that stands beside the text already stays in its column. */
function columnAgain(panel: WebviewPanel, column: ViewColumn): ViewColumn | undefined {
  const isBeside = panel.viewColumn !== window.tabGroups.activeTabGroup.viewColumn;
  return column === ViewColumn.Beside && isBeside ? panel.viewColumn : column;
}

/** What the page remembered of itself before the reload. */
function selectedIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('selected' in state)) return undefined;
  return typeof state.selected === 'string' ? state.selected : undefined;
}
