import type { AstNode } from 'langium';
import type * as model from '../../model/elements.ts';
import type { Ref } from '../../model/facts.ts';
import * as ast from '../generated/ast.ts';
import { readBlock, readFacts } from './block.ts';
import { readAction, readIssue, readOutcome } from './plan.ts';
import { evidenceOf, given, type Reader } from './reader.ts';

const pathwayFacts: readonly (keyof model.Pathway['facts'])[] = [
  'status',
  'owner',
  'cohort',
  'ages',
  'purpose',
  'standard',
  'excludes',
  'commissioner',
  'provider',
  'governance',
  'cost',
  'activity',
  'capacity',
  'overlaps',
  'voice',
];

const stageFacts: readonly (keyof model.Stage['facts'])[] = [
  'status',
  'enters',
  'leaves',
  'purpose',
  'setting',
  'level',
  'cohort',
  'ages',
  'provider',
  'partner',
  'commissioner',
  'activity',
  'cost',
  'capacity',
  'wait',
  'governance',
  'assessment',
  'workforce',
  'training',
  'voice',
  'standard',
  'excludes',
  'varies',
];

const transitionFacts: readonly (keyof model.Transition['facts'])[] = [
  'movement',
  'trigger',
  'criteria',
  'threshold',
  'access',
  'lead',
  'receiver',
  'within',
  'send',
  'agreement',
  'activity',
  'ages',
  'governance',
  'varies',
];

type Around = model.BlockEvidence | undefined;

export function readPathway(reader: Reader, node: ast.Pathway): model.Pathway {
  reader.scope = node.name;
  const { base, around } = readBlock(reader, node);
  const each = <N extends AstNode, T>(is: (n: unknown) => n is N, read: (r: Reader, n: N, around: Around) => T): T[] =>
    (node.members as AstNode[]).filter(is).map((member) => read(reader, member, around));
  return {
    ...base,
    kind: 'pathway',
    ...given({
      realises: reader.ref('specification', node.realises),
      footprint: reader.ref('footprint', node.footprint),
    }),
    stages: each(ast.isStage, readStage),
    uses: each(ast.isUsedStage, readUsedStage),
    omits: each(ast.isOmitsFact, readOmission),
    transitions: each(ast.isTransition, readTransition),
    flows: each(ast.isFlow, readFlow),
    outcomes: each(ast.isOutcome, readOutcome),
    issues: each(ast.isIssue, readIssue),
    actions: each(ast.isAction, readAction),
    facts: readFacts(reader, pathwayFacts, node.members, around),
  };
}

export function readStage(reader: Reader, node: ast.Stage, outer: Around): model.Stage {
  const { base, around } = readBlock(reader, node, outer);
  return {
    ...base,
    kind: 'stage',
    ...given({ realises: reader.ref('required-stage', node.realises, reader.scope) }),
    outcomes: node.members.filter(ast.isOutcome).map((outcome) => readOutcome(reader, outcome, around)),
    issues: node.members.filter(ast.isIssue).map((issue) => readIssue(reader, issue, around)),
    facts: readFacts(reader, stageFacts, node.members, around),
  };
}

function readUsedStage(reader: Reader, node: ast.UsedStage): model.UsedStage {
  const pathway = reader.ref('pathway', node.pathway) ?? nothing(reader, node, 'pathway');
  const stage = reader.ref('stage', node.stage, pathway.name) ?? nothing(reader, node, 'stage');
  const name = node.name ?? stage.name;
  return { ...readBlock(reader, node, undefined, name).base, kind: 'used-stage', stage, pathway };
}

function readOmission(reader: Reader, node: ast.OmitsFact, around: Around): model.Omission {
  const from = reader.ref('required-stage', node.from, reader.scope);
  const to = reader.ref('required-stage', node.to, reader.scope);
  return {
    ...given({
      stage: reader.ref('required-stage', node.stage, reader.scope),
      transition: from && to ? { from, to } : undefined,
      because: node.because?.trim() ? node.because : undefined,
      evidence: evidenceOf(reader, node, around),
    }),
    place: reader.place(node.$cstNode),
  };
}

export function readTransition(reader: Reader, node: ast.Transition, outer: Around): model.Transition {
  const ends = readEnds(reader, node);
  const { base, around } = readBlock(reader, node, outer, node.name ?? endsName(ends));
  return {
    ...base,
    kind: 'transition',
    named: node.name !== undefined,
    ...ends,
    issues: node.members.filter(ast.isIssue).map((issue) => readIssue(reader, issue, around)),
    facts: readFacts(reader, transitionFacts, node.members, around),
  };
}

function readFlow(reader: Reader, node: ast.Flow, outer: Around): model.Flow {
  const ends = readEnds(reader, node);
  const { base, around } = readBlock(reader, node, outer, node.name ?? endsName(ends));
  return {
    ...base,
    kind: 'flow',
    named: node.name !== undefined,
    ...ends,
    issues: node.members.filter(ast.isIssue).map((issue) => readIssue(reader, issue, around)),
    facts: readFacts(reader, ['send', 'agreement'], node.members, around),
  };
}

interface Ends {
  readonly from: model.End;
  readonly to: model.End;
}

function readEnds(reader: Reader, node: ast.Transition | ast.Flow): Ends {
  const from = reader.ref('stage', node.from, reader.scope);
  const pathway = reader.ref('pathway', node.toPathway);
  const to = reader.ref('stage', node.to, pathway?.name ?? reader.scope);
  return { from: given({ stage: from }), to: given({ stage: to, pathway }) };
}

function endsName({ from, to }: Ends): string {
  const end = to.stage === undefined ? `pathway ${to.pathway?.name ?? '?'}` : to.stage.name;
  return `${from.stage?.name ?? '?'} to ${end}`;
}

/** Stands for a name that is not there yet; it refers to nothing, and its error is reported where it is missing. */
function nothing(reader: Reader, node: AstNode, to: Ref['to']): Ref {
  return { to, name: '', place: reader.place(node.$cstNode) };
}
