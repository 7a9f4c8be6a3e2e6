import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { vi } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { serve } from '../../src/cli/serve.ts';
import { commandFile } from '../support/command.ts';

/** Where a folder is shown, until the test is over. */
export class Serving {
  readonly address: string;
  readonly #close: () => Promise<void>;

  protected constructor(address: string, close: () => Promise<void>) {
    this.address = address;
    this.#close = close;
  }

  /** Shows a folder from this process, which begins much sooner than one of its own. */
  static async start(folder: string, asOf?: string): Promise<Serving> {
    const io: Io = {
      cwd: folder,
      terminal: false,
      colour: false,
      today: () => new Date().toLocaleDateString('sv'),
      out: () => {},
      err: () => {},
    };
    const { address, close } = await serve(folder, { open: false, ...(asOf !== undefined && { asOf }) }, io);
    return new Serving(address, close);
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }

  /** One request, with whatever headers: `fetch` would not send a foreign `Host`. */
  get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((done, fail) => {
      const asked = request({ host: '127.0.0.1', port: this.port, path, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      asked.on('error', fail).end();
    });
  }
}

/** `pathway serve` as a process of its own. */
export class ServingProcess extends Serving {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, printed: string) {
    super(/^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(printed)?.[0] ?? '', async () => {
      await this.stop();
    });
    this.#child = child;
  }

  static async launch(folder: string, ...more: readonly string[]): Promise<ServingProcess> {
    const child = spawn(process.execPath, [commandFile, 'serve', folder, '--no-open', ...more], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed = await new Promise<string>((done, fail) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('Ctrl+C')) done(text);
      });
      child.on('close', (code) => fail(new Error(`It ended with ${code}.`)));
    });
    return new ServingProcess(child, printed);
  }

  /** Asks it to stop, and says what it ended with. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const ended = new Promise<number | null>((done) => {
      this.#child.on('close', done);
    });
    this.#child.kill(signal);
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 50_000);
    return ended.finally(() => clearTimeout(force));
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Tries until it holds, for as long as it may take. */
export async function eventually(assertion: () => unknown): Promise<void> {
  await vi.waitFor(assertion, { timeout: 50_000, interval: 25 });
}
