import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, window } from 'vscode';
import type { PageState } from '../../protocol/preview.ts';
import type { LanguageClientOwner } from '../client.ts';
import type { Caret } from './controller.ts';
import { presentCaret, previewType } from './panel.ts';
import { Previews } from './previews.ts';

/** Adds the previews to the window: their commands, and their coming back after a reload. */
export function registerPreview({ extensionUri }: ExtensionContext, owner: LanguageClientOwner): Disposable {
  const previews = new Previews(extensionUri, owner.client);
  return Disposable.from(
    commands.registerCommand('care-pathways.openPreview', (uri) => previews.open(ViewColumn.Active, caretFor(uri))),
    commands.registerCommand('care-pathways.openPreviewToSide', (uri, at) =>
      previews.open(ViewColumn.Beside, caretFor(uri, at)),
    ),
    commands.registerCommand('care-pathways.openAnotherPreview', () => previews.openAnother()),
    commands.registerCommand('care-pathways.pinPreview', () => previews.pin(true)),
    commands.registerCommand('care-pathways.unpinPreview', () => previews.pin(false)),
    window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state) => void previews.adopt(panel, stateFrom(state)),
    }),
    owner.onChanged(() => previews.changed()),
    owner.onFailed(() => previews.failed()),
  );
}

/**
 * The caret in the file that a command was chosen for; its start where it is not the one somebody works in. What stands
 * above a pathway gives the pathway's own place.
 */
function caretFor(uri: unknown, at?: unknown): Caret | undefined {
  if (typeof uri === 'string' && isPosition(at)) return { uri, ...at };
  const present = presentCaret();
  if (!(uri instanceof Uri) || uri.toString() === present?.uri) return present;
  return { uri: uri.toString(), line: 0, character: 0 };
}

function isPosition(at: unknown): at is { readonly line: number; readonly character: number } {
  return typeof at === 'object' && at !== null && 'line' in at && 'character' in at;
}

/** What the page remembered of itself before the reload, as far as it can be told what that was. */
function stateFrom(state: unknown): PageState {
  if (typeof state !== 'object' || state === null) return {};
  const { selected, looks, pinned, since } = state as Readonly<Record<string, unknown>>;
  return {
    ...(typeof selected === 'string' && { selected }),
    ...(typeof looks === 'object' && looks !== null && { looks: looks as NonNullable<PageState['looks']> }),
    ...(pinned === true && { pinned }),
    ...(since === true && { since }),
  };
}
