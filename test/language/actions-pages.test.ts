import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/language/actions/action.ts';
import { sharedServices } from '../../src/language/file-store.ts';
import { formatText } from '../../src/language/format/format.ts';
import { libraryTexts } from '../../src/language/library-texts.ts';
import { keywordsOf } from '../../src/language/tokens.ts';
import { elementsIn, ownDeclarations } from '../../src/model/walk.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { allRules } from '../../src/rules/registry.ts';
import { fixturesIn, splitFixture } from '../support/fixture.ts';
import { Desk } from './acting.ts';

const catalogue: readonly { readonly rule: string; readonly fix: string }[] = JSON.parse(
  readFileSync(new URL('../contract/rules.json', import.meta.url), 'utf8'),
);
const pages = new URL('../../language/rules/', import.meta.url);
const keywords = new Set(keywordsOf(sharedServices().Grammar));

/** Rules whose row in the catalogue has no fix, or one that only shows something. */
const withoutFix = new Set(
  catalogue.filter(({ fix }) => fix.startsWith('none') || fix === 'List them').map(({ rule }) => rule),
);

describe.each(allRules)('the bad example of $name', ({ name }) => {
  const page = readFileSync(new URL(`${name}.md`, pages), 'utf8');
  const text = /^## Bad\n[\s\S]*?^```pathway\n([\s\S]*?)^```$/m.exec(page)![1]!;

  const written = [text, ...Object.values(libraryTexts)].join('\n');

  for (const lineEnd of ['\n', '\r\n']) {
    const desk = new Desk([{ uri: 'file:///project/it.pathway', text: text.replaceAll('\n', lineEnd) }]);
    const finding = desk.checked.findings.find(({ rule }) => rule === name)!;
    const fixes = desk.actions(finding.place.line, finding.place.character).filter(({ kind }) => kind === 'quickfix');
    const own = fixes.filter(({ findings = [] }) => findings.some(({ rule }) => rule === name));
    const [livedWith, mended] = [own.filter(isLivedWith), own.filter((fix) => !isLivedWith(fix))];

    it('has a fix, where the catalogue has one', () => {
      expect(mended.length > 0).toBe(!withoutFix.has(name));
      expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    });

    it('can be accepted or its rule turned off, which comes last', () => {
      const expected = [`Accept with a reason… (${name})`, `Turn off for this project… (${name})`];
      expect(livedWith.map(({ title }) => title)).toEqual(name === 'invalid-acceptance' ? expected.slice(1) : expected);
      expect(fixes.slice(-livedWith.length)).toEqual(livedWith);
    });

    for (const fix of fixes) {
      it(`${fix.title}: leaves no new error, and makes nothing up`, () => {
        const after = desk.answered(fix);
        expect(after.problems('errors').filter((error) => !desk.problems('errors').includes(error))).toEqual([]);
        if (lineEnd === '\r\n') expect(after.text().replaceAll('\r\n', '')).not.toContain('\n');
        const known = (word: string): boolean =>
          keywords.has(word) || written.includes(word) || (isLivedWith(fix) && word === name);
        for (const word of inserted(fix)) expect(known(word), word).toBe(true);
      });

      it(`${fix.title}: leaves a text that is as well formed as before`, () => {
        for (const uri of fix.changes.keys())
          if (isCanonical(desk, uri)) expect(isCanonical(desk.answered(fix), uri)).toBe(true);
      });
    }

    for (const fix of own.filter(({ rename }) => !rename)) {
      it(`${fix.title}: answers the finding, or turns it into an open question or a gap with a name`, () => {
        const after = desk.answered(fix);
        const answered = openOf(after, name).length < openOf(desk, name).length;
        expect(answered || gapsOf(after) > gapsOf(desk)).toBe(true);
      });
    }
  }
});

/** What is done by somebody who lives with a finding, and does not answer it. */
function isLivedWith({ title }: Action): boolean {
  return /^(?:Accept with a reason|Turn off for this project)…/.test(title);
}

/** Whether the formatter has nothing to do; a text that is not there yet is well formed. */
function isCanonical(desk: Desk, uri: string): boolean {
  const text = desk.text(uri);
  const formatted = formatText(text);
  return 'text' in formatted && formatted.text === text;
}

/** The findings of a rule that nobody has accepted and that are no open questions. */
function openOf(desk: Desk, name: string): readonly Finding[] {
  return desk.checked.findings.filter(
    ({ rule, severity }) => rule === name && severity !== 'question' && severity !== 'accepted',
  );
}

/** How many gaps and risks are there by name and say something. */
function gapsOf(desk: Desk): number {
  return ownDeclarations(desk.checked.project)
    .flatMap((declaration) => [...elementsIn(declaration)])
    .filter(
      (element) => (element.kind === 'gap' || element.kind === 'risk') && element.name !== '' && element.text !== '',
    ).length;
}

/** The words that an action puts into the text; without comments, and words that are there to be written over. */
function inserted({ changes }: Action): readonly string[] {
  return [...changes.values()].flat().flatMap(({ text, holes }) => {
    const marked = holes.toSorted((a, b) => b.at - a.at);
    const kept = marked.reduce((rest, { at, length }) => rest.slice(0, at) + rest.slice(at + length), text);
    return kept.replaceAll(/^\s*#.*$/gm, '').match(/[^\s{}"]+/g) ?? [];
  });
}

/** Everything offered at any word of a text, once. */
function everything(desk: Desk, uri: string): readonly Action[] {
  const found = new Map<string, Action>();
  for (const [line, text] of desk.text(uri).split('\n').entries()) {
    for (const { index } of text.matchAll(/\S+/g))
      for (const action of desk.actions(line, index, uri)) found.set(`${line} ${action.title}`, action);
  }
  return [...found.values()];
}

describe('wherever something is offered, it leaves no new error', () => {
  const folder = new URL('../rules/fixtures/', import.meta.url);
  const register = readFileSync(new URL('register.pathway', folder), 'utf8');
  const rules = readdirSync(folder).filter((name) => !name.includes('.'));
  const samples = new URL('../contract/samples/', import.meta.url);
  const sample = readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .map((name) => ({ uri: `file:///project/${name}`, text: readFileSync(new URL(name, samples), 'utf8') }));
  const texts = [
    ...rules.flatMap((rule) =>
      fixturesIn(new URL(`${rule}/`, folder)).map(({ name, text }) => ({
        name: `${rule}/${name}`,
        files: [...splitFixture(text), { uri: 'file:///project/register.pathway', text: register }],
      })),
    ),
    ...sample.map(({ uri }) => ({
      name: uri,
      files: [...sample.filter((one) => one.uri === uri), ...sample.filter((one) => one.uri !== uri)],
    })),
  ];
  it.each(texts)('$name', ({ files }) => {
    const desk = new Desk(files);
    const before = desk.problems('errors').map(withoutPlaces);
    for (const action of everything(desk, files[0]!.uri)) {
      const after = desk.answered(action).problems('errors').map(withoutPlaces);
      expect(
        after.filter((error) => !before.includes(error)),
        action.title,
      ).toEqual([]);
    }
  });
});

describe('while a brace is missing', () => {
  const text = 'pathway p {\n  stage a {\n    leaves\n\n  stage b {\n    gap g "x" {\n    wait unknown\n  }\n}\n';
  const desk = new Desk([{ uri: 'file:///project/it.pathway', text }]);

  it('nothing is offered that makes it worse', () => {
    const actions = everything(desk, 'file:///project/it.pathway');
    expect(actions.length).toBeGreaterThan(5);
    const errors = desk.problems('errors').length;
    for (const action of actions)
      expect(desk.answered(action).problems('errors').length, action.title).toBeLessThanOrEqual(errors);
  });
});

/** A message without the places that it names, which an action may move. */
function withoutPlaces(message: string): string {
  return message.replace(/ in \S+, line \d+/g, '');
}
