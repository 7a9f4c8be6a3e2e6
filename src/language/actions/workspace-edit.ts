import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { positions } from '../file-store.ts';
import { applied, type Change, type Hole } from './change.ts';

/** A file's text; nothing for a file that is not there yet. */
type TextOf = (uri: string) => string | undefined;

/**
 * The changes as the Language Server Protocol gives them; with the places to go on writing, where the editor knows
 * those. A file that is not there is made.
 */
export function toWorkspaceEdit(
  changes: ReadonlyMap<string, readonly Change[]>,
  textOf: TextOf,
  snippets: boolean,
): WorkspaceEdit {
  const files = [...changes];
  const made = newFiles(changes, textOf);
  const isPlain = !snippets || files.every(([, all]) => all.every(({ holes }) => holes.length === 0));
  const editsOf = (uri: string, all: readonly Change[]) =>
    !isPlain && all.some(({ holes }) => holes.length > 0)
      ? withHoles(textOf(uri) ?? '', all)
      : plain(textOf(uri) ?? '', all);
  if (isPlain && made.length === 0)
    return { changes: Object.fromEntries(files.map(([uri, all]) => [uri, plain(textOf(uri) ?? '', all)])) };
  return {
    documentChanges: [
      ...made.map((uri) => ({ kind: 'create' as const, uri })),
      ...files.map(([uri, all]) => ({ textDocument: { uri, version: null }, edits: editsOf(uri, all) })),
    ],
  };
}

/** The files that changes write into and that are not there. */
export function newFiles(changes: ReadonlyMap<string, readonly Change[]>, textOf: TextOf): readonly string[] {
  return [...changes.keys()].filter((uri) => textOf(uri) === undefined);
}

/** Where the author goes on writing, if that is in another file than the one that the author is in. */
export function holeElsewhere(
  changes: ReadonlyMap<string, readonly Change[]>,
  textOf: TextOf,
  here: string,
): { readonly uri: string; readonly line: number; readonly character: number } | undefined {
  for (const [uri, all] of changes) {
    const first = all.find(({ holes }) => holes.length > 0);
    if (uri === here || !first) continue;
    const text = textOf(uri) ?? '';
    const before = all.filter(({ start }) => start < first.start);
    const moved = before.reduce((sum, one) => sum + one.text.length - (one.end - one.start), 0);
    return { uri, ...positions(applied(text, all))(first.start + moved + first.holes[0]!.at) };
  }
  return undefined;
}

function plain(text: string, changes: readonly Change[]): TextEdit[] {
  const position = positions(text);
  return changes.map(({ start, end, text: newText }) => ({
    range: { start: position(start), end: position(end) },
    newText,
  }));
}

function withHoles(text: string, changes: readonly Change[]): (TextEdit | SnippetTextEdit)[] {
  const sorted = changes.map((one) => fromLineStart(text, one)).toSorted((a, b) => a.start - b.start);
  const number = numbering(sorted);
  const edits = plain(text, sorted);
  return edits.map(({ range, newText }, index) => {
    const { holes } = sorted[index]!;
    return holes.length === 0
      ? { range, newText }
      : { range, snippet: { kind: 'snippet', value: snippet(newText, holes, number) } };
  });
}

/**
 * Editors indent the lines of a snippet like the line that it starts in. One that starts with its line is left as it is.
 */
function fromLineStart(text: string, one: Change): Change {
  const lineStart = text.lastIndexOf('\n', one.start - 1) + 1;
  const before = text.slice(lineStart, one.start);
  if (!one.text.includes('\n') || !/^[ \t]/.test(before)) return one;
  const holes = one.holes.map(({ at, length }) => ({ at: at + before.length, length }));
  return { ...one, start: lineStart, text: before + one.text, holes };
}

type Numbering = (text: string, hole: Hole) => number;

/** The caret goes from hole to hole in the order of the text, and ends in the last; the same word is one hole. */
function numbering(changes: readonly Change[]): Numbering {
  const keys = changes.flatMap(({ text, holes }) => holes.map((hole) => keyOf(text, hole)));
  const all = [...new Set(keys.filter((key) => key !== ''))];
  const total = all.length + keys.filter((key) => key === '').length;
  const known = new Map<string, number>();
  let last = 0;
  const next = (): number => {
    last++;
    return last === total ? 0 : last;
  };
  return (text, hole) => {
    const key = keyOf(text, hole);
    if (key === '') return next();
    const number = known.get(key) ?? next();
    known.set(key, number);
    return number;
  };
}

function keyOf(text: string, { at, length }: Hole): string {
  return text.slice(at, at + length);
}

function snippet(text: string, holes: readonly Hole[], number: Numbering): string {
  let result = '';
  let from = 0;
  for (const hole of holes) {
    const word = keyOf(text, hole);
    const stop = number(text, hole);
    result += escaped(text.slice(from, hole.at)) + (word === '' ? `$${stop}` : `\${${stop}:${word}}`);
    from = hole.at + hole.length;
  }
  return result + escaped(text.slice(from));
}

function escaped(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}
