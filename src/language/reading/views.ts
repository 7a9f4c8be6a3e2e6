import type * as model from '../../model/elements.ts';
import type { RefKind } from '../../model/facts.ts';
import * as ast from '../generated/ast.ts';
import { readBlock } from './block.ts';
import { type FactNode, readLine } from './lines.ts';
import { readStage, readTransition } from './pathway.ts';
import { given, type Reader } from './reader.ts';

export function readView(reader: Reader, node: ast.View): model.View {
  const facts = node.members.filter(ast.isViewFact);
  const last = <K extends keyof ast.ViewFact>(key: K) => facts.findLast((fact) => fact[key] !== undefined)?.[key];
  const all = (key: 'badge' | 'show' | 'hide') => facts.map((fact) => fact[key]).filter((word) => word !== undefined);
  for (const fact of facts) {
    for (const key of ['show', 'hide'] as const) {
      const name = fact[key];
      if (name !== undefined)
        reader.refs.push({ ref: { to: 'view-word', name, place: reader.propertyPlace(fact, key) } });
    }
  }
  return {
    ...readBlock(reader, node).base,
    kind: 'view',
    ...given({
      of: reader.ref('pathway-or-scenario', node.of),
      lanes: last('lanes'),
      colour: last('colour'),
      direction: last('direction'),
    }),
    badges: all('badge'),
    show: all('show'),
    hide: all('hide'),
    only: facts.flatMap((fact) => {
      const term = fact.by && reader.ref(shown[fact.by], fact.term);
      return fact.by && term ? [{ by: fact.by, term }] : [];
    }),
  };
}

const shown: Readonly<Record<NonNullable<ast.ViewFact['by']>, RefKind>> = {
  setting: 'setting',
  level: 'level',
  cohort: 'cohort',
  provider: 'organisation',
  commissioner: 'organisation',
  footprint: 'footprint',
};

export function readScenario(reader: Reader, node: ast.Scenario): model.Scenario {
  reader.scope = node.name;
  const { base, around } = readBlock(reader, node);
  const changes = reader.ref('pathway', node.changes);
  const edits = node.members.flatMap((member) => readEdit(reader, member, around));
  return { ...base, kind: 'scenario', ...given({ changes }), edits };
}

function readEdit(
  reader: Reader,
  node: ast.Scenario['members'][number],
  around: model.BlockEvidence | undefined,
): model.ScenarioEdit[] {
  const place = reader.place(node.$cstNode);
  switch (node.$type) {
    case 'AddStage':
      return node.stage ? [{ edit: 'add-stage', stage: readStage(reader, node.stage, around), place }] : [];
    case 'AddTransition':
      return node.transition
        ? [{ edit: 'add-transition', transition: readTransition(reader, node.transition, around), place }]
        : [];
    case 'SetFact': {
      const stage = reader.ref('stage', node.stage, reader.scope);
      return stage && node.fact
        ? [{ edit: 'set', stage, ...readLine(reader, node.fact as FactNode, around), place }]
        : [];
    }
    case 'RemoveFact':
      return readRemoval(reader, node);
    default:
      return [];
  }
}

function readRemoval(reader: Reader, node: ast.RemoveFact): model.ScenarioEdit[] {
  const place = reader.place(node.$cstNode);
  const stage = reader.ref('stage', node.stage, reader.scope);
  if (stage) return [{ edit: 'remove-stage', stage, place }];
  const transition = reader.ref('transition', node.transition, reader.scope);
  const from = reader.ref('stage', node.from, reader.scope);
  const to = reader.ref('stage', node.to, reader.scope);
  return transition || from ? [{ edit: 'remove-transition', ...given({ transition, from, to }), place }] : [];
}
