import type { Look } from '../diagram/look.ts';
import type { Host, Memory, View } from './host.ts';

/** How long to wait before writing, in milliseconds: moving the picture changes it many times a second. */
const pause = 200;
/** So many pathways are remembered; the one that was looked at longest ago goes first. */
const most = 50;

/** What the reader did, kept for when the page is shown again. */
export class Notebook {
  readonly #host: Host;
  #memory: Memory;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#memory = host.recall();
    window.addEventListener('pagehide', () => this.#write());
  }

  get memory(): Memory {
    return this.#memory;
  }

  view(key: string): View {
    return this.#memory.views?.[key] ?? {};
  }

  keep(changes: Partial<Memory>): void {
    this.#memory = { ...this.#memory, ...changes };
    this.#timer ??= setTimeout(() => this.#write(), pause);
  }

  /** Changes part of what is kept about a pathway; `undefined` forgets it. */
  keepView(key: string, changes: { readonly [K in keyof View]: View[K] | undefined }): void {
    const others = Object.entries(this.#memory.views ?? {}).filter(([other]) => other !== key);
    const changed = Object.entries({ ...this.view(key), ...changes }).filter(([, value]) => value !== undefined);
    this.keep({ views: Object.fromEntries([...others.slice(1 - most), [key, Object.fromEntries(changed)]]) });
  }

  /** How a pathway was looked at last. */
  keepLook(key: string, look: Look): void {
    const others = Object.entries(this.#memory.looks ?? {}).filter(([other]) => other !== key);
    this.keep({ looks: Object.fromEntries([...others.slice(1 - most), [key, look]]) });
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#host.remember(this.#memory);
  }
}
