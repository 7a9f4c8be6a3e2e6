import { test } from '../runner.ts';

test('a test that passes before the end', () => {});
test('a test in which the extension host is killed', async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
});

export { runAll as run } from '../runner.ts';
