import { commands, Disposable, EventEmitter, l10n, Uri, type ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Place } from '../../model/place.ts';
import type { ToReportHost } from '../../protocol/report.ts';
import { OPEN_PREVIEW } from '../../protocol/requests.ts';
import { Again } from '../findings/again.ts';
import { pageIn } from '../preview/html.ts';
import { webviewOptions } from '../preview/panel.ts';
import { TextRevealer } from '../preview/reveal.ts';
import { ReportController, type ReportWindow } from './controller.ts';
import { reportLanguageOf } from './language.ts';
import type { ReportWish } from './wish.ts';
import { reportWords } from './words.ts';

export const reportType = 'care-pathways.report';

/** How long the text rests before a report follows it, in milliseconds: all of its tables are made anew. */
const rest = 300;

export interface ReportPanelOptions {
  readonly extension: Uri;
  readonly client: LanguageClient;
  readonly wish: ReportWish;
  /** The columns of the window that text should not cover. */
  readonly reportColumns: () => readonly ViewColumn[];
}

/** A report's tab: what happens in the window goes to its controller, and what that decides happens in the window. */
export class ReportPanel {
  readonly panel: WebviewPanel;
  readonly controller: ReportController;
  readonly #revealer = new TextRevealer();
  readonly #again: Again;
  readonly #reportColumns: () => readonly ViewColumn[];
  readonly #closed = new EventEmitter<void>();
  readonly onClosed = this.#closed.event;

  constructor(panel: WebviewPanel, { extension, client, wish, reportColumns }: ReportPanelOptions) {
    this.panel = panel;
    this.#reportColumns = reportColumns;
    this.controller = new ReportController(wish, {
      language: reportLanguageOf(client),
      window: this.#window(),
      words: reportWords(),
    });
    this.#again = new Again(async () => this.controller.changed(), rest);
    const icon = (theme: string) => Uri.joinPath(extension, 'images', `report-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = webviewOptions(extension);
    const watching = Disposable.from(
      panel.webview.onDidReceiveMessage((message: ToReportHost) => this.controller.receive(message)),
      panel.onDidChangeViewState(() => this.controller.setVisible(panel.visible)),
    );
    panel.onDidDispose(() => {
      Disposable.from(watching, this.#again, this.#revealer, this.controller).dispose();
      this.#closed.fire();
    });
    this.controller.setVisible(panel.visible);
    panel.webview.html = pageIn(panel.webview, extension, 'report');
  }

  /** The texts may have changed. */
  changed(): void {
    this.#again.soon();
  }

  #window(): ReportWindow {
    return {
      post: (message) => void this.panel.webview.postMessage(message),
      entitle: (title) => {
        this.panel.title = l10n.t('Report: {0}', title);
      },
      reveal: (place) => void this.#reveal(place),
      draw: ({ file, line, character }) => void commands.executeCommand(OPEN_PREVIEW, file, { line, character }),
    };
  }

  async #reveal(place: Place): Promise<void> {
    try {
      await this.#revealer.reveal(place, true, this.#reportColumns());
    } catch {
      void window.showWarningMessage(l10n.t('The text of this row could not be opened: {0}', place.file));
    }
  }
}
