import { type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { type PathwayFile, positions } from '../file-store.ts';
import { includes, isWritten, leavesOf, type Position, rangeOfNode, treeOf } from './syntax.ts';

/** From the word at a place to the value, the line, the inside of the block, the block, and so on to the whole file. */
export function selectionRangeAt(file: PathwayFile, at: Position): SelectionRange {
  const whole: Range = { start: { line: 0, character: 0 }, end: positions(file.text)(file.text.length) };
  const root = treeOf(file);
  const around = root ? [...rangesAround(root, file, at)] : [];
  return around.reduce<SelectionRange>(
    (parent, range) => (same(range, parent.range) || !encloses(parent.range, range) ? parent : { range, parent }),
    { range: whole },
  );
}

/** The ranges around a place, the outermost first. */
function* rangesAround(node: CstNode, file: PathwayFile, at: Position): Iterable<Range> {
  const range = rangeOfNode(node);
  if (!includes(range, at)) return;
  yield range;
  if (!isCompositeCstNode(node)) {
    yield* insideText(node, at);
    return;
  }
  const inside = insideBraces(node, file);
  if (inside && includes(inside, at)) yield inside;
  const value = afterFirst(node);
  if (value && includes(value, at)) yield value;
  const parts = node.content.filter((part) => !isLeafCstNode(part) || isWritten(part));
  const part = parts.findLast((one) => includes(rangeOfNode(one), at));
  if (part) yield* rangesAround(part, file, at);
}

/** What stands between the braces of a block, without the space around it. */
function insideBraces(node: CstNode, file: PathwayFile): Range | undefined {
  if (!isCompositeCstNode(node)) return undefined;
  const braces = node.content.filter((part) => isLeafCstNode(part) && isWritten(part));
  const open = braces.find(({ text }) => text === '{');
  const close = braces.findLast(({ text }) => text === '}');
  if (!open || !close) return undefined;
  const inner = file.text.slice(open.end, close.offset);
  if (inner.trim() === '') return undefined;
  const position = positions(file.text);
  const start = open.end + inner.length - inner.trimStart().length;
  return { start: position(start), end: position(open.end + inner.trimEnd().length) };
}

/** What a line says after its first word. */
function afterFirst(node: CstNode): Range | undefined {
  const [first, second, ...rest] = leavesOf(node);
  if (!first || !second || leavesOf(node).some(({ text }) => text === '{')) return undefined;
  return { start: second.range.start, end: (rest.at(-1) ?? second).range.end };
}

/** A text without its quotes. */
function* insideText({ text, range }: CstNode, at: Position): Iterable<Range> {
  const quotes = text.startsWith('"""') ? 3 : 1;
  if (!text.startsWith('"') || text.length < 2 * quotes || !text.endsWith('"')) return;
  const inner = {
    start: { line: range.start.line, character: range.start.character + quotes },
    end: { line: range.end.line, character: range.end.character - quotes },
  };
  if (includes(inner, at)) yield inner;
}

const same = (a: Range, b: Range): boolean => encloses(a, b) && encloses(b, a);

const encloses = (outer: Range, inner: Range): boolean => includes(outer, inner.start) && includes(outer, inner.end);
