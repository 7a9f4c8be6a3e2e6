import { expect, it } from 'vitest';
import type { Finding } from '../../src/rules/finding.ts';
import { findingsOf, markFixture, splitFixture } from '../support/fixture.ts';

const place = (line: number, character: number, endLine: number, endCharacter: number, file = 'fixture.pathway') => ({
  file: `file:///project/${file}`,
  line,
  character,
  endLine,
  endCharacter,
});

const finding = (at: Finding['place'], message: string): Finding => ({
  rule: 'some-rule',
  severity: 'warning',
  message,
  place: at,
  facts: [],
});

it('marks where findings stand, in the first column and over the end of a line too', () => {
  const findings = [
    finding(place(1, 8, 1, 12), 'Under a name.'),
    finding(place(0, 0, 0, 7), 'In the first column.'),
    finding(place(1, 2, 2, 3), 'Over the end.'),
  ];
  expect(markFixture('pathway a {\n  stage name {\n  }\n}\n', findings)).toBe(
    [
      'pathway a {',
      '#^^^^^^^ warning some-rule: In the first column.',
      '  stage name {',
      '#       ^^^^ warning some-rule: Under a name.',
      '# ^^^^^^^^^^^^… warning some-rule: Over the end.',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
});

it('takes away marks that no finding stands for, and keeps other comments', () => {
  const text = '# A comment.\npathway a\n#       ^ info some-rule: Gone.\n#- b.pathway\npathway b\n';
  expect(markFixture(text, [])).toBe('# A comment.\npathway a\n#- b.pathway\npathway b\n');
});

it('splits a fixture into files, each with its own lines', () => {
  const text = 'pathway a\n#- b.pathway\npathway b\n';
  expect(splitFixture(text)).toEqual([
    { uri: 'file:///project/fixture.pathway', text: 'pathway a\n' },
    { uri: 'file:///project/b.pathway', text: 'pathway b\n' },
  ]);
  expect(splitFixture('#- b.pathway\npathway b\n').map((file) => file.uri)).toEqual(['file:///project/b.pathway']);
  const found = [finding(place(0, 8, 0, 9, 'b.pathway'), 'Here.')];
  expect(markFixture(text, found)).toBe(`${text}#       ^ warning some-rule: Here.\n`);
});

it('shows what the parser and the linker say as well', () => {
  const text = 'pathway a {\n  provider nobody\n  stage\n}\n';
  const rules = findingsOf(splitFixture(text)).map((one) => one.rule);
  expect(rules).toEqual(expect.arrayContaining(['unknown-name', 'syntax-error']));
});
