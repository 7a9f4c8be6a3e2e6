import { expect, it } from 'vitest';
import { formats } from '../../src/cli/check.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** Ten digits that begin with 999 are kept for tests: they are nobody's. They stand wherever anything is printed from. */
const text = `# Rings as 999 000 0026
pathway p-9990000026 "For 999-000-0026" {
  provder 9990000026
  owner o-9990000026
  governance unknown ask o-9990000026 because "Waits for 9990000026"
  accept missing-cost because "Paid for 9990000026"

  stage s-9990000026 "Of 9990000026" {
    provider unknown because "Waits for 999 000 0026, born 3 April 2009"
  }

  stage s-9990000026 # and 9990000026
}
`;

function folderWithData(): TemporaryFolder {
  const folder = new TemporaryFolder();
  folder.write('a.pathway', text);
  return folder;
}

/** Whether the digits stand in it, whatever stands between them; the digits of a date as they are written. */
const tells = (out: string): boolean =>
  /9[ -]?9[ -]?9[ -]?0[ -]?0[ -]?0[ -]?0[ -]?0[ -]?2[ -]?6|3 April 2009/.test(out);

const cases: readonly (readonly string[])[] = [
  ...formats.map((format) => ['--format', format]),
  ['--questions'],
  ['--accepted'],
  ['--questions', '--format', 'json'],
  ['--accepted', '--format', 'markdown'],
];

it.each(cases.map((args) => ({ args })))('nothing of a person is printed by check with $args', async ({ args }) => {
  using folder = folderWithData();
  expect(tells(text)).toBe(true);
  const { out } = await runInMemory(['check', ...args], folder.path);
  expect(out).toContain('••');
  expect(tells(out)).toBe(false);
});
