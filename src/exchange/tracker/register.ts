import { folded, Names } from './names.ts';

/** A declaration that is made because a cell speaks of it. */
export interface Declared {
  readonly name: string;
  readonly label: string;
}

/** Declarations of one kind, each once, by what cells call them. */
export class Register {
  readonly #all = new Map<string, Declared>();
  readonly #names: Names;
  readonly #otherwise: string;

  constructor(otherwise: string, taken: Iterable<string> = []) {
    this.#names = new Names(taken);
    this.#otherwise = otherwise;
  }

  /** The name of what a text stands for. */
  of(text: string): string {
    const key = folded(text) || text;
    const known = this.#all.get(key);
    if (known) return known.name;
    const label = text.replace(/\s+/g, ' ').trim();
    const made = { name: this.#names.of(label, this.#otherwise), label };
    this.#all.set(key, made);
    return made.name;
  }

  get all(): readonly Declared[] {
    return [...this.#all.values()];
  }
}
