import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const file = resolve(import.meta.dirname, '../../language-configuration.json');
const configuration = JSON.parse(readFileSync(file, 'utf8'));

test('names, amounts and periods are words', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = (text: string) => [...text.matchAll(new RegExp(pattern, `${flags}g`))].map(([word]) => word);
  expect(words('level tier-3-plus setting sarc')).toEqual(['level', 'tier-3-plus', 'setting', 'sarc']);
  expect(words('stage bröderna_æ-2 "São Tomé"')).toEqual(['stage', 'bröderna_æ-2', 'São', 'Tomé']);
  expect(words('cost £1.2m activity 1,200')).toEqual(['cost', '£1.2m', 'activity', '1,200']);
  expect(words('provider riverside-')).toEqual(['provider', 'riverside-']);
});

describe('Enter', () => {
  const indents = new RegExp(configuration.indentationRules.increaseIndentPattern);

  test.each(['pathway x {', 'stage y "A {"  {  # why', '}  stage z {', 'stage "a \\" }" {'])(
    'indents after %s',
    (line) => {
      expect(indents.test(line)).toBe(true);
    },
  );

  test.each(['stage x { setting sarc }', '# stage {', 'note "a {"', 'owner nhs # {', '}', ''])(
    'not after %s',
    (line) => {
      expect(indents.test(line)).toBe(false);
    },
  );

  test('between two braces gives a line of its own', () => {
    const [rule] = configuration.onEnterRules;
    expect(new RegExp(rule.beforeText).test('  stage x "A" {')).toBe(true);
    expect(new RegExp(rule.beforeText).test('  # stage x {')).toBe(false);
    expect(new RegExp(rule.afterText).test('  }')).toBe(true);
  });

  test('a closing brace goes back', () => {
    const outdents = new RegExp(configuration.indentationRules.decreaseIndentPattern);
    expect(outdents.test('    }')).toBe(true);
    expect(outdents.test('    note "}"')).toBe(false);
  });
});

test('long lines are judged quickly', () => {
  const indents = new RegExp(configuration.indentationRules.increaseIndentPattern);
  const start = `note "${'a{'.repeat(2000)}`;
  expect(indents.test(start)).toBe(false);
  expect(indents.test(`${'{'.repeat(2000)}"`)).toBe(false);
});
