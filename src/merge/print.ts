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
  text = '';

  constructor(taking: Taking, lineEnd: string) {
    this.#taking = taking;
    this.#lineEnd = lineEnd;
  }

  part(part: Part): void {
    if (isRivals(part)) this.#rivals(part);
    else this.#merged(part);
  }

  #merged({ leading, head, body, trailing, first }: Merged): void {
    if (first) this.#startLine();
    this.text += leading;
    if (typeof head === 'string') this.text += head + (body?.open ?? '');
    else this.#heads(head, body?.open, trailing);
    if (body) {
      for (const part of body.parts) this.part(part);
      if (body.parts.some(isRivals)) this.#startLine();
      this.text += `${body.close}}`;
    }
    if (typeof head === 'string' || body) this.text += trailing;
  }

  /** Two first lines of one block. No brace stands between markers: it has a line of its own below them. */
  #heads(heads: RivalHeads, open: string | undefined, trailing: string): void {
    const indent = /[^\n]*$/.exec(this.text)![0];
    this.text = this.text.slice(0, this.text.length - indent.length);
    this.#lines({ base: indent + heads.base, ours: indent + heads.ours, theirs: indent + heads.theirs });
    const below = (open ?? trailing).trimStart();
    if (below !== '') this.text += indent + below;
  }

  #rivals(rivals: Rivals): void {
    this.#startLine();
    this.text += rivals.leading;
    this.#lines(rivals);
  }

  #lines(lines: Pick<Rivals, 'base' | 'ours' | 'theirs'>): void {
    this.#startLine();
    const taken = typeof this.#taking === 'string' ? lines[this.#taking] : markedLines(lines, this.#taking);
    this.text += taken;
    this.#startLine();
  }

  #startLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += this.#lineEnd;
  }
}
