import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concepts } from './concepts.ts';
import { exampleNames, filesOfExample } from './files.ts';

const table = readFileSync(new URL('../contract/concepts.md', import.meta.url), 'utf8');
const rows = [...table.matchAll(/^\| (.+?) \| .* \| \d{3} \| "/gm)].map(([, concept = '']) => concept);

const samples = exampleNames().flatMap((name) => filesOfExample(name).map(({ text }) => text));
const reference = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');

it('has words for each of the concepts and for no others', () => {
  expect(rows).toHaveLength(95);
  expect(Object.keys(concepts).toSorted()).toEqual(rows.toSorted());
});

describe.each(Object.entries(concepts))('%s', (_, [inExample, inReference = inExample]) => {
  it('is said in an example', () => {
    expect(samples.some((text) => text.includes(inExample))).toBe(true);
  });

  it('is in the reference', () => {
    expect(reference).toContain(inReference);
  });
});
