import { expect, test } from 'vitest';
import { choosePathway } from '../../src/extension/preview/choose.ts';
import { entry } from './entries.ts';

const north = entry('file:///region', 'north', 'file:///region/north.pathway');
const norther = entry('file:///region', 'norther', 'file:///region/north.pathway');
const south = entry('file:///region', 'south', 'file:///region/south.pathway');
const inner = entry('file:///region/inner', 'own', 'file:///region/inner/own.pathway');
const all = [north, norther, south, inner];

test('the pathway at the caret comes first', () => {
  const wish = { atCaret: 'file:///region#norther', selected: 'file:///region#south', file: south.file };
  expect(choosePathway(all, wish)).toBe('file:///region#norther');
});

test('outside of pathways the shown one stays while it belongs to the file', () => {
  expect(choosePathway(all, { selected: 'file:///region#norther', file: north.file })).toBe('file:///region#norther');
});

test('another file that has pathways shows its first', () => {
  expect(choosePathway(all, { selected: 'file:///region#south', file: north.file })).toBe('file:///region#north');
});

test('a file without pathways leaves the shown one', () => {
  const file = 'file:///region/registry.pathway';
  expect(choosePathway(all, { selected: 'file:///region#south', file })).toBe('file:///region#south');
});

test('with nothing shown, the innermost project of the file gives its first', () => {
  expect(choosePathway(all, { file: 'file:///region/registry.pathway' })).toBe('file:///region#north');
  expect(choosePathway(all, { file: 'file:///region/inner/registry.pathway' })).toBe('file:///region/inner#own');
});

test('what is gone is not chosen', () => {
  expect(choosePathway(all, { selected: 'file:///region#gone', atCaret: 'file:///region#gone-too' })).toBe(
    'file:///region#north',
  );
  expect(choosePathway([], { selected: 'file:///region#north' })).toBeUndefined();
});

test('nobody is led to the region or to a specification, unless the caret is in one', () => {
  const file = 'file:///region/project.pathway';
  const region = { ...entry('file:///region', 'region', file), kind: 'region' as const };
  const standard = { ...entry('file:///region', 'standard', file), kind: 'specification' as const };
  const entries = [region, standard, ...all];
  expect(choosePathway(entries, { file: north.file })).toBe('file:///region#north');
  expect(choosePathway(entries, { file })).toBe('file:///region#north');
  expect(choosePathway(entries, { file, selected: 'file:///region#south' })).toBe('file:///region#south');
  expect(choosePathway(entries, { file, selected: 'file:///region#region' })).toBe('file:///region#region');
  expect(choosePathway(entries, { file, atCaret: 'file:///region#standard' })).toBe('file:///region#standard');
  expect(choosePathway([standard], {})).toBe('file:///region#standard');
});
