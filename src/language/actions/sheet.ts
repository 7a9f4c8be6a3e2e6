import type { Place } from '../../model/place.ts';
import type { PathwayFile } from '../file-store.ts';
import { sharedServices } from '../file-store.ts';
import { isComment, lineStarts, tokensOf } from '../format/items.ts';
import { isBlock } from '../format/order.ts';
import { parse } from '../parser.ts';
import type { Token } from '../tokens.ts';

/** One line of a block, with the block of its own that it may have. */
export interface Member {
  readonly start: number;
  /** Behind its last word, or its closing brace. */
  readonly end: number;
  /** The grammar rule of the block that it stands in. */
  readonly block: string;
  /** The words that it starts with, at most two. */
  readonly words: readonly string[];
  /** Whether it is a fact, and has no block of its own. */
  readonly fact: boolean;
}

/** What stands between the braces of a block. */
export interface Body {
  /** Behind the opening brace. */
  readonly open: number;
  /** Before the closing brace; nothing where that is missing. */
  readonly close: number | undefined;
  readonly members: readonly Member[];
}

const sheets = new WeakMap<PathwayFile, Sheet>();

/** The sheet of a file, made once for each of its texts. */
export function sheetOf(file: PathwayFile): Sheet {
  const known = sheets.get(file);
  if (known) return known;
  const made = new Sheet(file);
  sheets.set(file, made);
  return made;
}

/** A file as a text to write in: where its lines and blocks are, also while it is broken. */
export class Sheet {
  readonly uri: string;
  readonly text: string;
  /** What ends its lines. */
  readonly lineEnd: string;
  readonly #lines: readonly number[];
  readonly #bodies = new WeakMap<Place, Body>();
  #tokens: readonly Token[] | undefined;
  #starts: ReadonlyMap<number, string> | undefined;

  constructor({ uri, text }: PathwayFile) {
    this.uri = uri;
    this.text = text;
    const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    this.#lines = [0, ...breaks];
    this.lineEnd = text.split('\r\n').length - 1 > breaks.length / 2 ? '\r\n' : '\n';
  }

  /** Words and comments, in order. */
  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.text);
    return this.#tokens;
  }

  /** For each offset at which a line of a block starts, the grammar rule of the block. */
  get starts(): ReadonlyMap<number, string> {
    this.#starts ??= lineStarts(parse(sharedServices(), this.text).tree);
    return this.#starts;
  }

  offset(line: number, character: number): number {
    const start = this.#lines[line];
    return start === undefined ? this.text.length : Math.min(start + character, this.text.length);
  }

  startOf(place: Place): number {
    return this.offset(place.line, place.character);
  }

  endOf(place: Place): number {
    return this.offset(place.endLine, place.endCharacter);
  }

  textOf(place: Place): string {
    return this.text.slice(this.startOf(place), this.endOf(place));
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line without what ends it. */
  lineEndAt(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    if (at < 0) return this.text.length;
    return this.text[at - 1] === '\r' ? at - 1 : at;
  }

  /** Where the next line starts; the end of the text, where there is none. */
  nextLine(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    return at < 0 ? this.text.length : at + 1;
  }

  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset)))![0];
  }

  /** One step of indentation, as the author takes it. */
  get step(): string {
    return /^(\t| {1,8})\S/m.exec(this.text)?.[1] ?? '  ';
  }

  /** Whether nothing but spaces stands before the offset on its line. */
  startsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** What stands on the line behind the offset: nothing, a comment, or more of the text. */
  behind(offset: number): 'nothing' | 'comment' | 'text' {
    const rest = this.text.slice(offset, this.lineEndAt(offset)).trim();
    if (rest === '') return 'nothing';
    return rest.startsWith('#') ? 'comment' : 'text';
  }

  /** The tokens that lie between two offsets. */
  between(start: number, end: number): readonly Token[] {
    const from = this.#tokenAt(start);
    const to = this.#tokenAt(end);
    return this.tokens.slice(from, to).filter((token) => token.endOffset < end);
  }

  /** The index of the first token at or behind an offset. */
  #tokenAt(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.startOffset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The body of the block that stands at the place, if it has one. */
  body(place: Place): Body | undefined {
    const known = this.#bodies.get(place);
    if (known) return known;
    const made = this.#readBody(place);
    if (made) this.#bodies.set(place, made);
    return made;
  }

  #readBody(place: Place): Body | undefined {
    const start = this.startOf(place);
    const end = this.endOf(place);
    const words = this.between(start, end).filter((token) => !isComment(token));
    const brace = words.findIndex(({ image }) => image === '{');
    if (brace < 0) return undefined;
    const last = words.at(-1)!;
    const inside = words.slice(brace + 1, last.image === '}' ? -1 : undefined);
    return {
      open: words[brace]!.endOffset + 1,
      close: last.image === '}' && words.length > brace + 1 ? last.startOffset : undefined,
      members: this.#members(inside),
    };
  }

  /** The lines of the whole file: its declarations. */
  get top(): readonly Member[] {
    return this.#members(this.tokens.filter((token) => !isComment(token)));
  }

  #members(words: readonly Token[]): readonly Member[] {
    const members: Member[] = [];
    let depth = 0;
    let first = 0;
    const close = (until: number): void => {
      const [one, two] = words.slice(first, Math.min(first + 2, until));
      const block = one && this.starts.get(one.startOffset);
      if (!one || block === undefined) return;
      const start = [one, two].flatMap((word) => word?.image ?? []);
      const fact = !isBlock({ block, start });
      members.push({ start: one.startOffset, end: words[until - 1]!.endOffset + 1, block, words: start, fact });
    };
    for (const [index, word] of words.entries()) {
      if (depth === 0 && index > first && this.starts.has(word.startOffset)) {
        close(index);
        first = index;
      }
      if (word.image === '{') depth++;
      if (word.image === '}') depth--;
    }
    if (words.length > 0) close(words.length);
    return members;
  }
}
