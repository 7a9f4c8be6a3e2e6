import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { run } from './processes.ts';
import { copySmallProject } from './project.ts';

// The project itself is developed on a newer Node; what it ships must run on the oldest that it promises.

const { host } = inject('tools');
const project = copySmallProject();
afterAll(() => project.remove());

test('this is Node 20', async () => {
  expect(await run(host.node20, ['--version'])).toMatch(/^v20\./);
});

test('the built command line checks a project on Node 20', async () => {
  const printed = await pathway('check', project.folder, '--as-of', '2026-01-01');
  expect(printed).toContain('community-team');
});

test('the built command line draws a pathway on Node 20', async () => {
  const picture = project.file('picture.svg');
  await pathway('draw', 'young-people', project.folder, '--output', picture);
  expect(readFileSync(picture, 'utf8')).toContain('data-id="stage:community-team"');
});

function pathway(...words: readonly string[]): Promise<string> {
  const program = resolve(import.meta.dirname, '../../out/cli/main.js');
  return run(host.node20, [program, ...words], { cwd: join(project.folder, '..') });
}
