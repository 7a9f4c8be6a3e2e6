import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { runRules } from '../../src/rules/engine.ts';

const samples = new URL('../contract/samples/', import.meta.url);
const texts = ['registry.pathway', 'footprints/black-country.pathway', 'coverage-fictional.pathway'].map((name) =>
  readFileSync(new URL(name, samples), 'utf8'),
);
const words = [
  '{',
  '}',
  '"',
  '"""',
  '#',
  '\n',
  'stage',
  'pathway',
  'unknown',
  'provider',
  '£1k',
  '2014/15',
  '5',
  'é',
  '\u0000',
  ',',
];

/** A text with some of its characters taken out and others put in, as one leaves it while editing. */
const edited = fc
  .record({
    text: fc.constantFrom(...texts),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        out: fc.nat(40),
        put: fc.constantFrom(...words, ''),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((now, { at, out, put }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + put + now.slice(start + out);
    }, text),
  );

describe('whatever the text', () => {
  it('reading and checking it never fails, every place lies in the text, and no rule breaks', () => {
    fc.assert(
      fc.property(edited, (text) => {
        const lines = text.split('\n');
        const { project, findings } = loadProject([{ uri: 'file:///p/x.pathway', text }]);
        for (const { place, rule, message } of [...findings, ...runRules(project, { asOf: '2016-06-30' })]) {
          expect(rule).not.toBe('rule-failed');
          expect(message).not.toMatch(/EOF|undefined|NaN|token|AST/);
          expect(place.line).toBeGreaterThanOrEqual(0);
          expect(place.endLine).toBeLessThan(lines.length);
          expect(place.character).toBeLessThanOrEqual(lines[place.line]!.length);
          expect(place.endCharacter).toBeLessThanOrEqual(lines[place.endLine]!.length);
        }
      }),
      { numRuns: 400, seed: 20161 },
    );
  });
});
