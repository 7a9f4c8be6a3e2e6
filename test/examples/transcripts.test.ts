import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the pages show of the command line: the words of each `check`, `rules`, `coverage` or `draw` that writes no file, and what it says. */
const transcripts = ['README.md', 'docs/command-line.md'].flatMap((page) =>
  [...readFileSync(`${root}${page}`, 'utf8').matchAll(/^```\n(\$ pathway [\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ pathway /m)
      .filter((part) => /^(check|rules|coverage|draw) (?!.* -o )/.test(part))
      .map((part) => ({ page, command: part.slice(0, part.indexOf('\n')), shown: part.slice(part.indexOf('\n') + 1) })),
  ),
);

async function output(command: string): Promise<string> {
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  await run(command.split(' '), {
    cwd: root,
    terminal: false,
    colour: false,
    today: () => '2026-06-30',
    out: say,
    err: say,
  });
  return said;
}

it('finds what the pages show', () => {
  expect(transcripts.length).toBeGreaterThan(3);
});

describe.each(transcripts)('$page: pathway $command', ({ command, shown }) => {
  it('says what the page shows, up to where the page leaves off', async () => {
    const said = await output(command);
    const [upTo = '', leftOff] = shown.trimEnd().split(/^ *…$/m);
    if (leftOff === undefined) expect(said.trimEnd()).toBe(upTo);
    else expect(said.startsWith(upTo)).toBe(true);
  });
});

it('shows findings as JSON as they are', async () => {
  const page = readFileSync(`${root}docs/command-line.md`, 'utf8');
  const shown: unknown = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '');
  expect(JSON.parse(await output('check examples/fictional-county --format json'))).toEqual(shown);
});
