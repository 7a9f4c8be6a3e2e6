import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The front doors are tested as they are shipped, so everything is built before the first test. */
export function setup(): void {
  const root = resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
