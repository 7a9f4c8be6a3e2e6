import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf } from '../support/fixture.ts';
import { examplesOf } from './page.ts';

const page = readFileSync(new URL('../../docs/getting-started.md', import.meta.url), 'utf8');
const [first, , whole] = examplesOf('docs/getting-started.md').map(({ text }) => text);

it('the first sketch lacks what the page says that it lacks', () => {
  const count = (severity: string): number => found(first!).filter((one) => one === severity).length;
  expect(page).toContain(
    `no errors, ${count('warning')} warnings, ${count('info')} information, no open questions, 0 accepted.`,
  );
});

it('the filled-in pathway has one open question and nothing else', () => {
  expect(found(whole!)).toEqual(['question']);
  expect(page).toContain('no errors, no warnings, 0 information, 1 open question, 0 accepted.');
});

it('the first gap leaves open questions only', () => {
  const added = /^```\n( {2}stage aftercare[\s\S]*?)^```$/m.exec(page)?.[1];
  expect(added).toBeDefined();
  const text = whole!.replace('    leaves "Discharge"\n', '').replace(/\}\n$/, `\n${added}}\n`);
  expect(text).toContain('stage aftercare');
  expect(found(text)).toEqual(['question', 'question', 'question']);
});

function found(text: string): readonly string[] {
  return findingsOf([{ uri: 'file:///riverside.pathway', text }]).map(({ severity }) => severity);
}
