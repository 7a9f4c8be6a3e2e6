import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedServices } from '../../src/language/file-store.ts';
import { loadProject } from '../../src/language/load.ts';
import { keywordsOf } from '../../src/language/tokens.ts';
import { findingsOf } from '../support/fixture.ts';
import { type Example, examplesOf } from './page.ts';

/** The blocks that parts of the reference stand in. The stages and names in them are those the page speaks of. */
const around: Readonly<Record<string, readonly [before: string, after: string]>> = {
  pathway: [
    'pathway around realises county-standard in north-county {\nstage intake\nstage support\nstage home\naction first-step\ntransition through-the-gate from home to support\n',
    '\n}',
  ],
  stage: ['pathway around realises county-standard in north-county {\nstage here {\n', '\n}\n}'],
  transition: ['pathway around {\nstage intake\nstage support\ntransition here from intake to support {\n', '\n}\n}'],
  project: ['project around {\n', '\n}'],
  view: ['view around of example-hj {\n', '\n}'],
  action: ['pathway around {\naction here {\n', '\n}\n}'],
};

const reference = examplesOf('docs/language.md');
const whole = reference.filter(({ inside }) => inside === undefined);
const parts = reference.filter(({ inside }) => inside !== undefined);
const world = whole.map(({ line, text }) => ({ uri: `file:///page/${line}.pathway`, text }));

describe('the reference', () => {
  it('has whole examples, which are one project without a mistake', () => {
    expect(whole.length).toBeGreaterThan(10);
    expect(mistakes(findingsOf(world))).toEqual([]);
  });

  it('has examples of parts', () => {
    expect(parts.length).toBeGreaterThan(20);
  });

  it.each(parts)('line $line: what may stand in: $inside', (part) => {
    expect(
      mistakes(loadProject([...world, { uri: 'file:///page/part.pathway', text: wrapped(part) }]).findings),
    ).toEqual([]);
  });

  it('has every keyword of the language in an example', () => {
    const words = new Set(reference.flatMap(({ text }) => wordsOf(text)));
    const absent = keywordsOf(sharedServices().Grammar).filter((word) => /^[a-z]/.test(word) && !words.has(word));
    expect(absent).toEqual([]);
  });

  it('names every built-in term', () => {
    const library = readFileSync(new URL('../../language/library/england.pathway', import.meta.url), 'utf8');
    const page = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
    const terms = page.slice(page.indexOf('## Built-in terms'));
    const names = [
      ...library.matchAll(/^ {2}(?:kind|setting|level|movement|basis|domain|cohort|data) ([\w-]+)/gm),
    ].flatMap(([, name = '']) => (/^nhs-\d$/.test(name) ? [] : [name]));
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !terms.includes(`\`${name}\``))).toEqual([]);
  });
});

describe.each(['README.md', 'docs/getting-started.md'])('%s', (page) => {
  const examples = examplesOf(page);

  it('has an example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('line $line: an example without a mistake', ({ text }) => {
    expect(mistakes(findingsOf([{ uri: 'file:///page/example.pathway', text }]))).toEqual([]);
  });
});

function wrapped({ inside = '', text }: Example): string {
  const [before, after] = around[inside] ?? [];
  if (before === undefined) throw new Error(`The reference has an example in a block that nobody knows: ${inside}`);
  return `${before}${text}${after}`;
}

function mistakes(findings: ReturnType<typeof findingsOf>): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message, place }) => `${place.file}:${place.line + 1} ${message}`);
}

/** The words outside of texts and comments. */
function wordsOf(text: string): readonly string[] {
  return text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*$/gm, ' ').match(/[a-z][a-z-]*/g) ?? [];
}
