import { commands, Disposable, EventEmitter, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PageState, Place, ToHost } from '../../protocol/preview.ts';
import { RENAME } from '../../protocol/requests.ts';
import { LastCommit } from '../review/base.ts';
import { caretOf, watchCaret } from './carets.ts';
import { type Caret, PreviewController, startOf } from './controller.ts';
import { type EditWindow, PreviewEdits } from './edits.ts';
import { exportDrawn } from './exports.ts';
import { pageIn } from './html.ts';
import { editLanguageOf, languageOf } from './language.ts';
import { TextRevealer } from './reveal.ts';
import { editWords, previewWords } from './words.ts';
import { writeEdit } from './writing.ts';

export const previewType = 'care-pathways.preview';

export interface PanelOptions {
  readonly extension: Uri;
  readonly client: LanguageClient;
  /** Tells it from the other previews. */
  readonly reader: string;
  /** How its page was left before a reload. */
  readonly left?: PageState;
  /** The columns of the window that text should not cover. */
  readonly previewColumns: () => readonly ViewColumn[];
}

/** A preview's tab: what happens in the window goes to its controller, and what that decides happens in the window. */
export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly controller: PreviewController;
  readonly #revealer = new TextRevealer();
  readonly #closed = new EventEmitter<void>();
  readonly #changed = new EventEmitter<void>();
  readonly #edits: PreviewEdits;
  readonly #client: LanguageClient;
  readonly #previewColumns: () => readonly ViewColumn[];
  readonly onClosed = this.#closed.event;
  /** It was brought to the front or left, pinned or let go. */
  readonly onChanged = this.#changed.event;
  /** Where the preview itself last put the caret. */
  #led: Caret | undefined;

  constructor(panel: WebviewPanel, { extension, client, reader, left, previewColumns }: PanelOptions) {
    this.panel = panel;
    this.#client = client;
    this.#previewColumns = previewColumns;
    const base = new LastCommit(client, reader, () => this.controller.changed());
    this.controller = new PreviewController(languageOf(client, reader), this.#window(), previewWords(), left, base);
    this.#edits = new PreviewEdits({
      language: editLanguageOf(client),
      window: this.#editWindow(),
      words: editWords(),
      drawn: () => this.controller.drawn,
    });
    panel.iconPath = icons(extension);
    panel.webview.options = webviewOptions(extension);
    const watching = Disposable.from(
      panel.webview.onDidReceiveMessage((message: ToHost) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        this.controller.setVisible(panel.visible);
        this.#changed.fire();
      }),
      watchCaret((caret) => this.controller.caretMoved(caret, this.#isLed(caret))),
    );
    panel.onDidDispose(() => {
      Disposable.from(watching, base, this.#revealer, this.controller).dispose();
      this.#closed.fire();
    });
    this.controller.setVisible(panel.visible);
    panel.webview.html = pageIn(panel.webview, extension, 'preview');
  }

  readonly #post = (message: unknown): void => {
    void this.panel.webview.postMessage(message);
  };

  #receive(message: ToHost): void {
    const { drawn } = this.controller;
    if (message.type === 'export' && drawn) void exportDrawn(this.#client, drawn, message, this.#post);
    this.controller.receive(message);
    void this.#edits.receive(message);
  }

  #editWindow(): EditWindow {
    return {
      post: this.#post,
      ask: (what, proposed) => askLabel(what, proposed),
      write: (edit) => writeEdit(this.#client, edit, this.#previewColumns()),
      rename: async (place) => {
        await this.#reveal(place, true);
        await commands.executeCommand(RENAME, place.file, place.line, place.character);
      },
      warn: (message) => void window.showWarningMessage(message),
    };
  }

  #window() {
    return {
      post: this.#post,
      entitle: (label: string | undefined, pinned: boolean) => {
        this.panel.title = titleOf(label, pinned);
        this.#changed.fire();
      },
      reveal: (place: Place, focus: boolean) => void this.#reveal(place, focus),
    };
  }

  async #reveal(place: Place, focus: boolean): Promise<void> {
    this.#led = startOf(place);
    try {
      await this.#revealer.reveal(place, focus, this.#previewColumns());
    } catch {
      void window.showWarningMessage(l10n.t('The file of this element could not be opened: {0}', place.file));
    }
  }

  #isLed(caret: Caret): boolean {
    const led = this.#led;
    return led?.uri === caret.uri && led.line === caret.line && led.character === caret.character;
  }
}

/** What somebody calls a new stage or view: what its readers see. */
async function askLabel(what: 'stage' | 'view', proposed: string): Promise<string | undefined> {
  const label = await window.showInputBox({
    title: what === 'stage' ? l10n.t('New Stage') : l10n.t('Save as a View'),
    prompt: l10n.t('What is it called? Readers see this, and it gets a name made of it.'),
    value: proposed,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A name is needed.') : undefined),
  });
  return label?.trim();
}

function titleOf(label: string | undefined, pinned: boolean): string {
  if (!label) return l10n.t('Preview');
  return pinned ? l10n.t('Pinned: {0}', label) : l10n.t('Preview: {0}', label);
}

/** A new tab in a column of the window. */
export function createPanel(extension: Uri, column: ViewColumn): WebviewPanel {
  const where = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
  return window.createWebviewPanel(previewType, l10n.t('Preview'), where, webviewOptions(extension));
}

/** Where somebody works now. */
export function presentCaret(): Caret | undefined {
  return caretOf(window.activeTextEditor);
}

/** The page may run its script, and read its own files and no others. */
export function webviewOptions(extension: Uri) {
  const out = (folder: string) => Uri.joinPath(extension, 'out', folder);
  return { enableScripts: true, localResourceRoots: [out('webview'), out('fonts')] };
}

/** The picture on a tab. */
export function icons(extension: Uri) {
  const icon = (theme: string) => Uri.joinPath(extension, 'images', `preview-${theme}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}
