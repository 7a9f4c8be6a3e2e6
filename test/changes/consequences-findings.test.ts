import { describe, expect, test } from 'vitest';
import type { Consequence } from '../../src/changes/change.ts';
import { comparePathways } from '../../src/changes/compare.ts';
import { changedPathway } from '../../src/model/scenario.ts';
import { comparisonOf, sideOf } from './sides.ts';

const register = `organisation icb "Riverside ICB" is icb
organisation trust "Riverside Trust" is nhs-provider
`;

function whatFollows(before: string, after: string): readonly Consequence[] {
  return comparisonOf(register + before, register + after).consequences;
}

const north = (body: string): string => `pathway north "North" {\n${body}\n}\n`;

const ofKind = (all: readonly Consequence[], ...kinds: readonly Consequence['kind'][]): readonly Consequence[] =>
  all.filter(({ kind }) => kinds.includes(kind));

const full = 'provider trust\n commissioner icb as lead\n governance unknown\n activity unknown\n cost unknown\n';

describe('findings', () => {
  const stages = (first: string, rest = ''): string =>
    north(`${full}${rest}stage a "A" { enters ${first} }\nstage b "B" { leaves }\ntransition from a to b`);

  test('are opened and put right, with what is wrong and where', () => {
    const [opened] = ofKind(
      whatFollows(stages('provider trust'), stages('provider trust\n ages 20 to 10')),
      'finding-opened',
    );
    expect(opened).toMatchObject({
      tone: 'worse',
      pathway: 'north',
      about: { kind: 'stage', name: 'a' },
      severity: 'error',
    });
    expect(opened?.sentence).toMatch(/^New in North, an error: /);
    const [closed] = ofKind(whatFollows(stages('ages 20 to 10'), stages('')), 'finding-closed');
    expect(closed).toMatchObject({ tone: 'better', before: expect.anything() });
    expect(closed?.sentence).toMatch(/^Put right in North: [^:]+ \(an error\)\.$/);
    expect(closed).not.toHaveProperty('after');
  });

  test('are the same ones wherever they stand in the text', () => {
    const before = stages('ages 20 to 10');
    expect(whatFollows(before, `# A comment\n\n\n${before.replaceAll('\n', '\n\n  ')}`)).toEqual([]);
  });

  test('that are accepted now are not closed', () => {
    const accepting = stages('ages 20 to 10\n accept invalid-ages because "They run backwards here" until 2030');
    const told = whatFollows(stages('ages 20 to 10'), accepting);
    expect(told).toMatchObject([{ kind: 'finding-accepted', tone: 'open', pathway: 'north' }]);
    expect(told[0]?.sentence).toMatch(/^Accepted now in North, until 2030, because “They run backwards here”: /);
    expect(whatFollows(accepting, stages('ages 20 to 10'))).toMatchObject([
      { kind: 'finding-reopened', tone: 'worse' },
    ]);
  });

  test('that a rule no longer looks for are not closed either', () => {
    const project = (rules: string): string => `project p "P" { ${rules} }\n${stages('ages 20 to 10')}`;
    const off = 'rule invalid-ages off because "No"';
    const hidden = ofKind(whatFollows(project(''), project(off)), 'finding-hidden', 'finding-closed');
    expect(hidden).toMatchObject([{ kind: 'finding-hidden', tone: 'worse', rule: 'invalid-ages' }]);
    expect(hidden[0]?.sentence).toMatch(
      /^1 error is no longer told of, since the project does not look for “.+” now: A\.$/,
    );
    const shown = ofKind(whatFollows(project(off), project('')), 'finding-shown', 'finding-opened');
    expect(shown).toMatchObject([{ kind: 'finding-shown' }]);
  });

  test('that went with their element were not put right', () => {
    const stage = 'stage c "Court" { enters\n leaves\n ages 20 to 10 }\n';
    const closed = ofKind(whatFollows(stages('', stage), stages('')), 'finding-closed');
    const court = closed.filter(({ about }) => about?.name === 'c');
    expect(court.map(({ tone }) => tone)).toEqual(['open']);
    expect(court[0]?.sentence).toMatch(/ are gone with Court, and not put right: /);
  });

  test('that no rule can tell of any more, since a name is unknown now, were not put right', () => {
    const before = stages('', 'stage c "Court" { enters\n ages 20 to 10 }\n').replace('from a to b', 'from a to c');
    const body = before.replace('transition', 'transition out from c to b "Out"\ntransition');
    const closed = ofKind(whatFollows(body, body.replace(/stage c .*\n.*\n/, '')), 'finding-closed');
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.map(({ tone }) => tone)).not.toContain('better');
    expect(closed.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/ no longer told of in North, where something cannot be understood now: /),
    );
  });

  test('that were open questions until the project is checked more strictly are no news', () => {
    const project = (strictness: string): string => `project p "P" { strictness ${strictness} }\n${stages('')}`;
    const shown = ofKind(whatFollows(project('review'), project('assure')), 'finding-shown');
    expect(shown.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/^\d+ warnings are told of now that were only asked as open questions, since the project/),
    );
    const hidden = ofKind(whatFollows(project('assure'), project('review')), 'finding-hidden');
    expect(hidden.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(
        /^\d+ warnings are only asked as open questions now, since the project is checked less strictly/,
      ),
    );
  });

  test('of one sort that come together are counted', () => {
    const all = (facts: string): string =>
      north(
        `${facts}${['a', 'b', 'c', 'd', 'e'].map((name) => `stage ${name} "${name.toUpperCase()}" { enters\n leaves }`).join('\n')}`,
      );
    const opened = ofKind(whatFollows(all(full), all(full.replace('provider trust\n', ''))), 'finding-opened');
    expect(opened).toMatchObject([
      {
        count: 5,
        rule: 'missing-provider',
        sentence: '5 warnings are new in North, “No provider”: A, B, C and 2 more.',
      },
    ]);
  });

  test('of a new stage and of a new pathway are one sentence each', () => {
    const before = stages('');
    const all = ofKind(whatFollows(before, stages('', 'stage c "Court" { ages 20 to 10 }\n')), 'finding-opened');
    const court = all.filter(({ about }) => about?.name === 'c');
    expect(court).toHaveLength(1);
    expect(court[0]?.sentence).toMatch(/^Court is new, and .+ are found in it: /);
    const opened = ofKind(
      whatFollows(before, `${before}pathway south "South" { stage d\n stage e\n stage f }`),
      'finding-opened',
    );
    const south = opened.filter(({ pathway }) => pathway === 'south');
    expect(south).toHaveLength(1);
    expect(south[0]?.sentence).toMatch(/^South is new, and .+ are found in it: /);
    expect(south[0]?.count).toBeGreaterThan(3);
  });

  test('that speak of fewer facts of one element than before are the same ones', () => {
    const all = (facts: string): string => north(`${facts}stage a "A" { enters\n leaves }`);
    const told = whatFollows(all(full), all(full.replace('provider trust\n', 'provider unknown\n')));
    expect(told.filter(({ rule }) => rule === 'missing-evidence')).toEqual([]);
  });

  test('are not compared of what a scenario makes of a pathway, which nobody has checked', () => {
    const side = sideOf(`${register}${stages('ages 20 to 10')}scenario fewer changes north { remove stage b }`);
    const pathway = side.project.pathways.get('north')!;
    const scenario = changedPathway(side.project, side.project.scenarios.get('fewer')!)!;
    const { consequences } = comparePathways({ ...side, pathway }, { ...side, pathway: scenario });
    expect(consequences.filter(({ kind }) => kind.startsWith('finding-'))).toEqual([]);
  });
});

describe('questions', () => {
  const cost = (line: string): string => north(`stage a "A" { ${line} }`);
  const told = (before: string, after: string): readonly Pick<Consequence, 'kind' | 'tone' | 'sentence'>[] =>
    ofKind(whatFollows(cost(before), cost(after)), 'question-raised', 'question-answered', 'question-dropped').map(
      ({ kind, tone, sentence }) => ({ kind, tone, sentence }),
    );

  test('are answered by what is recorded, confirmed or said not to apply', () => {
    expect(told('cost unknown', 'cost £5k for 2025/26')).toEqual([
      { kind: 'question-answered', tone: 'better', sentence: 'The cost of A is known now: £5,000 for 2025/26.' },
    ]);
    expect(told('cost unknown', 'cost none')).toEqual([
      { kind: 'question-answered', tone: 'better', sentence: 'The cost of A is confirmed now: there is none.' },
    ]);
    expect(told('ages unknown', 'ages not-applicable because "It is for staff"')).toEqual([
      { kind: 'question-answered', tone: 'better', sentence: 'The ages of A are said not to apply.' },
    ]);
  });

  test('are dropped where nobody asks any more', () => {
    expect(told('cost unknown', '')).toEqual([
      {
        kind: 'question-dropped',
        tone: 'worse',
        sentence: 'The cost of A is not asked for any more, though nobody has answered.',
      },
    ]);
  });

  test('are raised, which is candour where nothing was known, and a loss where it was', () => {
    expect(told('', 'cost unknown ask icb by 2026-09')).toEqual([
      {
        kind: 'question-raised',
        tone: 'open',
        sentence: 'The cost of A is said to be unknown now: ask Riverside ICB by 2026-09.',
      },
    ]);
    expect(told('cost £5k for 2025/26', 'cost unknown')).toEqual([
      { kind: 'question-raised', tone: 'worse', sentence: 'The cost of A is no longer known.' },
    ]);
  });

  test('of a new stage or pathway, and of one that is gone, are one sentence', () => {
    const stage = 'stage b "B" { cost unknown\n provider unknown }';
    const [raised] = ofKind(whatFollows(north(''), north(stage)), 'question-raised');
    expect(raised).toMatchObject({ count: 2, sentence: 'B is new, and its cost and provider are not known yet.' });
    const [dropped] = ofKind(whatFollows(north(stage), north('')), 'question-dropped');
    expect(dropped).toMatchObject({
      tone: 'open',
      sentence: 'B is gone, and with it 2 open questions: its cost and provider.',
    });
    const [pathway] = ofKind(whatFollows('', north(`${stage}\nstage c "C" { cost unknown }`)), 'question-raised');
    expect(pathway?.sentence).toBe('North is new, and 3 facts in it (cost (2) and provider) are not known yet.');
  });

  test('about one fact of many stages are counted', () => {
    const all = (line: string): string =>
      north(
        ['a', 'b', 'c', 'd'].map((name) => `stage ${name} "${name.toUpperCase()}" { wait 5 days  ${line} }`).join('\n'),
      );
    expect(ofKind(whatFollows(all('cost £5 for 2025'), all('cost unknown')), 'question-raised')).toMatchObject([
      { count: 4, sentence: 'The cost of 4 stages (A, B, C and D) is no longer known.' },
    ]);
  });

  test('in the register are told too, and those of transitions by their ends', () => {
    const agreement = (line: string): string =>
      `agreement sharing "Sharing agreement" is information-sharing { ${line} }`;
    expect(
      whatFollows(agreement('valid unknown'), agreement('valid 2015 to 2030')).map(({ sentence }) => sentence),
    ).toContain('How long Sharing agreement holds is known now: from 2015 to 2030.');
    const move = (line: string): string => north(`stage a "A"\nstage b "B"\ntransition from a to b { ${line} }`);
    expect(whatFollows(move('send unknown'), move('send none')).map(({ sentence }) => sentence)).toContain(
      'What the transition from A to B sends is confirmed now: there is none.',
    );
  });
});
