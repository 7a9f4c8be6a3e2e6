#!/usr/bin/env node
// Runs the command line of this very checkout, wherever it is called from; what follows are the words for `pathway`.
// Where it is not built yet it is built first, which takes a minute. For services that check out this repository
// and nothing else: they need Node 20 or later with npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'out/cli/main.js');

if (!existsSync(program)) build();
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;

/** What building prints goes to the error output, because the output is the program's own. */
function build() {
  for (const words of [
    ['ci', '--no-audit', '--no-fund'],
    ['run', 'build'],
  ]) {
    // On Windows npm is a script of the shell; the words hold nothing that a shell would read otherwise.
    const npm = spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (npm.status === 0) continue;
    console.error(
      `Care Pathways could not be built: 'npm ${words.join(' ')}' failed in ${root}. Node 20 or later is needed.`,
    );
    process.exit(2);
  }
}
