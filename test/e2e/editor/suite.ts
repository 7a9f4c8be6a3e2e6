import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A suite made ready for the extension host. */
export interface Suite {
  /** An extension that does nothing. VS Code wants one under development; the packaged one must not be it. */
  readonly stub: string;
  /** The tests in one CommonJS file, which is what VS Code loads. */
  readonly tests: string;
  remove(): void;
}

/** Bundles a suite of `test/e2e/suite`, given by its file's name. */
export async function bundleSuite(name: string): Promise<Suite> {
  const folder = mkdtempSync(join(tmpdir(), 'pathways-suite-'));
  const tests = join(folder, 'index.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'suite', name)],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
  });
  const manifest = { name: 'stub', publisher: 'tests', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return { stub: folder, tests, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
