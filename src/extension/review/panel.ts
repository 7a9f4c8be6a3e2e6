import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Place } from '../../protocol/preview.ts';
import type { ReviewEntry, ToReviewHost } from '../../protocol/review.ts';
import { columnForText } from '../preview/columns.ts';
import { pageIn } from '../preview/html.ts';
import { icons, webviewOptions } from '../preview/panel.ts';
import { ReviewController, type ReviewWindow } from './controller.ts';
import { emptyText } from './empty-text.ts';
import { gitApi, gitHistory, watchRepositories } from './git-history.ts';
import type { Sides } from './history.ts';
import { reviewLanguageOf } from './language.ts';
import { type FileThen, sideBySide } from './side-by-side.ts';
import type { ReviewWish } from './wish.ts';
import { reviewWords } from './words.ts';

export const reviewType = 'care-pathways.review';

export interface ReviewPanelOptions {
  readonly extension: Uri;
  readonly client: LanguageClient;
  /** Tells it from the other reviews. */
  readonly reader: string;
  readonly wish: ReviewWish;
}

/** A review's tab: what happens in the window goes to its controller, and what that decides happens in the window. */
export class ReviewPanel {
  readonly panel: WebviewPanel;
  readonly controller: ReviewController;
  readonly #closed = new EventEmitter<void>();
  readonly onClosed = this.#closed.event;

  constructor(panel: WebviewPanel, { extension, client, reader, wish }: ReviewPanelOptions) {
    this.panel = panel;
    this.controller = new ReviewController(wish, {
      language: reviewLanguageOf(client, reader),
      history: gitHistory,
      window: this.#window(),
      words: reviewWords(),
    });
    panel.iconPath = icons(extension);
    panel.webview.options = webviewOptions(extension);
    const watching = Disposable.from(
      panel.webview.onDidReceiveMessage((message: ToReviewHost) => this.controller.receive(message)),
      panel.onDidChangeViewState(() => this.controller.setVisible(panel.visible)),
      watchRepositories(() => void this.controller.historyChanged()),
      workspace.onDidGrantWorkspaceTrust(() => void this.controller.historyChanged()),
    );
    panel.onDidDispose(() => {
      watching.dispose();
      this.controller.dispose();
      this.#closed.fire();
    });
    this.controller.setVisible(panel.visible);
    panel.webview.html = pageIn(panel.webview, extension, 'review');
  }

  #window(): ReviewWindow {
    return {
      post: (message) => void this.panel.webview.postMessage(message),
      entitle: (title) => {
        this.panel.title = l10n.t('Review: {0}', title);
      },
      open: (entry, sides, focus) => void this.#open(entry, sides, focus),
    };
  }

  /** Shows the texts of both sides beside each other, in another column than the review. */
  async #open(entry: ReviewEntry, sides: Sides, focus: boolean): Promise<void> {
    const both = sideBySide(entry, sides, this.controller.wish.what);
    if (!both) return;
    const file = both.place.file;
    const name = decodeURIComponent(file.slice(file.lastIndexOf('/') + 1));
    try {
      const [left, right] = [await addressOf(both.left, name), await addressOf(both.right, name)];
      const title = `${name} (${sides.before.called} ↔ ${sides.after.called})`;
      await commands.executeCommand('vscode.diff', left, right, title, {
        viewColumn: columnBeside(this.panel.viewColumn),
        preserveFocus: !focus,
        ...(both.side === 'right' && { selection: startOf(both.place) }),
      });
      if (both.side === 'left') revealIn(left, both.place);
    } catch {
      void window.showWarningMessage(l10n.t('The text of this change could not be opened: {0}', name));
    }
  }
}

async function addressOf(then: FileThen, name: string): Promise<Uri> {
  if (!then) return emptyText(name);
  const uri = Uri.parse(then.file, true);
  if (then.ref === undefined) return uri;
  const api = await gitApi();
  if ('message' in api) throw new Error(api.message);
  return api.toGitUri(uri, then.ref);
}

/** The caret goes into the text on the left only once it is shown. */
function revealIn(uri: Uri, place: Place): void {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (!editor) return;
  const at = startOf(place);
  editor.selection = new Selection(at.start, at.start);
  editor.revealRange(at, TextEditorRevealType.InCenterIfOutsideViewport);
}

function startOf({ line, character }: Place): Range {
  return new Range(line, character, line, character);
}

function columnBeside(own: ViewColumn | undefined): ViewColumn {
  const columns = window.tabGroups.all.map(({ viewColumn }) => ({ column: viewColumn, shows: false, has: false }));
  return columnForText(columns, own === undefined ? [] : [own]) ?? ViewColumn.Beside;
}
