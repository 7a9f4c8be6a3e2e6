import { describe, expect, it } from 'vitest';
import { effective } from '../../src/model/inheritance.ts';
import { at, Desk } from './acting.ts';

const uri = 'file:///project/it.pathway';

/** What holds for each stage of each pathway, whoever says it, and what it rests on; by the stage's name. */
function meaning(text: string): Record<string, unknown> {
  const { project } = new Desk([{ uri, text }]).checked;
  const stages = [...project.pathways.values()].flatMap((pathway) =>
    pathway.stages.map((stage) => ({ pathway, stage })),
  );
  return Object.fromEntries(
    stages.map(({ pathway, stage }) => [
      stage.name,
      (['provider', 'commissioner', 'governance'] as const).map((fact) =>
        JSON.stringify(effective(pathway, stage, fact).lines, (key, value) => (key === 'place' ? undefined : value)),
      ),
    ]),
  );
}

interface Case {
  readonly from: string;
  readonly title: string;
  readonly to: string;
}

function check({ from, title, to }: Case): string {
  const { take, actions, desk } = at(from);
  expect(take(title)).toBe(to);
  expect(actions.find((action) => action.title === title)!.kind).toMatch(/^refactor\./);
  expect(new Desk([{ uri, text: to }]).problems('errors')).toEqual(desk.problems('errors'));
  return from.replace('|', '');
}

const register = 'organisation t\norganisation c\nboard b\nsource r\n';

describe('saying once what all stages say', () => {
  it('leaves what holds for each stage as it was', () => {
    const one: Case = {
      from: `${register}pathway p {\n  ages 0 to 21\n  evidence r\n\n  stage a {\n    |provider t according to r at "1"\n    provider c\n    leaves\n  }\n\n  stage d { provider t according to r at "1"  provider c }\n}\n`,
      title: `Say 'provider t according to r at "1"' and 'provider c' once, for all stages`,
      to: `${register}pathway p {\n  ages 0 to 21\n  provider t according to r at "1"\n  provider c\n  evidence r\n\n  stage a {\n    leaves\n  }\n\n  stage d { }\n}\n`,
    };
    expect(meaning(one.to)).toEqual(meaning(check(one)));
  });

  const not = (from: string): readonly string[] => at(from).titles.filter((title) => title.startsWith('Say '));

  it('is not offered where it would change something', () => {
    const stages = (first: string, second: string): string =>
      `  stage a {\n    |provider t\n${first}  }\n  stage d {\n${second}  }\n`;
    expect(not(`${register}pathway p {\n${stages('', '    provider t\n')}}\n`)).toHaveLength(1);
    expect(not(`${register}pathway p {\n${stages('', '    provider c\n')}}\n`)).toEqual([]);
    expect(not(`${register}pathway p {\n${stages('', '')}}\n`)).toEqual([]);
    expect(not(`${register}pathway p {\n${stages('    evidence r\n', '    provider t\n')}}\n`)).toEqual([]);
    expect(not(`${register}pathway p {\n${stages('', '    provider t # so\n')}}\n`)).toEqual([]);
    expect(not(`${register}pathway p {\n  provider c\n${stages('', '    provider t\n')}}\n`)).toEqual([]);
    const added = 'scenario s changes p {\n  add stage e\n}\n';
    expect(not(`${register}pathway p {\n${stages('', '    provider t\n')}}\n${added}`)).toEqual([]);
  });
});

describe('saying in each stage what the pathway says', () => {
  it('leaves what holds for each stage as it was', () => {
    const one: Case = {
      from: `${register}pathway p {\n  governance board b|\n  evidence r\n\n  stage a\n\n  stage d {\n    governance unknown\n  }\n\n  stage e {\n    leaves\n  }\n}\n`,
      title: "Say 'governance board b' in each stage that takes it from here",
      to: `${register}pathway p {\n  evidence r\n\n  stage a {\n    governance board b\n  }\n\n  stage d {\n    governance unknown\n  }\n\n  stage e {\n    governance board b\n    leaves\n  }\n}\n`,
    };
    expect(meaning(one.to)).toEqual(meaning(check(one)));
  });

  it('writes into a stage only what it takes: the board beside an agreement of its own', () => {
    const agreement = 'agreement g is partnership\n';
    const one: Case = {
      from: `${register}${agreement}pathway p {\n  governance board b|\n  governance agreement g\n\n  stage a {\n    governance agreement g\n  }\n}\n`,
      title: "Say 'governance board b' and 'governance agreement g' in each stage that takes it from here",
      to: `${register}${agreement}pathway p {\n\n  stage a {\n    governance agreement g\n    governance board b\n  }\n}\n`,
    };
    expect(meaning(one.to)).toEqual(meaning(check(one)));
  });

  it('is not offered where no stage takes it, or one rests on other evidence', () => {
    const titles = (stage: string): readonly string[] =>
      at(`${register}pathway p {\n  provider| t\n  stage a {\n    ${stage}\n  }\n}\n`).titles.filter((title) =>
        title.startsWith('Say '),
      );
    expect(titles('provider c')).toEqual([]);
    expect(titles('evidence r')).toEqual([]);
    expect(titles('leaves')).toHaveLength(1);
  });
});

describe('putting facts into their usual order', () => {
  it('takes their comments along', () => {
    check({
      from: 'pathway p {\n  stage a {\n    # Where they go.\n    leaves "x" # home\n    |level tier-1\n\n    gap g "x" {\n      severity high\n    }\n    enters\n  }\n}\n',
      title: 'Put these facts into their usual order',
      to: 'pathway p {\n  stage a {\n    enters\n    level tier-1\n    # Where they go.\n    leaves "x" # home\n\n    gap g "x" {\n      severity high\n    }\n  }\n}\n',
    });
  });

  it('is not offered where they are in order', () => {
    expect(at('pathway p {\n  stage a {\n    enters\n    leaves|\n  }\n}\n').titles.join()).not.toContain('order');
  });
});

describe('a transition', () => {
  it('is turned round', () => {
    check({
      from: 'pathway p {\n  stage a\n  stage b\n  transition t |from a to b "x" {\n    criteria "y"\n  }\n}\n',
      title: "Turn this transition round: from 'b' to 'a'",
      to: 'pathway p {\n  stage a\n  stage b\n  transition t from b to a "x" {\n    criteria "y"\n  }\n}\n',
    });
  });

  it('gets a stage between its ends', () => {
    check({
      from: 'pathway p {\n  stage a\n  stage b\n  transition t |from a to b "x" {\n    criteria "y"\n  }\n}\n',
      title: "Put a stage between 'a' and 'b'",
      to: 'pathway p {\n  stage a\n  stage b\n  stage between-a-and-b\n\n  transition t from a to between-a-and-b "x" {\n    criteria "y"\n  }\n\n  transition from between-a-and-b to b {\n    criteria unknown because ""\n    send unknown because ""\n  }\n}\n',
    });
  });

  it('is left alone where it leads to another pathway', () => {
    const { titles } = at('pathway q\npathway p {\n  stage a\n  transition from |a to pathway q\n}\n');
    expect(titles.filter((title) => /round|between/.test(title))).toEqual([]);
  });
});

describe('a stage becomes one that others can use', () => {
  const p = `${register}pathway p {\n  provider t\n  evidence r\n\n  stage |a "A" {\n    governance board b\n    leaves\n  }\n\n  stage d\n  transition from a to d\n}\n`;

  it('in a pathway of its own, with all that it took from this one', () => {
    const one: Case = {
      from: p,
      title: "Move stage 'a' into a pathway of its own, and use it from there",
      to: `${register}pathway p {\n  provider t\n  evidence r\n\n  uses stage a of shared\n\n  stage d\n  transition from a to d\n}\n\npathway shared {\n  stage a "A" {\n    provider t\n    governance board b\n    leaves\n    evidence r\n  }\n}\n`,
    };
    expect(meaning(one.to)).toEqual(meaning(check(one)));
  });

  it('in one that others use already', () => {
    const others = 'pathway hub {\n  stage h\n}\npathway q {\n  uses stage h of hub\n}\n';
    const one: Case = {
      from: p + others,
      title: "Move stage 'a' into pathway 'hub', and use it from there",
      to: `${register}pathway p {\n  provider t\n  evidence r\n\n  uses stage a of hub\n\n  stage d\n  transition from a to d\n}\npathway hub {\n  stage h\n\n  stage a "A" {\n    provider t\n    governance board b\n    leaves\n    evidence r\n  }\n}\npathway q {\n  uses stage h of hub\n}\n`,
    };
    expect(meaning(one.to)).toEqual(meaning(check(one)));
  });

  it('is not offered where something needs it to stand here', () => {
    const titles = (from: string): readonly string[] =>
      at(from).titles.filter((title) => title.startsWith('Move stage'));
    expect(titles('pathway p {\n  stage |a {\n    gap g "x" {\n      action x\n    }\n  }\n  action x\n}\n')).toEqual(
      [],
    );
    expect(titles('pathway p {\n  stage |a\n}\npathway q {\n  uses stage a of p\n}\n')).toEqual([]);
    expect(titles('pathway p {\n  stage |a\n}\nscenario s changes p {\n  remove stage a\n}\n')).toEqual([]);
  });
});

describe('a declaration', () => {
  const other = { uri: 'file:///project/register.pathway', text: 'organisation x\r\n\r\nboard b {\r\n  top\r\n}\r\n' };

  it('moves to another file, with its comments, in the line ends of that file', () => {
    const { take } = at('# This file.\n\n# About y.\norganisation |y "Y" { # so\n  alias "Z"\n}\n\npathway p\n', [
      other,
    ]);
    const title = "Move organisation 'y' to register.pathway";
    expect(take(title)).toBe('# This file.\n\npathway p\n');
    expect(take(title, other.uri)).toBe(
      'organisation x\r\n\r\n# About y.\r\norganisation y "Y" { # so\r\n  alias "Z"\r\n}\r\n\r\nboard b {\r\n  top\r\n}\r\n',
    );
  });

  it('stays where there is no other file, and where it shares its line', () => {
    expect(at('board |b\n').titles).toEqual([]);
    expect(at('board |b board c\n', [other]).titles.filter((title) => title.startsWith('Move'))).toEqual([]);
  });
});

describe('a text in which something is wrong', () => {
  it('is not rearranged', () => {
    const { actions } = at('pathway p {\n  stage a\n  transition |from a to a\n  stag\n}\n');
    expect(actions.filter(({ kind }) => kind.startsWith('refactor'))).toEqual([]);
  });
});
