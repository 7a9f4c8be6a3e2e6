import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { holds } from '../../src/model/place.ts';
import { allRules } from '../../src/rules/registry.ts';
import { findingsOf } from '../support/fixture.ts';

const pages = new URL('../../language/rules/', import.meta.url);

describe.each(allRules)('the page of $name', ({ name }) => {
  const page = readFileSync(new URL(`${name}.md`, pages), 'utf8');
  const sections = page.split(/^## /m).slice(1);

  it('has its sections in order', () => {
    const titles = sections.map((section) => section.slice(0, section.indexOf('\n')));
    expect(titles).toEqual(['Why', 'Bad', 'Good', 'How to fix', 'How to accept it']);
  });

  it('has a bad example that shows this rule and no other', () => {
    const findings = check(example(sections[1]!));
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([name]));
    expect(findings.map((finding) => finding.severity)).not.toContain('question');
  });

  it('has a good example in which nothing is found', () => {
    expect(check(example(sections[2]!))).toEqual([]);
  });

  it('says how to accept it in a way that works in the bad example', () => {
    const accepted = check(accepting(example(sections[1]!), example(sections[4]!)));
    expect(new Set(accepted.map((finding) => `${finding.severity} ${finding.rule}`))).toEqual(
      new Set([`accepted ${name}`]),
    );
  });
});

const uri = 'file:///example.pathway';

function check(text: string) {
  return findingsOf([{ uri, text }]);
}

/** The example with a line at the end of each block at its top in which something is found. */
function accepting(text: string, line: string): string {
  const lines = text.split('\n');
  const found = check(text).map(({ place }) => place);
  const declared = loadProject([{ uri, text }]).project.files.find(({ file }) => file === uri)!.declarations;
  for (const { place } of declared.toReversed()) {
    if (!found.some(({ line: at, character }) => holds(place, at, character))) continue;
    const last = lines[place.endLine]!;
    const end = place.endCharacter;
    lines[place.endLine] =
      last[end - 1] === '}'
        ? `${last.slice(0, end - 1)}  ${line}${last.slice(end - 1)}`
        : `${last.slice(0, end)} {\n  ${line}}${last.slice(end)}`;
  }
  return lines.join('\n');
}

/** The text between the fences of the section's example. */
function example(section: string): string {
  const text = /^```pathway\n([\s\S]*?)^```$/m.exec(section)?.[1];
  if (text === undefined) throw new Error(`The section has no example:\n${section}`);
  return text;
}
