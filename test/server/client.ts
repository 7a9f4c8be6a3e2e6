import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { LanguageServer } from '../../src/server/language-server.ts';
import { portsOf } from '../../src/server/node/language-server.ts';
import { shippedFile } from '../../src/server/node/shipped.ts';
import { commandFile } from '../support/command.ts';

/** A server that was launched, and how it is made to end. */
interface Launched {
  readonly connection: ProtocolConnection;
  /** What it ends with. */
  end(): Promise<number | null>;
}

const asOf = '2016-06-30';

/** The built language server as a process of its own, over its standard input and output. */
export function asProcess(): Launched {
  const launched = spawn(process.execPath, [commandFile, 'lsp', '--stdio', '--as-of', asOf], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = launched;
  const connection = createProtocolConnection(new StreamMessageReader(stdout!), new StreamMessageWriter(stdin!));
  const ended = new Promise<number | null>((done) => launched.once('exit', done));
  return {
    connection,
    end: async () => {
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

/** A language server in this process, which is ready much sooner: what it is told and tells goes through streams too. */
function inThisProcess(): Launched {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const layoutWorker = shippedFile('server/layout-worker.js');
  const exportWorker = shippedFile('server/export-worker.js');
  new LanguageServer(server, portsOf({ layoutWorker, exportWorker, today: () => asOf }));
  server.listen();
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return {
    connection,
    end: async () => {
      server.dispose();
      return 0;
    },
  };
}

/** An editor of our own, which talks to a language server as editors do. */
export class Client {
  readonly #launch: () => Launched;
  #launched: Launched | undefined;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #told = 0;

  constructor(launch = inThisProcess) {
    this.#launch = launch;
  }

  /** The server, launched when it is first needed: a test that shares one with others needs none of its own. */
  get connection(): ProtocolConnection {
    this.#launched ??= this.#start();
    return this.#launched.connection;
  }

  #start(): Launched {
    const launched = this.#launch();
    const { connection } = launched;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#diagnostics.set(uri, diagnostics);
      for (const tell of this.#waiting) tell();
    });
    connection.onNotification('care-pathways/changed', () => {
      this.#told++;
      for (const tell of this.#waiting) tell();
    });
    connection.listen();
    return launched;
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
    const { connection, end } = this.#launched;
    await connection.sendRequest('shutdown');
    const code = await end();
    connection.dispose();
    return code;
  }
}
