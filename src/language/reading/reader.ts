import { type AstNode, type CstNode, GrammarAST, GrammarUtils, isLeafCstNode, type Reference } from 'langium';
import type { BlockEvidence } from '../../model/elements.ts';
import type { Evidence, Ref, RefKind } from '../../model/facts.ts';
import type { Place } from '../../model/place.ts';
import { type Period, type Reading, readPeriod } from '../../model/units/period.ts';

/** A name that stands for something, and in whose set of names it is to be looked up. */
export interface ScopedRef {
  readonly ref: Ref;
  /** For stages, transitions and flows a pathway or scenario; for required stages a pathway or specification. */
  readonly in?: string;
}

/** Something in the text that was parsed and yet cannot be right, such as a thirteenth month. */
export interface ReadingProblem {
  readonly message: string;
  readonly place: Place;
}

/** Gathers what one part of a file says while its tree is read: places, references and problems. */
export class Reader {
  readonly file: string;
  readonly refs: ScopedRef[] = [];
  readonly problems: ReadingProblem[] = [];
  /** The pathway, specification or scenario that is being read. */
  scope: string | undefined;

  readonly #firstLine: number;
  readonly #brokenLines: ReadonlySet<number>;

  /**
   * `firstLine` is the line of the file, from zero, on which the text begins that is read; broken lines are counted from
   * there.
   */
  constructor(file: string, firstLine: number, brokenLines: ReadonlySet<number>) {
    this.file = file;
    this.#firstLine = firstLine;
    this.#brokenLines = brokenLines;
  }

  /** Whether something was left out of what stands on the lines of a piece of the tree. */
  isBroken(node: AstNode): boolean {
    if (this.#brokenLines.size === 0 || !node.$cstNode) return false;
    const { start, end } = node.$cstNode.range;
    for (let line = start.line; line <= end.line; line++) if (this.#brokenLines.has(line)) return true;
    return false;
  }

  /** Where a piece of the tree stands in the text. */
  place(cst: CstNode | undefined): Place {
    const first = this.#firstLine;
    if (!cst) return { file: this.file, line: first, character: 0, endLine: first, endCharacter: 0 };
    const { start, end } = cst.range;
    return {
      file: this.file,
      line: first + start.line,
      character: start.character,
      endLine: first + end.line,
      endCharacter: end.character,
    };
  }

  /** Where the name of a declaration stands; its first word, where it has none. */
  namePlace(node: AstNode): Place {
    let content = contentOf(node.$cstNode);
    // A declaration that the grammar reaches through another rule is wrapped in that rule's piece of the tree.
    while (content.length === 1 && !isLeafCstNode(content[0]!)) content = contentOf(content[0]);
    const name = content.find((piece) => featureOf(piece) === 'name');
    return this.place(name ?? content.find((piece) => isLeafCstNode(piece) && !piece.hidden) ?? node.$cstNode);
  }

  /** Where the value of a property stands; the whole line, where it cannot be found. */
  propertyPlace(node: AstNode, property: string): Place {
    return this.place(GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? node.$cstNode);
  }

  ref(to: RefKind, reference: Reference | undefined, scope?: string): Ref | undefined {
    if (!reference?.$refText) return undefined;
    const ref: Ref = { to, name: reference.$refText, place: this.place(reference.$refNode) };
    this.refs.push(scope === undefined ? { ref } : { ref, in: scope });
    return ref;
  }

  /** The value that was read, or else nothing and a problem at the property it stands in. */
  take<T>(reading: Reading<T>, node: AstNode, property: string): T | undefined {
    if ('value' in reading) return reading.value;
    // One slip is one error: the line's own says what is wrong.
    if (!this.isBroken(node))
      this.problems.push({ message: reading.problem, place: this.propertyPlace(node, property) });
    return undefined;
  }

  /** Reports the second of what a line may say once only. */
  demandOnce(node: AstNode, property: string): void {
    const second = GrammarUtils.findNodesForProperty(node.$cstNode, property)[1];
    if (second) {
      this.problems.push({ message: `'${property}' stands twice in this line: keep one.`, place: this.place(second) });
    }
  }

  period(text: string | undefined, node: AstNode, property: string): Period | undefined {
    return text === undefined ? undefined : this.take(readPeriod(text), node, property);
  }
}

/** What a fact rests on: its own source, else that of the block around it; its own confidence, else the block's. */
export function evidenceOf(
  reader: Reader,
  node: { readonly source?: Reference; readonly at?: string; readonly confidence?: Evidence['confidence'] },
  around: BlockEvidence | undefined,
): Evidence | undefined {
  const source = reader.ref('source', node.source);
  if (source) return { source, ...given({ at: node.at, confidence: node.confidence }), inherited: false };
  if (!around) return node.confidence && { confidence: node.confidence, inherited: false };
  const evidence = inherited(around);
  return node.confidence ? { ...evidence, confidence: node.confidence } : evidence;
}

const inheritedEvidence = new WeakMap<BlockEvidence, Evidence>();

/** What a block's evidence is for a fact in it. One for all its facts, of which most say nothing of their own. */
function inherited(around: BlockEvidence): Evidence {
  const known = inheritedEvidence.get(around);
  if (known) return known;
  const { source, at, confidence } = around;
  const made: Evidence = { ...given({ source, at, confidence }), inherited: true };
  inheritedEvidence.set(around, made);
  return made;
}

/** The properties that have a value. Keeps absent properties absent, so that models compare and print cleanly. */
export function given<T extends object>(properties: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const result: Record<string, unknown> = {};
  for (const key in properties) if (properties[key] !== undefined) result[key] = properties[key];
  return result as { [K in keyof T]: Exclude<T[K], undefined> };
}

function contentOf(piece: CstNode | undefined): readonly CstNode[] {
  return piece && 'content' in piece ? (piece.content as CstNode[]) : [];
}

function featureOf(leaf: CstNode): string | undefined {
  const assignment = leaf.grammarSource?.$container;
  return assignment && GrammarAST.isAssignment(assignment) ? assignment.feature : undefined;
}
