import type { AstNode } from 'langium';
import type { Acceptance, BlockEvidence, CustomField, ElementBase } from '../../model/elements.ts';
import type { Fact } from '../../model/facts.ts';
import { readMoney } from '../../model/units/money.ts';
import type * as ast from '../generated/ast.ts';
import { type FactNode, readLine } from './lines.ts';
import { evidenceOf, given, type Reader } from './reader.ts';
import { number } from './values.ts';

/** The lines that every block may have. */
export type CommonNode = ast.NoteFact | ast.TagFact | ast.FieldFact | ast.EvidenceFact | ast.AcceptFact;

const common: ReadonlySet<string> = new Set(['NoteFact', 'TagFact', 'FieldFact', 'EvidenceFact', 'AcceptFact']);

/** A declaration in the tree. Its name may be lacking, while it is being typed. */
export interface BlockNode extends AstNode {
  readonly name?: string;
  readonly label?: string;
  readonly members?: readonly AstNode[];
}

/** What is read of every block: its name and place, and the lines that any block may have. */
export interface Block {
  readonly base: ElementBase;
  /** What its facts rest on unless they say otherwise: its own `evidence`, else that of the block around it. */
  readonly around: BlockEvidence | undefined;
}

/** Reads what every block has. `around` is the evidence of the block that it stands in. */
export function readBlock(reader: Reader, node: BlockNode, around?: BlockEvidence, name = node.name ?? ''): Block {
  const members = (node.members ?? []) as readonly (AstNode | CommonNode)[];
  const own = members.filter((member): member is CommonNode => common.has(member.$type));
  const evidence = own.filter((m) => m.$type === 'EvidenceFact').map((m) => readEvidence(reader, m));
  const nearest = evidence[0] ?? around;
  const base = {
    name,
    place: reader.place(node.$cstNode),
    namePlace: reader.namePlace(node),
    notes: own.filter((m) => m.$type === 'NoteFact').map((m) => readNote(reader, m, nearest)),
    // What is still being written has no name yet.
    tags: own.flatMap((m) => (m.$type === 'TagFact' && m.tag !== undefined ? [m.tag] : [])),
    fields: own.filter((m) => m.$type === 'FieldFact').flatMap((m) => readField(reader, m)),
    evidence,
    accepts: own.filter((m) => m.$type === 'AcceptFact').map((m) => readAcceptance(reader, m)),
  };
  return { base: node.label === undefined ? base : { ...base, label: node.label }, around: nearest };
}

/** Reads those lines of a block that state facts, and gathers them under the given names; `F` is their type. */
export function readFacts<F>(
  reader: Reader,
  names: readonly (keyof F & string)[],
  members: readonly AstNode[],
  around: BlockEvidence | undefined,
): F {
  const facts: Record<string, Fact<unknown>[]> = {};
  for (const name of names) facts[name] = none;
  for (const member of members) {
    if (common.has(member.$type) || nested.has(member.$type)) continue;
    const { fact, line } = readLine(reader, member as FactNode, around);
    const lines = facts[fact];
    if (lines === none) facts[fact] = [line];
    else lines?.push(line);
  }
  return facts as F;
}

/** Shared by all facts that no line speaks of, of which there are many. */
const none: Fact<unknown>[] = [];

const nested: ReadonlySet<string> = new Set([
  'Action',
  'AllowFact',
  'FieldDefinition',
  'Flow',
  'IncludeFact',
  'Indicator',
  'Issue',
  'OmitsFact',
  'Outcome',
  'ProjectSetting',
  'RequireFact',
  'RequiredStage',
  'RequiredTransition',
  'RuleFact',
  'Stage',
  'Term',
  'TopFact',
  'Transition',
  'UsedStage',
]);

function readNote(reader: Reader, node: ast.NoteFact, around: BlockEvidence | undefined): Fact<string> {
  const place = reader.place(node.$cstNode);
  if (node.text === undefined) return { state: 'unreadable', place };
  const evidence = evidenceOf(reader, node, around);
  return { state: 'recorded', value: node.text, place, ...(evidence && { evidence }) };
}

function readField(reader: Reader, node: ast.FieldFact): CustomField[] {
  // `£24O00` is not £24.
  if (node.text === undefined && reader.isBroken(node)) return [];
  const value =
    node.text ??
    number(reader, node.number, node, 'number') ??
    reader.period(node.date, node, 'date') ??
    (node.money === undefined ? undefined : reader.take(readMoney(node.money), node, 'money'));
  return value === undefined ? [] : [{ field: node.field, value, place: reader.place(node.$cstNode) }];
}

function readEvidence(reader: Reader, node: ast.EvidenceFact): BlockEvidence {
  const source = reader.ref('source', node.source);
  return { ...given({ source, at: node.at, confidence: node.confidence }), place: reader.place(node.$cstNode) };
}

function readAcceptance(reader: Reader, node: ast.AcceptFact): Acceptance {
  for (const word of ['because', 'by', 'until'] as const) reader.demandOnce(node, word);
  const [text] = node.because;
  const because = text?.trim() ? text : undefined;
  const by = reader.ref('organisation', node.by[0]);
  const until = reader.period(node.until[0], node, 'until');
  return { rule: node.rule ?? '', ...given({ because, by, until }), place: reader.place(node.$cstNode) };
}
