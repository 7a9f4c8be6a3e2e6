import type { AstNode } from 'langium';
import type * as model from '../../model/elements.ts';
import * as ast from '../generated/ast.ts';
import { readBlock, readFacts } from './block.ts';
import { readOutcome } from './plan.ts';
import { given, type Reader } from './reader.ts';

export function readSpecification(reader: Reader, node: ast.Specification): model.Specification {
  reader.scope = node.name;
  const { base, around } = readBlock(reader, node);
  return {
    ...base,
    kind: 'specification',
    ...given({ footprint: reader.ref('footprint', node.footprint) }),
    requires: readRequirements(reader, node.members),
    stages: node.members.filter(ast.isRequiredStage).map((stage) => readRequiredStage(reader, stage, around)),
    transitions: node.members.filter(ast.isRequiredTransition).map((t) => readRequiredTransition(reader, t, around)),
    allowedVariations: node.members.flatMap((allow) =>
      ast.isAllowFact(allow) && isSaid(allow.fact) ? [allow.fact] : [],
    ),
    outcomes: node.members.filter(ast.isOutcome).map((outcome) => readOutcome(reader, outcome, around)),
    facts: readFacts(reader, ['ages', 'purpose', 'standard'], node.members, around),
  };
}

function readRequirements(reader: Reader, members: readonly AstNode[]): model.Requirement[] {
  const said = members.filter(ast.isRequireFact).filter(({ fact }) => isSaid(fact));
  return said.map((node) => ({
    fact: node.fact,
    ...given({ information: reader.ref('information', node.information) }),
    place: reader.place(node.$cstNode),
  }));
}

/** Whether the line is finished: one that is still being written says nothing yet. */
const isSaid = (fact: string | undefined): boolean => fact !== undefined;

function readRequiredStage(reader: Reader, node: ast.RequiredStage, outer?: model.BlockEvidence): model.RequiredStage {
  const { base, around } = readBlock(reader, node, outer);
  return {
    ...base,
    kind: 'required-stage',
    requires: readRequirements(reader, node.members),
    facts: readFacts(
      reader,
      ['setting', 'level', 'ages', 'cohort', 'assessment', 'purpose', 'standard'],
      node.members,
      around,
    ),
  };
}

function readRequiredTransition(
  reader: Reader,
  node: ast.RequiredTransition,
  outer?: model.BlockEvidence,
): model.RequiredTransition {
  const lost = (): model.RequiredTransition['from'] => ({
    to: 'required-stage',
    name: '',
    place: reader.place(node.$cstNode),
  });
  const from = reader.ref('required-stage', node.from, reader.scope) ?? lost();
  const to = reader.ref('required-stage', node.to, reader.scope) ?? lost();
  const { base, around } = readBlock(reader, node, outer, `${from.name} to ${to.name}`);
  return {
    ...base,
    kind: 'required-transition',
    from,
    to,
    requires: readRequirements(reader, node.members),
    facts: readFacts(reader, ['movement'], node.members, around),
  };
}
