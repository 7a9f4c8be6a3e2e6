import type { ILexingError, TokenType } from 'chevrotain';
import { nearest } from '../model/nearest.ts';
import { blockWords } from './braces.ts';
import { reserved, Token } from './tokens.ts';

/** Facts whose value is a text. */
const textFacts: ReadonlySet<string> = new Set(
  (
    'note publisher author url alias lawful-basis condition dpia standard meets purpose excludes voice enters leaves ' +
    'training trigger criteria threshold access output'
  ).split(' '),
);

/** Blocks whose label stands right behind their name. */
const labelled: ReadonlySet<string> = new Set(
  [...blockWords, 'indicator'].filter((word) => !['transition', 'flow', 'require'].includes(word)),
);

/** Words that may go on with the first line of a block, each with one name or figure. */
const clauses: ReadonlySet<string> = new Set(
  'realises in within is for of changes containing baseline target'.split(' '),
);

/**
 * Takes words that stand where only a text may for that text: whoever forgot the quotes gets one error, which says so,
 * and the rest of the line is understood.
 */
export function repairQuotes(
  tokens: readonly Token[],
  text: string,
  types: Readonly<Record<string, TokenType>>,
): { readonly tokens: Token[]; readonly problems: ILexingError[] } {
  const out: Token[] = [];
  const problems: ILexingError[] = [];
  for (let index = 0; index < tokens.length; index++) {
    out.push(tokens[index]!);
    const reason = isReason(tokens, index);
    const skip = reason ? 1 : wordsBefore(tokens, index);
    if (skip === 0) continue;
    const start = index + skip;
    const end = reason ? endOfReason(tokens, start) : endOfWords(tokens, start, skip === 1);
    if (end === start || isMisspelt(tokens, start, end)) continue;
    const [first, last] = [tokens[start]!, tokens[end - 1]!];
    if (/[,;]/.test(text.slice(tokens[start - 1]!.endOffset, first.startOffset))) continue;
    const image = text.slice(first.startOffset, last.endOffset + 1) + trailingMark(text, last.endOffset + 1);
    out.push(...tokens.slice(index + 1, start), quoted(image, first, types['TEXT']!));
    const { startOffset: offset, startLine: line, startColumn: column } = first;
    problems.push({ offset, line, column, length: image.length, message: `${FORGOTTEN} '${image}'.` });
    index = end - 1;
  }
  return { tokens: problems.length === 0 ? (tokens as Token[]) : out, problems };
}

const FORGOTTEN = 'A text stands between double quotes, "like this": put quotes around';

/** How many words of the line stand before its text: none where no text is due. */
function wordsBefore(tokens: readonly Token[], index: number): number {
  const token = tokens[index]!;
  // A line may begin in the midst of another fact: `in`, and then `stage a set …` on the next line.
  if (!token.first || tokens[index - 1]?.image === 'in') return 0;
  if (textFacts.has(token.image)) return mayStandAlone(token) && isKeyword(tokens[index + 1]) ? 0 : 1;
  const [name, word] = [tokens[index + 1], tokens[index + 2]];
  if (!labelled.has(token.image) || !name || !sameLine(token, name) || !isWord(name) || reserved.has(name.image))
    return 0;
  // Another block may follow on the line.
  if (word !== undefined && blockWords.has(word.image)) return 0;
  // Inside other blocks these two refer to one that is declared elsewhere, and have no label.
  if (refers.has(token.image) && !/^\p{Lu}/u.test(word?.image ?? '')) return 0;
  return 2;
}

/** `enters` and `leaves` need no text: another fact may follow them on their line. */
function mayStandAlone({ image }: Token): boolean {
  return image === 'enters' || image === 'leaves';
}

function isKeyword(token: Token | undefined): boolean {
  return token?.tokenType.name.endsWith(' inside') ?? false;
}

const refers: ReadonlySet<string> = new Set(['agreement', 'action']);

/** The index behind the words that were meant for a text; the start itself where a text, a clause or nothing stands. */
function endOfWords(tokens: readonly Token[], start: number, isFact: boolean): number {
  const line = tokens[start - 1]!;
  let end = start;
  while (sameLine(line, tokens[end]) && !isMark(tokens[end]!) && !(isFact && endsFact(tokens, end))) end++;
  if (end === start || (isFact ? reserved.has(tokens[start]!.image) : !beginsLabel(tokens, start))) return start;
  if (tokens[end]?.tokenType.name === 'TEXT' && sameLine(line, tokens[end]) && !isFact) return start;
  while (!isFact && end - 2 >= start && isClause(tokens[end - 2]!, tokens[end - 1]!)) end -= 2;
  return end;
}

/** Whether a reason is due behind this word: behind an absence, or in a line that may give one. */
function isReason(tokens: readonly Token[], index: number): boolean {
  const [token, before, next] = [tokens[index]!, tokens[index - 1], tokens[index + 1]];
  if (token.image !== 'because' || token.first || !next || !sameLine(token, next) || !isWord(next)) return false;
  if (before && reserved.has(before.image)) return true;
  let first = index;
  while (first > 0 && !tokens[first]!.first) first--;
  return index - first >= 2 && reasoned.has(tokens[first]!.image);
}

const reasoned: ReadonlySet<string> = new Set(['accept', 'rule', 'varies']);

/** The index behind the words of a reason, before what an acceptance says besides. */
function endOfReason(tokens: readonly Token[], start: number): number {
  let end = start;
  while (sameLine(tokens[start - 1]!, tokens[end]) && !isMark(tokens[end]!)) end++;
  while (end - 2 > start && (tokens[end - 2]!.image === 'by' || tokens[end - 2]!.image === 'until')) end -= 2;
  return end;
}

function sameLine(a: Token, b: Token | undefined): boolean {
  return b !== undefined && !b.first && b.startLine === a.startLine;
}

function isMark({ image, tokenType }: Token): boolean {
  return image === '{' || image === '}' || tokenType.name === 'TEXT';
}

/** Whether the fact's closing words begin here: its source, its confidence or its reason. */
function endsFact(tokens: readonly Token[], index: number): boolean {
  const [image, next] = [tokens[index]!.image, tokens[index + 1]];
  if (image === 'according') return next?.image === 'to';
  if (image === 'confidence') return /^(?:high|medium|low)$/.test(next?.image ?? '');
  return image === 'because' && next?.tokenType.name === 'TEXT';
}

/** Names begin with a small letter, as a rule; so `in Dudley` may well be part of a label. */
function isClause(word: Token, value: Token): boolean {
  return clauses.has(word.image) && /^[\p{Ll}\p{N}£€$]/u.test(value.image);
}

function beginsLabel(tokens: readonly Token[], index: number): boolean {
  const [word, name] = [tokens[index]!, tokens[index + 1]];
  return isWord(word) && !(name && isClause(word, name));
}

function isWord({ image }: Token): boolean {
  return /^\p{L}/u.test(image);
}

/** A single word that is nearly an absence was meant for one. */
function isMisspelt(tokens: readonly Token[], start: number, end: number): boolean {
  return end === start + 1 && nearest(tokens[start]!.image, [...reserved], 1).length > 0;
}

/** The full stop and the like that close a sentence, which are no words of the language. */
function trailingMark(text: string, offset: number): string {
  return /^[.!?…)\]]+/.exec(text.slice(offset, offset + 4))?.[0] ?? '';
}

function quoted(image: string, at: Token, type: TokenType): Token {
  const end = { line: at.startLine, column: at.startColumn + image.length - 1 };
  return new Token(type, image, at.startOffset, at.startLine, at.startColumn, end, false);
}
