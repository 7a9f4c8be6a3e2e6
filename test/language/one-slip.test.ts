import { describe, expect, it } from 'vitest';
import { sharedServices } from '../../src/language/file-store.ts';
import { parse } from '../../src/language/parser.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { Finding } from '../../src/rules/finding.ts';

const uri = 'file:///p/p.pathway';

function found(text: string): readonly Finding[] {
  const workspace = new Workspace('file:///p');
  workspace.set(uri, `organisation x "X" is icb\n${text}`);
  return workspace.projects('2026-05-01').flatMap(({ findings }) => findings);
}

const errors = (text: string): readonly string[] =>
  found(text)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

/** The rules that find something wrong or missing; open questions are neither. */
const rules = (text: string): readonly string[] =>
  found(text)
    .filter(({ severity }) => severity !== 'question')
    .map(({ rule }) => rule);

const inStage = (line: string): string => `pathway p "P" {\n  stage a "A" {\n    provider x\n    ${line}\n  }\n}\n`;

describe('a name with a space in it', () => {
  const around = (head: string): string =>
    `pathway p "P" {\n  ${head}\n  stage other "Other"\n  transition from other to early-help\n  gap g "G" { affects early-help }\n}\n`;

  it.each([
    ['stage early help "Early help" { provider x }', 'early-help'],
    ['stage early help { provider x }', 'early-help'],
    ['stage early help', 'early-help'],
    ['stage early help\n  "Early help"', 'early-help'],
  ])('%s is one error, and what refers to the name finds it', (head, name) => {
    expect(errors(around(head))).toEqual([`A name has no spaces: write '${name}'.`]);
    expect(rules(around(head))).not.toContain('unreachable-stage');
  });

  it.each([
    ['organisation north trust "North Trust" is nhs-provider', 'north-trust'],
    ['pathway my first map "Map"', 'my-first-map'],
    ['pathway p { transition to review again from a to b  stage a  stage b }', undefined],
    ['specification s "S" {\n  require stage first contact "First contact"\n}', 'first-contact'],
  ])('%s', (text, name) => {
    const said = errors(text).filter((message) => message.startsWith('A name has no spaces'));
    expect(said).toEqual(name === undefined ? [] : [`A name has no spaces: write '${name}'.`]);
  });

  it.each([
    ['stage drop in centre "Drop-in"\n  transition from drop-in-centre to other', 'drop-in-centre'],
    ['stage drop in centre\n  transition from drop-in-centre to other', 'drop-in-centre'],
    ['stage drop in centre "Drop-in"\n  transition from drop in centre to other', 'drop-in-centre', 'drop-in-centre'],
    ['stage advice and help "Advice and help"', 'advice-and-help'],
    ['stage out of area "Out of area" { provider x }', 'out-of-area'],
    ['stage tier 3 team "Tier 3"\n  stage tier 2 team "Tier 2"', 'tier-3-team', 'tier-2-team'],
    ['stage early-help "Early help"\n  transition from early help to other', 'early-help'],
    ['stage early help "Early help"\n  transition from early help to other', 'early-help', 'early-help'],
  ])('%s', (lines, ...names) => {
    const text = `pathway p "P" {\n  ${lines}\n  stage other "Other"\n}\n`;
    expect(errors(text)).toEqual(names.map((name) => `A name has no spaces: write '${name}'.`));
  });

  it.each([
    'stage a in dudley "A"\n  transition from a to other',
    'stage a stage b c "B"',
    'transition from other to nowhere near',
  ])('is not made of words that may be no name: %s', (lines) => {
    const said = errors(`pathway p "P" {\n  ${lines}\n  stage other "Other"\n}\n`);
    expect(said).not.toEqual([]);
    expect(said.filter((message) => message.startsWith('A name has no spaces'))).toEqual([]);
  });

  it('leaves a label alone whose quotes were forgotten', () => {
    expect(errors('pathway p "P" {\n  stage help Early help and advice\n}\n')).toEqual([
      `A text stands between double quotes, "like this": put quotes around 'Early help and advice'.`,
    ]);
  });

  it('leaves alone what follows a name', () => {
    for (const text of ['organisation y is icb', 'footprint a "A"\nfootprint b "B" within a', 'pathway p in nowhere'])
      expect(parse(sharedServices(), text).problems).toEqual([]);
  });
});

describe('one slip in a figure is one error, and nothing is said that follows from it', () => {
  it.each([
    [
      'cost £18Ok actual for 2025/26',
      "'£18Ok' is no amount of money: write its digits, and k, m or bn behind them. Did you mean '£180k'?",
    ],
    ['cost £75kk', "'£75kk' is no amount of money: write its digits, and k, m or bn behind them."],
    ['cost £ 75k for 2025/26', "'£ 75k' has a space in it: write '£75k'."],
    ['cost £ 500, estimate', "'£ 500,' has a space in it: write '£500'."],
    ['cost £ 500.', "'£ 500.' has a space in it: write '£500'."],
    ['cost £ 5O0', "'£ 5O0' has a space in it: write '£500'."],
    ['cost £ 75 k', "'£ 75 k' has a space in it: write '£75k'."],
    ['cost £75 k for 2025/26', "'£75 k' has a space in it: write '£75k'."],
    ['cost £ 1.2million', "'£ 1.2million' has a space in it: write '£1.2m'."],
    ['cost £ 75kk', "'£ 75kk' is no amount of money: write its digits, and k, m or bn behind them."],
    [
      'cost £1.2million for 2025/26',
      "'£1.2million' is no amount of money: write its digits, and k, m or bn behind them. Did you mean '£1.2m'?",
    ],
    ['cost 180k actual for 2025/26', "'180k' has no currency sign: write '£180k'."],
    [
      'cost £18O,000',
      "'£18O,000' is no amount of money: write its digits, and k, m or bn behind them. Did you mean '£180,000'?",
    ],
    ['activity 1.2k people for 2025/26', "'1.2k' is not written in full: write '1,200'."],
    ['capacity 2K beds', "'2K' is not written in full: write '2,000'."],
    ['activity 30 people for 25/26', "'25/26' is not a financial year: write '2025/26'."],
    ['activity 30 people for 99/00', "'99/00' is not a financial year: write '1999/00'."],
    [
      'cost £75k-£80k',
      "'-' means nothing here: a cost is one amount. Write it with 'estimate' or 'budget', as in 'cost £75k estimate', and the range into a 'note'.",
    ],
    [
      'cost £75k to £80k for 2025/26',
      "'to' is too much on this line: a cost is one amount. Write it with 'estimate' or 'budget', as in 'cost £75k estimate', and the range into a 'note'.",
    ],
    [
      'activity 30-40 people for 2025/26',
      "'-' means nothing here: a figure is one number. Write it with 'about' or 'up to', as in 'about 30' or 'up to 40'.",
    ],
    [
      'capacity 30 to 40 beds',
      "'to' is too much on this line: a figure is one number. Write it with 'about' or 'up to', as in 'about 30' or 'up to 40'.",
    ],
    [
      'cost unknown ask x for 2025/26',
      `'for' is too much on this line: 'cost unknown' takes no year. Put the year into the reason, as in because "2025/26 …".`,
    ],
    [
      'cost none because "We do not pay" for 2025',
      "'for' is too much on this line: 'cost none' takes no year. Move the year into the reason.",
    ],
    [
      'activity 300 people for 2024 to 2025',
      "'to' is too much on this line: a period is one year, such as 2024 or 2024/25.",
    ],
    [
      'cost £5k for 2024/25 to 2025/26',
      "'to' is too much on this line: a period is one year, such as 2024 or 2024/25.",
    ],
    [
      'activity 300 people for 2024-2025',
      "'25' is too much on this line: a period is one year, such as 2024 or 2024/25.",
    ],
    ['wait 5 working days', "A unit has no spaces: write 'working-days'."],
    ['ages 10-18', "'-' means nothing here: a range is written with 'to', as in 'ages 10 to 18'."],
  ])('%s', (line, message) => {
    expect(errors(inStage(line))).toEqual([message]);
    expect(rules(inStage(line))).not.toContain('number-without-period');
    expect(rules(inStage(line))).not.toContain(`missing-${line.split(' ')[0]}`);
  });

  it.each(['ages 10/11', 'activity 25/26 people', 'cost £75k 25/26'])(
    '%s is no financial year: only a figure is for one',
    (line) => {
      expect(errors(inStage(line))).toHaveLength(1);
      expect(errors(inStage(line))[0]).not.toContain('financial year');
    },
  );

  it('still asks for the time of a figure whose line is whole, beside a block that is not closed', () => {
    const text = 'pathway p "P" {\n  stage a "A" {\n    cost £75k\n  stage b "B"\n}\n';
    expect(rules(text)).toContain('number-without-period');
  });
});

it('a block in the wrong place is one error, which names the block around it by its own keyword', () => {
  const text = `pathway p "P" {
  stage a "A"
  gap g "Not enough" {
    affects a
    owner x
    outcome seen "Seen sooner" {
      indicator days "Days"
    }
    action act
  }
  action act "Do it" {
    owner x
    due 2099-10
    status planned
    stage b
  }
}
`;
  expect(errors(text)).toEqual([
    "'outcome' can't stand in a gap: put it into a specification, a pathway or a stage.",
    "'stage' can't stand in an action: put it into a pathway.",
  ]);
  for (const rule of ['undated-action', 'gap-without-action', 'missing-outcome'])
    expect(rules(text)).not.toContain(rule);
  expect(rules(text.replace(/ {4}outcome[\s\S]*?\n {4}\}\n/, ''))).toContain('missing-outcome');
  expect(errors('stage b')).toEqual(["'stage' can't stand at the top level of a file: put it into a pathway."]);
  expect(errors('pathway p {\n  affects x\n}')).toEqual([
    "'affects' can't stand in a pathway: put it into a gap, a risk or an action.",
  ]);
});

it('a stage inside of another stage is known where it is named', () => {
  const inner = '    stage b "B" {\n      provider x\n    }\n';
  const text = `pathway p "P" {\n  stage a "A" {\n${inner}  }\n  stage c "C"\n  transition from a to b\n  transition from b to c\n}\n`;
  expect(errors(text)).toEqual(["'stage' can't stand in a stage: put it into a pathway."]);
});

describe('a wait is a time', () => {
  const choices = 'write minutes, hours, days, working-days, weeks, months or years';
  it.each([
    ['wait 9', `'9' does not say how long: ${choices} behind it, as in '6 weeks'.`],
    ['wait 9 wks', `'wks' is no span of time: ${choices}. Did you mean 'weeks'?`],
    ['wait 1 wk target', `'wk' is no span of time: ${choices}. Did you mean 'week'?`],
    ['wait 9 weaks', `'weaks' is no span of time: ${choices}. Did you mean 'weeks'?`],
    ['wait 9 parsecs', `'parsecs' is no span of time: ${choices}.`],
    ['wait 5 constructors', `'constructors' is no span of time: ${choices}.`],
    ['wait 40%', `'40%' does not say how long: ${choices} behind it, as in '6 weeks'.`],
  ])('%s', (line, message) => expect(errors(inStage(line))).toEqual([message]));

  it.each([
    '1 day',
    '2 days',
    '4 hours',
    '10 working-days',
    '20 minutes',
    '6 months',
    'about 1 year',
    '18 Weeks target',
  ])('wait %s', (time) => expect(errors(inStage(`wait ${time}`))).toEqual([]));
});
