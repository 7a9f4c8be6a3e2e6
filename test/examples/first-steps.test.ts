import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { findingsOf } from '../support/fixture.ts';
import { runInMemory } from '../support/memory.ts';
import { examplesOf } from './page.ts';

const page = readFileSync(new URL('../../docs/getting-started.md', import.meta.url), 'utf8');
const [first, register, whole] = examplesOf('docs/getting-started.md').map(({ text }) => text);

it('the first sketch lacks what the page says that it lacks', async () => {
  expect(page).toContain(`\n\`\`\`\n${await check({ 'riverside.pathway': first! })}\`\`\`\n`);
});

it('the filled-in pathway has one open question and nothing else', async () => {
  expect(found(whole!)).toEqual(['question']);
  expect(page).toContain(`\n\`\`\`\n${await check(inTwoFiles(whole!))}\`\`\`\n`);
});

it('the first gap leaves open questions only', async () => {
  const added = /^```\n( {2}stage aftercare[\s\S]*?)^```$/m.exec(page)?.[1];
  expect(added).toBeDefined();
  const text = whole!.replace('    leaves "Discharge"\n', '').replace(/\}\n$/, `\n${added}}\n`);
  expect(text).toContain('stage aftercare');
  expect(found(text)).toEqual(['question', 'question', 'question']);
  expect(page).toContain(`\n\`\`\`\n${await check(inTwoFiles(text))}\`\`\`\n`);
});

it('slips are told of as the page shows', async () => {
  const slipped = whole!
    .replace('    commissioner riverside-icb', '    comissioner riverside-icb')
    .replace('    provider riverside-trust', '    provider riverside-trst');
  const said = await check(inTwoFiles(slipped));
  expect(said).toMatch(/syntax-error[\s\S]*unknown-name/);
  expect(page).toContain(`\n\`\`\`\n${said}\`\`\`\n`);
});

/** The whole of the page, with what the second file holds in a file of its own. */
function inTwoFiles(text: string): Readonly<Record<string, string>> {
  expect(text.startsWith(register!)).toBe(true);
  return { 'register.pathway': register!, 'riverside.pathway': text.slice(register!.length).trimStart() };
}

/** What `pathway check riverside` prints where the folder holds these files. */
async function check(files: Readonly<Record<string, string>>): Promise<string> {
  using folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(files)) folder.write(`riverside/${name}`, text);
  return (await runInMemory(['check', 'riverside'], folder.path)).out;
}

function found(text: string): readonly string[] {
  return findingsOf([{ uri: 'file:///riverside.pathway', text }]).map(({ severity }) => severity);
}
