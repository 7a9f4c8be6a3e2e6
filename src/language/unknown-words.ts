import { type Keyword, Token } from './tokens.ts';

/** What to do about a word that is not understood: take it for another, or leave it out with what belongs to it. */
export type Repair =
  | { readonly meant: string }
  /** The word and those behind it, up to this offset, are one name (`spaced-names.ts`). */
  | { readonly joinTo: number }
  /** `word`: it alone; `line`: the word, what follows on its line, and the block that begins there; `rest`: up to the block's brace. */
  | { readonly leaveOut: 'word' | 'rest' | 'line' }
  /** A closing brace is put before the word. */
  | { readonly closes: true };

/** By the offset of the word in the text. */
export type Repairs = ReadonlyMap<number, Repair>;

/** The tokens with each word repaired. */
export function repairWords(
  tokens: readonly Token[],
  repairs: Repairs,
  keywords: ReadonlyMap<string, Keyword>,
): readonly Token[] {
  if (repairs.size === 0) return tokens;
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const repair = repairs.get(token.startOffset);
    const keyword = repair && 'meant' in repair ? keywords.get(repair.meant) : undefined;
    if (repair && 'closes' in repair) out.push(missingBrace(keywords));
    if (repair && 'leaveOut' in repair) index = lastLeftOut(tokens, index, repair.leaveOut);
    else out.push(keyword ? takenFor(token, keyword, (repair as { meant: string }).meant) : token);
  }
  return out;
}

function lastLeftOut(tokens: readonly Token[], index: number, what: 'word' | 'rest' | 'line'): number {
  let last = index;
  if (what === 'word') return last;
  while (tokens[last + 1] && !tokens[last + 1]!.first && !isBrace(tokens[last + 1]!)) last++;
  if (what === 'rest' || tokens[last + 1]?.image !== '{') return last;
  for (let depth = 0, at = last + 1; at < tokens.length; at++) {
    if (tokens[at]!.image === '{') depth++;
    else if (tokens[at]!.image === '}' && --depth === 0) return at;
  }
  return last;
}

function isBrace({ image }: Token): boolean {
  return image === '{' || image === '}';
}

/** A brace that stands nowhere in the text. */
function missingBrace(keywords: ReadonlyMap<string, Keyword>): Token {
  const nowhere = { line: Number.NaN, column: Number.NaN };
  return new Token(keywords.get('}')!.first, '}', Number.NaN, Number.NaN, Number.NaN, nowhere, false);
}

/** The keyword that was meant, where the other word stands. */
function takenFor(token: Token, { first }: Keyword, meant: string): Token {
  const { startOffset, startLine, startColumn, endLine, endColumn, image } = token;
  const end = { line: endLine, column: endColumn };
  return new Token(first, meant, startOffset, startLine, startColumn, end, token.first, image.length);
}
