import { indentOf } from './fit.ts';
import { type Markers, markedLines } from './markers.ts';
import { isRivals, type Merged, type Part, type RivalHeads, type Rivals } from './parts.ts';

/** How what is not decided is written: with markers, or as one of the sides wants it. */
export type Taking = Markers | 'ours' | 'theirs';

/** The text of some parts, one after another. */
export function printParts(parts: readonly Part[], taking: Taking, lineEnd: string): string {
  const printer = new Printer(taking, lineEnd);
  for (const part of parts) printer.part(part);
  return printer.text;
}

class Printer {
  readonly #taking: Taking;
  readonly #lineEnd: string;
  readonly #written: string[] = [];
  /** Whether the next character starts a line. */
  #fresh = true;

  constructor(taking: Taking, lineEnd: string) {
    this.#taking = taking;
    this.#lineEnd = lineEnd;
  }

  get text(): string {
    return this.#written.join('');
  }

  part(part: Part): void {
    if (isRivals(part)) this.#rivals(part);
    else this.#merged(part);
  }

  #merged({ leading, head, body, trailing, first }: Merged): void {
    if (first) this.#startLine();
    if (typeof head === 'string') this.#write(leading + head + (body?.open ?? ''));
    else this.#heads(leading, head, body?.open, trailing);
    if (body) {
      for (const part of body.parts) this.part(part);
      if (body.parts.some(isRivals)) this.#startLine();
      this.#write(`${body.close}}`);
    }
    if (typeof head === 'string' || body) this.#write(trailing);
  }

  /** Two first lines of one block. No brace stands between markers: it has a line of its own below them. */
  #heads(leading: string, heads: RivalHeads, open: string | undefined, trailing: string): void {
    const indent = indentOf({ leading });
    this.#write(leading.slice(0, leading.length - indent.length));
    this.#lines({ base: indent + heads.base, ours: indent + heads.ours, theirs: indent + heads.theirs });
    const below = (open ?? trailing).trimStart();
    if (below !== '') this.#write(indent + below);
  }

  #rivals(rivals: Rivals): void {
    this.#startLine();
    this.#write(rivals.leading);
    this.#lines(rivals);
  }

  #lines(lines: Pick<Rivals, 'base' | 'ours' | 'theirs'>): void {
    this.#startLine();
    this.#write(typeof this.#taking === 'string' ? lines[this.#taking] : markedLines(lines, this.#taking));
    this.#startLine();
  }

  #startLine(): void {
    if (!this.#fresh) this.#write(this.#lineEnd);
  }

  #write(text: string): void {
    if (text === '') return;
    this.#written.push(text);
    this.#fresh = text.endsWith('\n');
  }
}
