import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

const pathway = (stages: string, head = '', name = 'p') => `pathway ${name} {\n${head}${stages}}\n`;
const stage = (name: string, lines: string) => `  stage ${name} {\n    enters\n${lines}    leaves\n  }\n`;

describe('a stage without a setting', () => {
  it('is offered what its specification says, what the pathway has most, then where nobody is detained', () => {
    const specification = {
      uri: 'file:///project/s.pathway',
      text: 'specification s {\n  require stage a {\n    setting sarc\n  }\n}\n',
    };
    const others = `${stage('b', '    setting prison\n')}${stage('c', '    setting yoi\n    setting prison\n')}`;
    const { titles, take } = at(pathway(`${stage('|a', '')}${others}`, '', 'p realises s'), [specification]);
    expect(titles.filter((title) => title.startsWith("Write 'setting"))).toEqual([
      "Write 'setting sarc' (Sexual assault referral centre)",
      "Write 'setting prison' (Prison)",
      "Write 'setting yoi' (Youth offender institution)",
      "Write 'setting court' (Court)",
      "Write 'setting inpatient' (Inpatient or day unit)",
    ]);
    expect(take("Write 'setting prison' (Prison)")).toContain('    enters\n    setting prison\n    leaves\n');
  });
});

describe('outcomes and indicators', () => {
  it('are given as a skeleton', () => {
    const { take } = at(`pathway |p {\n${stage('a', '    setting court\n')}}\n`);
    expect(take("Add an 'outcome' with an indicator")).toContain(
      '  outcome outcome "" {\n    indicator indicator ""\n  }\n}\n',
    );
  });

  it('an outcome that has no body gets one', () => {
    const { take } = at(pathway('  outcome |better "Better"\n'));
    expect(take("Add an 'indicator', and say what it shows")).toBe(
      pathway('  outcome better "Better" {\n    indicator indicator ""\n  }\n'),
    );
  });
});

describe('the first assessment', () => {
  it('is asked for at each stage where people come in', () => {
    const { titles, take } = at(`pathway |p {\n${stage('a', '')}${stage('b', '')}}\n`);
    const wanted = (name: string) => `Write 'assessment unknown' in stage '${name}', and say why`;
    expect(titles.filter((title) => title.includes('assessment'))).toEqual([
      wanted('a'),
      wanted('b'),
      'Accept with a reason… (no-early-assessment)',
      'Turn off for this project… (no-early-assessment)',
    ]);
    expect(take(wanted('b'))).toContain('stage b {\n    enters\n    assessment unknown because ""\n    leaves\n');
  });
});

describe('a confirmed gap', () => {
  it.each(['\n', '\r\n'])('is raised in the element that lacks something, whatever ends its lines', (lineEnd) => {
    const text = pathway('  stage a {\n    |training none\n  }\n').replaceAll('\n', lineEnd);
    const { take } = at(text);
    expect(take("Raise a gap about 'a'")).toBe(
      pathway('  stage a {\n    training none\n\n    gap training ""\n  }\n').replaceAll('\n', lineEnd),
    );
  });
});

describe('two organisations that are one', () => {
  const title = "They are one: keep 'kept', with the other name as an alias";
  const other = (name: string) => ({
    uri: 'file:///project/other.pathway',
    text: `pathway p {\n  provider ${name}\n  commissioner kept\n}\n`,
  });

  it('become one everywhere, which is found under all of their names', () => {
    const { take } = at(
      'organisation kept "Hill Trust" is nhs-provider\norganisation |goes "Hill NHS Trust" is nhs-provider {\n  alias "Hills"\n}\n',
      [other('goes')],
    );
    expect(take(title)).toBe(
      'organisation kept "Hill Trust" is nhs-provider {\n  alias "Hill NHS Trust"\n  alias "Hills"\n}\n',
    );
    expect(take(title, other('kept').uri)).toBe(other('kept').text);
  });

  it.each([
    ['says something else', '  code ods "RX1"\n'],
    ['has a comment', '  # Ask about this one\n'],
  ])('are left to the author where the second one %s', (_, line) => {
    const { titles } = at(
      `organisation kept "Hill Trust" is nhs-provider\norganisation |goes "Hill NHS Trust" is nhs-provider {\n${line}}\n`,
    );
    expect(titles).not.toContain(title);
  });
});
