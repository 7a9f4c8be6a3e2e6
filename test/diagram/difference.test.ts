import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../src/diagram/difference.ts';
import { subjectsIn } from './examples.ts';

/** What differs from one text to another, each of one pathway. */
function between(before: string, after: string) {
  const [a, b] = [before, after].map((text) => {
    const register = 'organisation x "X Trust" is nhs-provider\norganisation y "Y Trust" is nhs-provider\n';
    const [{ project, subject }] = subjectsIn([{ uri: 'file:///p.pathway', text: register + text }]) as [
      ReturnType<typeof subjectsIn>[number],
    ];
    return { project, pathway: subject.pathway };
  });
  return Object.fromEntries(differenceOf(a!, b!));
}

describe('the difference of two pathways', () => {
  test('is nothing where only the layout of the text differs', () => {
    const before = 'pathway p { stage a { provider x  cost £5 } transition from a to a }';
    const after =
      '# A comment\npathway p {\n  stage a {\n    cost £5\n    provider x\n  }\n\n  transition from a to a\n}';
    expect(between(before, after)).toEqual({});
  });

  test('names what came and went', () => {
    const before = 'pathway p { stage a stage b transition t from a to b }';
    expect(between(before, 'pathway p { stage a stage c transition from a to c flow from c to a }')).toEqual({
      'stage:b': { change: 'removed', facts: [] },
      'transition:t': { change: 'removed', facts: [] },
      'stage:c': { change: 'added', facts: [] },
      'transition:a to c': { change: 'added', facts: [] },
      'flow:c to a': { change: 'added', facts: [] },
    });
  });

  test('says of each fact what it was and what it is', () => {
    const before = 'pathway p { stage a "A" { provider x  cost £500k for 2025/26  wait 6 weeks  level tier-3 } }';
    const after =
      'pathway p { stage a "A team" { provider y  cost £410k for 2025/26  wait unknown  level tier-3  level tier-4 } }';
    expect(between(before, after)['stage:a']).toEqual({
      change: 'changed',
      facts: [
        'name A, now A team',
        'cost £500,000 for 2025/26, now £410,000 for 2025/26',
        'wait 6 weeks, now unknown',
        'level + Specialised CAMHS',
        'provider X Trust, now Y Trust',
      ],
    });
  });

  test('sees what a stage takes from its pathway', () => {
    const before = 'pathway p { provider x stage a }';
    expect(between(before, 'pathway p { stage a { provider x } }')).toEqual({});
    expect(between(before, 'pathway p { provider y stage a }')['stage:a']!.facts).toEqual([
      'provider X Trust, now Y Trust',
    ]);
  });

  test('follows an arrow to its new end', () => {
    const before = 'pathway p { stage a stage b transition t from a to b { criteria "Any" } }';
    expect(between(before, 'pathway p { stage a stage b transition t from b to b { criteria none } }')).toEqual({
      'transition:t': { change: 'changed', facts: ['from a, now b', 'criteria Any, now none'] },
    });
  });
});
