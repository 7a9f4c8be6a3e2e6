import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allRules } from '../../src/rules/registry.ts';
import { runInMemory } from '../support/memory.ts';

const index = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
const rows = index.split('\n').filter((line) => line.startsWith('| [') && line.includes('](../language/rules/'));

it('lists every rule in the order of the registry, with its title and severity', () => {
  expect(rows).toEqual(
    allRules.map(
      ({ name, title, severity, default: by }) =>
        `| [${title}](../language/rules/${name}.md) | \`${name}\` | ${severity}, ${by} |`,
    ),
  );
});

it('has them under the families that the command line shows', async () => {
  const { out } = await runInMemory(['rules'], '.');
  const shown = out.split('\n').flatMap((line) => /^([A-Z][a-z -]+)$|^ {2}([a-z-]+) /.exec(line)?.slice(1) ?? []);
  const listed = index
    .split('\n')
    .flatMap((line) => /^### (.+)$|^\| \[.*\]\(\.\.\/language\/.*\| `([a-z-]+)` \|/.exec(line)?.slice(1) ?? []);
  expect(listed).toEqual(shown);
});

it.each(allRules)('leads to the page of $name', ({ name }) => {
  expect(existsSync(new URL(`../../language/rules/${name}.md`, import.meta.url))).toBe(true);
});
