import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { commandFile } from '../support/command.ts';

/** An editor of our own: talks to the built language server over its standard input and output. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #told = 0;

  constructor() {
    this.#process = spawn(process.execPath, [commandFile, 'lsp', '--stdio', '--as-of', '2016-06-30'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = this.#process;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout!), new StreamMessageWriter(stdin!));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.#diagnostics.set(uri, diagnostics);
        for (const tell of this.#waiting) tell();
      },
    );
    this.connection.onNotification('care-pathways/changed', () => {
      this.#told++;
      for (const tell of this.#waiting) tell();
    });
    this.connection.listen();
  }

  async start(folder: string | undefined): Promise<void> {
    const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'test' }];
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders,
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'pathway', version: 1, text },
    });
  }

  /** Replaces the whole text. */
  async change(uri: string, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  diagnosticsOf(uri: string): readonly Diagnostic[] | undefined {
    return this.#diagnostics.get(uri);
  }

  /** Waits until something holds of what the server has told. */
  async until<T>(found: () => T | undefined | false): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined && value !== false) return value;
      await new Promise<void>((tell) => {
        const once = (): void => {
          this.#waiting.delete(once);
          tell();
        };
        this.#waiting.add(once);
      });
    }
  }

  /** Waits until the server has told of everything that was changed so far: it does so before it says `changed`. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      const before = this.#told;
      await this.request('care-pathways/pathways');
      await new Promise((done) => setTimeout(done, 30));
      quiet = this.#told === before ? quiet + 1 : 0;
    }
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest(method, params) as Promise<T>;
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.#process.once('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
