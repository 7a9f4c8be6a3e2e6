import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium, ensureOffice, type Missing } from './e2e/debian.ts';
import { prepareHost } from './e2e/host/install.ts';

/**
 * Runs every test there is, lane by lane, and ends with a line `N passed, N failed`. A lane that needs what this machine
 * does not have and cannot install is named at the end, loudly; with CI=true that is a failure.
 */

const root = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'care-pathways-results-'));

interface Lane {
  readonly name: string;
  /** What follows `vitest run`. */
  readonly vitest: readonly string[];
  /** Makes ready what the lane needs, or says what is missing. */
  readonly needs?: () => Promise<object | Missing>;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Installed, where they have to be, while tests run that need neither; one after the other, since they share a lock. */
const chromium = ensureChromium();
const office = chromium.then(ensureOffice);

const lanes: readonly Lane[] = [
  {
    name: 'language, model, rules, pictures, command line',
    vitest: ['--exclude', '**/*.browser.test.ts', '--exclude', '**/*.office.test.ts'],
  },
  { name: 'the preview in Chromium', vitest: ['.browser.test.ts'], needs: () => chromium },
  { name: 'the workbooks in LibreOffice', vitest: ['.office.test.ts'], needs: () => office },
  { name: 'the extension in a real VS Code', vitest: ['-c', 'test/e2e/vitest.config.ts'], needs: editor },
];

async function editor(): Promise<object | Missing> {
  const found = await chromium;
  return 'missing' in found ? found : prepareHost();
}

const counts: Count[] = [];
const left: string[] = [];

counts.push(await step('types', ['tsc', '--noEmit']));
counts.push(await step('style', ['biome', 'check', '.']));
counts.push(await step('package', ['node', 'esbuild.mjs', '--package']));
// What was packaged is what the editor's tests install.
process.env['CARE_PATHWAYS_VSIX'] ??= join(root, 'out', 'care-pathways.vsix');
// Downloaded and built while tests run that need none of it; its lane waits for it.
void office.then(editor);
for (const lane of lanes) {
  const ready = (await lane.needs?.()) ?? {};
  if ('missing' in ready) left.push(`${lane.name}: ${ready.missing}`);
  else counts.push(await runLane(lane));
}
rmSync(results, { recursive: true, force: true });

const passed = sum((count) => count.passed);
const failed = sum((count) => count.failed);
const strict = process.env['CI'] === 'true';
if (left.length > 0) {
  console.error(`\n${'!'.repeat(80)}\nNot everything was tested. These did not run:\n`);
  for (const line of left) console.error(`  - ${line}`);
  console.error(`\n${'!'.repeat(80)}`);
}
console.log(`\n${passed} passed, ${failed + (strict ? left.length : 0)} failed`);
process.exitCode = failed > 0 || passed === 0 || (strict && left.length > 0) ? 1 : 0;

/** Runs a check that has no tests to count, as one. */
async function step(name: string, command: readonly string[]): Promise<Count> {
  console.log(`\n=== ${name}`);
  const ended = await run(command);
  if (ended !== 0) console.error(`'${command.join(' ')}' ended with ${ended}.`);
  return ended === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runLane({ name, vitest }: Lane): Promise<Count> {
  console.log(`\n=== ${name}`);
  const file = join(results, `${counts.length}.json`);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await run(['vitest', 'run', ...vitest, ...reports]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests: done, numFailedTests: wrong } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    number
  >;
  // A file that could not even be loaded fails the run without a failed test.
  return { passed: done ?? 0, failed: Math.max(wrong ?? 0, ended === 0 ? 0 : 1) };
}

/** Runs one of the project's own tools, all of which are Node programs, on the Node that runs this. */
function run([tool = '', ...args]: readonly string[]): Promise<number> {
  const windows = process.platform === 'win32';
  const command = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', windows ? `${tool}.cmd` : tool);
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: windows });
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });
}

function sum(of: (count: Count) => number): number {
  return counts.reduce((total, count) => total + of(count), 0);
}
