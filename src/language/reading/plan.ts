import type * as model from '../../model/elements.ts';
import type { Measurement } from '../../model/values.ts';
import * as ast from '../generated/ast.ts';
import { readBlock, readFacts } from './block.ts';
import { given, type Reader } from './reader.ts';
import { number } from './values.ts';

/** Reads what the authors found, what they plan, and what they want to reach. */

export function readIssue(reader: Reader, node: ast.Issue, outer?: model.BlockEvidence): model.Issue {
  const { base, around } = readBlock(reader, node, outer);
  return {
    ...base,
    kind: node.kind,
    text: node.text ?? node.name ?? '',
    facts: readFacts(
      reader,
      ['affects', 'severity', 'likelihood', 'impact', 'owner', 'status', 'action'],
      node.members,
      around,
    ),
  };
}

export function readAction(reader: Reader, node: ast.Action, outer?: model.BlockEvidence): model.Action {
  const { base, around } = readBlock(reader, node, outer);
  return {
    ...base,
    kind: node.kind,
    text: node.text ?? node.name ?? '',
    facts: readFacts(reader, ['owner', 'status', 'due', 'cost', 'output', 'affects'], node.members, around),
  };
}

export function readOutcome(reader: Reader, node: ast.Outcome, outer?: model.BlockEvidence): model.Outcome {
  const { base, around } = readBlock(reader, node, outer);
  return {
    ...base,
    kind: 'outcome',
    text: node.text ?? node.name ?? '',
    ...given({ domain: reader.ref('domain', node.domain) }),
    indicators: node.members.filter(ast.isIndicator).map((indicator) => readIndicator(reader, indicator, around)),
  };
}

function readIndicator(reader: Reader, node: ast.Indicator, outer?: model.BlockEvidence): model.Indicator {
  return {
    ...readBlock(reader, node, outer).base,
    kind: 'indicator',
    text: node.text ?? node.name ?? '',
    ...given({ baseline: readMeasurement(reader, node.baseline), target: readMeasurement(reader, node.target) }),
  };
}

function readMeasurement(reader: Reader, node: ast.Measurement | undefined): Measurement | undefined {
  const amount = node && number(reader, node.amount, node, 'amount');
  if (node === undefined || amount === undefined) return undefined;
  const unit = node.amount.endsWith('%') ? 'percent' : node.unit;
  return given({ amount, unit, period: reader.period(node.period, node, 'period') }) as Measurement;
}
