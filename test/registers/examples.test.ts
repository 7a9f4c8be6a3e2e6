import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { called, exampleOf, registersIn, textsOf } from './given.ts';

/**
 * What the texts say, counted line by line without any of our own reading: comments and texts in quotes are taken out,
 * and what is left of a line begins with its keyword.
 */
function linesOf(example: string): readonly string[] {
  return textsOf(example)
    .filter(({ uri }) => !/scenarios|views/.test(uri))
    .flatMap(({ text }) => text.replace(/"""[\s\S]*?"""/g, '""').split('\n'))
    .map((line) =>
      line
        .replace(/"[^"]*"/g, '""')
        .replace(/#.*$/, '')
        .trim(),
    );
}

const count = (lines: readonly string[], pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;

describe.each(['fictional-county', 'west-midlands'])('%s', (example) => {
  const registers = exampleOf(example);
  const lines = linesOf(example);
  const rows = (name: string): number => called(registers, name).rows.length;

  it.each([
    ['stages', /^stage /],
    ['organisations', /^organisation /],
    ['boards', /^board (?!.*;)[\w-]+ "" ?\{?$/],
    ['agreements', /^agreement [\w-]+ "" is /],
    ['handovers', /^transition /],
    ['risks', /^risk /],
    ['needs', /^(need|challenge) /],
    ['good-practice', /^strength /],
    ['actions', /^(action|milestone) [\w-]+ ""/],
    ['open-questions', /^[a-z-]+ unknown\b/],
    ['chase-list', /^[a-z-]+ unknown (ask|by) /],
  ])('%s has a row for each that the text holds', (name, pattern) => {
    expect(rows(name)).toBe(count(lines, pattern));
    expect(rows(name)).toBeGreaterThan(0);
  });

  it('has a gap for each that is raised, and tells each fact that is confirmed to be absent once', () => {
    const gaps = called(registers, 'gaps').rows;
    const alone = gaps.filter(({ cells }) => cells['kind']?.text === 'Confirmed absent');
    const inside = gaps.flatMap(({ cells }) => cells['absent']?.items ?? []);
    expect(gaps.length - alone.length).toBe(count(lines, /^gap /));
    expect(alone.length + inside.length).toBe(count(lines, /^[a-z-]+ none\b/));
  });

  it('says each line that sends something, also one that says what is not known of it', () => {
    expect(rows('information-flows')).toBe(count(lines, /^send /));
  });

  it('has a row for each source, and counts the facts that name it', () => {
    const sources = called(registers, 'sources');
    const declared = sources.rows.filter(({ cells }) => cells['source']?.state === undefined);
    expect(declared.length).toBe(count(lines, /^source [\w-]+ "" \{/));
    for (const { cells } of sources.rows) {
      const parts = ['high', 'medium', 'low', 'unsaid'].map((key) => cells[key]?.amount ?? 0);
      expect(parts.reduce((sum, part) => sum + part)).toBe(cells['facts']?.amount);
    }
  });

  it('has an indicator for each that the text holds', () => {
    const measured = called(registers, 'outcomes').rows.filter(({ cells }) => cells['indicator']?.state === undefined);
    expect(measured.length).toBe(count(lines, /^indicator /));
  });

  it('has a column for whatever a row holds, and a place in the text for each row', () => {
    expect(new Set(registers.map(({ name }) => name)).size).toBe(registers.length);
    for (const { columns, rows: all } of registers) {
      const keys = new Set(columns.map(({ key }) => key));
      expect(keys.size).toBe(columns.length);
      for (const row of all) {
        expect(row.place.file).toContain(`file:///${example}/`);
        expect(columns.some(({ key }) => (row.cells[key]?.text ?? '') !== '')).toBe(true);
      }
    }
  });

  it('makes the same of the same texts', () => {
    expect(exampleOf(example)).toEqual(registers);
  });
});

it('every register has rows in one of the examples', () => {
  const all = [...exampleOf('fictional-county'), ...exampleOf('west-midlands')];
  const filled = new Set(all.filter(({ rows }) => rows.length > 0).map(({ name }) => name));
  const empty = all.filter(({ name }) => !filled.has(name)).map(({ name }) => name);
  // One specification of the documents names no stage.
  expect(empty).toEqual(['coverage-opd-core']);
});

it('the page about registers has each of them, with what it is for', () => {
  const page = readFileSync(new URL('../../docs/registers.md', import.meta.url), 'utf8');
  for (const { title, about } of registersIn('')) expect(page).toContain(`| ${title} | ${about}`);
});
