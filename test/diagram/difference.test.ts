import { describe, expect, test } from 'vitest';
import { comparePathways } from '../../src/changes/compare.ts';
import { differenceOf, type Version } from '../../src/diagram/difference.ts';
import type { Stage } from '../../src/model/elements.ts';
import { type Example, subjectsIn } from './examples.ts';

/** What differs from one text to another, each of one pathway. */
function between(before: string, after: string) {
  const [a, b] = [before, after].map((text) => {
    const register = 'organisation x "X Trust" is nhs-provider\norganisation y "Y Trust" is nhs-provider\n';
    const [{ project, subject }] = subjectsIn([{ uri: 'file:///p.pathway', text: register + text }]) as [
      ReturnType<typeof subjectsIn>[number],
    ];
    return { project, pathway: subject.pathway };
  });
  const changed = comparePathways({ ...a!, findings: [] }, { ...b!, findings: [] });
  const { marks, whole } = differenceOf(a, b, changed);
  return Object.fromEntries<unknown>([...marks, ...(whole.length > 0 ? [['whole', whole] as const] : [])]);
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
        'wait 6 weeks, now unknown',
        "name 'A', now 'A team'",
        'level + Specialised CAMHS',
        'provider X Trust, now Y Trust',
        'cost £500,000 for 2025/26, now £410,000 for 2025/26',
      ],
    });
  });

  test('says of a line of several parts only what is otherwise in it', () => {
    const pathway = (under: string): string =>
      `agreement z "Z agreement" is other\npathway p { stage a stage b transition t from a to b { send i from x to y ${under} } }`;
    const [before, after] = [pathway('under z when "today"'), pathway('when "tomorrow"')];
    expect(between(before, after)['transition:t']).toEqual({
      change: 'changed',
      facts: ["send i to Y Trust: no longer under Z agreement, and now 'tomorrow', no longer 'today'"],
    });
  });

  test('says of the whole what is said of the whole', () => {
    const before = 'pathway p { provider x  stage a  gap asks "Nobody asks" }';
    expect(between(before, 'pathway p { provider y  stage a  risk knows "Nobody knows" }')).toEqual({
      whole: ['provider X Trust, now Y Trust', "gap 'Nobody asks' taken away", "risk 'Nobody knows' added"],
    });
  });

  test('says of a stage what stands in its block', () => {
    const before = 'pathway p { stage a { gap waits "Long waits" { severity high } } stage b }';
    const after = 'pathway p { stage a { gap waits "Long waits" { severity low } risk knows "Nobody knows" } stage b }';
    expect(between(before, after)).toEqual({
      'stage:a': {
        change: 'changed',
        facts: ["gap 'Long waits': severity high, now low", "risk 'Nobody knows' added"],
      },
    });
  });

  test('gives what has gone an id of its own where its name is taken', () => {
    const [before, after] = ['pathway p { stage old stage team }', 'pathway p { stage team }'].map((text) => {
      const [{ project, subject }] = subjectsIn([{ uri: 'file:///p.pathway', text }]) as [Example];
      return { project, pathway: subject.pathway };
    }) as [Version, Version];
    const [old] = before.pathway.stages;
    const side = (stage: Stage) => ({
      kind: stage.kind,
      name: stage.name,
      path: '',
      place: stage.namePlace,
      block: stage.place,
    });
    const renamed = { id: 'r', change: 'renamed', sentence: '', lines: [], statements: [] } as const;
    const changes = [{ ...renamed, before: side(old!), after: side(after.pathway.stages[0]!) }];
    const { ids, marks } = differenceOf(before, after, { changes, renames: new Map() });
    expect([...ids]).toEqual([
      ['stage:old', 'stage:team'],
      ['stage:team', 'was:stage:team'],
    ]);
    expect([...marks.keys()].toSorted()).toEqual(['stage:team', 'was:stage:team']);
  });

  test('follows an arrow to its new end', () => {
    const before = 'pathway p { stage a stage b transition t from a to b { criteria "Any" } }';
    expect(between(before, 'pathway p { stage a stage b transition t from b to b { criteria none } }')).toEqual({
      'transition:t': { change: 'changed', facts: ["from 'a', now 'b'", "criteria 'Any', now none"] },
    });
  });
});
