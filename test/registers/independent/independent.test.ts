import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../../src/language/templates.ts';
import { registersOf } from '../../../src/registers/all.ts';
import type { Register, Row } from '../../../src/registers/register.ts';
import { mergeFindings } from '../../../src/rules/merge.ts';
import { allRules } from '../../../src/rules/registry.ts';
import type { SourceFile } from '../../support/fixture.ts';
import { called, givenOf, textsOf } from '../given.ts';
import { differences, readAmount } from './compare.ts';
import { type Data, dataOf } from './data.ts';
import { accepted, actions, chase, findings, ofKind, questions, risks, type Told } from './findings.ts';
import { gaps } from './gaps.ts';
import { costTotals } from './money.ts';
import { handoverMatrix, handovers, informationFlows, informationMatrix } from './moving.ts';
import { organisations } from './organisations.ts';
import { agreements, boards, governance } from './oversight.ts';
import { coverage, overlaps, variation } from './region.ts';
import { ages, commissioners, outcomes, stages } from './services.ts';
import { sources } from './sources.ts';
import { costs } from './stage-costs.ts';
import { Names, type WantedRow } from './words.ts';

/** The day that counts as today. */
const asOf = '2026-06-30';
const titleOf = (rule: string): string => allRules.find(({ name }) => name === rule)!.title;

/** Every register of a project, worked out a second time. */
function allOf(data: Data, told: readonly Told[]): ReadonlyMap<string, readonly WantedRow[]> {
  const names = new Names(data);
  return new Map([
    ['findings', findings(data, names, told)] as const,
    ...data.specifications.map((one) => [`coverage-${one.name}`, coverage(data, names, one)] as const),
    ['variation', variation(data, names)],
    ['overlaps', overlaps(data, names)],
    ['stages', stages(data, names)],
    ['commissioners', commissioners(data, names)],
    ['ages-and-levels', ages(data, names)],
    ['outcomes', outcomes(data, names)],
    ['organisations', organisations(data, names)],
    ['cost-totals', costTotals(data, names)],
    ['costs', costs(data, names)],
    ['handovers', handovers(data, names)],
    ['handover-matrix', handoverMatrix(data, names).rows],
    ['information-flows', informationFlows(data, names)],
    ['information-matrix', informationMatrix(data, names).rows],
    ['governance', governance(data, names)],
    ['boards', boards(data, names)],
    ['agreements', agreements(data, names, asOf)],
    ['gaps', gaps(data, names)],
    ['risks', risks(data, names)],
    ['needs', ofKind(data, names, 'need', 'challenge')],
    ['good-practice', ofKind(data, names, 'strength')],
    ['actions', actions(data, names, asOf)],
    ['chase-list', chase(data, names, asOf)],
    ['open-questions', questions(data, names, asOf)],
    ['accepted', accepted(data, names, titleOf)],
    ['sources', sources(data, names)],
  ]);
}

/**
 * The two examples, the samples of the language's design, which say much that the examples do not, and an example with a
 * second pathway that is only begun.
 */
const examples = ['fictional-county', 'west-midlands', 'samples', 'begun', 'beside'].map((example) => {
  const made = { samples, begun, beside }[example];
  const texts = made === undefined ? textsOf(example) : made();
  const data = dataOf(texts, `file:///${example}`);
  const given = givenOf(texts, asOf);
  const told = mergeFindings(given.findings);
  return { example, data, told, registers: registersOf(given), wanted: allOf(data, told) };
});

function samples(): readonly SourceFile[] {
  const folder = new URL('../../contract/samples/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .toSorted()
    .map((name) => ({ uri: `file:///samples/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
}

function begun(): readonly SourceFile[] {
  const texts = textsOf('fictional-county');
  const { project } = givenOf(texts, asOf);
  const wish = { name: 'west', footprint: 'north-rivershire' };
  const text = skeletonOf(project, project.specifications.get('rivershire-standard')!, wish);
  return [...texts, { uri: texts[0]!.uri.replace(/[^/]*$/, 'west.pathway'), text }];
}

/** Questions that are open beside figures, gaps and risks that are closed, and governance in part a stage's own. */
function beside(): readonly SourceFile[] {
  const text = `organisation council "Council" is local-authority
board children "Children's board" {
  member council
}
board reform "Reform board" {
  member council
}
agreement pooled "Pooled budget" is partnership {
  party council
}
specification plan "Plan" {
  stage first "First"
}
pathway p "P" {
  governance board children
  governance agreement pooled
  stage a "A" {
    activity 30 people for 2025/26
    cost £60k estimate for 2024/25
    cost unknown ask council because "Not yet billed"
    capacity 6 people for 2024/25
    capacity unknown ask council
    governance agreement pooled
  }
  stage b "B" {
    activity 5 people for 2025/26
    activity unknown
    cost £5k for 2025/26
    cost unknown by 2027-01
    governance board reform
  }
  stage c "C" {
    cost none because "Nobody pays"
    activity none
    governance none
  }
  stage d "D" {
    governance unknown ask council
  }
  stage e "E"
  transition go from a to b {
    activity 20 people for 2025/26
    activity unknown because "No return for others"
  }
  gap lacks "Lacks" {
    affects a
    status closed
  }
  risk late "Late" {
    severity high
  }
  risk later "Later" {
    likelihood low
    impact low
    status closed
  }
  risk last "Last" {
    severity low
    status closed
  }
}
`;
  return [{ uri: 'file:///beside/a.pathway', text }];
}

describe.each(examples)('every figure of $example, worked out a second time', ({ data, registers, wanted }) => {
  it('is of every register that there is', () => {
    expect([...wanted.keys()].toSorted()).toEqual(registers.map(({ name }) => name).toSorted());
  });

  it.each(registers.map((register) => [register.name, register] as const))('%s', (name, register) => {
    expect(differences(register, wanted.get(name)!)).toEqual([]);
  });

  it('has the right receivers across the top of each matrix', () => {
    const names = new Names(data);
    const headings = (name: string) =>
      called(registers, name)
        .columns.slice(1)
        .map(({ heading }) => heading);
    expect(headings('information-matrix')).toEqual(informationMatrix(data, names).headings);
    expect(headings('handover-matrix')).toEqual(handoverMatrix(data, names).headings);
  });
});

describe('the comparison can fail', () => {
  const { registers, wanted, data, told } = examples[0]!;
  const altered = (name: string, alter: (cells: Row['cells']) => Row['cells'], index = 0): readonly string[] => {
    const register = called(registers, name);
    const rows = register.rows.map((row, at) => (at === index ? { ...row, cells: alter(row.cells) } : row));
    return differences({ ...register, rows }, wanted.get(name)!);
  };

  it('and names the figure that was altered', () => {
    expect(altered('cost-totals', (cells) => ({ ...cells, total: { ...cells['total']!, amount: 7430001 } }))).toEqual([
      'cost-totals, row 1, Total: amount is 7430001, but ought to be 7430000',
      'cost-totals, row 1, Total: shows £7.43m, but counts 7430001',
    ]);
    expect(
      altered('cost-totals', (cells) => ({ ...cells, total: { text: '£8m', amount: 7430000, currency: 'GBP' } })),
    ).toEqual([
      'cost-totals, row 1, Total: text is £8m, but ought to be £7.43m',
      'cost-totals, row 1, Total: shows £8m, but counts 7430000',
    ]);
    expect(altered('risks', (cells) => ({ ...cells, score: { text: '9', amount: 9 } }))).toHaveLength(2);
    expect(altered('costs', (cells) => ({ ...cells, cost: { ...cells['cost']!, currency: 'EUR' } }))).toEqual([
      'costs, row 1, Cost: currency is EUR, but ought to be GBP',
    ]);
  });

  it('and names a state, an order and a text that were altered', () => {
    expect(
      altered('coverage-rivershire-standard', (cells) => ({ ...cells, covered: { text: '2 of 2', order: 3 } })),
    ).toEqual(['coverage-rivershire-standard, row 1, Provider known in: order is 3, but ought to be 2']);
    const nobody = { text: 'Nobody named', state: 'missing' } as const;
    expect(altered('chase-list', (cells) => ({ ...cells, ask: nobody }))).toHaveLength(2);
    expect(altered('agreements', (cells) => ({ ...cells, to: { ...cells['to']!, text: '2027-03' } }))).toHaveLength(1);
  });

  it.each(registers.filter(({ rows }) => rows.length > 0).map(({ name }) => [name]))('for a row lost of %s', (name) => {
    const register = called(registers, name);
    const lost: Register = { ...register, rows: register.rows.slice(0, -1) };
    expect(differences(lost, wanted.get(name)!).length).toBeGreaterThan(1);
  });

  it('where the project changes and the registers do not', () => {
    const text = JSON.stringify(data).replaceAll('"amount":640000,', '"amount":650000,');
    const changed = allOf(JSON.parse(text) as Data, told);
    const found = differences(called(registers, 'cost-totals'), changed.get('cost-totals')!);
    expect(found).toContain('cost-totals, row 1, Total: amount is 7430000, but ought to be 7440000');
    expect(differences(called(registers, 'costs'), changed.get('costs')!).length).toBeGreaterThan(2);
  });

  it('because it reads the figures that people see', () => {
    expect(['£2.1m', '£7.43m', '£180,000', '58% for 2024/25', 'about 37', '12.5', 'None'].map(readAmount)).toEqual([
      2100000,
      7430000,
      180000,
      58,
      37,
      12.5,
      undefined,
    ]);
  });
});
