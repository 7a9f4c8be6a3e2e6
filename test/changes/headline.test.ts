import { describe, expect, test } from 'vitest';
import { type Reading, readingOf } from '../../src/changes/reading.ts';
import { county, outline, readAfter } from './read.ts';
import { comparisonOf } from './sides.ts';

describe('the headline', () => {
  test('says that nothing has changed in meaning where only the layout has', () => {
    const laidOut = new Map(
      [...county].map(([uri, text]) => [uri, `# A comment\n\n${text.replaceAll('\n  ', '\n      ')}`]),
    );
    expect(readingOf(comparisonOf(county, laidOut))).toEqual({ headline: 'No change in meaning.', groups: [] });
  });

  test('says in one sentence what weakens oversight, what is lost, what it costs, and what was found', () => {
    const { headline } = readAfter(
      [
        '  governance board justice-board\n  governance agreement joint-commissioning\n  uses',
        '  governance agreement joint-commissioning\n  uses',
      ],
      ['cost £720k actual', 'cost £760k actual'],
      [
        '    level tier-2\n    ages 5 to 18\n    provider council as lead',
        '    level tier-2\n    ages 20 to 18\n    provider council as lead',
      ],
    );
    expect(headline).toMatch(
      /^Oversight is weaker in 1 place: North .+ has lost Health and Justice Board \(fictional\); cost up £40,000; .*opened \(1 error\)\.$/,
    );
  });

  test('counts stages, pathways and questions', () => {
    const north = [...county.keys()].find((uri) => uri.endsWith('north.pathway'))!;
    const without = new Map([...county].filter(([uri]) => uri !== north));
    expect(readingOf(comparisonOf(county, without)).headline).toMatch(
      /^1 pathway removed \(North Rivershire .+\); £7\.43m of cost goes with a pathway; \d+ findings opened \(\d+ errors\); 1 question no longer asked\.$/,
    );
  });

  test('counts the changes where there is nothing else to say', () => {
    expect(readAfter(['likelihood medium', 'likelihood high']).headline).toBe('1 fact changed.');
  });

  test('says which stage is called otherwise, and nothing of a name that stands in the text only', () => {
    expect(readAfter(['"Early help"', '"Early help team"']).headline).toBe('1 stage renamed (Early help team).');
    const renamed = new Map([...county].map(([uri, text]) => [uri, text.replace(/\bearly-help\b/g, 'help')]));
    expect(readingOf(comparisonOf(county, renamed)).headline).toBe('2 elements renamed.');
  });

  test('names what weakens oversight, of each sort the first, and tells nothing of it twice', () => {
    const board = '  governance board justice-board\n  governance agreement joint-commissioning\n  uses';
    const send =
      'send health-assessment from weir-trust to beacon using care-record into care-record under sharing when "10 days before release"';
    const { headline } = readAfter(
      [board, '  governance agreement joint-commissioning\n  uses'],
      ['    ages 18 to 25\n    provider adult-trust', '    ages 18 to 25\n    provider unknown ask icb'],
      [send, ''],
    );
    expect(headline).toMatch(
      /^Oversight is weaker in 3 places, among them: North .+ has lost Health and Justice Board \(fictional\), provider of Adult mental health services unknown now; 'Through the gate' no longer sends Health assessment; /,
    );
    expect(readAfter([send, '']).headline).toBe(
      "Oversight is weaker in 1 place: 'Through the gate' no longer sends Health assessment; 1 finding opened.",
    );
  });

  test('says which waits are longer or shorter, and counts many', () => {
    const waits = (times: readonly string[]): string =>
      `pathway p "P" {\n${times.map((time, at) => `stage s${at} "S${at}" { wait ${time} }`).join('\n')}\n}`;
    const told = (before: readonly string[], after: readonly string[]): Reading =>
      readingOf(comparisonOf(waits(before), waits(after)));
    const one = told(['9 weeks'], ['26 weeks']);
    expect(one.headline).toBe('Wait up from 9 to 26 weeks at S0.');
    expect(outline(one)).toEqual({ 'What follows': ['People wait 26 weeks for S0, 9 weeks before.'] });
    expect(one.groups[0]!.entries[0]).toMatchObject({ tone: 'worse', lines: [] });
    expect(told(['1 day', '2 days', '3 days'], ['2 days', '3 days', '2 days']).headline).toBe(
      '2 waits longer, 1 shorter.',
    );
  });

  test('says what has become of gaps and actions', () => {
    const plan = (lines: string): string => `pathway p "P" {\n${lines}\n}`;
    const gap = (name: string, status: string): string => `gap ${name} "${name}" { ${status} }\n`;
    const before = plan(
      `${gap('a', '')}${gap('b', 'status open')}${gap('c', 'status closed')}${gap('d', '')}action do "Do" { status underway }`,
    );
    const after = plan(
      `${gap('a', 'status closed')}${gap('b', 'status closed')}${gap('c', 'status open')}${gap('e', '')}action do "Do" { status done }`,
    );
    const headline = (one: string, other: string): string => readingOf(comparisonOf(one, other)).headline;
    expect(headline(before, after)).toMatch(/(?:^|; )2 gaps opened, 2 closed, 1 removed; 1 action done[;.]/i);
    expect(headline(plan(gap('a', '')), plan(gap('a', 'status closed')))).toMatch(/(?:^|; )1 gap closed[;.]/);
    expect(headline(plan(gap('a', '')), '')).not.toMatch(/gap/);
  });

  test('says of which year each of several figures is', () => {
    const stage = (old: string, now: string): string =>
      `pathway p "P" {\nstage a "A" { cost £${old}k for 2025/26  cost £${now}k for 2026/27 }\n}`;
    const told = (before: string, after: string): string => readingOf(comparisonOf(before, after)).headline;
    expect(told(stage('10', '20'), stage('33', '60'))).toBe('Cost up £40,000 in 2026/27 and £23,000 in 2025/26.');
    expect(told(stage('10', '20'), stage('5', '60'))).toBe('Cost up £40,000 in 2026/27; cost down £5,000 in 2025/26.');
    expect(told(stage('10', '20'), stage('10', '60'))).toBe('Cost up £40,000.');
  });

  test('says that a file could not be read', () => {
    expect(readAfter(['  owner icb\n  cohort', '  ownr "icb" {{ \n  cohort']).headline).toMatch(
      /1 file cannot be read whole\.$/,
    );
  });
});
