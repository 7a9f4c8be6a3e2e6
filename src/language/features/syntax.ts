import { type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode, type LeafCstNode } from 'langium';
import { type PathwayFile, sharedServices } from '../file-store.ts';
import { parse } from '../parser.ts';
import { reserved } from '../tokens.ts';

/** A line and a character, counted from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A word of the text, and what it is there: the same word may be a keyword in one place and a name in another. */
export interface Word {
  readonly text: string;
  readonly role: 'keyword' | 'absence' | 'name' | 'text' | 'value' | 'brace';
  /** What the name or value is to its line: `organisation`, `unit`, `rule`, `label`. */
  readonly feature: string | undefined;
  /** The line that it stands in, by the grammar's rule: `ProviderFact`, `Stage`. */
  readonly line: string;
  /** The block around that line, by the grammar's rule. */
  readonly block: string;
  /** Whether it is the first word of its line. */
  readonly starts: boolean;
  readonly start: Position;
  readonly end: Position;
}

let last: { readonly file: PathwayFile; readonly root: CstNode | undefined } | undefined;

/** The tree of a file as it is written. Only the one asked for last is kept, because trees are large. */
export function treeOf(file: PathwayFile): CstNode | undefined {
  if (last?.file !== file) last = { file, root: parse(sharedServices(), file.text).tree.$cstNode };
  return last.root;
}

/** Every word of the file, in the order of the text. */
export function wordsIn(file: PathwayFile): readonly Word[] {
  const root = treeOf(file);
  return root === undefined ? [] : leavesOf(root).map(wordOf);
}

/** The word at a place; of two that touch, the one behind it. */
export function wordAt(file: PathwayFile, { line, character }: Position): Word | undefined {
  const root = treeOf(file);
  const leaf = root && leavesOf(root).findLast(({ range }) => includes(range, { line, character }));
  return leaf && wordOf(leaf);
}

/** The words of a part of the tree as they are written: without comments, and without braces that were given back. */
export function leavesOf(node: CstNode): readonly LeafCstNode[] {
  const leaves: LeafCstNode[] = [];
  collect(node, leaves);
  return leaves;
}

export function includes(range: { readonly start: Position; readonly end: Position }, { line, character }: Position) {
  const { start, end } = range;
  const after = line > start.line || (line === start.line && character >= start.character);
  return after && (line < end.line || (line === end.line && character <= end.character));
}

/** From the first to the last word of a part of the tree that stands in the text. */
export function rangeOfNode(node: CstNode): { readonly start: Position; readonly end: Position } {
  const leaves = leavesOf(node);
  const { start } = (leaves[0] ?? node).range;
  return { start, end: (leaves.at(-1) ?? node).range.end };
}

/** Whether a word stands in the text: it is no comment, and no brace that was given back. */
export function isWritten(leaf: LeafCstNode): boolean {
  return !leaf.hidden && leaf.offset >= 0 && leaf.length > 0;
}

function collect(node: CstNode, leaves: LeafCstNode[]): void {
  if (isLeafCstNode(node)) {
    if (isWritten(node)) leaves.push(node);
  } else if (isCompositeCstNode(node)) for (const part of node.content) collect(part, leaves);
}

function wordOf(leaf: LeafCstNode): Word {
  const { text, range, astNode } = leaf;
  return {
    text,
    role: roleOf(leaf),
    feature: featureOf(leaf),
    line: astNode.$type,
    block: astNode.$container?.$type ?? 'File',
    starts: leaf.container?.content.find((part) => !(isLeafCstNode(part) && part.hidden)) === leaf,
    start: range.start,
    end: range.end,
  };
}

function roleOf({ text, grammarSource }: LeafCstNode): Word['role'] {
  if (GrammarAST.isKeyword(grammarSource)) {
    if (text === '{' || text === '}') return 'brace';
    return reserved.has(text) ? 'absence' : 'keyword';
  }
  if (GrammarAST.isCrossReference(grammarSource)) return 'name';
  const terminal = GrammarAST.isRuleCall(grammarSource) ? grammarSource.rule.$refText : '';
  if (terminal === 'NAME') return 'name';
  return terminal === 'TEXT' ? 'text' : 'value';
}

function featureOf({ grammarSource }: LeafCstNode): string | undefined {
  for (let around = grammarSource?.$container; around; around = around.$container) {
    if (GrammarAST.isAssignment(around)) return around.feature;
    if (GrammarAST.isAbstractRule(around)) return undefined;
  }
  return undefined;
}
