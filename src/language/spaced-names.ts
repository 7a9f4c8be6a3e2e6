import type { ILexingError, TokenType } from 'chevrotain';
import { blockWords } from './braces.ts';
import { reserved, Token } from './tokens.ts';

/** Words behind a block's name that begin something else, so that they are no part of the name. */
const clauses: ReadonlySet<string> = new Set(
  'realises in is within for of from to changes containing baseline target at as on and'.split(' '),
);

/**
 * Takes the words of a name that is written with spaces for that name: whoever wrote `stage early help "Early help"` gets
 * one error, which says so, and what refers to `early-help` finds it. That the words belong to the name is told by the
 * label behind them, or by the name being used elsewhere.
 */
export function repairSpacedNames(
  tokens: readonly Token[],
  types: Readonly<Record<string, TokenType>>,
): { readonly tokens: readonly Token[]; readonly problems: readonly ILexingError[] } {
  const out: Token[] = [];
  const problems: ILexingError[] = [];
  let images: ReadonlySet<string> | undefined;
  for (let index = 0; index < tokens.length; index++) {
    out.push(tokens[index]!);
    const start = nameBehind(tokens, index);
    if (start === undefined) continue;
    const end = endOfName(tokens, start);
    if (end - start < 2) continue;
    const words = tokens.slice(start, end);
    const name = words.map(({ image }) => image).join('-');
    images ??= new Set(tokens.map(({ image }) => image));
    if (!isLabel(tokens[end], words[0]!) && !images.has(name)) continue;
    const whole = joined(words, name, types['NAME']!);
    out.push(...tokens.slice(index + 1, start), whole);
    const { startOffset: offset, startLine: line, startColumn: column, endOffset } = whole;
    const message = `A name has no spaces: write '${name}'.`;
    problems.push({ offset, line, column, length: endOffset + 1 - offset, message });
    index = end - 1;
  }
  return { tokens: problems.length === 0 ? tokens : out, problems };
}

/** Where the name begins of a block that the token opens; nothing where it opens none. */
function nameBehind(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index]!;
  if (!token.first) return undefined;
  const next = tokens[index + 1]?.image;
  if ((token.image === 'require' && next === 'stage') || (token.image === 'add' && next === 'stage')) return index + 2;
  return blockWords.has(token.image) && token.image !== 'require' ? index + 1 : undefined;
}

/** The index behind the words of the name, which stand on one line. */
function endOfName(tokens: readonly Token[], start: number): number {
  let end = start;
  while (tokens[end] && !tokens[end]!.first && isWord(tokens[end]!) && !clauses.has(tokens[end]!.image)) end++;
  return end;
}

function isWord({ image, tokenType }: Token): boolean {
  return tokenType.name !== 'TEXT' && /^[\p{L}]/u.test(image) && !reserved.has(image);
}

function isLabel(token: Token | undefined, before: Token): boolean {
  return token?.tokenType.name === 'TEXT' && !token.first && token.startLine === before.startLine;
}

function joined(words: readonly Token[], name: string, type: TokenType): Token {
  const [first, last] = [words[0]!, words.at(-1)!];
  const end = { line: last.endLine, column: last.endColumn };
  const length = last.endOffset + 1 - first.startOffset;
  return new Token(type, name, first.startOffset, first.startLine, first.startColumn, end, false, length);
}
