import { describe, expect, test } from 'vitest';
import type { Consequence } from '../../src/changes/change.ts';
import { comparisonOf } from './sides.ts';

/** What follows for cost, or for activity, where the stages of a pathway are others. */
function between(before: string, after: string, kind: 'cost' | 'activity' | 'wait' = 'cost'): readonly Consequence[] {
  const text = (body: string): string => `pathway north "North" {\n${body}\n}\n`;
  return comparisonOf(text(before), text(after)).consequences.filter((one) => one.kind.startsWith(kind));
}

const stage = (name: string, facts: string): string => `stage ${name} "${name.toUpperCase()}" { ${facts} }\n`;
const a = stage('a', 'cost £500k for 2014/15');

describe('the cost of a pathway', () => {
  test('is up or down where it is known on both sides', () => {
    const [up, ...others] = between(a, stage('a', 'cost £540k for 2014/15'));
    expect(others).toEqual([]);
    expect(up).toMatchObject({
      tone: 'open',
      brief: 'cost up £40,000',
      pathway: 'north',
      about: { kind: 'stage', name: 'a' },
      sentence: 'The cost of North for 2014/15 is up £40,000 to £540,000 (1 of 1 stage has a cost).',
    });
    expect(between(stage('a', 'cost £540k for 2014/15'), a)[0]?.sentence).toBe(
      'The cost of North for 2014/15 is down £40,000 to £500,000 (1 of 1 stage has a cost).',
    );
  });

  test('is never said to go down where it is only known no longer', () => {
    const b = stage('b', 'cost £60k for 2014/15');
    for (const gone of ['', 'cost unknown']) {
      const [lost] = between(a + b, stage('a', gone) + b);
      expect(lost).toMatchObject({
        tone: 'worse',
        brief: '£500,000 of cost no longer recorded',
        sentence:
          'The cost of North for 2014/15: £500,000 is no longer recorded, for A (1 of 2 stages has a cost, was 2 of 2).',
      });
    }
  });

  test('is recorded, not up, where it was not known before', () => {
    const b = stage('b', 'cost £60k for 2014/15');
    expect(between(stage('a', 'cost unknown') + b, a + b)[0]).toMatchObject({
      tone: 'better',
      sentence:
        'The cost of North for 2014/15: £500,000 is recorded now, for A (2 of 2 stages have a cost, was 1 of 2).',
    });
  });

  test('is really down where it is confirmed that there is none', () => {
    expect(between(a, stage('a', 'cost none because "Volunteers do it"'))[0]).toMatchObject({
      brief: 'cost down £500,000',
      sentence: 'The cost of North for 2014/15 was £500,000, and it is confirmed that there is none now.',
    });
  });

  test('is a first figure, and not up to itself, where it was confirmed that there was none', () => {
    const b = stage('b', 'cost £60k for 2013/14');
    expect(between(stage('a', 'cost none because "No service"') + b, a + b)[0]).toMatchObject({
      tone: 'open',
      brief: 'cost up £500,000',
      sentence: 'The cost of North for 2014/15 is £500,000, where nothing was recorded (1 of 2 stages has a cost).',
    });
  });

  test('tells what really changed from what came, went, and is recorded or not', () => {
    const before =
      a + stage('b', 'cost £60k for 2014/15') + stage('c', 'cost £10k for 2014/15') + stage('d', 'wait 5 days');
    const after =
      stage('a', 'cost £450k for 2014/15') +
      stage('b', '') +
      stage('d', 'wait 5 days cost £1k for 2014/15') +
      stage('e', 'cost £7k for 2014/15');
    expect(between(before, after)[0]?.sentence).toBe(
      'The cost of North for 2014/15 comes to £458,000, was £570,000: down £50,000; £7,000 comes with E, which is new; ' +
        '£10,000 goes with C, which is gone; £1,000 is recorded now, for D; £60,000 is no longer recorded, for B ' +
        '(3 of 4 stages have a cost).',
    );
  });

  test('never begins with the way that the whole does not go, and writes all amounts in one way', () => {
    const b = stage('b', 'cost £7.25m for 2014/15');
    const [told] = between(
      stage('a', 'cost £180k for 2014/15') + b + stage('c', 'cost unknown'),
      stage('a', 'cost £175k for 2014/15') + b + stage('c', 'cost £310k for 2014/15'),
    );
    expect(told).toMatchObject({
      brief: '£310,000 of cost recorded now and cost otherwise down £5,000',
      sentence:
        'The cost of North for 2014/15 comes to £7,735,000, was £7,430,000: £310,000 is recorded now, for C; ' +
        'otherwise it is down £5,000 (3 of 3 stages have a cost, was 2 of 3).',
    });
  });

  test('is told period by period and currency by currency', () => {
    const before = stage('a', 'cost £5k for 2014/15  cost £6k for 2015/16  cost €7k for 2015/16');
    const after = stage('a', 'cost £4k for 2014/15  cost £8k for 2015/16  cost €9k for 2015/16');
    expect(between(before, after).map(({ brief }) => brief)).toEqual([
      'cost up £2,000 in 2015/16',
      'cost up €2,000 in 2015/16',
      'cost down £1,000 in 2014/15',
    ]);
  });

  test('of another year in place of the last is neither recorded nor gone', () => {
    const [moved, ...others] = between(a, stage('a', 'cost £520k for 2015/16'));
    expect(others).toEqual([]);
    expect(moved?.sentence).toBe(
      'The cost of North is given for 2015/16 in place of 2014/15, for A: £520,000, was £500,000.',
    );
  });

  test('is told of a pathway that states it for the whole, and never added to that of its stages', () => {
    const told = between(`cost £1m for 2014/15\n${a}`, `cost £2m for 2014/15\n${a}`);
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'The cost that North gives for the whole for 2014/15 is up £1m to £2m.',
    ]);
  });

  test('goes and comes with its pathway', () => {
    const text = `pathway north "North" {\n${a}}\n`;
    const told = (before: string, after: string): readonly (string | undefined)[] =>
      comparisonOf(before, after)
        .consequences.filter(({ kind }) => kind === 'cost')
        .map(({ sentence }) => sentence);
    expect(told(text, '')).toEqual([
      'The cost of North for 2014/15, £500,000, is told of no longer: the pathway is gone.',
    ]);
    expect(told('', text)).toEqual([
      'The cost of North for 2014/15 is £500,000, which comes with this new pathway (1 of 1 stage has a cost).',
    ]);
  });

  test('counts nothing twice that is budget and outturn of one year', () => {
    const before = stage('a', 'cost £5k budget for 2014/15');
    const after = stage('a', 'cost £5k budget for 2014/15  cost £6k actual for 2014/15');
    expect(between(before, after)[0]?.brief).toBe('cost up £1,000');
  });
});

describe('the activity of a pathway', () => {
  const people = (name: string, count: string): string => stage(name, `activity ${count} people for 2014/15`);

  test('is told stage by stage, since one person passes through several', () => {
    expect(
      between(people('a', '40') + people('b', '50'), people('a', '45') + people('b', '20'), 'activity'),
    ).toMatchObject([
      {
        tone: 'open',
        brief: 'activity up and down',
        sentence: 'The activity of North for 2014/15: A is up 5 to 45 people; B is down 30 to 20 people.',
      },
    ]);
  });

  test('is no longer recorded rather than down', () => {
    expect(
      between(people('a', '40') + people('b', '5'), stage('a', 'activity unknown') + people('b', '5'), 'activity'),
    ).toMatchObject([
      { tone: 'worse', sentence: 'The activity of North for 2014/15: the 40 people at A are no longer recorded.' },
    ]);
  });

  test('of many stages is counted', () => {
    const all = (count: (name: string) => string): string =>
      ['a', 'b', 'c', 'd'].map((name) => people(name, count(name))).join('');
    expect(
      between(
        all(() => '40'),
        all((name) => (name === 'a' ? '30' : '50')),
        'activity',
      )[0]?.sentence,
    ).toBe('The activity of North for 2014/15: up at 3 stages, down at 1 stage.');
  });

  test('leaves out limits, which are no counts', () => {
    expect(between(people('a', 'up to 40'), people('a', 'up to 50'), 'activity')).toEqual([]);
  });

  test('compares the like with the like', () => {
    const before = stage('a', 'activity 40 people for 2014/15  activity 9 referrals for 2014/15');
    const after = stage('a', 'activity 50 people for 2014/15  activity 9 referrals for 2014/15');
    expect(between(before, after, 'activity').map(({ sentence }) => sentence)).toEqual([
      'The activity of North for 2014/15: A is up 10 to 50 people.',
    ]);
  });
});

describe('how long people wait', () => {
  const said = (before: string, after: string): readonly (string | undefined)[] =>
    between(stage('a', before), stage('a', after), 'wait').flatMap(({ kind, tone, sentence, brief }) => [
      kind,
      tone,
      sentence,
      brief,
    ]);

  test('is told where it is longer, or shorter', () => {
    expect(said('wait 9 weeks', 'wait 26 weeks')).toEqual([
      'wait-longer',
      'worse',
      'People wait 26 weeks for A, 9 weeks before.',
      'wait up from 9 to 26 weeks at A',
    ]);
    expect(said('wait 2 weeks', 'wait 1 week')).toEqual([
      'wait-shorter',
      'better',
      'People wait 1 week for A, 2 weeks before.',
      'wait down from 2 to 1 week at A',
    ]);
  });

  test('is compared between units of time, and between nothing else', () => {
    expect(said('wait about 20 days', 'wait 3 weeks').at(-1)).toBe('wait up from about 20 days to 3 weeks at A');
    for (const [before, after] of [
      ['wait 14 days', 'wait 2 weeks'],
      ['wait 9 weeks', 'wait up to 26 weeks'],
      ['wait 9 weeks', 'wait 20 working-days'],
      ['wait 9 weeks', 'wait unknown'],
      ['wait 9 weeks', ''],
      ['wait 9 weeks', 'wait 9 weeks  wait 18 weeks target'],
    ] as const)
      expect([before, after, ...said(before, after)]).toEqual([before, after]);
  });

  test('is told of the longest of several, and of a target by itself, for the reader to judge', () => {
    expect(said('wait 3 weeks  wait 9 weeks', 'wait 12 weeks  wait 2 weeks').at(-1)).toBe(
      'wait up from 9 to 12 weeks at A',
    );
    expect(said('wait 9 weeks  wait 6 weeks target', 'wait 9 weeks  wait 8 weeks target')).toEqual([
      'wait-longer',
      'open',
      'The target for how long people wait for A is 8 weeks now; it was 6 weeks.',
      'target wait up from 6 to 8 weeks at A',
    ]);
  });
});
