import type * as model from '../../model/elements.ts';
import * as ast from '../generated/ast.ts';
import { readBlock, readFacts } from './block.ts';
import { readPathway } from './pathway.ts';
import { given, Reader, type ReadingProblem, type ScopedRef } from './reader.ts';
import * as registry from './registry.ts';
import { readSpecification } from './specification.ts';
import { number } from './values.ts';
import { readScenario, readView } from './views.ts';

/** What a part of a file says: what it declares, the names it refers to, and what in it cannot be right. */
export interface PartReading {
  readonly declarations: readonly model.Declaration[];
  readonly refs: readonly ScopedRef[];
  readonly problems: readonly ReadingProblem[];
}

/**
 * Reads the tree of a part of a file into plain data; `firstLine` is where in the file it begins. Never throws: what
 * was broken off is left out, or kept as unreadable. Of broken lines something was left out when the tree was made.
 */
export function readTree(
  file: string,
  tree: ast.File,
  firstLine: number,
  brokenLines: ReadonlySet<number>,
): PartReading {
  const reader = new Reader(file, firstLine, brokenLines);
  const declarations = (tree.declarations ?? []).map((node) => readDeclaration(reader, node));
  return { declarations, refs: reader.refs, problems: reader.problems };
}

function readDeclaration(reader: Reader, node: ast.Declaration): model.Declaration {
  reader.scope = undefined;
  switch (node.$type) {
    case 'Project':
      return readProject(reader, node);
    case 'Source':
      return registry.readSource(reader, node);
    case 'Footprint':
      return registry.readFootprint(reader, node);
    case 'Organisation':
      return registry.readOrganisation(reader, node);
    case 'System':
      return registry.readSystem(reader, node);
    case 'Information':
      return registry.readInformation(reader, node);
    case 'Agreement':
      return registry.readAgreement(reader, node);
    case 'Board':
      return registry.readBoard(reader, node);
    case 'Vocabulary':
      return registry.readVocabulary(reader, node);
    case 'Specification':
      return readSpecification(reader, node);
    case 'Pathway':
      return readPathway(reader, node);
    case 'View':
      return readView(reader, node);
    case 'Scenario':
      return readScenario(reader, node);
  }
}

function readProject(reader: Reader, node: ast.Project): model.ProjectDeclaration {
  const { base, around } = readBlock(reader, node);
  const settings = node.members.filter(ast.isProjectSetting);
  const last = <K extends keyof ast.ProjectSetting>(key: K) =>
    settings.findLast((setting) => setting[key] !== undefined);
  const baseYear = last('baseYear');
  const staleAfter = last('staleAfter');
  return {
    ...base,
    kind: 'project',
    ...given({
      currency: last('currency')?.currency,
      strictness: last('strictness')?.strictness,
      baseYear: baseYear && reader.period(baseYear.baseYear, baseYear, 'baseYear'),
      staleAfterYears: staleAfter && number(reader, staleAfter.staleAfter, staleAfter, 'staleAfter'),
    }),
    includes: node.members
      .filter(ast.isIncludeFact)
      .filter((include) => include.path !== undefined)
      .map((include) => ({ path: include.path, place: reader.place(include.$cstNode) })),
    rules: node.members.filter(ast.isRuleFact).map((rule) => readRuleSetting(reader, rule)),
    facts: readFacts(reader, ['ages'], node.members, around),
  };
}

function readRuleSetting(reader: Reader, node: ast.RuleFact): model.RuleSetting {
  const because = node.because?.trim() ? node.because : undefined;
  return { rule: node.rule ?? '', set: node.set, ...given({ because }), place: reader.place(node.$cstNode) };
}
