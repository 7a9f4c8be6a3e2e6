import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runInMemory } from '../../support/memory.ts';
import { GitFolder } from './repository.ts';

const root = resolve(import.meta.dirname, '../../..');

it('docs/review.md shows what pathway diff says', async () => {
  const page = readFileSync(join(root, 'docs/review.md'), 'utf8');
  const shown = /^\$ pathway diff main\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
  using folder = new GitFolder();
  const file = 'examples/fictional-county/north.pathway';
  folder.copy(join(root, 'examples/fictional-county'), 'examples/fictional-county');
  folder.commit('before');
  const text = readFileSync(join(folder.path, file), 'utf8');
  folder.write(file, text.replace('£180k', '£220k').replace(/^ {4}send referral-form .*\n/m, ''));
  const { out } = await runInMemory(['diff', 'main'], folder.path);
  const [first, ...rest] = out.split('\n');
  expect(first).toMatch(/^From main, \d+ March 2026, to the files as they are now\.$/);
  expect(rest.join('\n')).toBe(shown.split('\n').slice(1).join('\n'));
});
