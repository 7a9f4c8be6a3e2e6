import type { ToHost } from '../../protocol/preview.ts';
import type { Host, Listeners, Memory } from '../host.ts';
import { vsCodeApi } from './vscode-api.ts';

/** Talks to the extension. */
export class VsCodeHost implements Host {
  readonly kind = 'vscode';
  readonly #api = vsCodeApi();

  post(message: ToHost): void {
    this.#api.postMessage(message);
  }

  listen({ message }: Listeners): void {
    window.addEventListener('message', (event) => message(event.data));
  }

  recall(): Memory {
    return (this.#api.getState() as Memory | undefined) ?? {};
  }

  remember(memory: Memory): void {
    this.#api.setState(memory);
  }
}
