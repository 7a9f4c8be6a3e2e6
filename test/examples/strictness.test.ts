import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { exampleNames } from './files.ts';

const root = new URL('../../', import.meta.url);
const levels = ['draft', 'review', 'assure'];

/** The rows of the table in the page of rules: an example, how strictly it is checked, and what is counted. */
function rows() {
  const page = readFileSync(new URL('docs/rules.md', root), 'utf8');
  const cells = [...page.matchAll(/^\|(.*)\| `(draft|review|assure)` \|(.*)\|$/gm)];
  let example = '';
  return cells.map(([, first = '', strictness = '', counts = '']) => {
    example = /\(\.\.\/examples\/([\w-]+)\)/.exec(first)?.[1] ?? example;
    return { example, strictness, counts: counts.split('|').map(Number) };
  });
}

/** Errors, warnings, information, open questions and accepted findings, as the last line of a check counts them first. */
function countsIn(out: string): readonly number[] {
  const [, counts = ''] = /: (no errors?.*|\d+ errors?.*)\.\n$/.exec(out) ?? [];
  return counts
    .split(', ')
    .slice(0, 5)
    .map((part) => (part.startsWith('no ') ? 0 : Number.parseInt(part, 10)));
}

/** The example as it would be found if its project were checked as strictly as that. */
async function check(example: string, strictness: string): Promise<readonly number[]> {
  using folder = new TemporaryFolder();
  folder.copy(fileURLToPath(new URL(`examples/${example}`, root)));
  const file = join(folder.path, 'project.pathway');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^ {2}strictness \w+$/m);
  writeFileSync(file, text.replace(/^ {2}strictness \w+$/m, `  strictness ${strictness}`));
  return countsIn((await runInMemory(['check'], folder.path)).out);
}

describe('the three levels of strictness', () => {
  it('are shown for each example', () => {
    const shown = rows().map(({ example, strictness }) => `${example} ${strictness}`);
    const all = exampleNames().flatMap((example) => levels.map((strictness) => `${example} ${strictness}`));
    expect(shown.toSorted()).toEqual(all.toSorted());
  });

  it.each(rows())('$example, $strictness: as many findings as the page says', async (row) => {
    expect(await check(row.example, row.strictness)).toEqual(row.counts);
  });
});
