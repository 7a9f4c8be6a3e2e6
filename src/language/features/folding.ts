import { type CompositeCstNode, type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import type { FoldingRange } from 'vscode-languageserver-types';
import { type PathwayFile, sharedServices } from '../file-store.ts';
import { isWritten, leavesOf, rangeOfNode, treeOf } from './syntax.ts';

/** What can be folded: blocks, entries of one kind below each other, texts of several lines, and runs of comments. */
export function foldingRangesOf(file: PathwayFile): readonly FoldingRange[] {
  const root = treeOf(file);
  const inTree = root && isCompositeCstNode(root) ? [...blocks(root), ...runs(root), ...texts(root)] : [];
  const seen = new Set<number>();
  return [...inTree, ...comments(file)]
    .filter(({ startLine, endLine }) => endLine > startLine && !seen.has(startLine) && seen.add(startLine))
    .toSorted((a, b) => a.startLine - b.startLine);
}

/** From the brace that opens a block to the line above the one that closes it, so that the closing brace is seen. */
function* blocks(node: CompositeCstNode): Iterable<FoldingRange> {
  const braces = node.content.filter((part) => isLeafCstNode(part) && isWritten(part));
  const open = braces.find(({ text }) => text === '{');
  if (open) {
    const close = braces.findLast(({ text }) => text === '}');
    const endLine = close ? close.range.start.line - 1 : rangeOfNode(node).end.line;
    yield { startLine: open.range.start.line, endLine };
  }
  for (const part of node.content) if (isCompositeCstNode(part)) yield* blocks(part);
}

/** Three lines or more that declare the same kind of thing, such as the settings of a vocabulary. */
function* runs(node: CompositeCstNode): Iterable<FoldingRange> {
  let run: Entry[] = [];
  for (const entry of [...node.content.map(entryOf), undefined]) {
    const last = run.at(-1);
    if (entry && last && entry.word === last.word && entry.line === last.line + 1) run.push(entry);
    else {
      if (run.length >= 3) yield { startLine: run[0]!.line, endLine: last!.line };
      run = entry ? [entry] : [];
    }
  }
  for (const part of node.content) if (isCompositeCstNode(part)) yield* runs(part);
}

interface Entry {
  readonly word: string;
  readonly line: number;
}

/** A declaration or term that is one line long. */
function entryOf(node: CstNode): Entry | undefined {
  if (!isCompositeCstNode(node) || !listed.has(node.astNode.$type)) return undefined;
  const [first] = leavesOf(node);
  const { start, end } = rangeOfNode(node);
  return first && start.line === end.line ? { word: first.text, line: start.line } : undefined;
}

const listed: ReadonlySet<string> = new Set([
  'Source',
  'Footprint',
  'Organisation',
  'System',
  'Information',
  'Term',
  'FieldDefinition',
  'IncludeFact',
  'RuleFact',
  'UsedStage',
  'OmitsFact',
]);

function texts(root: CstNode): readonly FoldingRange[] {
  return leavesOf(root)
    .filter(({ text }) => text.startsWith('"""'))
    .map(({ range }) => ({ startLine: range.start.line, endLine: range.end.line }));
}

/** Comments that have their lines to themselves, without a line between them. */
function* comments({ text }: PathwayFile): Iterable<FoldingRange> {
  const lines = text.split('\n');
  const { hidden } = sharedServices().parser.Lexer.tokenize(text);
  const own = hidden
    .filter(({ image, startLine = 1 }) => lines[startLine - 1]?.trim() === image.trim())
    .map(({ startLine = 1 }) => startLine - 1);
  for (let start = 0; start < own.length; ) {
    let end = start;
    while (own[end + 1] === own[end]! + 1) end++;
    if (end > start) yield { startLine: own[start]!, endLine: own[end]!, kind: 'comment' };
    start = end + 1;
  }
}
