import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/changes/change.ts';
import { comparePathways } from '../../src/changes/compare.ts';
import { compareWithSpecification } from '../../src/changes/specification.ts';
import { changedPathway } from '../../src/model/scenario.ts';
import { comparisonOf, sideOf } from './sides.ts';

/** What changes from one text to another, a sentence each; what weakens oversight says why. */
function sentences(before: string, after: string): readonly string[] {
  return comparisonOf(before, after).changes.map(told);
}

const told = ({ sentence, weakens }: Change): string => (weakens ? `${weakens}: ${sentence}` : sentence);

const register = `
source review "Riverside review"
organisation trust "Riverside Trust"
organisation icb "Riverside ICB"
board top-board "Health and Justice Board"
agreement sharing "Sharing agreement"
information chat "CHAT"
`;

/** A pathway of one stage that says these lines. */
const stage = (...lines: readonly string[]): string =>
  `${register}pathway p "North" {\n  stage s "Secure unit" {\n    ${lines.join('\n    ')}\n  }\n}\n`;

const nothing: readonly string[] = [];

describe('what is no change in meaning', () => {
  it.each([
    ['the order of declarations', 'organisation a\norganisation b', 'organisation b\norganisation a'],
    ['the order of lines', stage('provider trust', 'cost £5'), stage('cost £5', 'provider trust')],
    ['comments and blank lines', stage('cost £5'), stage('# Twice checked', '', 'cost £5')],
    [
      'how a figure is written',
      stage('cost £1,500,000', 'capacity 1,000 people'),
      stage('cost £1.5m', 'capacity 1000 people'),
    ],
    ['how a period is written', stage('cost £5 for 2014/15'), stage('cost £5 for 2014/2015')],
    ['how a long text is broken', stage('purpose """one\n      two"""'), stage('purpose "one two"')],
  ])('%s', (_, before, after) => expect(sentences(before, after)).toEqual(nothing));
});

describe('facts', () => {
  it.each([
    [
      ['cost £500k for 2014/15'],
      ['cost £410k for 2014/15'],
      "Stage 'Secure unit': cost (for 2014/15) was £500,000, is now £410,000.",
    ],
    [['cost unknown'], ['cost £410k'], "Stage 'Secure unit': cost was unknown, is now £410,000."],
    [
      ['cost £410k'],
      ['cost unknown ask trust by 2027'],
      "knowledge-lost: Stage 'Secure unit': cost was £410,000, is now unknown (ask Riverside Trust by 2027).",
    ],
    [
      ['provider trust'],
      ['provider none because "closed"'],
      "Stage 'Secure unit': provider was Riverside Trust, is now confirmed as none because 'closed'.",
    ],
    [
      ['cost £5 actual for 2014 funded by trust'],
      ['cost £5 estimate for 2014'],
      "Stage 'Secure unit': cost £5 is now estimate, no longer actual, and no longer funded by Riverside Trust.",
    ],
    [
      ['commissioner trust as lead scope local'],
      ['commissioner trust as lead scope local share 40%'],
      "Stage 'Secure unit': commissioner Riverside Trust is now for a share of 40%.",
    ],
    [['ages 5 to 6'], ['ages 5 to 7'], "Stage 'Secure unit': ages were 5 to 6, are now 5 to 7."],
    [['provider trust'], ['provider icb'], "Stage 'Secure unit': provider was Riverside Trust, is now Riverside ICB."],
    [
      ['provider trust'],
      ['provider trust as lead'],
      "Stage 'Secure unit': provider was Riverside Trust, is now Riverside Trust (lead).",
    ],
    [[], ['level unknown'], "Stage 'Secure unit': level is now said to be unknown."],
    [[], ['partner trust'], "Stage 'Secure unit' now has the partner Riverside Trust."],
    [
      ['governance board top-board'],
      [],
      "governance-lost: Stage 'Secure unit' is no longer overseen by Health and Justice Board.",
    ],
    [
      ['governance board top-board'],
      ['governance unknown'],
      "governance-lost: Stage 'Secure unit': governance was Health and Justice Board, is now unknown.",
    ],
    [['purpose "one"'], ['purpose "two"'], "Stage 'Secure unit': purpose was 'one', is now 'two'."],
    [
      ['cost £5 according to review at "page 3"'],
      ['cost £5'],
      "evidence-lost: Stage 'Secure unit': cost £5 no longer says what it rests on (it was Riverside review, page 3).",
    ],
    [
      ['cost £5 confidence high'],
      ['cost £5 confidence low'],
      "confidence-lowered: Stage 'Secure unit': cost £5 rested on confidence high, now on confidence low.",
    ],
    [
      [],
      ['accept missing-cost because "small" by icb until 2027'],
      "acceptance: Stage 'Secure unit' now accepts the finding 'missing-cost' because 'small' by Riverside ICB until 2027.",
    ],
    [['note "old"'], [], "Stage 'Secure unit' no longer has the note 'old'."],
  ] as [string[], string[], string][])('%j to %j', (before, after, sentence) => {
    expect(sentences(stage(...before), stage(...after))).toEqual([sentence]);
  });

  it('whose value and evidence both change are two changes of one fact each', () => {
    expect(sentences(stage('cost £5 according to review'), stage('cost £6'))).toEqual([
      "evidence-lost: Stage 'Secure unit': cost £6 no longer says what it rests on (it was Riverside review).",
      "Stage 'Secure unit': cost was £5, is now £6.",
    ]);
  });

  it('of a further year are stated, and change nothing of the year before', () => {
    expect(sentences(stage('cost £5 for 2014/15'), stage('cost £5 for 2014/15', 'cost £6 for 2015/16'))).toEqual([
      "Stage 'Secure unit' now has the cost £6 for 2015/16.",
    ]);
  });
});

describe('what weakens oversight', () => {
  const project = (...lines: readonly string[]) => `project p {\n${lines.join('\n')}\n}\n`;

  it.each([
    [
      project('strictness assure'),
      project('strictness draft'),
      "strictness-lowered: Project 'p': strictness was assure, is now draft.",
    ],
    [
      project(),
      project('rule dead-end off because "known"'),
      "rule-lowered: Project 'p' now turns off the rule 'dead-end' (“Dead end”), because 'known'; it was a warning.",
    ],
    [
      project('rule dead-end warning'),
      project('rule dead-end info because "Busy"'),
      "rule-lowered: Project 'p' makes less of the rule 'dead-end' (“Dead end”): it was a warning, is now a note, because 'Busy'.",
    ],
    [
      project('rule dead-end error'),
      project(),
      "rule-lowered: Project 'p' makes less of the rule 'dead-end' (“Dead end”): it was an error, is now a warning.",
    ],
    [
      project('stale-after 2 years'),
      project('stale-after 9 years'),
      "strictness-lowered: Project 'p': stale after was 2 years, is now 9 years.",
    ],
    ['board a "Board A"\nboard b', 'board b', "governance-lost: Board 'Board A' was removed."],
    ['agreement a\nboard b', 'board b', "agreement-lost: Agreement 'a' was removed."],
  ])('%j to %j', (before, after, sentence) => expect(sentences(before, after)).toEqual([sentence]));

  it('comes before everything else', () => {
    const before = `organisation a "A"\n${stage('cost £5', 'governance board top-board')}`;
    const [first, ...others] = sentences(before, `organisation a "B"\n${stage('cost £6')}`);
    expect(first).toMatch(/^governance-lost/);
    expect(others).toEqual(["Organisation 'A' is now called 'B'.", "Stage 'Secure unit': cost was £5, is now £6."]);
  });

  it.each([
    ['a rule made graver', project(), project('rule dead-end error')],
    [
      'an acceptance that ends sooner',
      stage('accept missing-cost because "x" until 2028'),
      stage('accept missing-cost because "x" until 2027'),
    ],
    ['what is confirmed as absent', stage('cost £5'), stage('cost none')],
  ])('is not %s', (_, before, after) => {
    expect(comparisonOf(before, after).changes.map(({ weakens }) => weakens)).toEqual([undefined]);
  });
});

describe('elements', () => {
  it('that come and go are one change each, with what they say', () => {
    const after = stage('cost £5').replace(
      /\}\n$/,
      '  stage t "Mentoring" {\n    provider trust\n    cost £7\n  }\n}\n',
    );
    const [change, ...others] = comparisonOf(stage('cost £5'), after).changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      change: 'added',
      sentence: "Stage 'Mentoring' was added.",
      lines: ["label 'Mentoring'", 'provider Riverside Trust', 'cost £7'],
      after: { kind: 'stage', name: 't', path: 'pathway p/stage t', pathway: 'p', place: { line: 11 } },
    });
  });

  it('that say the same under another name are proposed as renamed, and what refers to them has not changed', () => {
    const text = `${stage('provider trust', 'cost £5').replace(/\}\n$/, '  stage t\n  transition from s to t\n}\n')}`;
    const { changes, renames } = comparisonOf(text, text.replaceAll(/\bs\b(?= "| +to)/g, 'unit'));
    expect(changes.map(told)).toEqual([
      "Stage 'Secure unit' was renamed from 's' to 'unit', it seems: all that is in it is the same.",
    ]);
    expect(changes[0]).toMatchObject({ change: 'renamed', likeness: 1 });
    expect([...renames]).toEqual([
      ['p/stage s', 'unit'],
      ['p/transition s to t', 'unit to t'],
    ]);
  });

  it('that could be either of two are not taken for renamed', () => {
    const twins = (a: string, b: string) => `pathway p {\n  stage ${a} { cost £5 }\n  stage ${b} { cost £5 }\n}`;
    const { changes } = comparisonOf(twins('a', 'b'), twins('c', 'd'));
    expect(changes.map(({ change }) => change).toSorted()).toEqual(['added', 'added', 'removed', 'removed']);
  });

  it('that move to another pathway keep what they say', () => {
    const two = (north: string, south: string) => `pathway n "North" {\n${north}\n}\npathway s "South" {\n${south}\n}`;
    const unit = 'stage unit "Unit" { cost £5 for 2014\n note "x" }';
    expect(sentences(two(unit, 'stage a'), two('', `stage a\n${unit.replace('£5', '£6')}`))).toEqual([
      "Stage 'Unit' stands in pathway 'South' now; it stood in pathway 'North'.",
      "Stage 'Unit': cost (for 2014) was £5, is now £6.",
    ]);
  });

  it('that move to another file are told of once for each file', () => {
    const project = (name: string) => `#- ${name}.pathway\norganisation x\norganisation y "Y"\n#- b.pathway\nboard z`;
    const { changes } = comparisonOf(project('a'), project('c'));
    expect(changes.map(told)).toEqual(["2 declarations stand in the file 'c.pathway' now; they stood in 'a.pathway'."]);
    expect(changes[0]).toMatchObject({ lines: ["Organisation 'x'", "Organisation 'Y'"] });
  });

  it('without a name of their own are found again when they lead elsewhere', () => {
    const arrow = (to: string) =>
      `pathway p {\n stage a\n stage b\n stage c\n transition from a to ${to} {\n trigger "x"\n lead unknown\n }\n}`;
    expect(sentences(arrow('b'), arrow('c'))).toEqual(["Transition from 'a' to 'c': to was 'b', is now 'c'."]);
  });
});

describe('a side that cannot be read whole', () => {
  it('says so, and what can be understood is compared', () => {
    const { changes, troubles } = comparisonOf(stage('cost £5'), `${stage('cost £6')}pathway {{{`);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatchObject({ side: 'after', file: 'file:///project/fixture.pathway' });
    expect(changes.map(told)).toContain("Stage 'Secure unit': cost was £5, is now £6.");
  });

  it('says of a line that cannot be read what it was', () => {
    expect(sentences(stage('cost £5'), stage('cost'))).toEqual([
      "Stage 'Secure unit': cost was £5, and cannot be read now.",
    ]);
  });
});

describe('two pathways of one project', () => {
  it('are compared by what is in them, not by what they are called', () => {
    const project = `${register}
pathway n "North" {
  stage unit "Unit" { cost £5 }
}
pathway s "South" {
  stage unit "Unit" { cost £6 }
}`;
    const side = sideOf(project);
    const of = (name: string) => ({ ...side, pathway: side.project.pathways.get(name)! });
    expect(comparePathways(of('n'), of('s')).changes.map(told)).toEqual([
      "Stage 'Unit': cost is £5 in 'North', £6 in 'South'.",
    ]);
  });

  it('may be a pathway and what a scenario makes of it', () => {
    const side = sideOf(`${stage('cost £5')}scenario later changes p {\n  in stage s set cost £9\n}`);
    const pathway = changedPathway(side.project, side.project.scenarios.get('later')!)!;
    const before = { ...side, pathway: side.project.pathways.get('p')! };
    expect(comparePathways(before, { ...side, pathway }).changes.map(told)).toEqual([
      "Stage 'Secure unit': cost is £5 in 'North', £9 in 'North: later'.",
    ]);
  });
});

describe('a pathway beside its specification', () => {
  const specification = `
specification all "All of it" {
  require stage a "Arrest" { setting police-custody }
  require stage b "Help" { level universal }
  require stage c "Care" { ages 10 to 17 }
  require transition from a to b { movement referral }
}
`;
  it('says what it lacks, what it omits, what it has besides, and where it says otherwise', () => {
    const side = sideOf(`${specification}
pathway p "North" realises all {
  stage a { setting court }
  stage other "Our own" realises b { level universal \n cost £5 }
  stage more "More"
  omits c because "nobody needs it"
  transition from a to more
}`);
    const comparison = compareWithSpecification({ ...side, pathway: side.project.pathways.get('p')! });
    expect(comparison?.changes.map(told)).toEqual([
      "Stage 'a': setting is Police custody in 'All of it', Court in 'North'.",
      "Required stage 'Care' is in 'All of it' only: it is omitted because 'nobody needs it'.",
      "Required transition from 'Arrest' to 'Help' is in 'All of it' only.",
      "Stage 'More' is in 'North' only.",
      "Transition from 'a' to 'More' is in 'North' only.",
    ]);
  });

  it('is nothing where there is none', () => {
    const side = sideOf('pathway p');
    expect(compareWithSpecification({ ...side, pathway: side.project.pathways.get('p')! })).toBeUndefined();
  });
});
