/** Does a piece of work again when it may be out of date: once nothing happens for a while, and one at a time. */
export class Again {
  readonly #work: () => Promise<void>;
  readonly #rest: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  #wanted = false;

  /** The rest is in milliseconds. Work that fails is done again when there is the next reason. */
  constructor(work: () => Promise<void>, rest: number) {
    this.#work = work;
    this.#rest = rest;
  }

  soon(): void {
    this.#wanted = true;
    if (this.#working) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#wanted = false;
  }

  async #run(): Promise<void> {
    this.#working = true;
    this.#wanted = false;
    await this.#work().catch(() => {});
    this.#working = false;
    if (this.#wanted) this.soon();
  }
}
