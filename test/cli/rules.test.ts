import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/registry.ts';
import { pathway } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const root = process.cwd();

describe('pathway rules', () => {
  it('lists every rule by family, with how serious it is and its title', async () => {
    const { out, code } = await pathway(['rules'], root);
    expect(code).toBe(0);
    const listed = out
      .split('\n')
      .flatMap((line) => /^ {2}([\w-]+) {2,}(\w+(?:, off)?) {2,}(.*)$/.exec(line)?.slice(1, 4).join(' · ') ?? []);
    expect(listed).toEqual(
      allRules.map(
        ({ name, severity, default: by, title }) => `${name} · ${severity}${by === 'off' ? ', off' : ''} · ${title}`,
      ),
    );
    expect(out).toMatch(/^Structure\n/);
  });

  it('explains each rule in words that need no Markdown, and keeps to the width', async () => {
    for (const { name, title } of allRules) {
      const { out, code } = await runInMemory(['rules', name], root, { width: 70 });
      expect(code).toBe(0);
      expect(out.startsWith(`${title.toUpperCase()}\n\n'${name}' · `)).toBe(true);
      for (const part of ['Why', 'Bad', 'Good', 'How to fix', 'How to accept it']) expect(out).toContain(`\n${part}\n`);
      expect(out).not.toMatch(/^#|`/m);
      const prose = out.split('\n').filter((line) => !line.startsWith('    '));
      expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(70);
    }
  });

  it('gives the list and a page to other programs', async () => {
    const list = JSON.parse((await runInMemory(['rules', '--format', 'json'], root)).out) as {
      rules: { rule: string }[];
    };
    expect(list.rules.map(({ rule }) => rule)).toEqual(allRules.map(({ name }) => name));
    const page = JSON.parse((await runInMemory(['rules', 'dead-end', '--format', 'json'], root)).out) as object;
    expect(page).toMatchObject({
      version: 1,
      rule: 'dead-end',
      family: 'structure',
      severity: 'warning',
      default: 'on',
    });
    const markdown = (await runInMemory(['rules', 'dead-end', '--format', 'markdown'], root)).out;
    expect(page).toMatchObject({ page: markdown });
    expect(markdown).toMatch(/^# Dead end\n/);
    expect((await runInMemory(['rules', '--format', 'markdown'], root)).out).toContain(
      '| `dead-end` | Dead end | structure | warning |',
    );
  });

  it.each([
    ['syntax-error', 'CANNOT BE READ'],
    ['unknown-name', 'UNKNOWN NAME'],
    ['rule-failed', 'A RULE FAILED'],
    ['open-question', 'OPEN QUESTION'],
  ])('explains %s, which stands in brackets and is no rule', async (name, title) => {
    const { out, code } = await runInMemory(['rules', name], root);
    expect(code).toBe(0);
    expect(out.startsWith(`${title}\n\n'${name}' · `)).toBe(true);
    for (const part of ['not a rule', 'What it means', 'What to do']) expect(out).toContain(part);
    expect(JSON.parse((await runInMemory(['rules', name, '--format', 'json'], root)).out)).toMatchObject({
      rule: name,
    });
    const asked = await runInMemory(['check', '--rule', name], 'examples');
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining(`'${name}' is not a rule: it is told of`) });
  });

  it('guesses what was meant by a name that is not known, and ends with 2', async () => {
    expect(await pathway(['rules', 'missing-provder'], root)).toEqual({
      code: 2,
      out: '',
      err: "There is no rule 'missing-provder'. Did you mean 'missing-provider'? 'pathway rules' lists them all.\n",
    });
    expect((await runInMemory(['rules', 'unknwon-name'], root)).err).toContain("Did you mean 'unknown-name'?");
    expect((await runInMemory(['rules', 'constructor'], root)).code).toBe(2);
  });
});

it('says where findings are put right, in the help of the check and where it is asked to do so', async () => {
  const words = "The check changes no file. Fixes are the editor's";
  expect((await runInMemory(['check', '--help'], root)).out).toContain(words);
  expect(await runInMemory(['check', 'examples', '--fix'], root)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(words),
  });
});
