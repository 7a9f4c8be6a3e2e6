import { expect, it } from 'vitest';
import { codeLensesOf } from '../../../src/language/features/code-lens.ts';
import { county, numberFound, read } from './reading.ts';

const commands = { openPreview: 'preview', problems: 'problems', showReferences: 'references' };

const lenses = (text: string) => {
  const { checked, file } = read(text);
  const lines = text.split('\n');
  return codeLensesOf(checked, file, commands).map(({ range, command }) => ({
    line: lines[range.start.line]!.trim(),
    title: command!.title,
    command: command!.command,
    places: ((command!.arguments?.[2] ?? []) as { range: typeof range }[]).map(({ range }) =>
      lines[range.start.line]!.trim(),
    ),
  }));
};
const above = (line: string): string[] =>
  lenses(county)
    .filter((lens) => lens.line.startsWith(line))
    .map(({ title }) => title);

it('a pathway: its preview, what was found, and how much of its specification it has', () => {
  const { checked } = read(county);
  const warnings = numberFound(checked, 'north-hj', 'warning');
  const notes = numberFound(checked, 'north-hj', 'info');
  expect(above('pathway north-hj')).toEqual([
    'Open preview',
    `${warnings} warnings, ${notes} notes, 1 open question, 1 accepted`,
    '2 of 3 required stages, 1 omitted',
  ]);
});

it('a stage: what leads to it and away from it, also from other pathways, and who uses it', () => {
  expect(above('stage intake')).toEqual(['0 in', '2 out']);
  expect(above('stage crisis')).toEqual(['1 in', '0 out', 'used by 1 pathway']);
});

it('an organisation: what it provides and commissions', () => {
  expect(above('organisation trust')).toEqual(['provides 1 stage']);
  expect(above('organisation icb')).toEqual(['commissions 1 stage']);
});

it('what is counted is shown', () => {
  const found = lenses(county).filter(({ command }) => command === 'references');
  expect(found.find(({ title }) => title === '2 out')?.places).toEqual([
    'transition step from intake to support "Step up" {',
    'transition from intake to crisis of south-hj',
  ]);
  expect(found.find(({ title }) => title === 'used by 1 pathway')?.places).toEqual([
    'uses stage crisis of south-hj as crisis-suite',
  ]);
  expect(found.every(({ places }) => places.length > 0)).toBe(true);
});

it('a text that is broken, or from Windows', () => {
  expect(lenses('pathway {\n  stage\n')).toEqual([]);
  expect(lenses(county.replaceAll('\n', '\r\n'))).toEqual(lenses(county));
  expect(lenses('pathway p {\n  stage a {\n    provider\n').map(({ title }) => title)).toContain('0 in');
});
