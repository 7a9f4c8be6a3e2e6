const allowed = 3;
const within = 3 * 60 * 1000;

/** Counts how often the language server ended by itself, so that it is not started for ever. */
export class Crashes {
  #times: number[] = [];

  /** Notes a crash, and says whether another start is worth trying. */
  mayRestart(now: number): boolean {
    this.#times = [...this.#times.filter((time) => now - time < within), now];
    return this.#times.length <= allowed;
  }

  forget(): void {
    this.#times = [];
  }
}
