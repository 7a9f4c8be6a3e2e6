import assert from 'node:assert/strict';
import { test } from '../runner.ts';

test('a test that passes', () => {});
test('a test that fails', () => assert.equal(1, 2));

export { runAll as run } from '../runner.ts';
