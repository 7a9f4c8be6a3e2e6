import { describe, expect, it } from 'vitest';
import { allHints, type HintSettings, inlayHintsOf } from '../../../src/language/features/inlay-hints.ts';
import { county, read } from './reading.ts';

const none: HintSettings = { inherited: false, costPerCase: false, totals: false, successors: false };

/** The text of each line with its hints where they stand. */
const shown = (text: string, settings: Partial<HintSettings>): string[] => {
  const { checked, file } = read(text);
  const lines = text.split('\n');
  return inlayHintsOf(checked, file, { ...none, ...settings }).map(({ position: { line, character }, label }) =>
    `${lines[line]!.slice(0, character)} «${label}»${lines[line]!.slice(character)}`.trim(),
  );
};

const pathway = (...lines: string[]): string => `pathway p {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const stage = (name: string, ...lines: string[]): string =>
  `stage ${name} {\n${lines.map((line) => `    ${line}\n`).join('')}  }`;

describe('what a stage takes from its pathway', () => {
  it('stands beside the stage, where it does not say its own', () => {
    expect(shown(county, { inherited: true })).toEqual([
      'stage intake "Intake" { «governance Oversight Board»',
      'stage support "Support" { «commissioner Example ICB, governance Oversight Board»',
    ]);
  });

  it('stands beside a stage that names only an agreement, which keeps the boards', () => {
    const text = pathway('governance board b', 'governance agreement g', stage('s', 'governance agreement g'));
    expect(shown(text, { inherited: true })).toEqual(['stage s { «governance b»']);
  });

  it('names the lead, and how many more there are', () => {
    const text = pathway('commissioner a', 'commissioner b as lead', 'stage s');
    expect(shown(text, { inherited: true })).toEqual(['stage s «commissioner b + 1»']);
  });

  it('says nothing where nothing is known, or where the stage is not there', () => {
    expect(shown(pathway('commissioner unknown', 'stage s'), { inherited: true })).toEqual([]);
    expect(shown(pathway('commissioner a', stage('s', 'status closed')), { inherited: true })).toEqual([]);
  });
});

describe('totals', () => {
  const total = (...lines: string[]): string | undefined =>
    shown(pathway(...lines), { totals: true })[0]?.match(/«(.*)»/)?.[1];

  it('add up what stages say, and tell how many say so', () => {
    expect(
      total(
        stage('a', 'cost £700k for 2014/15'),
        stage('b', 'cost £500k for 2014/15'),
        stage('c', 'cost unknown'),
        stage('d'),
      ),
    ).toBe('£1.2m for 2014/15 (2 of 4 stages have a cost)');
  });

  it('never add different periods or currencies', () => {
    expect(
      total(stage('a', 'cost £7 for 2014/15'), stage('b', 'cost £5 for 2015/16'), stage('c', 'cost €5 for 2014/15')),
    ).toBe('£5 for 2015/16 (1 of 3 stages has a cost) + 2 more');
  });

  it('count budget and outturn of one year once, and add what several funds give', () => {
    expect(total(stage('a', 'cost £7 budget for 2014/15', 'cost £6 actual for 2014/15'))).toBe(
      '£6 for 2014/15 (1 of 1 stage has a cost)',
    );
    expect(total(stage('a', 'cost £7 grant for 2014/15', 'cost £6 pooled for 2014/15'))).toBe(
      '£13 for 2014/15 (1 of 1 stage has a cost)',
    );
  });

  it('leave out shared stages, which are counted where they are described, and what is not there', () => {
    const text = `${pathway(stage('a', 'cost £7'), stage('b', 'status proposed', 'cost £9'), 'uses stage x of q')}pathway q {\n  stage x {\n    cost £100\n  }\n}\n`;
    expect(shown(text, { totals: true })).toEqual([
      'pathway p { «£7 (1 of 1 stage has a cost)»',
      'pathway q { «£100 (1 of 1 stage has a cost)»',
    ]);
  });

  it('say nothing where no stage has a cost: that is not £0', () => {
    expect(total(stage('a', 'cost none'), stage('b'))).toBeUndefined();
  });
});

describe('cost per case', () => {
  const each = (...lines: string[]): string | undefined =>
    shown(pathway(stage('a', ...lines)), { costPerCase: true })[0]?.match(/«(.*)»/)?.[1];

  it('divides the cost by the activity of the same period', () => {
    expect(shown(county, { costPerCase: true })).toEqual([
      'cost £1.2m budget for 2025/26 funded by icb «£1,000 per referral»',
    ]);
    expect(each('activity 3 people for 2025/26', 'cost £1,000 for 2025/26')).toBe('about £333 per person');
    expect(each('activity about 10 new-entrants per year for 2025/26', 'cost £50 for 2025/26')).toBe(
      'about £5 per new entrant',
    );
  });

  it('says nothing where the two do not belong together', () => {
    const cost = 'cost £1,000 for 2025/26';
    expect(each('activity 10 people for 2024/25', cost)).toBeUndefined();
    expect(each('activity 10 people', 'cost £1,000')).toBeUndefined();
    expect(each('activity up to 10 people for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10% for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10 beds for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10 people per month for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10 people from north for 2025/26', cost)).toBeUndefined();
    expect(each('activity 0 people for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10 people for 2025/26', 'activity 9 referrals for 2025/26', cost)).toBeUndefined();
    expect(each('activity 10 people for 2025/26', cost, 'cost £5 grant for 2025/26')).toBeUndefined();
  });
});

describe('successors', () => {
  const bodies =
    'organisation a {\n  succeeded by b on 2013-04-01\n}\norganisation b {\n  succeeded by c on 2022-07-01\n}\norganisation c "Now"\n';

  it('stand behind the name of a body that had gone on the day that the pathway describes', () => {
    expect(shown(`${bodies}${pathway('owner a')}`, { successors: true })).toEqual(['owner a «now Now»']);
    expect(
      shown(`${bodies}${pathway('status current as of 2016', 'owner a', 'owner b')}`, { successors: true }),
    ).toEqual(['owner a «now b»']);
    expect(shown(`${bodies}${pathway('status current as of 2012', 'owner a')}`, { successors: true })).toEqual([]);
  });

  it('end where bodies succeed each other in a circle', () => {
    const circle = 'organisation a {\n  succeeded by b\n}\norganisation b {\n  succeeded by a\n}\n';
    expect(shown(`${circle}${pathway('owner a')}`, { successors: true })).toEqual(['owner a «now b»']);
  });
});

it('can all be switched off, and be asked for some lines only', () => {
  const { checked, file } = read(county);
  expect(inlayHintsOf(checked, file, none)).toEqual([]);
  const all = inlayHintsOf(checked, file, allHints);
  const [first] = all;
  const range = { start: first!.position, end: first!.position };
  expect(inlayHintsOf(checked, file, allHints, range)).toEqual([first]);
});

it('stand at the same places in a text from Windows, and stay calm in a broken one', () => {
  const hints = (text: string) => {
    const { checked, file } = read(text);
    return inlayHintsOf(checked, file, allHints);
  };
  expect(hints(county.replaceAll('\n', '\r\n'))).toEqual(hints(county));
  expect(hints('pathway p {\n  commissioner\n  stage {\n    cost £\n')).toEqual([]);
});
