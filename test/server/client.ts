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
  #launched: { readonly process: ChildProcess; readonly connection: ProtocolConnection } | undefined;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #told = 0;

  /** The server, launched when it is first needed: a test that shares one with others needs none of its own. */
  get connection(): ProtocolConnection {
    this.#launched ??= this.#launch();
    return this.#launched.connection;
  }

  #launch() {
    const launched = spawn(process.execPath, [commandFile, 'lsp', '--stdio', '--as-of', '2016-06-30'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = launched;
    const connection = createProtocolConnection(new StreamMessageReader(stdout!), new StreamMessageWriter(stdin!));
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#diagnostics.set(uri, diagnostics);
      for (const tell of this.#waiting) tell();
    });
    connection.onNotification('care-pathways/changed', () => {
      this.#told++;
      for (const tell of this.#waiting) tell();
    });
    connection.listen();
    return { process: launched, connection };
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

  /** With what the server ends; one that was never needed ends well. */
  async stop(): Promise<number | null> {
    if (!this.#launched) return 0;
    const { process: launched, connection } = this.#launched;
    const ended = new Promise<number | null>((done) => launched.once('exit', done));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const code = await ended;
    connection.dispose();
    return code;
  }
}
