import type { ILexingError, TokenType } from 'chevrotain';
import { blockWords } from './braces.ts';
import { reserved, Token } from './tokens.ts';
import type { Repairs } from './unknown-words.ts';

/**
 * Takes the words of a name that is written with spaces for that name: whoever wrote `stage early help "Early help"` gets
 * one error, which says so, and what refers to `early-help` finds it. That the words belong to the name is told by the
 * label behind them, or by the name being used elsewhere. A keyword may begin something else and is no part of the name,
 * unless the parser has come upon it and a repair says so.
 */
export function repairSpacedNames(
  tokens: readonly Token[],
  types: Readonly<Record<string, TokenType>>,
  repairs: Repairs,
): { readonly tokens: readonly Token[]; readonly problems: readonly ILexingError[] } {
  const out: Token[] = [];
  const problems: ILexingError[] = [];
  let images: ReadonlySet<string> | undefined;
  const isUsed = (name: string): boolean => {
    images ??= new Set(tokens.map(({ image }) => image));
    return images.has(name);
  };
  for (let index = 0; index < tokens.length; index++) {
    const [end, what] = spacedUnit(tokens, index) ?? told(tokens, index, repairs) ?? spacedName(tokens, index, isUsed);
    if (end === index) {
      out.push(tokens[index]!);
      continue;
    }
    const whole = joined(tokens.slice(index, end), types['NAME']!);
    out.push(whole);
    const { startOffset: offset, startLine: line, startColumn: column, endOffset } = whole;
    const message = `${what} has no spaces: write '${whole.image}'.`;
    problems.push({ offset, line, column, length: endOffset + 1 - offset, message });
    index = end - 1;
  }
  return { tokens: problems.length === 0 ? tokens : out, problems };
}

/** Where words that are one name begin, and where the last of them ends. */
export interface SpacedName {
  readonly start: number;
  readonly end: number;
}

/**
 * The words around one that cannot stand where it does, where together they are a name: one that is used elsewhere, or
 * one with its label behind it, of which the first word is no name by itself.
 */
export function spacedNameAt(tokens: readonly Token[], offset: number): SpacedName | undefined {
  const at = tokens.findIndex(({ startOffset }) => startOffset === offset);
  if (at < 1 || !isPart(tokens[at]!)) return undefined;
  let [first, last] = [at, at];
  while (first > 0 && !tokens[first]!.first && isPart(tokens[first - 1]!) && !tokens[first - 1]!.first) first--;
  while (tokens[last + 1] && !tokens[last + 1]!.first && isPart(tokens[last + 1]!)) last++;
  const others = new Set([...tokens.slice(0, first), ...tokens.slice(last + 1)].map(({ image }) => image));
  for (let start = first; start <= at; start++)
    for (let end = last; end >= at && end > start; end--) {
      const words = tokens.slice(start, end + 1);
      if (isWord(words[0]!) && others.has(nameOf(words))) return found(words);
    }
  const start = nameBehind(tokens, first - 1);
  if (start === undefined || start >= at || !isLabel(tokens[last + 1])) return undefined;
  const words = tokens.slice(start, last + 1);
  const startsOther = words.slice(1).some(({ image }) => blockWords.has(image));
  return isWord(words[0]!) && !startsOther && !isNameItself(tokens, words) ? found(words) : undefined;
}

/** Whether the first of the words is a name elsewhere, where no more words of a name follow. */
function isNameItself(tokens: readonly Token[], [word, second]: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    const goesOn = next !== undefined && !next.first && /^(?:NAME|NUMBER)$/.test(next.tokenType.name);
    return token.image === word!.image && token !== word && !goesOn && next?.image !== second!.image;
  });
}

function found(words: readonly Token[]): SpacedName {
  return { start: words[0]!.startOffset, end: words.at(-1)!.endOffset };
}

type Found = readonly [end: number, what: string];

/** `5 working days`. */
function spacedUnit(tokens: readonly Token[], index: number): Found | undefined {
  const [before, first, second] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (before?.tokenType.name !== 'NUMBER' || !second || second.startLine !== before.startLine) return undefined;
  if (!/^(?:working|business|calendar|school)$/i.test(first.image)) return undefined;
  return /^(?:days?|weeks?)$/i.test(second.image) ? [index + 2, 'A unit'] : undefined;
}

/** What the parser came upon. */
function told(tokens: readonly Token[], index: number, repairs: Repairs): Found | undefined {
  const repair = repairs.get(tokens[index]!.startOffset);
  if (!repair || !('joinTo' in repair)) return undefined;
  let end = index;
  while (tokens[end] && tokens[end]!.endOffset <= repair.joinTo) end++;
  return [end, 'A name'];
}

/** The name of a block, which no keyword is a part of behind its first word; ends where it begins if it has no spaces. */
function spacedName(tokens: readonly Token[], index: number, isUsed: (name: string) => boolean): Found {
  const before = index > 0 ? nameBehind(tokens, index - 1) : undefined;
  const start = before ?? (index > 1 ? nameBehind(tokens, index - 2) : undefined);
  let end = index;
  if (start === index && !tokens[index]!.first && isWord(tokens[index]!))
    for (end = index + 1; tokens[end] && !tokens[end]!.first && tokens[end]!.tokenType.name === 'NAME'; ) end++;
  const isName = end - index > 1 && (isLabel(tokens[end]) || isUsed(nameOf(tokens.slice(index, end))));
  return [isName ? end : index, 'A name'];
}

/** Where the name begins of a block that the token opens; nothing where it opens none. */
function nameBehind(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (!token?.first) return undefined;
  const next = tokens[index + 1]?.image;
  if ((token.image === 'require' && next === 'stage') || (token.image === 'add' && next === 'stage')) return index + 2;
  return blockWords.has(token.image) && token.image !== 'require' ? index + 1 : undefined;
}

function isWord({ image, tokenType }: Token): boolean {
  return tokenType.name !== 'TEXT' && /^\p{L}/u.test(image) && !reserved.has(image);
}

/** Whether a token may be a part of a name: a word, or a number as in `tier 3 team`. */
function isPart(token: Token): boolean {
  return isWord(token) || /^\d+$/.test(token.image);
}

/** A text may stand on the next line too: nothing else begins with one. */
function isLabel(token: Token | undefined): boolean {
  return token?.tokenType.name === 'TEXT';
}

function nameOf(words: readonly Token[]): string {
  return words.map(({ image }) => image).join('-');
}

function joined(words: readonly Token[], type: TokenType): Token {
  const [first, last] = [words[0]!, words.at(-1)!];
  const end = { line: last.endLine, column: last.endColumn };
  const length = last.endOffset + 1 - first.startOffset;
  return new Token(type, nameOf(words), first.startOffset, first.startLine, first.startColumn, end, false, length);
}
