/** The text without case, punctuation and spaces that say nothing: two that are the same so mean the same. */
export function folded(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/&|\+/g, ' and ')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** Hands out names for pathway files: short words made of what people call a thing, each once. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** `otherwise` is for a text that has no letter in it. */
  of(text: string, otherwise: string): string {
    const wanted = nameFrom(text) ?? otherwise;
    for (let name = wanted, number = 2; ; name = `${wanted}-${number++}`) {
      if (this.#taken.has(name) || /^(?:none|unknown|not-applicable)$/.test(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

/** The first words of a text as a name; as many as are read at a glance. Only letters that a name may hold. */
function nameFrom(text: string): string | undefined {
  const words = folded(text.normalize('NFC').replace(/['’]/g, '').replace(FOREIGN, ' ')).split(' ');
  while (words.length > 0 && !/^[A-Za-z\u00C0-\u02AF\u0370-\u1FFF]/.test(words[0]!)) words.shift();
  let name = words.shift();
  for (const word of words) {
    if (name!.length + word.length >= 40) break;
    name = `${name}-${word}`;
  }
  return name?.slice(0, 60);
}

const FOREIGN = /[^A-Za-z0-9&+\u00C0-\u02AF\u0370-\u1FFF]/g;
