import { describe, expect, it } from 'vitest';
import { readPathwayFile } from '../../src/language/file-store.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { Pathway } from '../../src/model/elements.ts';
import type { Finding } from '../../src/rules/finding.ts';

const registry = 'organisation x "X" is icb\norganisation y "Y" is nhs-provider\nboard oversight "O" { chair x top }\n';

function found(text: string, others: Readonly<Record<string, string>> = {}): readonly Finding[] {
  const workspace = new Workspace('file:///p');
  for (const [name, other] of Object.entries({ 'p.pathway': registry + text, ...others }))
    workspace.set(`file:///p/${name}`, other);
  return workspace.projects('2026-05-01').flatMap(({ findings }) => findings);
}

const said = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
const errors = (text: string): readonly string[] => said(found(text));
const rules = (text: string): readonly string[] => found(text).map(({ rule }) => rule);

function pathwayIn(text: string): Pathway {
  const pathway = readPathwayFile('file:///p', text).reading.model.declarations.find(({ kind }) => kind === 'pathway');
  return pathway as Pathway;
}

const foreign: Readonly<Record<string, readonly string[]>> = {
  stage: ['stage s2 "S2" {', '  provider x', '  wait 5 weeks', '}'],
  action: ['action a2 "A2" {', '  due 2027', '  commissioner x', '}'],
  milestone: ['milestone m2 "M2" {', '  due 2027', '}'],
  outcome: ['outcome o2 "O2" {', '  indicator i "I"', '}'],
  transition: ['transition t2 from a to b {', '  criteria "c"', '}'],
  'brace on a line of its own': ['flow f2 from a to b', '{', '  send f', '}'],
  board: ['board bb {', '  chair x', '}'],
  cost: ['cost £5k for 2025/26'],
  provider: ['provider x'],
  lead: ['lead x'],
  nonsense: ['nonsense and more', 'of it'],
  'nothing but a value': ['£5k'],
};

const hosts: Readonly<Record<string, readonly [head: string, ...rest: string[]]>> = {
  stage: ['stage h "H" {', 'partner x', 'wait 5 weeks'],
  gap: ['gap h "H" {', 'affects a', 'severity high'],
  action: ['action h "H" {', 'output "o"', 'due 2027'],
  transition: ['transition h from a to b {', 'movement step-up', 'criteria "c"'],
  outcome: ['outcome h "H" {', 'indicator y "Y"', 'indicator z "Z"'],
};

describe('a line in a block where it cannot stand is one error, and all that can stand there is read', () => {
  const cases = Object.keys(hosts).flatMap((host) => Object.keys(foreign).map((line) => [line, host] as const));
  it.each(cases)('%s in %s', (line, host) => {
    const [head, first, last] = hosts[host]!;
    const text = (inner: readonly string[]): string =>
      [
        'pathway p "P" {',
        head,
        first,
        ...inner,
        last,
        '}',
        'stage a "A"',
        'stage b "B" {',
        'provider x',
        '}',
        '}',
        '',
      ].join('\n');
    const inner = foreign[line]!;
    const { problems } = readPathwayFile('file:///p', text(inner));
    if (problems.length > 0) expect(problems.map(({ place }) => place.line)[0]).toBe(3);
    expect(problems.length).toBeLessThanOrEqual(line === 'nonsense' ? 2 : 1);
    const facts = (of: readonly string[]): number => JSON.stringify(pathwayIn(text(of))).split('"recorded"').length;
    expect(facts(inner)).toBeGreaterThanOrEqual(facts([]));
    const { stages } = pathwayIn(text(inner));
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('names the block that the line stands in, and not the one that was left out around it', () => {
    const text =
      'pathway p "P" {\n  stage a {\n    provider x\n    action do-it "Do" {\n      commissioner x\n    }\n  }\n}\n';
    expect(errors(text)).toEqual(["'action' can't stand in a stage: put it into a pathway, a gap or a risk."]);
  });

  it('also in each of many blocks', () => {
    const stages = Array.from({ length: 40 }, (_, n) => `  stage s${n} "S" {\n    provider x\n    owner y\n  }\n`);
    const text = `pathway p "P" {\n${stages.join('')}  transition from s0 to s39\n}\n`;
    expect(errors(text)).toEqual(
      stages.map(() => "'owner' can't stand in a stage: put it into a pathway, a gap, a risk or an action."),
    );
    expect(pathwayIn(text).stages.every(({ facts }) => facts.provider.length === 1)).toBe(true);
  });

  it('also thousands of times in one block', () => {
    const lines = '    provider x\n    owner y\n'.repeat(3000);
    const { problems } = readPathwayFile('file:///p', `pathway p "P" {\n  stage a "A" {\n${lines}  }\n}\n`);
    expect(problems).toHaveLength(3000);
  });

  it('a line of which only the first word is right takes nothing with it', () => {
    const text =
      'specification s "S" {\n  require nonsense\n  purpose "x"\n}\npathway p "P" {\n  stage a "A" { provider x }\n}\n';
    expect(errors(text)).toHaveLength(1);
    expect(pathwayIn(text).stages).toHaveLength(1);
  });

  it('a value that was moved to the next line is the same slip', () => {
    expect(errors('pathway p "P" {\n  stage a "A" {\n    ages 0\n 21\n    provider x\n  }\n}\n')).toEqual([
      "After '0' comes 'to' or 'and', not '21'.",
    ]);
  });

  it('what stands outside of all blocks is told of once, up to the next declaration', () => {
    const stray = 'stage a "A" {\n  provider x\n}\ntransition from a to b\n';
    const error = "'stage' can't stand at the top level of a file: put it into a pathway.";
    expect(errors(stray)).toEqual([error]);
    expect(errors(`${stray}pathway p "P" { stage a "A" }\n${stray}`)).toEqual([error, error]);
  });
});

describe('a closing brace that stands too far down', () => {
  const text = (first: string): string =>
    `pathway p "P" {\n${first}  stage b "B" {\n    provider nobody\n  }\n  gap g "G" {\n    affects b\n  }\n  cost £5k\n  stage c "C"\n  transition from a to b\n  transition from b to c\n`;

  it('is one error, and the blocks are read as if it stood where it belongs', () => {
    const late = `${text('  stage a "A" {\n    wait 5 weeks\n')}  }\n}\n`;
    const right = `${text('  stage a "A" {\n    wait 5 weeks\n  }\n')}}\n`;
    expect(errors(late)).toEqual([
      "Stage 'a' ends here, and its closing brace stands further down: move it up to a line of its own after this one.",
      ...errors(right),
    ]);
    expect(found(late).find(({ rule }) => rule === 'syntax-error')?.place.line).toBe(5);
    const names = (of: string): readonly string[] => pathwayIn(of).stages.map(({ name }) => name);
    expect(names(late)).toEqual(['a', 'b', 'c']);
    expect(pathwayIn(late).stages[0]?.facts.wait[0]?.state).toBe('recorded');
    expect(pathwayIn(late).transitions).toHaveLength(2);
  });

  it('is none where the block goes on behind', () => {
    const text = 'pathway p "P" {\n  stage a "A" {\n    stage b "B"\n    stage c "C"\n    wait 5 weeks\n  }\n}\n';
    expect(errors(text)).toEqual(Array(2).fill("'stage' can't stand in a stage: put it into a pathway."));
  });
});

describe('what follows from a misplaced line, and no more, is left unsaid', () => {
  const other = 'pathway q "Q" {\n  stage start "Start"\n  transition from start to review\n}\n';
  it('of names: those of its kind in its own pathway', () => {
    const text =
      'pathway p "P" {\n  stage a "A" {\n    stage review "R" {\n    }\n  }\n  transition from a to review\n}\n';
    expect(said(found(text, { 'q.pathway': other }))).toEqual([
      "'stage' can't stand in a stage: put it into a pathway.",
      `Stage 'review' is not known here: declare it with 'stage review "…"', or correct its name.`,
    ]);
    const gap =
      'pathway p "P" {\n  stage a "A" {\n    provider nurse\n    gap g "G" {\n      outcome nurse "N"\n    }\n  }\n}\n';
    expect(errors(gap)).toContain(
      `Organisation 'nurse' is not known here: declare it with 'organisation nurse "…"', or correct its name.`,
    );
    const board = 'pathway p "P" {\n  stage a "A" {\n    governance board bb\n    board bb "B"\n  }\n}\n';
    expect(errors(board)).toHaveLength(1);
  });

  it.each([
    ['age-gap-at-transition', 'ages 12 to 16'],
    ['level-gap', 'level tier-4'],
    ['single-provider', 'provider x'],
    ['missing-provider', 'provider x'],
  ])('of findings: %s still shows with %s in a transition', (rule, line) => {
    const text = (inner: string): string =>
      `pathway p "P" {\n  stage a "A" {\n    provider x\n    ages 0 to 12\n    level tier-1\n  }\n  stage b "B" {\n    provider x\n    ages 16 to 18\n    level tier-4\n  }\n  stage c "C" { provider x }\n  stage d "D"\n  transition from a to b {\n    movement step-up\n    gap g "G" {\n      ${inner}\n    }\n  }\n}\n`;
    expect(rules(text('severity high'))).toContain(rule);
    expect(rules(text(line))).toContain(rule);
  });

  it('of findings: what is lacking goes at the nearest block that may have the line', () => {
    const text = (line: string): string =>
      `pathway p "P" {\n  stage a "A" {\n    commissioner x as lead\n    commissioner y as co\n    risk g "G" {\n      ${line}\n    }\n  }\n  stage b "B"\n}\n`;
    const missing = (line: string): readonly string[] =>
      found(text(line))
        .filter(({ rule }) => rule === 'missing-governance')
        .map(({ element }) => element ?? '');
    expect(missing('severity high')).toEqual(['a', 'b']);
    expect(missing('governance board oversight')).toEqual(['b']);
    expect(rules(text('governance board oversight'))).toContain('co-commissioning-without-agreement');
  });
});

it('a field of which something was left out has no value', () => {
  const fields = (line: string) => pathwayIn(`pathway p "P" {\n  ${line}\n}\n`).fields.map(({ value }) => value);
  expect(fields('field rent £24O00')).toEqual([]);
  expect(fields('field rent £24000')).toHaveLength(1);
  expect(fields('field "rent" £24')).toEqual([]);
});
