import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allRules } from '../../src/rules/registry.ts';

const index = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
const rows = index.split('\n').filter((line) => line.startsWith('| ['));

it('lists every rule in the order of the registry, with its title and severity', () => {
  expect(rows).toEqual(
    allRules.map(
      ({ name, title, severity, default: by }) =>
        `| [${title}](../language/rules/${name}.md) | \`${name}\` | ${severity}, ${by} |`,
    ),
  );
});

it.each(allRules)('leads to the page of $name', ({ name }) => {
  expect(existsSync(new URL(`../../language/rules/${name}.md`, import.meta.url))).toBe(true);
});
