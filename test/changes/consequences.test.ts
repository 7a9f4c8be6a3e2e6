import { describe, expect, test } from 'vitest';
import type { Consequence } from '../../src/changes/change.ts';
import { comparisonOf } from './sides.ts';

const register = `
organisation icb "Riverside ICB" is icb
organisation trust "Riverside Trust" is nhs-provider
organisation beacon "Beacon" is voluntary
board justice "Justice Board" { chair icb  member trust  top }
board safety "Safety Board" { chair icb  member trust  top }
information chat "CHAT" is assessment
information plan "Care plan" is record
agreement sharing "Sharing agreement" is information-sharing { party icb  party trust }
agreement pooled "Pooled budget" is partnership { party icb  party trust }
`;

/** What follows, of the given kinds, where the body of a pathway is another one. */
function between(before: string, after: string, ...kinds: readonly Consequence['kind'][]): readonly Consequence[] {
  const text = (body: string): string => `${register}pathway north "North" {\n${body}\n}\n`;
  const { consequences } = comparisonOf(text(before), text(after));
  return consequences.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

const sentences = (all: readonly Consequence[]): readonly string[] => all.map(({ sentence }) => sentence);

describe('governance', () => {
  const kinds = ['governance-lost', 'governance-gained', 'governance-changed'] as const;

  test('says that a stage has lost its board', () => {
    const [lost] = between(
      'stage unit "Secure unit" { governance board justice }',
      'stage unit "Secure unit" { }',
      ...kinds,
    );
    expect(lost).toMatchObject({
      kind: 'governance-lost',
      tone: 'worse',
      pathway: 'north',
      about: { kind: 'stage', name: 'unit' },
      sentence:
        'Secure unit has lost its governance board: Justice Board no longer oversees it, and nobody else is named.',
    });
  });

  test('counts the stages that inherit what their pathway loses, and not those that say their own', () => {
    const stages = 'stage a "A" { }\nstage b "B" { }\nstage c "C" { governance board safety }';
    expect(sentences(between(`governance board justice\n${stages}`, stages, ...kinds))).toEqual([
      'North and 2 stages of it have lost their governance board: Justice Board no longer oversees them, and nobody else is named.',
    ]);
  });

  test('tells losing one of two from losing all, and from one in place of another', () => {
    const both = 'stage a "A" { governance board justice  governance board safety }';
    const one = 'stage a "A" { governance board safety }';
    const other = 'stage a "A" { governance agreement pooled }';
    expect(sentences(between(both, one, ...kinds))).toEqual([
      'Justice Board no longer oversees A; Safety Board still does.',
    ]);
    expect(sentences(between(one, both, ...kinds))).toEqual(['Justice Board now oversees A as well as Safety Board.']);
    expect(sentences(between(one, other, ...kinds))).toEqual([
      'A has lost its governance board: Safety Board no longer oversees it, and only Pooled budget is named.',
    ]);
    expect(between(one, other, ...kinds)[0]).toMatchObject({ tone: 'worse', brief: 'A has lost Safety Board' });
    expect(sentences(between(other, one, ...kinds))).toEqual([
      'A is overseen by Safety Board now, in place of Pooled budget.',
    ]);
    expect(sentences(between('stage a "A" { }', one, ...kinds))).toEqual(['A is overseen now, by Safety Board.']);
  });

  test('says whether it is unknown, confirmed to be none, or named and declared nowhere', () => {
    const board = 'stage a "A" { governance board justice }';
    const now = (line: string): string => sentences(between(board, `stage a "A" { ${line} }`, ...kinds))[0]!;
    expect(now('governance unknown')).toContain('and who does is not known.');
    expect(now('governance none')).toContain('and it is confirmed that nobody does.');
    const text = `${register}pathway north "North" { stage a "A" { governance board justice } }`;
    const { consequences } = comparisonOf(text, text.replace(/^board justice.*\n/m, ''));
    expect(consequences.find(({ kind }) => kind === 'governance-lost')?.sentence).toBe(
      'A has lost its governance board: Justice Board no longer oversees it, and what is named there is declared nowhere.',
    );
  });
});

describe('agreements and information', () => {
  const stages = 'stage a "A" { enters }\nstage b "B" { leaves }\n';
  const move = (lines: string): string => `${stages}transition release from a to b "Release" { ${lines} }`;

  test('says what a transition no longer sends, and what it does', () => {
    const [lost] = between(move('send chat from icb to trust'), move(''), 'information-lost');
    expect(lost).toMatchObject({
      tone: 'worse',
      brief: "'Release' no longer sends CHAT",
      about: { kind: 'transition', name: 'release' },
      sentence: "The transition 'Release' from A to B no longer sends CHAT.",
    });
    expect(sentences(between(move(''), move('send chat\n send plan'), 'information-gained'))).toEqual([
      "The transition 'Release' from A to B sends CHAT and Care plan now.",
    ]);
    expect(sentences(between(move('send chat'), move('send unknown'), 'information-lost'))).toEqual([
      "The transition 'Release' from A to B no longer sends CHAT: what is sent is not known.",
    ]);
  });

  test('names who no longer gets what others still get', () => {
    const before = move('send chat to trust\n send chat to beacon');
    expect(sentences(between(before, move('send chat to trust'), 'information-lost', 'information-gained'))).toEqual([
      "The transition 'Release' from A to B no longer sends CHAT to Beacon.",
    ]);
  });

  test('tells of a stage that is gone once, with all that it sent', () => {
    const before = `${stages}stage c "Court"
      transition from a to c { send chat }
      transition from c to b { send plan }
      flow from c to a { send chat }`;
    const lost = between(before, stages, 'information-lost');
    expect(sentences(lost)).toEqual([
      'Court is gone, and with it the sending of CHAT and Care plan from A to Court, from Court to B and from Court to A.',
    ]);
    expect(lost[0]!.tone).toBe('open');
    expect(sentences(between(stages, before, 'information-gained'))).toEqual([
      'With Court, which is new, CHAT and Care plan are sent from A to Court, from Court to B and from Court to A.',
    ]);
  });

  test('tells of a transition that is gone with what it sent', () => {
    expect(sentences(between(move('send chat'), stages, 'information-lost'))).toEqual([
      "The transition 'Release' from A to B is gone, and with it the sending of CHAT.",
    ]);
  });

  test('says under which agreement nothing moves any more', () => {
    const kinds = ['agreement-lost', 'agreement-gained', 'agreement-changed'] as const;
    const under = (name: string): string => move(`send chat under ${name}\n agreement ${name}`);
    expect(sentences(between(under('sharing'), move('send chat'), ...kinds))).toEqual([
      "The transition 'Release' from A to B has lost its agreement: Sharing agreement no longer covers what moves there.",
    ]);
    expect(sentences(between(move('send chat'), under('sharing'), ...kinds))).toEqual([
      "The transition 'Release' from A to B stands under Sharing agreement now.",
    ]);
    expect(sentences(between(under('sharing'), under('pooled'), ...kinds))).toEqual([
      "The transition 'Release' from A to B stands under Pooled budget now, in place of Sharing agreement.",
    ]);
    expect(sentences(between(under('sharing'), move('agreement unknown'), ...kinds))).toEqual([
      "The transition 'Release' from A to B has lost its agreement: Sharing agreement no longer covers what moves there, and which one does is not known.",
    ]);
  });

  test('puts together all that stood under an agreement that is gone', () => {
    const text = `${register}pathway north "North" {
      ${stages}
      transition from a to b { agreement sharing }
      transition from b to a { agreement sharing }
    }`;
    const { consequences } = comparisonOf(text, text.replace(/^agreement sharing.*\n/m, ''));
    expect(sentences(consequences.filter(({ kind }) => kind === 'agreement-lost'))).toEqual([
      '2 transitions of North (from A to B and from B to A) have lost their agreement: Sharing agreement no longer covers what moves there, and what is named there is declared nowhere.',
    ]);
  });
});

describe('what is covered', () => {
  test('says which ages no stage is for any more', () => {
    const stage = (name: string, ages: string): string => `stage ${name} "${name.toUpperCase()}" { ${ages} }\n`;
    const kinds = ['ages-lost', 'ages-gained'] as const;
    const before = stage('a', 'ages 5 to 11') + stage('b', 'ages 12 to 18');
    expect(sentences(between(before, stage('a', 'ages 6 to 11') + stage('b', 'ages 12 to 16'), ...kinds))).toEqual([
      'No stage of North is for ages 5 and 17 to 18 any more.',
    ]);
    expect(sentences(between(before, stage('a', 'ages 5 to 11') + stage('b', 'ages unknown'), ...kinds))).toEqual([
      'Nobody can tell whether North still covers ages 12 to 18: the ages of B are not known.',
    ]);
    expect(sentences(between(before, stage('a', 'ages 5 to 11') + stage('b', ''), ...kinds))).toEqual([
      'No stage of North says any more that it is for ages 12 to 18.',
    ]);
    expect(sentences(between(stage('a', 'ages 5 to 11'), stage('a', 'ages 5 to 12'), ...kinds))).toEqual([
      'A stage of North is for age 12 now; none was before.',
    ]);
    expect(between(stage('a', 'ages unknown'), stage('a', 'ages 5 to 12'), ...kinds)).toMatchObject([
      {
        tone: 'open',
        sentence:
          'A stage of North is for ages 5 to 12 now; whether one was before cannot be told, since the ages of A were not known.',
      },
    ]);
    expect(between(stage('a', ''), stage('a', 'ages 5 to 12'), ...kinds)).toMatchObject([
      {
        tone: 'open',
        sentence:
          'A stage of North is for ages 5 to 12 now; whether one was before cannot be told, since not every stage said its ages.',
      },
    ]);
    // What another stage is still for is not lost.
    expect(between(`${before}${stage('c', 'ages 0 to 99')}`, stage('c', 'ages 0 to 99'), ...kinds)).toEqual([]);
  });

  test('says that a stage has a provider at last, or has none any more, and nothing where it was not known before', () => {
    const kinds = ['provider-lost', 'provider-gained'] as const;
    const stage = (line: string): string => `stage a "A" { ${line} }`;
    const [none, some] = [stage('provider none because "It was closed"'), stage('provider trust\n provider beacon')];
    expect(between(none, some, ...kinds)).toMatchObject([
      {
        kind: 'provider-gained',
        tone: 'better',
        about: { kind: 'stage', name: 'a' },
        sentence: 'A has a provider now, Riverside Trust and Beacon; before, it was confirmed that it had none.',
      },
    ]);
    expect(between(some, none, ...kinds)).toMatchObject([
      {
        kind: 'provider-lost',
        tone: 'worse',
        sentence:
          'A has no provider any more: it was Riverside Trust and Beacon, and it is confirmed that there is none now, because “It was closed”.',
      },
    ]);
    expect(between(stage('provider unknown'), none, ...kinds)).toEqual([]);
    expect(between(stage(''), some, ...kinds)).toEqual([]);
  });

  test('says which level no stage is of any more; a stage that is only proposed is none of today', () => {
    const kinds = ['level-lost', 'level-gained'] as const;
    const before = 'stage a "A" { level tier-3 }\nstage b "B" { level tier-4 }';
    const after = 'stage a "A" { level tier-3 }\nstage b "B" { status proposed  level tier-4 }';
    const [lost] = between(before, after, ...kinds);
    expect(lost?.sentence).toMatch(/^No stage of North is of the level .+ any more; B was before\.$/);
    expect(lost?.tone).toBe('worse');
    expect(between(after, before, ...kinds)[0]?.sentence).toMatch(/^North has the level .+ now, at B\.$/);
  });

  test('says that a required stage is there no longer, and why', () => {
    const text = (body: string): string =>
      `specification must "What must be" { require stage court "Court team"\n require stage home "Home team" }
       pathway north "North" realises must { stage home\n ${body} }`;
    const kinds = ['required-stage-lost', 'required-stage-gained'];
    const told = (before: string, after: string): readonly string[] =>
      sentences(comparisonOf(text(before), text(after)).consequences.filter(({ kind }) => kinds.includes(kind)));
    expect(told('stage court', '')).toEqual(['North no longer has Court team, which What must be requires.']);
    expect(told('stage court', 'stage court { status proposed }')).toEqual([
      'North no longer has Court team, which What must be requires: court is only proposed.',
    ]);
    expect(told('stage court', 'omits court because "It is next door"')).toEqual([
      'North no longer has Court team, which What must be requires: it is left out because “It is next door”.',
    ]);
    expect(told('', 'stage bench "Bench team" realises court')).toEqual([
      'North has Court team, which What must be requires, now: Bench team.',
    ]);
  });

  test('says which stages nobody can come to any more', () => {
    const stages = 'stage a "A" { enters }\nstage b "B" { leaves }\nstage c "C" { leaves }\n';
    const kinds = ['unreachable', 'reachable'] as const;
    const all = `${stages}transition from a to b\ntransition from b to c`;
    const cut = `${stages}transition from b to c\ntransition from c to b`;
    expect(sentences(between(all, cut, ...kinds))).toEqual([
      'Nobody can come to 2 stages of North (B and C) any more: no way in leads there.',
    ]);
    expect(sentences(between(cut, all, ...kinds))).toEqual([
      'People can come to 2 stages of North (B and C) now, which nobody could before.',
    ]);
    // A stage that was never there cannot be lost.
    expect(between(all, `${all}\nstage d "D"`, ...kinds)).toEqual([]);
  });
});

describe('renaming', () => {
  test('is no loss and no gain', () => {
    const body = (stage: string, name: string): string => `
      governance board justice
      stage ${stage} "Early help" { enters  ages 5 to 18  cost £5k for 2025/26  activity 5 people for 2025/26  level tier-2  provider unknown }
      stage b "B" { leaves }
      transition from ${stage} to b { send chat under sharing }
      ${name}`;
    expect(between(body('help', ''), body('family-help', ''))).toEqual([]);
  });

  test('of a pathway, a board and an agreement neither', () => {
    const text = `${register}pathway north "North" {
      governance board justice
      stage a "A" { enters  leaves  cost £5k for 2025/26 }
      transition from a to a { agreement sharing  send chat under sharing  criteria unknown }
    }`;
    const renamed = text
      .replaceAll('north', 'northern')
      .replaceAll(/\bjustice\b/g, 'justice-board')
      .replaceAll(/(?<=agreement |under )sharing\b/g, 'sharing-2025');
    expect(comparisonOf(text, renamed).consequences).toEqual([]);
  });
});
