import { afterAll, expect, inject, test } from 'vitest';
import { type HostRun, runInExtensionHost, whyNotPassed } from './editor/extension-host.ts';
import { copySmallProject } from './project.ts';

const project = copySmallProject();
afterAll(() => project.remove());

// VS Code ends with code 0 when its extension host is killed. These tests hold that no such run is taken for a pass.

test('a killed extension host is a failure', async () => {
  expect(whyNotPassed(await runSuite('endings/killed.ts'))).toMatch(/without a report/);
});

test('a test that fails is a failure, with its reason', async () => {
  expect(whyNotPassed(await runSuite('endings/failing.ts'))).toMatch(/^1 of 2 tests failed\.\na test that fails: /);
});

test('only a report of passes and nothing else, with a good end, is a pass', () => {
  const passes = [{ name: 'one' }, { name: 'two' }];
  expect(whyNotPassed({ ended: 0, results: passes, log: '' })).toBeUndefined();
  expect(whyNotPassed({ ended: 0, results: [], log: '' })).toMatch(/No test was run/);
  expect(whyNotPassed({ ended: 1, results: passes, log: '' })).toMatch(/ended with: 1/);
  expect(whyNotPassed({ ended: 'no answer in time', results: undefined, log: '' })).toMatch(/without a report/);
});

function runSuite(suite: string): Promise<HostRun> {
  return runInExtensionHost({ tools: inject('tools'), suite, folder: project.folder, extensions: [] });
}
