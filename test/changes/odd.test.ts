import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparisonOf, exampleTexts, type Texts } from './sides.ts';

const samples = new URL('../contract/samples/', import.meta.url);
const sampleTexts: Texts = new Map(
  readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .toSorted()
    .map((name) => [`file:///project/${name}`, readFileSync(new URL(name, samples), 'utf8')]),
);
const all: readonly (readonly [string, Texts])[] = [
  ['the fictional county', exampleTexts('fictional-county')],
  ['the West Midlands', exampleTexts('west-midlands')],
  ['the samples', sampleTexts],
];

/** What may become of every line of a text at once when something goes badly wrong. */
const damages: readonly (readonly [string, (line: string) => string])[] = [
  ['the last word of each line is lost', (line) => line.replace(/\S+\s*$/, '')],
  ['the second word of each line is lost', (line) => line.replace(/^(\s*\S+) \S+/, '$1')],
  ['each line stands there twice', (line) => `${line}\n${line}`],
  ['figures are no figures', (line) => line.replace(/\d[\d,.]*/g, 'x')],
  ['texts have lost their quotes', (line) => line.replaceAll('"', '')],
  ['names stand for nothing', (line) => line.replace(/^(\s*\S+) ([a-z][\w-]*)/, '$1 $2-lost')],
];

function sound(before: Texts | string, after: Texts | string): void {
  const { changes, consequences } = comparisonOf(before, after);
  expect(changes.length).toBeGreaterThan(0);
  for (const { sentence } of [...changes, ...consequences]) {
    expect(sentence).toMatch(/\w.*\S[.?]$/);
    expect(sentence).not.toMatch(/\bundefined\b|\[object|\bNaN\b|\w \.$/);
  }
}

describe.each(all)('%s can be compared', (_, texts) => {
  it('with nothing, either way', () => {
    sound(texts, '');
    sound('', texts);
  });

  it.each(damages)('with what is left of it where %s', (_damage, spoil) => {
    const spoilt: Texts = new Map([...texts].map(([uri, text]) => [uri, text.split('\n').map(spoil).join('\n')]));
    sound(texts, spoilt);
    sound(spoilt, texts);
  });
});

it('what a footprint lies within is a name, and no time within which something is to happen', () => {
  const text = (within: string): string => `footprint a\nfootprint b "B"\nfootprint x "X" within ${within}\n`;
  const { changes } = comparisonOf(text('a'), text('b'));
  expect(changes.map(({ sentence }) => sentence)).toEqual(["Footprint 'X': within was a, is now B."]);
});
