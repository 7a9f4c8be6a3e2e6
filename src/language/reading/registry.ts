import type * as model from '../../model/elements.ts';
import type { Ref } from '../../model/facts.ts';
import * as ast from '../generated/ast.ts';
import { readBlock, readFacts } from './block.ts';
import { given, type Reader } from './reader.ts';
import { number } from './values.ts';

/** Reads the declarations of a register: who and what the pathways speak of. */

export function readSource(reader: Reader, node: ast.Source): model.Source {
  const { base, around } = readBlock(reader, node);
  return {
    ...base,
    kind: 'source',
    facts: readFacts(reader, ['publisher', 'author', 'published', 'url'], node.members, around),
  };
}

export function readFootprint(reader: Reader, node: ast.Footprint): model.Footprint {
  const { base, around } = readBlock(reader, node);
  const refs = given({ is: reader.ref('kind', node.is), within: reader.ref('footprint', node.within) });
  return { ...base, kind: 'footprint', ...refs, facts: readFacts(reader, ['code'], node.members, around) };
}

export function readOrganisation(reader: Reader, node: ast.Organisation): model.Organisation {
  const { base, around } = readBlock(reader, node);
  return {
    ...base,
    kind: 'organisation',
    ...given({ is: reader.ref('kind', node.is) }),
    facts: readFacts(reader, ['alias', 'code', 'covers', 'partOf', 'succeededBy'], node.members, around),
  };
}

export function readSystem(reader: Reader, node: ast.System): model.System {
  return { ...readBlock(reader, node).base, kind: 'system' };
}

export function readInformation(reader: Reader, node: ast.Information): model.Information {
  const containing = node.containing.map((data) => reader.ref('data', data));
  return {
    ...readBlock(reader, node).base,
    kind: 'information',
    ...given({ is: node.is }),
    containing: containing.filter((ref): ref is Ref => ref !== undefined),
  };
}

export function readAgreement(reader: Reader, node: ast.Agreement): model.Agreement {
  const { base, around } = readBlock(reader, node);
  return {
    ...base,
    kind: 'agreement',
    ...given({ is: node.is }),
    facts: readFacts(
      reader,
      ['party', 'covers', 'basis', 'lawfulBasis', 'condition', 'dpia', 'valid', 'governance', 'standard'],
      node.members,
      around,
    ),
  };
}

export function readBoard(reader: Reader, node: ast.Board): model.Board {
  const { base, around } = readBlock(reader, node);
  return {
    ...base,
    kind: 'board',
    top: node.members.some(ast.isTopFact),
    facts: readFacts(reader, ['chair', 'member', 'reportsTo', 'meets'], node.members, around),
  };
}

export function readVocabulary(reader: Reader, node: ast.Vocabulary): model.Vocabulary {
  return {
    ...readBlock(reader, node).base,
    kind: 'vocabulary',
    terms: node.members.filter(ast.isTerm).map((term) => readTerm(reader, term)),
    fieldDefinitions: node.members.filter(ast.isFieldDefinition).map((field) => readFieldDefinition(reader, field)),
  };
}

function readTerm(reader: Reader, node: ast.Term): model.Term {
  return {
    ...readBlock(reader, node).base,
    kind: 'term',
    of: node.of,
    flags: node.flags,
    ...given({
      order: number(reader, node.order, node, 'order'),
      scheme: node.scheme,
      until: reader.period(node.until, node, 'until'),
      becomes: reader.ref(node.of, node.becomes),
      describes: node.describes,
    }),
  };
}

function readFieldDefinition(reader: Reader, node: ast.FieldDefinition): model.FieldDefinition {
  return { ...readBlock(reader, node).base, kind: 'field', type: node.type, on: node.on };
}
