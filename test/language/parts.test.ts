import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPathwayFile, sharedServices } from '../../src/language/file-store.ts';
import { parse } from '../../src/language/parser.ts';
import { partsOf } from '../../src/language/parts.ts';

const examples = new URL('../../examples/', import.meta.url);
const texts = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pathway'))
  .map((name) => readFileSync(new URL(name, examples), 'utf8'));
const whole = texts.join('\n');
const uri = 'file:///it.pathway';

const kinds = (text: string): readonly string[] =>
  parse(sharedServices(), text).tree.declarations.map(({ $type }) => $type);

describe('the parts of a text', () => {
  it('are the text, and hold the declarations of the whole', () => {
    const parts = partsOf(whole);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.map(({ text }) => text).join('')).toBe(whole);
    for (const { text, line } of parts) expect(whole.split('\n').slice(line).join('\n').startsWith(text)).toBe(true);
    expect(parts.flatMap(({ text }) => kinds(text))).toEqual(kinds(whole));
  });

  it('are one where braces do not match', () => {
    expect(partsOf(`${whole}\npathway x {\n`)).toHaveLength(1);
    expect(partsOf(`}\n${whole}`)).toHaveLength(1);
  });

  it('are not cut inside a text between quotes, a comment or a block', () => {
    const long = '  x\n'.repeat(60);
    for (const before of [`source a """\n${long}`, `pathway a {\n${long}`])
      expect(partsOf(`${before}pathway b "B"\n${before.startsWith('source') ? '"""' : '}'}\n`)).toHaveLength(1);
    expect(partsOf(`# it's "so {\n${long}pathway b "B"\n`)).toHaveLength(2);
    expect(partsOf(`source a "never closed {\n${long}}\npathway b "B"\n`)).toHaveLength(2);
  });
});

describe('a file that is read again after an edit', () => {
  it('is as one that is read for the first time, whatever the edit', () => {
    const words = ['', '"', '{', '}', '\n', '"""', '#', 'pathway x ', 'stage y {', 'sourc', '  ', '“'];
    fc.assert(
      fc.property(fc.nat(), fc.nat(30), fc.constantFrom(...words), fc.boolean(), (at, length, put, twice) => {
        const edit = (text: string): string => {
          const from = at % text.length;
          return text.slice(0, from) + put + text.slice(from + length);
        };
        const first = readPathwayFile(uri, whole);
        const second = readPathwayFile(uri, edit(whole), false, first);
        const last = twice ? readPathwayFile(uri, edit(second.text), false, second) : second;
        expect(last).toEqual(readPathwayFile(uri, last.text));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what the edit did not touch', () => {
    const first = readPathwayFile(uri, whole);
    const second = readPathwayFile(uri, whole.replace('project ', 'project  '), false, first);
    const kept = second.parts.filter((part) => first.parts.includes(part));
    expect(kept.length).toBe(second.parts.length - 1);
  });
});
