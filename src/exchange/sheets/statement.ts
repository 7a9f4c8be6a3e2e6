import { type Change, change } from '../../language/actions/change.ts';
import type { Sheet } from '../../language/actions/sheet.ts';
import { isComment } from '../../language/format/items.ts';
import type { Token } from '../../language/tokens.ts';
import { absences, asking, type Clause, resting, type Shape, type Value } from './shapes.ts';

/** One part of a line where it stands. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Where its value stands, without the words that it begins and ends with. */
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly value: readonly string[];
}

/** A line of the text, or the first line of a block, taken apart. */
export interface Statement {
  readonly shape: Shape;
  readonly state: 'recorded' | (typeof absences)[number];
  /** Behind the words that it begins with. */
  readonly begin: number;
  /** Behind those, and behind the word that states an absence. */
  readonly head: number;
  readonly end: number;
  /** Its parts by column; several of one that may be repeated. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  /** The offsets of the comments between its words. */
  readonly comments: readonly number[];
}

/** Takes a line apart. Nothing where it is not written as its shape says: it was broken off. */
export function readStatement(sheet: Sheet, shape: Shape, start: number, end: number): Statement | undefined {
  const all = sheet.between(start, end);
  const words = all.filter((token) => !isComment(token));
  const comments = all.filter(isComment).map(({ startOffset }) => startOffset);
  if (!begins(words, 0, shape.keyword)) return undefined;
  return readParts(shape, words, shape.keyword.length, comments);
}

/** Takes the first line of a block apart: what stands between its name, or its ends, and its brace. */
export function readHead(sheet: Sheet, shape: Shape, start: number, end: number): Statement | undefined {
  const all = sheet.between(start, end);
  const brace = all.findIndex(({ image }) => image === '{');
  const line = brace < 0 ? all : all.slice(0, brace);
  const words = line.filter((token) => !isComment(token));
  const comments = line.filter(isComment).map(({ startOffset }) => startOffset);
  const arrow = words[0]?.image === 'transition' || words[0]?.image === 'flow';
  const text = words.findIndex(({ tokenType }) => tokenType.name === 'TEXT');
  return readParts(shape, words, arrow ? (text < 0 ? words.length : text) : 2, comments);
}

function readParts(
  shape: Shape,
  words: readonly Token[],
  from: number,
  comments: readonly number[],
): Statement | undefined {
  const before = words[from - 1];
  if (!before) return undefined;
  const absent = shape.absence && absences.includes(words[from]?.image ?? '');
  const state = absent ? words[from]!.image : 'recorded';
  const clauses = [...(absent ? asking : shape.clauses), ...resting];
  const pieces = new Map<string, Piece[]>();
  let at = from + (absent ? 1 : 0);
  for (const [index, clause] of clauses.entries()) {
    for (;;) {
      const found = readPiece(clause, words, at, clauses, index, pieces);
      if (!found) break;
      pieces.set(clause.column, [...(pieces.get(clause.column) ?? []), found.piece]);
      at = found.next;
      if (!clause.repeated) break;
    }
  }
  if (at < words.length) return undefined;
  const head = absent ? words[from]!.endOffset + 1 : before.endOffset + 1;
  return { shape, state, begin: before.endOffset + 1, head, end: words.at(-1)!.endOffset + 1, pieces, comments };
}

function readPiece(
  clause: Clause,
  words: readonly Token[],
  at: number,
  clauses: readonly Clause[],
  index: number,
  pieces: ReadonlyMap<string, unknown>,
): { readonly piece: Piece; readonly next: number } | undefined {
  if (clause.behind !== undefined && !pieces.has(clause.behind)) return undefined;
  if (!begins(words, at, clause.words)) return undefined;
  const from = at + clause.words.length;
  const later = clauses.slice(index + 1).flatMap(({ words: [word], value }) => word ?? firstWords(value));
  const length = matched(clause.value, words, from, clause.words.length > 0 || index === 0 ? [] : later);
  if (length === 0) return undefined;
  const to = from + length;
  if (clause.ends !== undefined && words[to]?.image !== clause.ends) return undefined;
  const next = to + (clause.ends === undefined ? 0 : 1);
  const piece = {
    start: words[at]!.startOffset,
    end: words[next - 1]!.endOffset + 1,
    valueStart: words[from]!.startOffset,
    valueEnd: words[to - 1]!.endOffset + 1,
    value: words.slice(from, to).map(({ image }) => image),
  };
  return { piece, next };
}

/** The words that a value without words before it may begin with. */
function firstWords(value: Value): readonly string[] {
  if (value.is === 'mark') return [value.word];
  return value.is === 'choice' ? value.of.map((one) => one.split(' ')[0]!) : [];
}

function begins(words: readonly Token[], at: number, expected: readonly string[]): boolean {
  return expected.every((word, index) => words[at + index]?.image === word);
}

const types: Readonly<Record<string, readonly string[]>> = {
  text: ['TEXT'],
  money: ['MONEY'],
  number: ['NUMBER'],
  amount: ['NUMBER', 'PERCENT'],
  percent: ['PERCENT'],
  period: ['NUMBER', 'DATE', 'FINANCIAL_YEAR'],
};

/** How many words a value takes. `later` are words that belong to what may follow. */
function matched(value: Value, words: readonly Token[], at: number, later: readonly string[]): number {
  const token = words[at];
  if (!token) return 0;
  const type = token.tokenType.name;
  switch (value.is) {
    case 'name':
    case 'word':
      return (type === 'NAME' || type.endsWith(' inside')) && !later.includes(token.image) ? 1 : 0;
    case 'choice':
      return Math.max(
        0,
        ...value.of.map((one) => one.split(' ')).map((one) => (begins(words, at, one) ? one.length : 0)),
      );
    case 'choice-or-text':
      return type === 'TEXT' || value.of.includes(token.image) ? 1 : 0;
    case 'mark':
      return token.image === value.word ? 1 : 0;
    case 'ages':
      return agesLength(words, at);
    default:
      return types[value.is]!.includes(type) ? 1 : 0;
  }
}

function agesLength(words: readonly Token[], at: number): number {
  const [one, two, three] = [0, 1, 2].map((index) => words[at + index]);
  if (one?.image === 'under') return 2;
  if (one?.tokenType.name !== 'NUMBER') return 0;
  if (two?.image === 'and' && three?.image === 'over') return 3;
  return two?.image === 'to' && three?.tokenType.name === 'NUMBER' ? 3 : 1;
}

/** What is to stand in the columns of a line: the words of each value, none where the part is to go. */
export type Wanted = ReadonlyMap<string, readonly string[]>;

/** The changes that make a line say something else in some of its parts; all others stay as they were written. */
export function rewrite(statement: Statement, wanted: Wanted): readonly Change[] {
  const { shape, state, pieces } = statement;
  const changes: Change[] = [];
  let after = statement.head;
  for (const clause of [...(state === 'recorded' ? shape.clauses : asking), ...resting]) {
    const there = pieces.get(clause.column) ?? [];
    const values = wanted.get(clause.column);
    const last = there.at(-1);
    if (values !== undefined) changes.push(...replaced(clause, there, values, after));
    after = last?.end ?? after;
  }
  return joinedAt(changes);
}

function replaced(
  clause: Clause,
  there: readonly Piece[],
  values: readonly string[],
  after: number,
): readonly Change[] {
  const kept = Math.min(there.length, values.length);
  const changes = there.slice(0, kept).flatMap(({ valueStart, valueEnd, value }, index) => {
    const text = values[index]!;
    return value.join(' ') === text ? [] : [change(valueStart, valueEnd, text)];
  });
  const gone = there.slice(kept).map((piece, index) => change(there[kept + index - 1]?.end ?? after, piece.end, ''));
  const come = values.slice(kept).map((value) => ` ${clauseWords(clause, value)}`);
  const end = there.at(-1)?.end ?? after;
  return [...changes, ...gone, ...(come.length > 0 ? [change(end, end, come.join(''))] : [])];
}

/** Several insertions at one place become one. */
function joinedAt(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const one of changes) {
    const last = joined.at(-1);
    if (last && last.start === last.end && one.start === one.end && last.start === one.start)
      joined[joined.length - 1] = change(last.start, last.end, last.text + one.text);
    else joined.push(one);
  }
  return joined;
}

/** The whole of a part, with the words around its value. */
export function clauseWords({ words, ends }: Clause, value: string): string {
  return [...words, value, ...(ends === undefined ? [] : [ends])].join(' ');
}

/** A new line that says what is wanted. */
export function composed(shape: Shape, state: string, wanted: Wanted): string {
  const clauses = [...(state === 'recorded' ? shape.clauses : asking), ...resting];
  const parts = clauses.flatMap((clause) =>
    (wanted.get(clause.column) ?? []).map((value) => clauseWords(clause, value)),
  );
  return [...shape.keyword.filter(Boolean), ...(state === 'recorded' ? [] : [state]), ...parts].join(' ');
}
