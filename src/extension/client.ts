import { EventEmitter, l10n, type Uri, Uri as uris, window, workspace } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  type DocumentSelector,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { CAN_RENAME, CAN_SHOW, CAN_SHOW_RULES, CHANGED } from '../protocol/requests.ts';
import { Crashes } from './crashes.ts';

/** Which texts are ours. The old side of a comparison (`git:`) is not: every name in it would be there twice. */
export const pathwayTexts = [
  { language: 'pathway', scheme: 'file' },
  { language: 'pathway', scheme: 'untitled' },
] satisfies DocumentSelector;

/** Runs the language server, a Node program of its own, and starts it again should it end unasked. */
export class LanguageClientOwner {
  readonly client: LanguageClient;
  readonly #crashes = new Crashes();
  readonly #changed = new EventEmitter<void>();
  readonly #failed = new EventEmitter<void>();

  /** Models may have changed, or the server has just started. */
  readonly onChanged = this.#changed.event;
  /** The server does not run and is not going to. */
  readonly onFailed = this.#failed.event;

  /** A folder that is deleted is told about once, without a word about the files in it. */
  readonly #watchers = [
    workspace.createFileSystemWatcher('**/*.pathway'),
    workspace.createFileSystemWatcher('**', true, true, false),
  ];

  constructor(extension: Uri) {
    const module = uris.joinPath(extension, 'out', 'server', 'main.js').fsPath;
    const start = { module, transport: TransportKind.stdio };
    this.client = new LanguageClient('care-pathways', 'Care Pathways', { run: start, debug: start }, this.#options());
    this.client.onNotification(CHANGED, () => this.#changed.fire());
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#changed.fire();
    });
  }

  async start(): Promise<void> {
    try {
      await this.client.start();
    } catch {
      this.#givenUp(l10n.t('Care Pathways could not start, so nothing is checked or drawn. Your files are safe.'));
    }
  }

  async stop(): Promise<void> {
    for (const watcher of this.#watchers) watcher.dispose();
    if (this.client.needsStop()) await this.client.stop();
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: pathwayTexts,
      initializationOptions: { [CAN_RENAME]: true, [CAN_SHOW]: true, [CAN_SHOW_RULES]: true },
      synchronize: { fileEvents: this.#watchers },
      middleware: {
        workspace: {
          didChangeWatchedFile: async (event, next) => {
            if (mayConcern(event.uri)) await next(event);
          },
        },
      },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => this.#closed() },
    };
  }

  #closed(): CloseHandlerResult {
    if (!this.#crashes.mayRestart(Date.now())) {
      this.#givenUp(l10n.t('Care Pathways keeps stopping, so nothing is checked or drawn. Your files are safe.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    void window.showWarningMessage(l10n.t('Care Pathways was restarted. Your files are safe.'));
    return { action: CloseAction.Restart, handled: true };
  }

  async #givenUp(message: string): Promise<void> {
    this.#failed.fire();
    const again = l10n.t('Try Again');
    if ((await window.showErrorMessage(message, again)) !== again) return;
    this.#crashes.forget();
    await this.start();
  }
}

/** Pathway files, and whatever looks like a folder. */
function mayConcern(uri: string): boolean {
  return uri.endsWith('.pathway') || !/\.[^/]*$/.test(uri);
}
