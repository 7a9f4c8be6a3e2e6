import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { vi } from 'vitest';
import { commandFile } from '../support/command.ts';

/** `pathway serve` as a process of its own, until the test is over. */
export class Serving {
  readonly address: string;
  readonly printed: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, printed: string) {
    this.#child = child;
    this.printed = printed;
    this.address = /^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(printed)?.[0] ?? '';
  }

  static async start(folder: string, ...more: readonly string[]): Promise<Serving> {
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
    return new Serving(child, printed);
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** Asks it to stop, and says what it ended with. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const ended = new Promise<number | null>((done) => {
      this.#child.on('close', done);
    });
    this.#child.kill(signal);
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    return ended.finally(() => clearTimeout(force));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
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

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Tries until it holds, for as long as it may take. */
export async function eventually(assertion: () => unknown): Promise<void> {
  await vi.waitFor(assertion, { timeout: 10_000, interval: 25 });
}
