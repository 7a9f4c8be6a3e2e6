import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium, type Missing } from './debian.ts';
import { prepareHost } from './host/install.ts';
import { run } from './processes.ts';
import type {} from './tools.ts';

const root = resolve(import.meta.dirname, '../..');

/** Makes the tools ready before the first test; where that cannot be done, no test is run and the run fails. */
export async function setup(project: TestProject): Promise<void> {
  const chromium = demand(await ensureChromium());
  const host = demand(await prepareHost());
  project.provide('tools', { host, chromium: chromium.path, extension: await packagedExtension() });
}

/** Builds what is shipped, and the extension as it would be published unless `CARE_PATHWAYS_VSIX` names one. */
async function packagedExtension(): Promise<string> {
  const given = process.env['CARE_PATHWAYS_VSIX'];
  await run('npm', ['run', given ? 'build' : 'package'], { cwd: root });
  const file = given ? resolve(given) : join(root, 'out', 'care-pathways.vsix');
  if (!existsSync(file)) throw new Error(`There is no ${file}`);
  return file;
}

function demand<T extends object>(found: T | Missing): T {
  if ('missing' in found) throw new Error(`The end-to-end tests cannot run. ${found.missing}`);
  return found;
}
