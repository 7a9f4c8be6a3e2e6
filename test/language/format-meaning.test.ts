import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../src/language/format/format.ts';
import { lineOrder } from '../../src/language/format/order.ts';
import { generated, pathwayText } from './format/generate.ts';
import { comments, formatted, meaning } from './format/meaning.ts';

const root = new URL('../../', import.meta.url);
const files = ['test/contract/samples/', 'examples/', 'language/library/'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .map((name) => `${folder}${name}`),
);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

/** Everything that the canonical form must keep. */
function expectKept(text: string): void {
  const result = formatted(text);
  expect(formatted(result)).toBe(result);
  expect(meaning(result)).toEqual(meaning(text));
  expect(comments(result)).toEqual(comments(text));
}

describe('formatting once more changes nothing, and no meaning or comment is ever lost', () => {
  it.each(files)('%s', (name) => expectKept(read(name)));

  it('in a thousand texts of any layout', () => {
    fc.assert(
      fc.property(pathwayText, (text) => expectKept(text)),
      { numRuns: 1000, seed: 20162 },
    );
  });

  it('the thousand texts have lines for every block', () => {
    expect(Object.keys(generated).toSorted()).toEqual(Object.keys(lineOrder).toSorted());
  });
});

describe('the examples', () => {
  it.each(files.filter((name) => name.startsWith('examples/')))('%s is in canonical form', (name) => {
    expect(formatted(read(name))).toBe(read(name));
  });
});

describe('a broken text', () => {
  it('is never changed', () => {
    const broken = fc
      .record({
        text: fc.constantFrom(...files.map(read)),
        at: fc.nat(),
        put: fc.constantFrom('{', '}', '"', ' , ', '5', 'x'),
      })
      .map(({ text, at, put }) => text.slice(0, at % text.length) + put + text.slice(at % text.length));
    fc.assert(
      fc.property(broken, (text) => {
        const result = formatText(text);
        if ('problem' in result) expect(Object.keys(result).toSorted()).toEqual(['character', 'line', 'problem']);
        else expectKept(text);
      }),
      { numRuns: 150, seed: 20163 },
    );
  });
});
