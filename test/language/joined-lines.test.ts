import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPathwayFile, sharedServices } from '../../src/language/file-store.ts';

const texts = ['../contract/samples/', '../../examples/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return (readdirSync(url, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.pathway'))
    .map((name) => readFileSync(new URL(name, url), 'utf8'));
});

/** Joined lines with what they say where they begin. */
const places = /^(?:place|namePlace)$|Place$/;
const said = (text: string): string =>
  JSON.stringify(readPathwayFile('file:///p.pathway', text).reading.model, (key, value) =>
    places.test(key) ? undefined : value,
  );

/** Two lines on one, or one on two: line breaks mean nothing but where a word could be a name. */
const laidOut = fc
  .record({
    text: fc.constantFrom(...texts.filter((text) => text.length < 12_000)),
    joins: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ text, joins }) => {
    const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
    for (const join of joins) {
      const at = Math.floor(join * (lines.length - 1));
      const [line, next] = [lines[at]!, lines[at + 1]];
      if (next !== undefined && !/#|"""/.test(line)) lines.splice(at, 2, `${line} ${next.trim()}`);
    }
    return { lines: text, joined: lines.join('\n') };
  });

it('statements that stand on one line are no slip, and say what they say on lines of their own', () => {
  let valid = 0;
  fc.assert(
    fc.property(laidOut, ({ lines, joined }) => {
      const { parserErrors, lexerErrors } = sharedServices().parser.LangiumParser.parse(joined);
      if (parserErrors.length > 0 || lexerErrors.length > 0) return;
      valid++;
      expect(readPathwayFile('file:///p.pathway', joined).problems).toEqual([]);
      if (!/\brequire information\b/.test(joined)) expect(said(joined)).toBe(said(lines));
    }),
    { numRuns: 60 },
  );
  expect(valid).toBeGreaterThan(20);
});

it.each([
  'pathway p "P" {\n  stage review stage referral "Referral"\n  transition from review to referral {\n    agreement sharing criteria "Everyone"\n  }\n}',
  'pathway p "P" {\n  stage a stage b\n}',
  'system a system b "B"',
  'organisation a1 organisation b1 "B"',
  'pathway p {\n  gap g "G" {\n    action do-it note "hello"\n  }\n}',
  'pathway p {\n  transition from a to b {\n    agreement sharing note "x"\n  }\n}',
  'pathway p {\n  transition from a to b {\n    agreement sharing confidence high criteria "x"\n  }\n}',
  'agreement a "A" {\n  governance\n  board oversight note "x"\n}',
  'scenario s "S" {\n  in\n    stage a set purpose "New"\n}',
])('%s is valid', (text) => {
  expect(readPathwayFile('file:///p.pathway', text).problems).toEqual([]);
});
