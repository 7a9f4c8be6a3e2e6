import { describe, expect, test } from 'vitest';
import { comparePathways } from '../../src/changes/compare.ts';
import { type Reading, readingOf } from '../../src/changes/reading.ts';
import { county, outline, readAfter } from './read.ts';
import { comparisonOf, edited, sideOf } from './sides.ts';

const NORTH = 'North Rivershire health and justice (fictional)';

describe('what happens to people', () => {
  const heading = ({ groups }: Reading): readonly (readonly [string, ...string[]])[] =>
    groups.map(({ heading: said, entries }) => [said, ...entries.map(({ sentence }) => sentence)]);
  const told = (before: string, after: string): Reading => {
    const text = (facts: string): string =>
      `information chat "CHAT" is assessment\ninformation asset "Asset" is assessment\npathway p "P" {\nstage a "A" {\n${facts}\n}\n}`;
    return readingOf(comparisonOf(text(before), text(after)));
  };

  test('is no oversight where they no longer come in or leave by a way', () => {
    const groups = heading(told('enters "GP"\nenters "School"\nleaves "Home"', 'enters "School"'));
    expect(groups.map(([said]) => said)).not.toContain('What weakens oversight');
    expect(groups.find(([said]) => said === 'Changes in P')).toEqual([
      'Changes in P',
      "Stage 'A' no longer has the way in 'GP'.",
      "Stage 'A' no longer has the way out 'Home'.",
    ]);
  });

  test('is otherwise where they are no longer assessed, or by something else', () => {
    const lost = told('assessment chat', '');
    expect(lost.headline).toMatch(/^No longer assessed by CHAT at A[;.]/);
    expect(heading(lost)[0]?.slice(0, 2)).toEqual(['What follows', 'People at A are no longer assessed by CHAT.']);
    expect(heading(told('', 'assessment chat'))[0]).toContain('People at A are assessed by CHAT now.');
    expect(heading(told('assessment chat', 'assessment asset'))[0]?.[1]).toBe(
      'People at A are assessed by Asset now, in place of CHAT.',
    );
  });

  test('weakens oversight where it is not known any more', () => {
    expect(heading(told('assessment chat', 'assessment unknown'))[0]?.[0]).toBe('What weakens oversight');
  });
});

describe('the groups', () => {
  test('stand in the order in which a person reads', () => {
    const reading = readAfter(
      ['cost £720k actual for 2025/26 according to contract-returns', 'cost unknown'],
      ['cost £640k actual', 'cost £700k actual'],
      ['organisation icb "Rivershire ICB"', 'organisation icb "Rivershire Board"'],
    );
    expect(Object.keys(outline(reading))).toEqual([
      'What weakens oversight',
      'What follows',
      `Changes in ${NORTH}`,
      'Changes in the register',
    ]);
    expect(outline(reading)['What weakens oversight']).toEqual([
      "Stage 'Early help': cost was £720,000 actual for 2025/26, is now unknown.",
    ]);
  });

  test('tell of a board that is withdrawn once, by what follows', () => {
    const reading = readAfter([
      '  governance board justice-board\n  governance agreement joint-commissioning\n  uses',
      '  governance agreement joint-commissioning\n  uses',
    ]);
    const [group, ...others] = reading.groups;
    expect(others).toEqual([]);
    expect(group?.heading).toBe('What weakens oversight');
    expect(group?.entries).toMatchObject([
      {
        tone: 'worse',
        subject: 'rivershire-hj',
        sentence: `${NORTH} and 8 stages of it have lost their governance board: Health and Justice Board (fictional) no longer oversees them, and only Joint commissioning agreement (fictional) is named.`,
        lines: [],
        change: { change: 'withdrawn', fact: 'governance' },
        consequence: { kind: 'governance-lost' },
      },
    ]);
  });

  test('tell of an answer once, and of what it does to the cost of the whole', () => {
    const line = 'cost unknown ask icb by 2026-09 because "The adult contract is not split by age"';
    const reading = readAfter([line, 'cost £400k actual for 2025/26']);
    expect(outline(reading)).toEqual({
      'What follows': [
        `The cost of ${NORTH} for 2025/26: £400,000 is recorded now, for Adult mental health services (8 of 8 stages have a cost, was 7 of 8).`,
        'The cost of Adult mental health services is known now: £400,000 actual for 2025/26.',
      ],
    });
    expect(reading.headline).toBe('£400,000 of cost recorded now; 1 question answered.');
  });

  test('tell of what a transition no longer sends by its line', () => {
    const sending =
      'send referral-form from beacon to council using care-record into care-record under sharing when "the same day"';
    const [entry] = readAfter([sending, '']).groups[0]!.entries;
    expect(entry?.sentence).toBe(
      "The transition 'hub-to-help' from Self-referral and advice to Early help no longer sends Referral form. This opens a warning: Nothing is sent when people move from 'hub' to 'early-help'.",
    );
    expect(entry?.before?.line).toBe(entry?.change && 'was' in entry.change ? entry.change.was?.place.line : -1);
    expect(entry?.others.length).toBeGreaterThan(0);
  });

  test('tell of an agreement that is taken away by what goes, and by the finding that it opens', () => {
    const sending = 'send screening from weir-trust to council using justice-record into care-record';
    const both = readAfter([
      `${sending} under sharing when "within a day"\n    agreement sharing`,
      `${sending} when "within a day"`,
    ]);
    expect(outline(both)).toEqual({
      'What weakens oversight': [
        "Transition 'Diversion' from 'Liaison and diversion' to 'Early help': Screening to Rivershire Council is no longer sent under Rivershire sharing agreement (fictional). This opens a warning: 'screening' holds health data and criminal offence data and is sent under no agreement.",
        "The transition 'Diversion' from Liaison and diversion to Early help has lost its agreement: Rivershire sharing agreement (fictional) no longer covers what moves there. This opens a note: 'divert-to-help' is a handover between two organisations without an agreement.",
      ],
    });
    expect(both.headline).toBe(
      "Oversight is weaker in 2 places, among them: the transition 'Diversion' from Liaison and diversion to Early help has lost Rivershire sharing agreement (fictional); 2 findings opened.",
    );
  });

  test('tell of a line by the finding that it opens, and that it closes', () => {
    const turned = ['    ages 12 to 18\n    provider meadow', '    ages 20 to 18\n    provider meadow'] as const;
    const there = readAfter(turned);
    expect(
      there.groups.flatMap(({ entries }) => entries).find(({ sentence }) => sentence.includes('20 to 18')),
    ).toMatchObject({
      tone: 'worse',
      sentence: expect.stringMatching(
        /^Stage 'Inpatient unit': ages were 12 to 18, are now 20 to 18\. This opens an error: [^.]+\.$/,
      ),
    });
    const back = readingOf(comparisonOf(edited(county, turned), county));
    expect(
      back.groups.flatMap(({ entries }) => entries).find(({ sentence }) => sentence.includes('20 to 18')),
    ).toMatchObject({
      tone: 'better',
      sentence: expect.stringMatching(
        /^Stage 'Inpatient unit': ages were 20 to 18, are now 12 to 18\. This closes an error: [^.]+\.$/,
      ),
    });
  });

  test('tell of a provider where there was none among what follows, and in the headline', () => {
    const some = '    ages 10 to 21\n    provider beacon\n';
    const none = '    ages 10 to 21\n    provider none because "It ended"\n';
    const gained = readingOf(comparisonOf(edited(county, [some, none], ['cost £720k', 'cost £760k']), county));
    expect(gained.headline).toMatch(/^Through-the-gate resettlement has a provider now; cost down £40,000/);
    expect(outline(gained)['What follows']?.[0]).toMatch(/^Through-the-gate resettlement has a provider now, /);
    const lost = readAfter([some, none]);
    expect(lost.headline).toMatch(/^Through-the-gate resettlement has no provider any more/);
    expect(lost.groups[0]?.entries[0]).toMatchObject({ tone: 'worse', change: { fact: 'provider' } });
  });

  test('tell of a new transition by its ends, once', () => {
    const lines = [
      'transition from hub to inpatient { movement referral }',
      'transition up from hub to inpatient "Up" { movement referral }',
    ];
    const { groups } = readAfter(['  transition hub-to-help ', `  ${lines.join('\n  ')}\n  transition hub-to-help `]);
    const said = groups.flatMap(({ entries }) => entries.map(({ sentence }) => sentence));
    const starts = [
      "Transition from 'Self-referral and advice' to 'Inpatient unit' was added: movement Referral. This opens ",
      "Transition 'Up' was added, from 'Self-referral and advice' to 'Inpatient unit': movement Referral. 2 warnings ",
    ];
    for (const start of starts) expect(said.filter((sentence) => sentence.startsWith(start))).toHaveLength(1);
  });

  test('tell of a new stage with what it says, and all of it below', () => {
    const stage = `  stage mentoring "Mentoring" {
    setting community
    ages 10 to 25
    provider beacon
    commissioner icb as lead
    cost £60k estimate for 2025/26
    gap rooms "No rooms yet"
    leaves "Enough"
  }

  stage liaison "Liaison and diversion" {`;
    const reading = readAfter(['  stage liaison "Liaison and diversion" {', stage]);
    const entry = reading.groups.flatMap(({ entries }) => entries).find(({ change }) => change?.change === 'added');
    expect(entry?.sentence).toMatch(
      /^Stage 'Mentoring' was added: provider Beacon Young People, commissioner Rivershire ICB \(lead\), ages 10 to 25 and 3 more facts; with 1 gap\. 1 warning and 1 note are found in it: .+\.$/,
    );
    expect(entry?.lines).toContain('cost £60,000 estimate for 2025/26');
    expect(entry?.lines).toContain("Gap 'No rooms yet' was added.");
    expect(reading.headline).toMatch(/^1 stage added \(Mentoring\); /);
  });

  test('tell of a new stage, what it counts, asks and gets once each, and of its transition with what it opens', () => {
    const added = `  stage mentoring "Mentoring" {
    setting community
    ages 10 to 18
    provider unknown ask icb
    commissioner council as lead
    activity 40 people for 2025/26
    cost £60k estimate for 2025/26
    leaves "Enough"
  }
  transition to-mentoring from early-help to mentoring {
    criteria "Wants a mentor"
    lead council
    receiver beacon
    send referral-form from council to beacon using care-record into care-record
    agreement sharing
  }

  stage liaison "Liaison and diversion" {`;
    const reading = readAfter(['  stage liaison "Liaison and diversion" {', added]);
    expect(outline(reading)).toEqual({
      'What follows': [
        expect.stringMatching(/^The cost of North .+: £60,000 comes with Mentoring, which is new \(.+\)\.$/),
        "Transition 'to-mentoring' was added, from 'Early help' to 'Mentoring': sends Referral form, criteria 'Wants a mentor', lead Rivershire Council and 2 more facts. This opens a warning: 'referral-form' holds health data and is sent under no agreement.",
      ],
      [`Changes in ${NORTH}`]: [
        "Stage 'Mentoring' was added: provider unknown (ask Rivershire ICB), commissioner Rivershire Council (lead), ages 10 to 18 and 4 more facts.",
      ],
    });
    const stage = reading.groups[1]!.entries[0]!;
    expect([stage.consequence, ...stage.others].map((one) => one && 'kind' in one && one.kind)).toEqual([
      'information-gained',
      'activity',
      'question-raised',
    ]);
  });

  test('tell of a stage that is gone once, with what is no longer sent to it', () => {
    const stage = `  stage mentoring "Mentoring" {
    setting community
    provider beacon
    leaves "Enough"
  }
  transition to-mentoring from early-help to mentoring {
    send referral-form from council to beacon
  }

  stage liaison "Liaison and diversion" {`;
    const before = edited(county, ['  stage liaison "Liaison and diversion" {', stage]);
    const said = readingOf(comparisonOf(before, county)).groups.flatMap(({ entries }) => entries);
    expect(
      said.filter(({ sentence }) => sentence.includes("Stage 'Mentoring'") || sentence.startsWith('Mentoring')),
    ).toEqual([
      expect.objectContaining({
        sentence: expect.stringMatching(
          /^Stage 'Mentoring' was removed: provider Beacon Young People, .+\. With it goes the sending of Referral form from Early help to Mentoring\./,
        ),
      }),
    ]);
  });

  test('tell of a board that is gone before what it no longer oversees, and of stages behind their pathway', () => {
    const register = [...county.keys()].find((uri) => uri.endsWith('register.pathway'))!;
    const after = new Map(
      [...county].map(([uri, text]) => [
        uri,
        (uri === register ? text.replace(/board justice-board [^}]*}\n/, '') : text).replace(
          / *governance board justice-board\n/g,
          '',
        ),
      ]),
    );
    const said = outline(readingOf(comparisonOf(county, after)))['What weakens oversight']!;
    expect(said.map((sentence) => sentence.replace(/ \(fictional\)/g, '').slice(0, 60))).toEqual([
      expect.stringMatching(/^Board 'Health and Justice Board' was removed/),
      expect.stringMatching(/^North Rivershire health and justice and 8 stages of it have /),
      expect.stringMatching(/^South Rivershire health and justice and 3 stages of it have /),
      expect.stringMatching(/^Crisis suite and place of safety has lost its governance boa/),
      expect.stringMatching(/^Agreement 'Rivershire sharing agreement' is no longer/),
    ]);
  });

  test('tell of a cost that one line changes once, with what it makes of the whole', () => {
    const { groups } = readAfter(['cost £950k actual', 'cost £990k actual']);
    expect(groups.map(({ heading, entries }) => [heading, entries.length])).toEqual([['What follows', 1]]);
    expect(groups[0]!.entries[0]).toMatchObject({
      sentence: `Stage 'Health care in the secure children's home': cost (actual for 2025/26) was £950,000, is now £990,000. The cost of ${NORTH} for 2025/26 is up £40,000 to £7.47m (7 of 8 stages have a cost).`,
      tone: 'open',
    });
  });

  test('tell of an acceptance with what it excuses', () => {
    const accepting =
      'ages 20 to 18\n    accept invalid-ages because "The contract says so" until 2027\n    provider council as lead\n    provider beacon as "Group work"';
    const before = edited(county, [
      '    ages 5 to 18\n    provider council as lead',
      '    ages 20 to 18\n    provider council as lead',
    ]);
    const after = edited(county, [
      'ages 5 to 18\n    provider council as lead\n    provider beacon as "Group work"',
      accepting,
    ]);
    const reading = readingOf(comparisonOf(before, after));
    expect(reading.headline).toBe('Oversight is weaker in 1 place: Early help; 1 finding accepted.');
    expect(outline(reading)['What weakens oversight']).toEqual([
      expect.stringMatching(/^Accepted now in .+, until 2027, because “The contract says so”: /),
    ]);
  });

  test('tell of a figure for another year once, and say what each of the two rests on', () => {
    const reading = readAfter([
      'cost £720k actual for 2025/26 according to contract-returns',
      'cost £750k budget for 2026/27',
    ]);
    expect(reading.headline).toBe('Cost for 2026/27 in place of 2025/26 at Early help.');
    expect(outline(reading)).toEqual({
      'What follows': [
        "Stage 'Early help': cost £720,000 actual for 2025/26, which rested on Contract monitoring returns (fictional), " +
          'is no longer recorded; £750,000 budget for 2026/27 is recorded now, and does not say what it rests on. ' +
          `The cost of ${NORTH} is given for 2026/27 in place of 2025/26, for Early help: £750,000, was £720,000.`,
      ],
    });
  });

  test('tell of a figure of the same year that has lost its source as such, and the headline says which', () => {
    const reading = readAfter([
      'cost £720k actual for 2025/26 according to contract-returns',
      'cost £750k budget for 2025/26',
    ]);
    expect(reading.headline).toBe(
      'Oversight is weaker in 1 place: source for the cost of Early help no longer given; cost up £30,000.',
    );
    const unsure = readAfter(['wait 6 weeks target', 'wait 6 weeks target confidence low']);
    expect(unsure.headline).toBe('Oversight is weaker in 1 place: confidence in the wait of Community CAMHS lower.');
  });

  test('tell two transitions of one label apart by their ends, in the headline too', () => {
    const lead = 'lead weir-trust\n    receiver council\n    send screening';
    const [help, camhs] = ['Early help', 'Community CAMHS'].map(
      (to) => `Transition 'Diversion' from 'Liaison and diversion' to '${to}'`,
    );
    const led = readAfter(
      [lead, lead.replace('weir-trust', 'council')],
      ['lead weir-trust\n    receiver river-trust', 'lead council\n    receiver river-trust'],
    );
    expect(outline(led)[`Changes in ${NORTH}`]).toEqual([
      `${help}: lead was Weir Forensic Trust, is now Rivershire Council.`,
      `${camhs}: lead was Weir Forensic Trust, is now Rivershire Council.`,
    ]);
    const called = readAfter(['early-help "Diversion"', 'early-help "Sent on"']);
    expect(outline(called)[`Changes in ${NORTH}`]).toEqual([`${help} is now called 'Sent on'.`]);
    const send =
      'send screening from weir-trust to council using justice-record into care-record under sharing when "within a day"';
    expect(readAfter([send, '']).headline).toMatch(
      /^Oversight is weaker in 1 place: Screening no longer sent from Liaison and diversion to Early help;/,
    );
  });

  test('tell of a gap that is gone or closed among what follows, with what has not been done about it', () => {
    const issue = (kind: string, status: string): string =>
      `pathway p "P" {\n${kind} g "Slow" { ${status} action do action redo }\naction do "Do" { status done }\naction redo "Redo" { status underway }\nneed n "Bus"\n}`;
    const told = (before: string, after: string) =>
      readingOf(comparisonOf(before, after)).groups.flatMap(({ heading, entries }) =>
        entries.flatMap(({ sentence, tone, change }) => (change ? [[heading, tone, sentence]] : [])),
      );
    expect(told(issue('gap', 'status open'), issue('gap', 'status closed'))).toEqual([
      ['What follows', 'open', "Gap 'Slow': status was open, is now closed, though 'Redo' is not done."],
    ]);
    const gone = (before: string) => told(before, before.replace(/(?:gap|risk) .*\n/, ''))[0];
    expect(gone(issue('risk', 'likelihood high'))).toEqual([
      'What follows',
      'open',
      "Risk 'Slow' was removed without being closed: likelihood high, action do and action redo.",
    ]);
    expect(gone(issue('gap', 'status closed'))?.slice(0, 2)).toEqual(['Changes in P', 'plain']);
    expect(told('', issue('gap', ''))).toHaveLength(1);
  });

  test('tell of another name and another label once', () => {
    const after = new Map(
      [...county].map(([uri, text]) => [
        uri,
        text.replace('hub "Self-referral and advice"', 'hub "Front door"').replace(/\bhub\b/g, 'front-door'),
      ]),
    );
    const said = outline(readingOf(comparisonOf(county, after)))[`Changes in ${NORTH}`];
    expect(said?.filter((sentence) => sentence.includes("'Front door'"))).toEqual([
      "Stage 'Self-referral and advice' is now called 'Front door', and was renamed from 'hub' to 'front-door', it seems: 86% of what is in it is the same.",
    ]);
  });

  test('write both amounts of a cost in one way', () => {
    const money = (before: string, after: string): string | undefined =>
      readingOf(
        comparisonOf(
          edited(county, ['cost £720k actual', `cost £${before} actual`]),
          edited(county, ['cost £720k actual', `cost £${after} actual`]),
        ),
      ).groups[0]?.entries[0]?.sentence.replace(/ The cost of .*/, '');
    expect(money('2.1m', '2,104,500')).toBe(
      "Stage 'Early help': cost (actual for 2025/26) was £2,100,000, is now £2,104,500.",
    );
    expect(money('2.1m', '2.6bn')).toBe("Stage 'Early help': cost (actual for 2025/26) was £2.1m, is now £2.6bn.");
  });

  test('tell of a rule that is turned off with what nobody hears of any more', () => {
    const before = edited(county, [
      '    ages 5 to 18\n    provider council as lead',
      '    ages 20 to 18\n    provider council as lead',
    ]);
    const after = edited(before, ['strictness', 'rule invalid-ages off because "No"\n  strictness']);
    const [entry, ...others] = readingOf(comparisonOf(before, after)).groups[0]!.entries;
    expect(others).toEqual([]);
    expect(entry?.sentence).toMatch(
      /now turns off the rule 'invalid-ages' \(“.+”\), because 'No'; it was an error\. \d+ errors? (is|are) no longer told of, since /,
    );
  });
});

describe('two pathways beside each other', () => {
  test('are told of by what each has, and nothing has come or gone', () => {
    const side = sideOf(county);
    const [north, south] = ['rivershire-hj', 'south-rivershire-hj'].map((name) => side.project.pathways.get(name)!);
    const reading = readingOf(comparePathways({ ...side, pathway: north! }, { ...side, pathway: south! }));
    expect(Object.keys(outline(reading))).toEqual(['What each of them has', 'Where they differ']);
    expect(reading.headline).toMatch(
      /^\d+ stages in 'North Rivershire .+' only, \d+ in 'South .+' only; .*\d+ facts differ\.$/,
    );
    const said = JSON.stringify(reading.groups.map(({ entries }) => entries.map(({ sentence }) => sentence)));
    expect(said).not.toMatch(/no longer|any more|is gone|is new|was removed|was added/);
    expect(said).toContain(
      'Stage by stage, the cost for 2025/26 is £7.43m (7 of 8 stages have a cost) in North Rivershire',
    );
    expect(new Set(reading.groups.flatMap(({ entries }) => entries.map(({ tone }) => tone)))).toEqual(
      new Set(['open', 'plain']),
    );
  });
});
