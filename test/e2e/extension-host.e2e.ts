import { expect, inject, test } from 'vitest';
import { runInExtensionHost, whyNotPassed } from './editor/extension-host.ts';
import { copySmallProject } from './project.ts';

const tools = inject('tools');
const project = copySmallProject();
const run = await runInExtensionHost({
  tools,
  suite: 'index.ts',
  folder: project.folder,
  extensions: [tools.extension],
}).finally(() => project.remove());

test('the extension host ran every test to the end', () => {
  expect(whyNotPassed(run)).toBeUndefined();
});

for (const { name, error } of run.results ?? []) {
  test(name, () => expect(error).toBeUndefined());
}
