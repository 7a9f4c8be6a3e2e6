import { expect, it } from 'vitest';
import { encode, semanticTokensOf } from '../../../src/language/features/semantic-tokens.ts';
import { county, read } from './reading.ts';

const colours = (text: string): string[] => {
  const { checked, file } = read(text);
  const lines = text.split('\n');
  return semanticTokensOf(checked, file).map(({ line, character, length, type, modifiers }) =>
    [lines[line]!.slice(character, character + length), type, ...modifiers].join(' '),
  );
};

it('names are coloured by what they stand for', () => {
  expect(colours(county)).toEqual(
    expect.arrayContaining([
      'county namespace declaration',
      'missing-cost decorator',
      'icb type declaration',
      'north-hj class declaration',
      'intake function declaration',
      'intake function',
      'step event declaration',
      'oversight struct',
      'standard-offer interface',
      'north enum',
      'form variable',
      'drop-in enumMember',
    ]),
  );
});

it('what is unknown, what there is none of and what does not apply differ', () => {
  const text =
    'pathway p {\n  owner unknown\n  stage a {\n    cost none\n    level not-applicable because "x"\n  }\n}\n';
  expect(colours(text)).toEqual([
    'p class declaration',
    'unknown absenceUnknown',
    'a function declaration',
    'none absenceNone',
    'not-applicable absenceNotApplicable',
  ]);
});

it('retired bodies and terms are marked, and so are built-in terms', () => {
  expect(colours(county)).toEqual(
    expect.arrayContaining([
      'old type declaration deprecated',
      'old type deprecated',
      'ccg enumMember deprecated defaultLibrary',
    ]),
  );
});

it('a keyword that is a name is coloured as one, known or not', () => {
  const text = 'pathway cost {\n  stage review {\n    activity 10 referral for 2025\n    provider agreement\n  }\n}\n';
  expect(colours(text)).toEqual([
    'cost class declaration',
    'review function declaration',
    'referral variable',
    'agreement variable',
  ]);
});

it('words in texts and comments are left alone, also in a broken text and one from Windows', () => {
  const text = '# unknown\r\npathway p {\r\n  note "none\r\n  owner\r\n  stage a {\r\n    cost unknown\r\n';
  expect(colours(text)).toEqual(['p class declaration', 'a function declaration', 'unknown absenceUnknown']);
});

it('a part of the text has its own colours only, and each place is told from the one before', () => {
  const { checked, file } = read('pathway p {\n  stage a\n  stage b\n  transition from a to b\n}\n');
  const all = semanticTokensOf(checked, file);
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  expect(semanticTokensOf(checked, file, range)).toEqual(all.slice(2));
  expect(encode(all).slice(0, 10)).toEqual([0, 8, 1, 1, 1, 1, 8, 1, 3, 1]);
  expect(encode(all).slice(-5)).toEqual([0, 5, 1, 3, 0]);
});
