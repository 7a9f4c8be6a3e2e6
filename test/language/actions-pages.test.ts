import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/language/actions/action.ts';
import { sharedServices } from '../../src/language/file-store.ts';
import { keywordsOf } from '../../src/language/tokens.ts';
import { allRules } from '../../src/rules/registry.ts';
import { fixturesIn, splitFixture } from '../support/fixture.ts';
import { Desk } from './acting.ts';

const pages = new URL('../../language/rules/', import.meta.url);
const keywords = new Set(keywordsOf(sharedServices().Grammar));

describe.each(allRules)('the bad example of $name', ({ name }) => {
  const page = readFileSync(new URL(`${name}.md`, pages), 'utf8');
  const text = /^## Bad\n[\s\S]*?^```pathway\n([\s\S]*?)^```$/m.exec(page)![1]!;

  for (const lineEnd of ['\n', '\r\n']) {
    const desk = new Desk([{ uri: 'file:///project/it.pathway', text: text.replaceAll('\n', lineEnd) }]);
    const finding = desk.checked.findings.find(({ rule }) => rule === name)!;
    const fixes = desk.actions(finding.place.line, finding.place.character).filter(({ kind }) => kind === 'quickfix');

    it('has a fix', () => {
      expect(fixes.length).toBeGreaterThan(0);
      expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    });

    for (const fix of fixes) {
      it(`${fix.title}: leaves no new error, and makes nothing up`, () => {
        const after = desk.after(fix);
        expect(after.problems('errors').filter((error) => !desk.problems('errors').includes(error))).toEqual([]);
        if (lineEnd === '\r\n') expect(after.text().replaceAll('\r\n', '')).not.toContain('\n');
        for (const word of inserted(fix)) expect(keywords.has(word) || text.includes(word), word).toBe(true);
      });
    }
  }
});

/** The words that an action puts into the text. */
function inserted({ changes }: Action): readonly string[] {
  return [...changes.values()].flat().flatMap((change) => change.text.match(/[^\s{}"]+/g) ?? []);
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
      const after = desk.after(action).problems('errors').map(withoutPlaces);
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
      expect(desk.after(action).problems('errors').length, action.title).toBeLessThanOrEqual(errors);
  });
});

/** A message without the places that it names, which an action may move. */
function withoutPlaces(message: string): string {
  return message.replace(/ in \S+, line \d+/g, '');
}
