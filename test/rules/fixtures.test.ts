import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/rules/finding.ts';
import { allRules } from '../../src/rules/registry.ts';
import { findingsOf, fixturesIn, markFixture, splitFixture } from '../support/fixture.ts';

const folder = new URL('./fixtures/', import.meta.url);

/** Organisations, boards and the like that all fixtures may speak of, so that each shows only what it is about. */
const register = { uri: 'file:///register.pathway', text: readFileSync(new URL('register.pathway', folder), 'utf8') };

const check = (text: string) => findingsOf([...splitFixture(text), register]);

/** No fixture uses all the information that the register declares, and the register by itself uses none. */
const isOfRegister = ({ rule, place }: Finding) => place.file === register.uri && rule !== 'unused-information';

it('has a folder of fixtures for each rule and for no other', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).toSorted()).toEqual(allRules.map((rule) => rule.name).toSorted());
});

describe.each(allRules)('$name', ({ name }) => {
  const own = new URL(`${name}/`, folder);
  const fixtures = existsSync(own) ? fixturesIn(own) : [];

  it.each(fixtures)('$name: every finding is marked, and nothing else is found', ({ name: file, text }) => {
    const findings = check(text);
    const marked = markFixture(text, findings);
    // With UPDATE_FIXTURES the marks are written anew, to be read through before they are kept.
    if (process.env['UPDATE_FIXTURES']) writeFileSync(new URL(file, own), marked);
    expect(marked).toBe(text);
    expect(findings.filter(isOfRegister)).toEqual(findingsOf([register]));
  });

  it('has a fixture that it speaks of and one that is in order', () => {
    const spoken = fixtures.map(({ text }) => check(text).some((finding) => finding.rule === name));
    expect(spoken).toContain(true);
    expect(spoken).toContain(false);
  });
});
